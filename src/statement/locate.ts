import type { Article } from "../article/article.ts"
import type { Quotation } from "../quotation/quotation.ts"
import type { Anchor } from "../text/anchors.ts"
import { groupBy } from "../text/group-by.ts"
import type { Passage } from "../text/passage.ts"
import { type PassageQuery, queryFor } from "../text/query.ts"
import { rankTexts } from "../text/rank.ts"
import { type Hit, seekInText } from "../text/seek.ts"
import { compareSpans, hull, type Span } from "../text/span.ts"
import { findWhole } from "../text/whole.ts"
import { neededBits } from "./evidence.ts"
import { type RecordIndex, turnsAt } from "./record-index.ts"
import { matchAny, type SpeakerMatch } from "./speaker.ts"
import type { Location } from "./statement.ts"

/** Records that are looked at closely for one quotation, at most. */
const MAX_RECORDS = 6
/** A place with so much of a quotation's bits is complete. */
const COMPLETE_SHARE = 0.9
/** Beside a complete place, records are looked at that have so much of the best one's words close together: the same
 * words may straddle the cells that are counted otherwise there. */
const EVEN_SHARE = 0.7
/** Share of a quotation's bits that must stand in a passage before the passage is claimed as its place: a tenth of the
 * quotations whose record was taken away still find half of theirs somewhere, one in seventy three fifths. */
const SURE_SHARE = 0.6
/** The same where the passage is the named speaker's. */
const SURE_SHARE_OF_SPEAKER = 0.52
/** The same for words that were retold throughout, printed in the days after they were spoken: of 29 retranslations 25
 * keep so much, and none of 150 others of the same days does. */
const SURE_SHARE_RETOLD = 0.33
/** Shortest quotation that can be told to be retold, and least runs that its words in common then make. */
const MIN_RETOLD_WORDS = 8
const MIN_RETOLD_RUNS = 3
/** Below this share the passage is not even shown as the nearest. */
const UNSURE_SHARE = 0.3
/** Words too common to tell whose they are: where they stand to the last word, that is worth showing. */
const WHOLE_SHARE = 0.99
/** Bits of evidence beyond the logarithm of the number of words it could have met by chance: for the speaker's own
 * words, for words of nobody in particular, for somebody else's. */
const MARGIN_BITS: Record<SpeakerMatch, number> = { same: 5, unknown: 9, other: 14 }
/** What it weighs, in bits, that the words stand in a turn of the named speaker, or of somebody else. */
const SPEAKER_BITS: Record<SpeakerMatch, number> = { same: 6, unknown: 0, other: -6 }
/** What it weighs, in bits, that the words were spoken in the days before they were printed, or only after. */
const NEWS_BITS = 3
const LATER_BITS = -6
/** News quotes what was said in so many days before. */
const NEWS_DAYS = 7
/** In milliseconds. */
const DAY = 86_400_000
/** Characters of a date that is known to the day. */
const ISO_DAY = 10
/** Places within so many bits of the best one are told apart by their context only. */
const TIE_BITS = 6
/** Places in two records within so many bits are as good as each other. */
const EVEN_BITS = 2
/** A fragment of so many words that stands in several places with nothing to tell them apart has none. */
const MAX_FRAGMENT_WORDS = 3
/** Characters before a place in which the record's speaker may have begun to quote somebody. */
const QUOTED_REACH = 2000
/** Words of the record between two runs that make them two passages. */
const MIN_PASSAGE_GAP = 12
/** Words at a quotation's edge that may be other words than the record's and still stand for them. */
const MAX_REWORDED_EDGE = 3

/** A place that may be a quotation's, with all that tells for it. */
interface Candidate {
  readonly text: number
  readonly location: Location
  /** Hull of the place in the record. */
  readonly span: Span
  readonly bits: number
}

/** What is said about a quotation besides its words. */
export interface Hints {
  readonly speaker: string | null
  /** When it was printed, ISO 8601. */
  readonly date: string | null
}

/** Where a quotation's words stand in the records; null where they do not, or nothing tells which place is theirs. */
export function locate(passage: Passage, hints: Hints, index: RecordIndex): Location | null {
  const candidates = findCandidates(passage, hints, index)
  const place = candidates[0]?.location ?? null
  return place && isAmbiguousFragment(passage, candidates, index) ? unclaimed(place) : place
}

