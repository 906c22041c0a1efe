import { type Article, bodyBlocks } from "../article/article.ts"
import { addTo } from "../text/group-by.ts"
import type { Passage } from "../text/passage.ts"
import { type Query, queryForText } from "../text/query.ts"
import { type Hit, seekInText } from "../text/seek.ts"
import { countedIn, frequency, indexWords, textRange, type WordIndex } from "../text/word-index.ts"
import { neededBits } from "./evidence.ts"
import { matchSpeakers, type SpeakerMatch } from "./speaker.ts"

/** Share of the shorter text, in bits, that must stand in the longer one. At a half, one pair in seven was two lines
 * of like words ("We’re going to win"); at three quarters one in forty (`eval/statements.mjs`). */
const MIN_SHARE = 0.75
/** The same where many of the words stand in one run. */
const MIN_SHARE_OF_RUN = 0.45
/** Share of a text, in bits, that makes it lie whole in another. */
const WHOLE_SHARE = 0.8
/** Words in one run that make two texts the same words even where pages name two speakers for them: one of the pages
 * is wrong. */
const MIN_RUN = 8
/** Bits of evidence beyond the logarithm of the number of words on all pages. */
const MARGIN_BITS: Record<SpeakerMatch, number> = { same: 4, unknown: 6, other: 12 }
/** A text is compared with at most so many others that share rare words with it. */
const MAX_COMPARED = 6
/** Positions looked at for one text, about; rare words come first. */
const MAX_POSITIONS = 1500
/** Share of the bits needed that runs of equal words must tell; near forms may make up the rest. */
const EXACT_SHARE = 0.9
/** Share of the bits needed that the rare words looked at must have; common words may make up the rest. */
const SHARED_RARE = 0.9

/** Texts that may be the same words, each with who said them; a text of the index is the one of the same number. */
export interface Pile {
  readonly passages: readonly Passage[]
  readonly speakers: readonly (string | null)[]
  readonly index: WordIndex
  /** The text in which each of the index's postings lies. */
  readonly holders: Uint32Array
  /** Room for a score of each text; all zero between two searches. */
  readonly scores: Float64Array
}

/** Indexes the passages; how rare a word is, the pages they are from tell. */
export function pileUp(
  passages: readonly Passage[],
  speakers: readonly (string | null)[],
  pages: readonly Article[],
): Pile {
  const bodies = pages.map((page) => ({ text: page.text, spans: bodyBlocks(page) }))
  const index = countedIn(indexWords(passages), bodies)
  const textAt = new Uint32Array(index.words.length)
  for (const text of passages.keys()) textAt.fill(text, index.starts[text], index.starts[text + 1])
  const holders = index.postings.map((position) => textAt[position]!)
  return { passages, speakers, index, holders, scores: new Float64Array(passages.length) }
}

/** Words of a text of the pile. */
export function lengthOf({ index }: Pile, text: number): number {
  const { from, to } = textRange(index, text)
  return to - from
}

/** The numbers of all texts, those with most words first. */
export function longestFirst(pile: Pile): number[] {
  return pile.passages
    .map((_, text) => text)
    .sort((a, b) => lengthOf(pile, b) - lengthOf(pile, a) || a - b)
}

/**
 * Puts each text, in the order given, to the hub that has most of it, or makes it a hub: hub, then its texts. A text
 * that lies whole in one that was put to a hub goes there too: it lengthens no chain.
 */
export function gather(
  texts: readonly number[],
  pile: Pile,
  mayJoin: (text: number, hub: number) => boolean = () => true,
): Map<number, number[]> {
  const hubOf = new Map<number, number>()
  const groups = new Map<number, number[]>()
  for (const text of texts) {
    const hosts = findHosts(text, pile, (other) => {
      const hub = hubOf.get(other)
      return hub !== undefined && mayJoin(text, hub)
    })
    const host = hosts.find((one) => groups.has(one.text) || one.share >= WHOLE_SHARE)
    const hub = host ? hubOf.get(host.text)! : text
    hubOf.set(text, hub)
    addTo(groups, hub, text)
  }
  return groups
}

/** A text that has enough of another, and what share of its bits. */
interface Host {
  readonly text: number
  readonly share: number
}

/** The texts, of those that may be, that have enough of a text; the one with most of it first. */
export function findHosts(text: number, pile: Pile, mayBe: (other: number) => boolean): Host[] {
  const query = queryForText(pile.index, text)
  const floor = EXACT_SHARE * neededBits(pile.index, 0)
  return sharers(query, pile, (other) => other !== text && mayBe(other))
    .flatMap((other): Host[] => {
      const [hit] = seekInText(query, pile.index, other, floor)
      const isHost = hit && isSame(hit, query, pile, text, other)
      return isHost ? [{ text: other, share: hit.bits / query.sums.at(-1)! }] : []
    })
    .sort(
      (a, b) =>
        b.share - a.share || lengthOf(pile, b.text) - lengthOf(pile, a.text) || a.text - b.text,
    )
}

function isSame(hit: Hit, query: Query, { index, speakers }: Pile, a: number, b: number): boolean {
  const match = matchSpeakers(speakers[a]!, speakers[b]!)
  if (hit.bits < neededBits(index, MARGIN_BITS[match])) return false
  const run = Math.max(...hit.anchors.map((anchor) => anchor.length))
  const share = hit.bits / query.sums.at(-1)!
  return run >= MIN_RUN ? share >= MIN_SHARE_OF_RUN : match !== "other" && share >= MIN_SHARE
}

/** The texts, of those that may be, that share most with a query, by the bits of the words they share; enough only. */
function sharers(query: Query, pile: Pile, mayBe: (text: number) => boolean): number[] {
  const { index, scores } = pile
  const touched = scoreTexts(query, pile)
  const enough = SHARED_RARE * Math.min(neededBits(index, 0), query.sums.at(-1)!)
  const sharing = touched
    .filter((text) => scores[text]! >= enough && mayBe(text))
    .sort((a, b) => scores[b]! - scores[a]! || a - b)
    .slice(0, MAX_COMPARED)
  for (const text of touched) scores[text] = 0
  return sharing
}

/** Scores the texts by the bits of the rare words they share with a query; tells which have a score. */
function scoreTexts(query: Query, { index, holders, scores }: Pile): number[] {
  const touched: number[] = []
  let positions = 0
  for (const [word, bits] of rareFirst(query)) {
    positions += frequency(index, word)
    if (touched.length > 0 && positions > MAX_POSITIONS) break
    let last = -1
    const end = index.postingStarts[word + 1]!
    for (let entry = index.postingStarts[word]!; entry < end; entry++) {
      const text = holders[entry]!
      if (text === last) continue
      last = text
      if (scores[text] === 0) touched.push(text)
      scores[text]! += bits
    }
  }
  return touched
}

/** The query's distinct words that the index knows, with their bits, rarest first. */
function rareFirst(query: Query): [number, number][] {
  const bits = new Map(Array.from(query.words, (word, place) => [word, query.bits[place]!]))
  bits.delete(-1)
  return [...bits].sort((a, b) => b[1] - a[1] || a[0] - b[0])
}
