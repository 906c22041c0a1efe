import { type Article, bodyBlocks } from "../article/article.ts"
import { surprise } from "../search/query.ts"
import { countedIn, indexWords, textRange, type WordIndex } from "../search/word-index.ts"
import type { Passage } from "../text/passage.ts"
import { type Reach, reachOf } from "./reach.ts"
import { type Name, readName } from "./speaker.ts"

/** Texts that may be the same words, each with who said them; a text of the index is the one of the same number. */
export interface Pile {
  readonly passages: readonly Passage[]
  readonly speakers: readonly Name[]
  readonly index: WordIndex
  /** What each word of the index tells, in bits. */
  readonly bitsOf: Float64Array
  /** The words of the index, rarest first, and where each stands among them. */
  readonly rarest: Uint32Array
  readonly ranks: Uint32Array
  readonly reach: Reach
}

/** Indexes the passages; how rare a word is, the pages they are from tell. */
export function pileUp(
  passages: readonly Passage[],
  speakers: readonly (string | null)[],
  pages: readonly Article[],
): Pile {
  const bodies = pages.map((page) => ({ text: page.text, spans: bodyBlocks(page) }))
  const index = countedIn(indexWords(passages), bodies)
  const bitsOf = Float64Array.from(index.counts, (_, word) => surprise(index, word))
  const rarest = Uint32Array.from(index.counts.keys()).sort(
    (a, b) => bitsOf[b]! - bitsOf[a]! || a - b,
  )
  const ranks = new Uint32Array(rarest.length)
  for (const [rank, word] of rarest.entries()) ranks[word] = rank
  const reach = reachOf(index, passages.length)
  return { passages, speakers: speakers.map(readName), index, bitsOf, rarest, ranks, reach }
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