/** The places of all quotations, by quotation id. A line said twice is placed beside its neighbours on the page. */
export function locateAll(
  quotations: readonly Quotation[],
  articles: ReadonlyMap<string, Article>,
  index: RecordIndex,
): Map<string, Location> {
  const pages = [...groupBy(quotations, (quotation) => quotation.article)].flatMap(
    ([id, group]): Row[][] => {
      const page = articles.get(id)
      return page ? [findRows(group, page, index)] : []
    },
  )
  const quoted = countQuoted(pages.flat())
  return new Map(
    pages.flatMap((rows) =>
      settle(
        rows.map((row) => inOneRecord(row, quoted)),
        index,
      ),
    ),
  )
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
function settle(rows: readonly Row[], index: RecordIndex): [string, Location][] {
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
    return [[id, isAmbiguousFragment(passage, candidates, index) ? unclaimed(place) : place]]
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

function isAmbiguousFragment(
  passage: Passage,
  candidates: readonly Candidate[],
  index: RecordIndex,
): boolean {
  if (candidates.length < 2) return false
  return queryFor(index.words, passage).words.length <= MAX_FRAGMENT_WORDS
}

/** The places that tell about as much as the best one, best first. */
function findCandidates(passage: Passage, hints: Hints, index: RecordIndex): Candidate[] {
  const query = queryFor(index.words, passage)
  const candidates = (hits: readonly Hit[]): Candidate[] =>
    hits.flatMap((hit) => maybeCandidate(hit, query, hints, index))
  const whole = candidates(findWhole(query, index.words))
  const isSettled = whole.some(({ bits }) => bits >= query.sums.at(-1)!)
  return best(isSettled ? whole : candidates(seekInRecords(query, index)))
}

/** The candidates that tell about as much as the best one, best first. */
function best(candidates: readonly Candidate[]): Candidate[] {
  const sorted = candidates.toSorted(
    (a, b) => b.bits - a.bits || a.text - b.text || compareSpans(a.span, b.span),
  )
  const [first] = sorted
  return sorted.filter(
    ({ bits, location }) =>
      bits >= first!.bits - TIE_BITS && location.unsure === first!.location.unsure,
  )
}

/** The places in the records that share most with a query; a complete one makes those that share less not worth it. */
function seekInRecords(query: PassageQuery, index: RecordIndex): Hit[] {
  const hits: Hit[] = []
  const ranked = rankTexts(query, index.words, MAX_RECORDS)
  let isComplete = false
  for (const { text, bits } of ranked) {
    if (isComplete && bits < EVEN_SHARE * ranked[0]!.bits) break
    hits.push(...seekInText(query, index.words, text))
    isComplete ||= hits.some((hit) => hit.bits >= COMPLETE_SHARE * query.sums.at(-1)!)
  }
  return hits
}

function maybeCandidate(
  hit: Hit,
  query: PassageQuery,
  hints: Hints,
  index: RecordIndex,
): Candidate[] {
  const record = index.records[hit.text]!
  const segments = findSegments(hit, query, index)
  const span = hull(segments.map((segment) => segment.record))
  const speakers = speakersAt(record, segments, span)
  const match = matchAny(hints.speaker, speakers)
  const share = hit.bits / query.sums.at(-1)!
  const enough = hit.bits >= neededBits(index.words, MARGIN_BITS[match])
  if (share < (enough ? UNSURE_SHARE : WHOLE_SHARE)) return []
  const similarity = hit.matched / query.words.length
  const days = daysBetween(record.published?.value ?? null, hints.date)
  const sure = match === "same" ? SURE_SHARE_OF_SPEAKER : SURE_SHARE
  const retold = match !== "other" && isNews(days) && share < sure && isRetold(hit, query)
  const unsure = !enough || share < (retold ? SURE_SHARE_RETOLD : sure)
  const location = { record: record.id, segments, similarity, speakers, unsure, retold }
  const bits = hit.bits + SPEAKER_BITS[match] + dateBits(days)
  return [{ text: hit.text, location, span, bits }]
}

/** Whether other words stand between those in common all along, as in two translations of one speech. */
function isRetold({ anchors, matched }: Hit, { words }: PassageQuery): boolean {
  const longest = Math.max(...anchors.map((anchor) => anchor.length))
  return (
    words.length >= MIN_RETOLD_WORDS && anchors.length >= MIN_RETOLD_RUNS && longest <= matched / 2
  )
}

/** Days from when words were spoken to when they were printed; NaN where either is not known to the day. */
function daysBetween(said: string | null, printed: string | null): number {
  if (!said || !printed || said.length < ISO_DAY || printed.length < ISO_DAY) return Number.NaN
  return (Date.parse(printed) - Date.parse(said)) / DAY
}

/** Whether words were printed in the days after they were spoken; clocks of two places may differ by a day. */
function isNews(days: number): boolean {
  return days >= -1 && days <= NEWS_DAYS
}

function dateBits(days: number): number {
  if (days < -1) return LATER_BITS
  return isNews(days) ? NEWS_BITS : 0
}

/** Whether the record's speaker quotes somebody else there: then the turn does not say whose words they are. */
function isQuotedThere(record: Article, span: Span): boolean {
  const turn = turnsAt(record, span)[0]
  if (!turn) return false
  const before = record.text.slice(Math.max(turn.span.from, span.from - QUOTED_REACH), span.from)
  const open = Math.max(before.lastIndexOf("“"), before.lastIndexOf("«"))
  const close = Math.max(before.lastIndexOf("”"), before.lastIndexOf("»"))
  return open > close
}

/** Whose words the record says they are; nobody's in particular where a speaker quotes them. */
function speakersAt(record: Article, segments: Location["segments"], span: Span): string[] {
  if (isQuotedThere(record, span)) return []
  const turns = segments.flatMap((segment) => turnsAt(record, segment.record))
  return [...new Set(turns.map((turn) => turn.speaker))]
}

/** A hit's passages: runs close together in the record and in its order are one. */
function findSegments(hit: Hit, query: PassageQuery, index: RecordIndex): Location["segments"] {
  const runs: Anchor[][] = []
  for (const anchor of hit.anchors) {
    const last = runs.at(-1)?.at(-1)
    const gap = last ? anchor.position - (last.position + last.length) : -1
    if (gap >= 0 && gap < MIN_PASSAGE_GAP) runs.at(-1)!.push(anchor)
    else runs.push([anchor])
  }
  return runs.map((run, i) => {
    const words = { first: run[0]!, last: run.at(-1)! }
    const before = i === 0 ? rewordedBefore(words.first, hit, index) : 0
    const after = i === runs.length - 1 ? rewordedAfter(words.last, query, hit, index) : 0
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
