import { type PassageQuery, queryFor } from "../search/query.ts"
import { rankTexts } from "../search/rank.ts"
import { type Hit, seekInText } from "../search/seek.ts"
import { findWhole } from "../search/whole.ts"
import type { Passage } from "../text/passage.ts"
import { compareSpans, hull, type Span } from "../text/span.ts"
import { neededBits } from "./evidence.ts"
import { daysBetween, type Hints, isForetold, isNews } from "./hints.ts"
import type { RecordIndex } from "./record-index.ts"
import { isRetold, seekRetold } from "./retold.ts"
import { findSegments } from "./segments.ts"
import { matchAny, type SpeakerMatch } from "./speaker.ts"
import { speakersAt } from "./speakers-at.ts"
import type { Location } from "./statement.ts"

/** Records that are looked at closely for one quotation, at most. */
const MAX_RECORDS = 4
/** A place with so much of a quotation's bits is complete. */
const COMPLETE_SHARE = 0.9
/** Beside a complete place, records are looked at that have so much of the best one's words close together: the same
 * words may straddle the cells that are counted otherwise there. */
const EVEN_SHARE = 0.7
/** Share of a quotation's bits that must stand in a passage before the passage is claimed as its place: a tenth of the
 * quotations whose record was taken away still find half of theirs somewhere, one in seventy three fifths. */
const SURE_SHARE = 0.6
/** The same where the passage is the named speaker's. */
const SURE_SHARE_OF_SPEAKER = 0.57
/** The same where it was spoken only after the quotation was printed: who repeats himself changes less. */
const SURE_SHARE_FORETOLD = 0.8
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
/** Places within so many bits of the best one are told apart by their context only. */
const TIE_BITS = 6

/** A place that may be a quotation's, with all that tells for it. */
export interface Candidate {
  readonly text: number
  readonly location: Location
  /** Hull of the place in the record. */
  readonly span: Span
  readonly bits: number
}

/** The places that tell about as much as the best one, best first. */
export function findCandidates(passage: Passage, hints: Hints, index: RecordIndex): Candidate[] {
  const query = queryFor(index.words, passage)
  const weighed = (hits: readonly Hit[]): Candidate[] =>
    best(hits.flatMap((hit) => maybeCandidate(hit, query, hints, index)))
  const whole = weighed(findWhole(query, index.words))
  if (whole[0] && whole[0].bits >= query.sums.at(-1)!) return whole
  const found = weighed(seekInRecords(query, index))
  if (found[0] && !found[0].location.unsure) return found
  const retold = weighed(seekRetold(query, hints, index))
  return retold[0]?.location.retold ? retold : found
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
    for (const hit of seekInText(query, index.words, text)) hits.push(hit)
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
  const speakers = speakersAt(record, segments)
  const match = matchAny(hints.speaker, speakers)
  const share = hit.bits / query.sums.at(-1)!
  const enough = hit.bits >= neededBits(index.words, MARGIN_BITS[match])
  if (share < (enough ? UNSURE_SHARE : WHOLE_SHARE)) return []
  const days = daysBetween(record.published?.value ?? null, hints.date)
  const isClaimed = enough && share >= sureShare(match, days)
  const retold = share < SURE_SHARE && isNews(days) && isRetold(hit, query, hints, index, match)
  const location = {
    record: record.id,
    segments,
    similarity: hit.matched / query.words.length,
    speakers,
    unsure: !isClaimed && !retold,
    retold,
  }
  const span = hull(segments.map((segment) => segment.record))
  return [{ text: hit.text, location, span, bits: hit.bits + SPEAKER_BITS[match] + dateBits(days) }]
}

function sureShare(match: SpeakerMatch, days: number): number {
  if (isForetold(days)) return SURE_SHARE_FORETOLD
  return match === "same" ? SURE_SHARE_OF_SPEAKER : SURE_SHARE
}

function dateBits(days: number): number {
  if (isForetold(days)) return LATER_BITS
  return isNews(days) ? NEWS_BITS : 0
}
