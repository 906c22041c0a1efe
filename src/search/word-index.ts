import { firstWhere } from "../text/first-where.ts"
import type { Passage } from "../text/passage.ts"
import { findTokens } from "../text/tokens.ts"
import { indexTriples, type Triples } from "./triples.ts"
import { readPlaces, WordTable } from "./word-table.ts"

/**
 * Where every word of a collection of texts stands. The words of all texts are numbered through: a position is one
 * word of one text. Plain arrays, most of which can be made again from the first few (`WordList`).
 */
export interface WordIndex extends WordList {
  /** The compared form of each number. */
  readonly forms: readonly string[]
  /** How often each word is met, and how many words are: here, or in a larger body of text that this is part of. */
  readonly counts: Uint32Array
  readonly total: number
  /** Each word's first entry in `postings`; behind the last word, their number. */
  readonly postingStarts: Uint32Array
  /** The positions of each word, ascending. */
  readonly postings: Uint32Array
  readonly triples: Triples
}

/** The words of a collection and where they stand. */
export interface WordList {
  /** The number of each compared form, from 0 on in the order of the map. */
  readonly vocabulary: ReadonlyMap<string, number>
  /** Each text's first position; behind the last text, the number of positions. */
  readonly starts: Uint32Array
  /** The word at each position. */
  readonly words: Uint32Array
  /** Where the position's word begins and ends in its text. */
  readonly from: Uint32Array
  readonly to: Uint32Array
}

/** Positions of one text or a stretch of it, half open. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** Indexes the words of the passages, in their order. */
export function indexWords(passages: readonly Passage[]): WordIndex {
  return completeIndex(listWords(passages))
}

/** Makes an index of a word list by counting sorts only, so that a list read from a file is an index at once. */
export function completeIndex(list: WordList): WordIndex {
  const { vocabulary, words } = list
  const counts = new Uint32Array(vocabulary.size)
  for (let position = 0; position < words.length; position++) counts[words[position]!]!++
  return {
    ...list,
    forms: [...vocabulary.keys()],
    counts,
    total: words.length,
    ...post(words, counts),
    triples: indexTriples(words),
  }
}

/** The same index with its words counted in the larger texts that its passages are from. */
export function countedIn(index: WordIndex, passages: readonly Passage[]): WordIndex {
  const counts = new Uint32Array(index.vocabulary.size)
  const numbers: number[] = []
  const table = new WordTable((norm) => {
    numbers.push(index.vocabulary.get(comparedForm(norm)) ?? -1)
  })
  let total = 0
  const count = (place: number): void => {
    const word = numbers[place]!
    if (word >= 0) counts[word]!++
    total++
  }
  for (const { text, spans } of passages)
    for (const span of spans) readPlaces(text, span, table, count)
  return { ...index, counts, total }
}

/** How a word is looked up: transcripts often lose their apostrophes ("dont", "thats"). */
export function comparedForm(norm: string): string {
  return norm.includes("'") ? norm.replaceAll("'", "") : norm
}

function listWords(passages: readonly Passage[]): WordList {
  const vocabulary = new Map<string, number>()
  const starts = new Uint32Array(passages.length + 1)
  const words: number[] = []
  const from: number[] = []
  const to: number[] = []
  for (const [number, { text, spans }] of passages.entries()) {
    starts[number] = words.length
    for (const span of spans) {
      for (const token of findTokens(text, span)) {
        words.push(wordNumber(vocabulary, comparedForm(token.norm)))
        from.push(token.from)
        to.push(token.to)
      }
    }
  }
  starts[passages.length] = words.length
  return {
    vocabulary,
    starts,
    words: Uint32Array.from(words),
    from: Uint32Array.from(from),
    to: Uint32Array.from(to),
  }
}

function wordNumber(vocabulary: Map<string, number>, form: string): number {
  const known = vocabulary.get(form)
  if (known !== undefined) return known
  vocabulary.set(form, vocabulary.size)
  return vocabulary.size - 1
}

/** Counting sort of the positions by their words. */
function post(
  words: Uint32Array,
  counts: Uint32Array,
): Pick<WordIndex, "postingStarts" | "postings"> {
  const postingStarts = new Uint32Array(counts.length + 1)
  for (const [word, count] of counts.entries()) {
    postingStarts[word + 1] = postingStarts[word]! + count
  }
  const next = postingStarts.slice()
  const postings = new Uint32Array(words.length)
  for (let position = 0; position < words.length; position++) {
    postings[next[words[position]!]!++] = position
  }
  return { postingStarts, postings }
}

/** The positions of one text. */
export function textRange(index: WordIndex, text: number): Range {
  return { from: index.starts[text]!, to: index.starts[text + 1]! }
}

/** The text in which a position lies. */
export function textAt(index: WordIndex, position: number): number {
  return firstWhere(index.starts.length - 2, (text) => index.starts[text + 1]! > position)
}

/** How often a word stands in the indexed texts themselves. */
export function frequency(index: WordIndex, word: number): number {
  return index.postingStarts[word + 1]! - index.postingStarts[word]!
}
