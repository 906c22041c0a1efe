import { type Article, bodyBlocks, type Turn } from "../article/article.ts"
import { indexWords, type WordIndex } from "../search/word-index.ts"
import { compareText } from "../text/compare-text.ts"
import { firstWhere } from "../text/first-where.ts"
import type { Passage } from "../text/passage.ts"
import type { Span } from "../text/span.ts"

/** Records and where every spoken word of them stands. A text of the word index is the record of the same number. */
export interface RecordIndex {
  /** In the order of their ids. */
  readonly records: readonly Article[]
  readonly byId: ReadonlyMap<string, Article>
  readonly words: WordIndex
  /** Numbers of the records that have a day, the earliest first. */
  readonly byDay: Uint32Array
}

/** Indexes what was spoken: the turns without their labels, or the body of a record without turns. */
export function indexRecords(articles: readonly Article[]): RecordIndex {
  const records = articles
    .filter((article) => article.record)
    .toSorted((a, b) => compareText(a.id, b.id))
  return { ...sortRecords(records), words: indexWords(records.map(spokenWords)) }
}

/** The records, in the order of their ids, with the other ways in which they are looked up. */
export function sortRecords(
  records: readonly Article[],
): Pick<RecordIndex, "records" | "byId" | "byDay"> {
  const byId = new Map(records.map((record) => [record.id, record]))
  return { records, byId, byDay: sortByDay(records) }
}

function sortByDay(records: readonly Article[]): Uint32Array {
  const dated = [...records.keys()].filter((text) => records[text]!.published)
  const dayOf = (text: number): string => records[text]!.published!.value
  return Uint32Array.from(dated.toSorted((a, b) => compareText(dayOf(a), dayOf(b)) || a - b))
}

/** The records from one time to another, both as ISO 8601 compares. */
export function textsBetween(
  { records, byDay }: RecordIndex,
  first: string,
  last: string,
): Uint32Array {
  const dayAt = (i: number): string => records[byDay[i]!]!.published!.value
  return byDay.subarray(
    firstWhere(byDay.length, (i) => dayAt(i) >= first),
    firstWhere(byDay.length, (i) => dayAt(i) > last),
  )
}

function spokenWords(record: Article): Passage {
  const parts = record.turns.length > 0 ? record.turns.map((turn) => turn.span) : bodyBlocks(record)
  return { text: record.text, spans: parts.map(({ from, to }) => ({ from, to })) }
}

/** The record of an id; null where the index has none. */
export function maybeRecord({ byId }: RecordIndex, id: string): Article | null {
  return byId.get(id) ?? null
}

/** The turns of a record that a span lies in. */
export function turnsAt({ turns }: Article, span: Span): Turn[] {
  const first = firstWhere(turns.length, (i) => turns[i]!.span.to > span.from)
  let last = first
  while (last < turns.length && turns[last]!.span.from < span.to) last++
  return turns.slice(first, last)
}
