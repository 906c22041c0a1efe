import type { Article } from "../article/article.ts"
import { compareText } from "../text/compare-text.ts"
import { groupBy } from "../text/group-by.ts"
import type { Passage } from "../text/passage.ts"
import { compareSpans, covers, hull, type Span } from "../text/span.ts"
import { clip, type Group, type Member, maybePart, searched } from "./member.ts"
import { recordPassages } from "./record-passages.ts"
import type { Location } from "./statement.ts"
import { byPlace } from "./witness.ts"

/** Share of a passage that a longer one must have in common with it to take it in. Two that only touch stay two. */
const MIN_SHARE = 0.3
/** Share of a passage that a long quotation must print to be a witness of it with a part of its words. */
const MIN_PRINTED = 0.5
/**
 * Longest passage that ties shorter ones together, in characters of the record, about 130 words. A page that prints
 * half a speech would make one statement of all that others quote of it.
 */
const MAX_TIE = 800

/** A located quotation. */
interface Row {
  readonly member: Member
  readonly record: string
  /** Its passages in the record, with what was skipped between near ones. */
  readonly passages: readonly Span[]
  readonly span: Span
}

/** A passage of a record with the quotations that print it or parts of it. */
interface Hub {
  readonly row: Row
  /** The hub's own row and those put to it. */
  readonly rows: Row[]
  readonly members: Member[]
}

/**
 * Located quotations, those whose passages meet together. The longest passage takes in what lies in it, the next
 * longest what is left: a chain of passages that each only touch the next does not become one statement. What is too
 * long, or joins passages far apart, is a statement of its own, and a witness of every other it prints.
 */
export function groupByPlace(
  members: readonly Member[],
  articles: ReadonlyMap<string, Article>,
): Group[] {
  const rows = members.map((member) => rowOf(member, member.location!))
  const records = [...groupBy(rows, (row) => row.record)].sort(([a], [b]) => compareText(a, b))
  return records.flatMap(([, inRecord]) => groupInRecord(inRecord.toSorted(longestFirst), articles))
}

function rowOf(member: Member, location: Location): Row {
  const passages = recordPassages([location])[0]!.spans
  return {
    member,
    record: location.record,
    passages,
    span: hull(passages),
  }
}

function longestFirst(a: Row, b: Row): number {
  return (
    lengthOf(b.span) - lengthOf(a.span) ||
    a.span.from - b.span.from ||
    byPlace(a.member.quotation, b.member.quotation) ||
    compareSpans(hull(a.member.spans), hull(b.member.spans))
  )
}

function lengthOf({ from, to }: Span): number {
  return to - from
}

function groupInRecord(rows: readonly Row[], articles: ReadonlyMap<string, Article>): Group[] {
  const ties = (row: Row): boolean => row.passages.length === 1 && lengthOf(row.span) <= MAX_TIE
  const hubs = gather(rows.filter(ties))
  const long = rows.filter((row) => !ties(row))
  for (const hub of hubs) {
    for (const row of long) {
      const part =
        shareOf(hub.row.span, row.passages) >= MIN_PRINTED && partOf(row, hub.row, articles)
      if (part) hub.members.push(part)
    }
  }
  return [...hubs, ...gather(long)]
    .sort((a, b) => a.row.span.from - b.row.span.from || longestFirst(a.row, b.row))
    .map((hub) => hub.members)
}

/** Puts each row to the hub that has most of it, or makes it a hub. */
function gather(rows: readonly Row[]): Hub[] {
  const hubs: Hub[] = []
  for (const row of rows) {
    const hub = bestHub(hubs, row)
    if (!hub) hubs.push({ row, rows: [row], members: [row.member] })
    else {
      hub.rows.push(row)
      hub.members.push(row.member)
    }
  }
  return hubs
}

/** The hub that has most of a row's passage, and enough, the longer of two; else one that has it in another row's. */
function bestHub(hubs: readonly Hub[], row: Row): Hub | null {
  let best: Hub | null = null
  let most = MIN_SHARE
  for (const hub of hubs) {
    const share = shareOf(row.span, hub.row.passages)
    if (share > most) {
      best = hub
      most = share
    }
  }
  return best ?? hubs.find((hub) => hub.rows.some((one) => holds(one, row))) ?? null
}

/** Whether a row's passage lies whole in another row's: it lengthens no chain. */
function holds(outer: Row, inner: Row): boolean {
  return outer.passages.some((passage) => covers(passage, inner.span))
}

/** Share of a span that lies in some passages. */
function shareOf(span: Span, passages: readonly Span[]): number {
  const shared = passages.flatMap((passage) => clip(passage, span)).map(lengthOf)
  return shared.reduce((sum, length) => sum + length, 0) / lengthOf(span)
}

/** The part of a long quotation that prints a hub's passage; null where the passage is just what it skips. */
function partOf(row: Row, hub: Row, articles: ReadonlyMap<string, Article>): Member | null {
  const spans = maybePart(
    searched(passageOf(row.member, articles)),
    passageOf(hub.member, articles),
  )
  if (!spans) return null
  const { quotation, location } = row.member
  const segments = location!.segments.flatMap(({ record }) =>
    clip(record, hub.span).map((within) => ({ printed: hull(spans), record: within })),
  )
  if (segments.length === 0) return null
  return { quotation, spans, location: { ...location!, segments } }
}

function passageOf({ quotation, spans }: Member, articles: ReadonlyMap<string, Article>): Passage {
  return { text: articles.get(quotation.article)!.text, spans }
}
