import { longestRun } from "../search/anchors.ts"
import { type Query, queryForText } from "../search/query.ts"
import { type Hit, seekInText } from "../search/seek.ts"
import { textRange } from "../search/word-index.ts"
import { neededBits } from "./evidence.ts"
import { lengthOf, type Pile } from "./pile.ts"
import { MIN_RUN, mayShareRun, reachableBits } from "./reach.ts"
import { findSharers, type Shelf } from "./shelf.ts"
import { matchNames, type SpeakerMatch } from "./speaker.ts"

/** Share of the shorter text, in bits, that must stand in the longer one. At a half, one pair in seven was two lines
 * of like words ("We’re going to win"); at three quarters one in forty (`eval/statements.mjs`). */
const MIN_SHARE = 0.75
/** The same where many of the words stand in one run. */
const MIN_SHARE_OF_RUN = 0.45
/** Bits of evidence beyond the logarithm of the number of words on all pages. */
const MARGIN_BITS: Record<SpeakerMatch, number> = { same: 4, unknown: 6, other: 12 }
/** A text is compared with at most so many others that share rare words with it. */
const MAX_COMPARED = 6
/** Share of the bits needed that runs of equal words must tell; near forms may make up the rest. */
const EXACT_SHARE = 0.9
/** Share of the bits needed that the rare words looked at must have; common words may make up the rest. */
const SHARED_RARE = 0.9

/** A text that has enough of another, and what share of its bits. */
export interface Host {
  readonly text: number
  readonly share: number
}

/** The texts before a place on a shelf, of those that may be, that have enough of a text; the one with most of it first. */
export function findHosts(
  text: number,
  pile: Pile,
  shelf: Shelf,
  before: number,
  mayBe: (other: number) => boolean = () => true,
): Host[] {
  const { index } = pile
  const total = bitsIn(text, pile)
  const others = sharers(text, total, pile, shelf, before, mayBe).filter((other) =>
    mayHost(text, other, total, pile),
  )
  if (others.length === 0) return []
  const query = queryForText(index, text)
  const floor = EXACT_SHARE * neededBits(index, 0)
  return others
    .flatMap((other): Host[] => {
      const [hit] = seekInText(query, index, other, floor)
      return hit && isSame(hit, query, pile, text, other)
        ? [{ text: other, share: hit.bits / total }]
        : []
    })
    .sort(
      (a, b) =>
        b.share - a.share || lengthOf(pile, b.text) - lengthOf(pile, a.text) || a.text - b.text,
    )
}

function bitsIn(text: number, { index, bitsOf }: Pile): number {
  const { from, to } = textRange(index, text)
  let bits = 0
  for (let position = from; position < to; position++) bits += bitsOf[index.words[position]!]!
  return bits
}

function isSame(hit: Hit, query: Query, pile: Pile, a: number, b: number): boolean {
  const match = matchNames(pile.speakers[a]!, pile.speakers[b]!)
  if (hit.bits < neededBits(pile.index, MARGIN_BITS[match])) return false
  const run = longestRun(hit.anchors)
  const share = hit.bits / query.sums.at(-1)!
  return run >= MIN_RUN ? share >= MIN_SHARE_OF_RUN : match !== "other" && share >= MIN_SHARE
}

/** Room for what rounding adds to a sum of bits. */
const ROUNDING = 1e-6

/** Whether `isSame` can hold of two texts, as far as can be told without comparing them: false only where it cannot. */
function mayHost(text: number, other: number, total: number, pile: Pile): boolean {
  const { index, speakers, bitsOf, reach } = pile
  const bits = reachableBits(text, other, index, bitsOf, reach) + ROUNDING
  if (bits < MIN_SHARE_OF_RUN * total) return false
  const match = matchNames(speakers[text]!, speakers[other]!)
  if (bits < neededBits(index, MARGIN_BITS[match])) return false
  return (match !== "other" && bits >= MIN_SHARE * total) || mayShareRun(text, other, index, reach)
}

/** The texts, of those that may be, that share most with another, by the bits of the rare words they share; enough only. */
function sharers(
  text: number,
  total: number,
  pile: Pile,
  shelf: Shelf,
  before: number,
  mayBe: (other: number) => boolean,
): number[] {
  const { index, bitsOf } = pile
  const enough = SHARED_RARE * Math.min(neededBits(index, 0), total)
  return findSharers(rareFirst(text, pile), bitsOf, index, shelf, before, enough)
    .map(({ place, bits }) => ({ text: shelf.texts[place]!, bits }))
    .filter((one) => mayBe(one.text))
    .sort((a, b) => b.bits - a.bits || a.text - b.text)
    .slice(0, MAX_COMPARED)
    .map((one) => one.text)
}

/** A text's distinct words, rarest first. */
function* rareFirst(text: number, { index, rarest, ranks }: Pile): Generator<number> {
  const { from, to } = textRange(index, text)
  const sorted = new Uint32Array(to - from)
  for (let i = 0; i < sorted.length; i++) sorted[i] = ranks[index.words[from + i]!]!
  sorted.sort()
  for (let i = 0; i < sorted.length; i++)
    if (i === 0 || sorted[i] !== sorted[i - 1]) yield rarest[sorted[i]!]!
}
