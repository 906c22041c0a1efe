import { type Anchor, longestRun, matchedWords, rangeOf } from "../search/anchors.ts"
import { heaviestChain } from "../search/chain.ts"
import type { PassageQuery } from "../search/query.ts"
import { rankTexts } from "../search/rank.ts"
import { type Hit, seekInText } from "../search/seek.ts"
import { isFunctionWord } from "../text/function-words.ts"
import { isNegation } from "../text/negation.ts"
import { findTokens } from "../text/tokens.ts"
import { type Hints, newsDays } from "./hints.ts"
import { type RecordIndex, textsBetween } from "./record-index.ts"
import type { SpeakerMatch } from "./speaker.ts"

/** Shortest quotation that can be told to be retold, and least runs that its words in common then make. */
const MIN_WORDS = 8
const MIN_RUNS = 3
/** Largest share of the words in common that one run may have: else words were changed around it. */
const MAX_RUN_SHARE = 0.75
/** Least share of the quotation's bits, of the bits of its content words, and least such words. */
const MIN_SHARE = 0.38
const MIN_CONTENT_SHARE = 0.4
const MIN_CONTENT = 3
/** A retelling is about as long as what it retells: so many words of the record for each of the quotation, and more. */
const MAX_LENGTH = 2
const MAX_LONGER = 12
/**
 * Bits of evidence beyond the logarithm of the number of words spoken in those days. Of 3,132 quotations whose
 * transcript is not there six pass, all but one of them the same speaker's same point made again; of 29
 * retranslations 22.
 */
const MARGIN_BITS: Record<SpeakerMatch, number> = {
  same: 30,
  unknown: 36,
  other: Number.POSITIVE_INFINITY,
}
/** Records of those days that are looked at closely, at most. */
const MAX_RECORDS = 6
/** What it weighs against it, in bits, that only one of the two negates. */
const NEGATION_BITS = 10

/** Where a quotation may be retold: in the records of the days before it was printed. */
export function seekRetold(query: PassageQuery, hints: Hints, index: RecordIndex): Hit[] {
  if (query.words.length < MIN_WORDS) return []
  const texts = new Set(textsOfThoseDays(hints, index))
  if (texts.size === 0) return []
  const isOfThoseDays = (text: number): boolean => texts.has(text)
  return rankTexts(query, index.words, MAX_RECORDS, isOfThoseDays).flatMap(({ text }) =>
    seekInText(query, index.words, text).map((hit) => compact(hit, query)),
  )
}

function textsOfThoseDays({ date }: Hints, index: RecordIndex): Uint32Array {
  const days = date === null ? null : newsDays(date)
  return days ? textsBetween(index, days.first, days.last) : new Uint32Array()
}

/** The part of a hit that lies close together and tells most: of what a retelling is made, no words stand far apart. */
function compact(hit: Hit, query: PassageQuery): Hit {
  const sorted = hit.anchors.toSorted((a, b) => a.position - b.position)
  const most = MAX_LENGTH * query.words.length + MAX_LONGER
  let best: Hit | null = null
  for (const [i, first] of sorted.entries()) {
    const near = sorted.slice(i).filter(({ position, length }) => {
      return position + length - first.position <= most
    })
    const chain = heaviestChain(near, query.sums)
    if (chain && chain.bits > (best?.bits ?? 0))
      best = { ...hit, ...chain, matched: matchedWords(chain.anchors) }
  }
  return best ?? hit
}

/**
 * Whether a hit has a quotation's words retold, as two translations of one speech are: other words all along, the same
 * content, and no less negated.
 */
export function isRetold(
  hit: Hit,
  query: PassageQuery,
  hints: Hints,
  index: RecordIndex,
  match: SpeakerMatch,
): boolean {
  const { anchors, matched, bits } = hit
  if (query.words.length < MIN_WORDS || anchors.length < MIN_RUNS) return false
  if (longestRun(anchors) > MAX_RUN_SHARE * matched) return false
  if (bits < MIN_SHARE * query.sums.at(-1)! || !hasContent(anchors, query)) return false
  const against = negates(hit, query, index) ? NEGATION_BITS : 0
  return bits - against >= Math.log2(1 + wordsOfThoseDays(hints, index)) + MARGIN_BITS[match]
}

/** Whether enough of the quotation's content words are among the words in common. */
function hasContent(anchors: readonly Anchor[], { forms, bits }: PassageQuery): boolean {
  const isContent = (place: number): boolean => !isFunctionWord(forms[place]!)
  const all = forms.map((_, place) => place).filter(isContent)
  const shared = anchors
    .flatMap(({ query, length }) => Array.from({ length }, (_, i) => query + i))
    .filter(isContent)
  const told = (places: readonly number[]): number => places.reduce((n, at) => n + bits[at]!, 0)
  return shared.length >= MIN_CONTENT && told(shared) >= MIN_CONTENT_SHARE * told(all)
}

/** Whether only one of the two has a negation. */
function negates({ text, anchors }: Hit, { tokens }: PassageQuery, index: RecordIndex): boolean {
  const range = rangeOf(anchors)
  const span = { from: index.words.from[range.from]!, to: index.words.to[range.to - 1]! }
  const there = findTokens(index.records[text]!.text, span)
  return there.some(({ norm }) => isNegation(norm)) !== tokens.some(({ norm }) => isNegation(norm))
}

function wordsOfThoseDays(hints: Hints, index: RecordIndex): number {
  const { starts } = index.words
  let words = 0
  for (const text of textsOfThoseDays(hints, index)) words += starts[text + 1]! - starts[text]!
  return words
}
