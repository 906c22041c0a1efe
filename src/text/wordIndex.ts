import type { Passage } from "./passage.ts"
import { findTokens } from "./tokens.ts"

/**
 * Where every word of a collection of texts stands. The words of all texts are numbered through: a position is one
 * word of one text. Plain arrays, so that an index can be written to a file and read back as it is.
 */
export interface WordIndex {
  /** The number of each compared form. */
  readonly vocabulary: ReadonlyMap<string, number>
  /** The compared form of each number. */
  readonly forms: readonly string[]
  /** Each text's first position; behind the last text, the number of positions. */
  readonly starts: Uint32Array
  /** The word at each position. */
  readonly words: Uint32Array
  /** Where the position's word begins and ends in its text. */
  readonly from: Uint32Array
  readonly to: Uint32Array
  /** How often each word is met, and how many words are: here, or in a larger body of text that this is part of. */
  readonly counts: Uint32Array
  readonly total: number
  /** Each word's first entry in `postings`; behind the last word, their number. */
  readonly postingStarts: Uint32Array
  /** The positions of each word, ascending. */
  readonly postings: Uint32Array
}

/** Positions of one text or a stretch of it, half open. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** Numbers the words of the passages, in their order. */
export function indexWords(passages: readonly Passage[]): WordIndex {
  const vocabulary = new Map<string, number>()
  const starts = new Uint32Array(passages.length + 1)
  const words: number[] = []
  const from: number[] = []
  const to: number[] = []
  for (const [number, { text, spans }] of passages.entries()) {
    starts[number] = words.length
    for (const span of spans) {
      for (const token of findTokens(text, span)) {
        words.push(wordNumber(vocabulary, token.norm))
        from.push(token.from)
        to.push(token.to)
      }
    }
  }
  starts[passages.length] = words.length
  return {
    vocabulary,
    forms: [...vocabulary.keys()],
    starts,
    words: Uint32Array.from(words),
    from: Uint32Array.from(from),
    to: Uint32Array.from(to),
    ...count(words, vocabulary.size),
    ...post(words, vocabulary.size),
  }
}

/** The same index with its words counted in the larger texts that its passages are from. */
export function countedIn(index: WordIndex, passages: readonly Passage[]): WordIndex {
  const counts = new Uint32Array(index.vocabulary.size)
  let total = 0
  for (const { text, spans } of passages) {
    for (const span of spans) {
      for (const { norm } of findTokens(text, span)) {
        const word = index.vocabulary.get(norm)
        if (word !== undefined) counts[word]!++
        total++
      }
    }
  }
  return { ...index, counts, total }
}

function count(words: readonly number[], size: number): Pick<WordIndex, "counts" | "total"> {
  const counts = new Uint32Array(size)
  for (const word of words) counts[word]!++
  return { counts, total: words.length }
}

function wordNumber(vocabulary: Map<string, number>, norm: string): number {
  const known = vocabulary.get(norm)
  if (known !== undefined) return known
  vocabulary.set(norm, vocabulary.size)
  return vocabulary.size - 1
}

/** Counting sort of the positions by their words. */
function post(
  words: readonly number[],
  size: number,
): Pick<WordIndex, "postingStarts" | "postings"> {
  const postingStarts = new Uint32Array(size + 1)
  for (const word of words) postingStarts[word + 1]!++
  for (let word = 0; word < size; word++) postingStarts[word + 1]! += postingStarts[word]!
  const next = postingStarts.slice()
  const postings = new Uint32Array(words.length)
  for (const [position, word] of words.entries()) postings[next[word]!++] = position
  return { postingStarts, postings }
}

/** The positions of one text. */
export function textRange(index: WordIndex, text: number): Range {
  return { from: index.starts[text]!, to: index.starts[text + 1]! }
}

/** The text in which a position lies. */
export function textAt(index: WordIndex, position: number): number {
  let low = 0
  let high = index.starts.length - 1
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if (index.starts[middle]! <= position) low = middle
    else high = middle
  }
  return low
}

/** The entries of `postings` that hold a word's positions within a range. */
export function postingsIn(index: WordIndex, word: number, range: Range): Range {
  const first = index.postingStarts[word]!
  const last = index.postingStarts[word + 1]!
  const from = lowerBound(index.postings, range.from, first, last)
  return { from, to: lowerBound(index.postings, range.to, from, last) }
}

/** The first entry from `low` on, before `high`, that is not below `value`. */
function lowerBound(sorted: Uint32Array, value: number, low: number, high: number): number {
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}

/** How often a word stands in the whole collection. */
export function frequency(index: WordIndex, word: number): number {
  return index.postingStarts[word + 1]! - index.postingStarts[word]!
}
