import type { Passage } from "./passage.ts"
import { findTokens, type Token } from "./tokens.ts"
import { comparedForm, type WordIndex } from "./word-index.ts"

/** Words that are looked for in an index. */
export interface Query {
  readonly tokens: readonly Token[]
  /** Each token as it is looked up. */
  readonly forms: readonly string[]
  /** Each token's number in the index; -1 where the index does not know the word. */
  readonly words: Int32Array
  /** What meeting the word at a given place tells, in bits: -log2 of its share of all words. */
  readonly bits: Float64Array
  /** Running sum of `bits`: what the tokens before each place tell together. */
  readonly sums: Float64Array
  /** For each word of the index, its last place in the query; -1 where the query does not have it. */
  readonly last: Int32Array
  /** For each place, the place before it where the same word stands; -1 where there is none. */
  readonly previous: Int32Array
}

/**
 * A word that stands more often in a query is looked for at its first so many places only: a page that repeats one
 * word ten thousand times costs a scan, not a square.
 */
const MAX_PLACES_PER_WORD = 64

/** The words of a passage as an index sees them. */
export function queryFor(index: WordIndex, passage: Passage): Query {
  const tokens = passage.spans.flatMap((span) => findTokens(passage.text, span))
  const forms = tokens.map(comparedForm)
  const words = Int32Array.from(forms, (form) => index.vocabulary.get(form) ?? -1)
  const bits = Float64Array.from(words, (word) => surprise(index, word))
  const sums = new Float64Array(tokens.length + 1)
  for (const [place, value] of bits.entries()) sums[place + 1] = sums[place]! + value
  return { tokens, forms, words, bits, sums, ...placesByWord(words, index.vocabulary.size) }
}

/** A word that the index does not know is as rare as one that it holds once. */
function surprise(index: WordIndex, word: number): number {
  return Math.log2((index.total + 1) / Math.max(1, index.counts[word] ?? 0))
}

function placesByWord(words: Int32Array, size: number): Pick<Query, "last" | "previous"> {
  const last = new Int32Array(size).fill(-1)
  const previous = new Int32Array(words.length).fill(-1)
  const counts = new Map<number, number>()
  for (const [place, word] of words.entries()) {
    const count = counts.get(word) ?? 0
    if (word < 0 || count >= MAX_PLACES_PER_WORD) continue
    counts.set(word, count + 1)
    previous[place] = last[word]!
    last[word] = place
  }
  return { last, previous }
}
