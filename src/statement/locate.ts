import type { Article } from "../article/article.ts"
import type { Quotation } from "../quotation/quotation.ts"
import { groupBy } from "../text/group-by.ts"
import { type Passage, passageTokens } from "../text/passage.ts"
import { compareSpans, hull } from "../text/span.ts"
import { type Candidate, findCandidates } from "./candidates.ts"
import type { Hints } from "./hints.ts"
import type { RecordIndex } from "./record-index.ts"
import type { Location } from "./statement.ts"

/** Places in two records within so many bits are as good as each other. */
const EVEN_BITS = 2
/** A fragment of so many words that stands in several places with nothing to tell them apart has none. */
const MAX_FRAGMENT_WORDS = 3

/** Where a quotation's words stand in the records; null where they do not, or nothing tells which place is theirs. */
export function locate(passage: Passage, hints: Hints, index: RecordIndex): Location | null {
  const candidates = findCandidates(passage, hints, index)
  const place = candidates[0]?.location ?? null
  return place && isAmbiguousFragment(passage, candidates) ? unclaimed(place) : place
}

/** The places of all quotations, by quotation id. A line said twice is placed beside its neighbours on the page. */
export function locateAll(
  quotations: readonly Quotation[],
  articles: ReadonlyMap<string, Article>,
  index: RecordIndex,
): Map<string, Location> {
  if (index.records.length === 0) return new Map()
  const pages = [...groupBy(quotations, (quotation) => quotation.article)].flatMap(
    ([id, group]): Row[][] => {
      const page = articles.get(id)
      return page ? [findRows(group, page, index)] : []
    },
  )
  const quoted = countQuoted(pages.flat())
  return new Map(pages.flatMap((rows) => settle(rows.map((row) => inOneRecord(row, quoted)))))
}

/** A quotation with the places that may be its. */
interface Row {
  readonly id: string
  readonly passage: Passage
  readonly candidates: readonly Candidate[]
}

/** A page's quotations, in its order. */
function findRows(
  quotations: readonly Quotation[],
  { text, published }: Article,
  index: RecordIndex,
): Row[] {
  const sorted = quotations.toSorted((a, b) => compareSpans(hull(a.marked), hull(b.marked)))
  return sorted.map((quotation) => {
    const passage = { text, spans: quotation.marked }
    const hints = { speaker: quotation.speaker?.name ?? null, date: published?.value ?? null }
    return { id: quotation.id, passage, candidates: findCandidates(passage, hints, index) }
  })
}

/** How many quotations may stand in each record. */
function countQuoted(rows: readonly Row[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { candidates } of rows) {
    for (const text of new Set(candidates.map((candidate) => candidate.text))) {
      counts.set(text, (counts.get(text) ?? 0) + 1)
    }
  }
  return counts
}

/**
 * Leaves the candidates of one record: where two transcripts of one event have the same words, all pages are held
 * against the one that has most of what is quoted.
 */
function inOneRecord(row: Row, quoted: ReadonlyMap<number, number>): Row {
  const [best] = row.candidates
  if (!best) return row
  const even = row.candidates.filter(({ bits }) => bits >= best.bits - EVEN_BITS)
  const { text } = even.toSorted(
    (a, b) => quoted.get(b.text)! - quoted.get(a.text)! || a.text - b.text,
  )[0]!
  return { ...row, candidates: row.candidates.filter((candidate) => candidate.text === text) }
}

/** Chooses each quotation's place; a line said twice stands where its neighbours on the page do. */
function settle(rows: readonly Row[]): [string, Location][] {
  const neighbours = settledNeighbours(
    rows.map(({ candidates }) =>
      candidates.length === 1 && !candidates[0]!.location.unsure ? candidates[0]! : null,
    ),
  )
  return rows.flatMap(({ id, passage, candidates }, i): [string, Location][] => {
    const neighbour = neighbours[i]
    if (neighbour) {
      const chosen = closest(candidates, neighbour)
      return chosen ? [[id, chosen.location]] : []
    }
    const place = candidates[0]?.location
    if (!place) return []
    return [[id, isAmbiguousFragment(passage, candidates) ? unclaimed(place) : place]]
  })
}

/** For each quotation the neighbour on the page whose own place is certain; of two as near, the one before. */
function settledNeighbours(settled: readonly (Candidate | null)[]): (Candidate | null)[] {
  const before = lastSettled(settled)
  const after = lastSettled(settled.toReversed()).toReversed()
  return settled.map((_, i) => {
    const [left, right] = [before[i]!, after[i]!]
    return (right.distance < left.distance ? right : left).candidate
  })
}

/** For each place the last certain one before it, and how many places before. */
function lastSettled(
  settled: readonly (Candidate | null)[],
): { candidate: Candidate | null; distance: number }[] {
  let candidate: Candidate | null = null
  let distance = Number.POSITIVE_INFINITY
  return settled.map((own) => {
    const last = { candidate, distance: ++distance }
    if (own) [candidate, distance] = [own, 0]
    return last
  })
}

/** The candidate that stands closest to a neighbour's place; of candidates in other records, the best. */
function closest(candidates: readonly Candidate[], neighbour: Candidate): Candidate | null {
  const distance = (candidate: Candidate): number =>
    candidate.text === neighbour.text
      ? Math.abs(candidate.span.from - neighbour.span.from)
      : Number.MAX_SAFE_INTEGER
  let best = candidates[0] ?? null
  for (const candidate of candidates) {
    if (best && distance(candidate) < distance(best)) best = candidate
  }
  return best
}

/** A place that is one of several: shown, not claimed. */
function unclaimed(place: Location): Location {
  return { ...place, unsure: true }
}

function isAmbiguousFragment(passage: Passage, candidates: readonly Candidate[]): boolean {
  return candidates.length > 1 && passageTokens(passage).length <= MAX_FRAGMENT_WORDS
}
