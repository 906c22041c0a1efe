import type { CopyNode, Edit } from "../apparatus/apparatus.ts"
import type { Statement } from "../statement/statement.ts"
import { compareText } from "../text/compare-text.ts"
import type { Span } from "../text/span.ts"
import { findTokens, normsIn } from "../text/tokens.ts"
import type { LineageEdge } from "./lineage.ts"

/** What collating one statement found, as far as lineage needs it. */
export interface CollatedStatement {
  readonly statement: string
  readonly witnesses: readonly { readonly quotation: string; readonly edits: readonly Edit[] }[]
  readonly collation?: { readonly copyTree: readonly CopyNode[] }
}

/** One article's edit of a statement, and where it stands in the article. */
interface Reading {
  readonly article: string
  readonly edit: Edit
  readonly spans: readonly Span[]
}

/** Differences that two desks seldom make alike by chance; where a quotation begins and how it is punctuated they do. */
const TELLING: ReadonlySet<string> = new Set([
  "omission",
  "insertion",
  "substitution",
  "transposition",
  "splice",
  "bracket",
  "ellipsis",
])

/** One shared difference; each further one halves the doubt that is left. */
const FIRST = 0.55

/**
 * Articles that agree in a reading which the record, or the other witnesses, do not have. Undirected: a shared change
 * says that there was one hand, not whose. `tellsDirection` may know it from elsewhere.
 */
export function findSharedReadings(
  statements: readonly Statement[],
  collated: readonly CollatedStatement[],
): LineageEdge[] {
  const byId = new Map(statements.map((statement) => [statement.id, statement]))
  const pairs = new Map<string, [Reading, Reading][]>()
  for (const collation of collated) {
    const statement = byId.get(collation.statement)
    if (statement) for (const group of sharedIn(statement, collation)) addPairs(pairs, group)
  }
  return [...pairs]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([, readings]) => toEdge(readings))
}

/** The readings of a statement that several articles have, but not all that print the place. */
function sharedIn(statement: Statement, { witnesses }: CollatedStatement): Reading[][] {
  const known = new Map(statement.witnesses.map((witness) => [witness.quotation, witness]))
  const groups = new Map<string, Reading[]>()
  for (const { quotation, edits } of witnesses) {
    const witness = known.get(quotation)
    if (!witness) continue
    for (const edit of edits.filter(isTelling)) {
      addReading(groups, { article: witness.article, edit, spans: placeOf(edit, witness.spans) })
    }
  }
  const everyone = new Set(statement.witnesses.map(({ article }) => article)).size
  return [...groups.values()].filter(
    (group) => group.length > 1 && (statement.records.length > 0 || group.length < everyone),
  )
}

/** Where words were left out nothing stands: then the parts of the quotation on both sides of the gap show it. */
function placeOf({ witness }: Edit, printed: readonly Span[]): Span[] {
  const shown = witness.filter(({ from, to }) => to > from)
  if (shown.length > 0) return shown
  const beside = printed.filter((part) =>
    witness.some(({ from }) => part.from <= from && from <= part.to),
  )
  return beside.length > 0 ? beside : [...printed]
}

function isTelling(edit: Edit): boolean {
  return TELLING.has(edit.kind)
}

/** An article counts once for a reading, however often it prints it. */
function addReading(groups: Map<string, Reading[]>, reading: Reading): void {
  const key = readingKey(reading.edit)
  const group = groups.get(key) ?? []
  if (!group.some(({ article }) => article === reading.article))
    groups.set(key, [...group, reading])
}

/** Kinds by which words go missing: the same cut is one omission here and half of a splice there. */
const CUTS: ReadonlySet<string> = new Set(["omission", "splice", "ellipsis"])
/** So many words are known again wherever they stand; fewer only in the same place of the base. */
const PLACELESS_WORDS = 4

/** Readings with one key are one change, whatever its punctuation. */
function readingKey({ kind, base, baseText, witnessText }: Edit): string {
  const gone = normsIn(baseText)
  const sort = CUTS.has(kind) ? "cut" : kind
  const place = gone.length < PLACELESS_WORDS ? (base[0]?.from ?? 0) + firstWordAt(baseText) : ""
  return [sort, place, gone.join(" "), sort === "cut" ? "" : normsIn(witnessText).join(" ")].join(
    "\t",
  )
}

function firstWordAt(text: string): number {
  return findTokens(text)[0]?.from ?? 0
}

/** More articles than this in one reading are the common text: pairs of all would say nothing and cost their square. */
const MANY = 12

function addPairs(pairs: Map<string, [Reading, Reading][]>, group: readonly Reading[]): void {
  const sorted = group.toSorted((a, b) => compareText(a.article, b.article))
  const firsts = sorted.length > MANY ? sorted.slice(0, 1) : sorted
  firsts.forEach((a, i) => {
    for (const b of sorted.slice(i + 1)) {
      const key = `${a.article}\t${b.article}`
      pairs.set(key, [...(pairs.get(key) ?? []), [a, b]])
    }
  })
}

function toEdge(readings: readonly [Reading, Reading][]): LineageEdge {
  const [first] = readings
  return {
    from: { article: first![0].article },
    to: { article: first![1].article },
    kind: "sharesReading",
    directed: false,
    confidence: 1 - (1 - FIRST) / 2 ** (readings.length - 1),
    evidence: readings.flatMap((pair) =>
      pair.flatMap(({ article, spans }) => spans.map((span) => ({ article, span }))),
    ),
  }
}
