import type { Anchor } from "../search/anchors.ts"
import type { PassageQuery } from "../search/query.ts"
import type { Hit } from "../search/seek.ts"
import { firstWhere } from "../text/first-where.ts"
import type { RecordIndex } from "./record-index.ts"
import type { Location } from "./statement.ts"

/** Words of the record between two runs that make them two passages. */
const MIN_PASSAGE_GAP = 12
/** Words at a quotation's edge that may be other words than the record's and still stand for them. */
const MAX_REWORDED_EDGE = 3

/** A hit's passages: runs close together in one turn of the record and in its order are one. */
export function findSegments(
  hit: Hit,
  query: PassageQuery,
  index: RecordIndex,
): Location["segments"] {
  const runs: Anchor[][] = []
  let turn = -1
  for (const anchor of hit.anchors.flatMap((one) => splitAtTurns(one, hit.text, index))) {
    const last = runs.at(-1)?.at(-1)
    const gap = last ? anchor.position - (last.position + last.length) : -1
    const before = turn
    turn = turnOf(anchor.position, hit.text, index)
    if (gap >= 0 && gap < MIN_PASSAGE_GAP && turn === before) runs.at(-1)!.push(anchor)
    else runs.push([anchor])
  }
  return tellingRuns(runs, query).map((run, i, told) => {
    const words = { first: run[0]!, last: run.at(-1)! }
    const before = i === 0 ? rewordedBefore(words.first, hit, index) : 0
    const after = i === told.length - 1 ? rewordedAfter(words.last, query, hit, index) : 0
    const from = words.first.query - before
    const to = words.last.query + words.last.length - 1 + after
    const first = words.first.position - before
    const last = words.last.position + words.last.length - 1 + after
    return {
      printed: { from: query.tokens[from]!.from, to: query.tokens[to]!.to },
      record: { from: index.words.from[first]!, to: index.words.to[last]! },
    }
  })
}

/** Bits that a passage far from the others must tell by itself: less stands in every long record, four plain words or two rare. */
const MIN_PASSAGE_BITS = 20

/** Without passages that a few common words make: “I tell you” stands somewhere in every speech, and joins nothing. */
function tellingRuns(runs: readonly Anchor[][], { sums }: PassageQuery): readonly Anchor[][] {
  const bitsOf = (run: readonly Anchor[]): number =>
    run.reduce((bits, { query, length }) => bits + sums[query + length]! - sums[query]!, 0)
  const telling = runs.filter((run) => bitsOf(run) >= MIN_PASSAGE_BITS)
  return telling.length > 0 ? telling : runs
}

/** The number of the turn in which a word of the index stands. */
function turnOf(position: number, text: number, { records, words }: RecordIndex): number {
  const { turns } = records[text]!
  return firstWhere(turns.length, (i) => turns[i]!.span.to > words.from[position]!)
}

/** A run that goes on in the next turn, in parts: the label between them is nobody's word. */
function splitAtTurns(anchor: Anchor, text: number, index: RecordIndex): Anchor[] {
  const { query, position, length } = anchor
  const turn = turnOf(position, text, index)
  if (turnOf(position + length - 1, text, index) === turn) return [anchor]
  const first = firstWhere(length, (i) => turnOf(position + i, text, index) > turn)
  const rest = { query: query + first, position: position + first, length: length - first }
  return [{ query, position, length: first }, ...splitAtTurns(rest, text, index)]
}

/** How many words of the record before a first run the quotation's first words stand for. */
function rewordedBefore(first: Anchor, hit: Hit, index: RecordIndex): number {
  const count = first.query
  const start = first.position - count
  const fits = count <= MAX_REWORDED_EDGE && start >= index.words.starts[hit.text]!
  return fits && isOneSentence(index, hit.text, start, first.position) ? count : 0
}

/** How many words of the record behind a last run the quotation's last words stand for. */
function rewordedAfter(last: Anchor, query: PassageQuery, hit: Hit, index: RecordIndex): number {
  const count = query.words.length - (last.query + last.length)
  const end = last.position + last.length - 1
  const fits = count <= MAX_REWORDED_EDGE && end + count < index.words.starts[hit.text + 1]!
  return fits && isOneSentence(index, hit.text, end, end + count) ? count : 0
}

/** Whether no sentence ends between two positions of a record. */
function isOneSentence(index: RecordIndex, text: number, from: number, to: number): boolean {
  const between = index.records[text]!.text.slice(index.words.from[from]!, index.words.from[to]!)
  return !/[.!?\n]/.test(between)
}
