import { type Passage, passageTokens } from "../text/passage.ts"
import type { Token } from "../text/tokens.ts"
import { comparedForm, textRange, type WordIndex } from "./word-index.ts"
import { placesByWord, type WordPlaces } from "./word-places.ts"

/** Words that are looked for in an index. */
export interface Query {
  /** Each word as it is looked up. */
  readonly forms: readonly string[]
  /** Each word's number in the index; -1 where the index does not know the word. */
  readonly words: Int32Array
  /** What meeting the word at a given place tells, in bits: -log2 of its share of all words. */
  readonly bits: Float64Array
  /** Running sum of `bits`: what the words before each place tell together. */
  readonly sums: Float64Array
  /** Made when first asked for: a query that stands somewhere word for word needs none. */
  readonly places: () => WordPlaces
}

/** The words of a passage that is looked for. */
export interface PassageQuery extends Query {
  readonly tokens: readonly Token[]
}

/** The words of a passage as an index sees them. */
export function queryFor(index: WordIndex, passage: Passage): PassageQuery {
  const tokens = passageTokens(passage)
  const forms = tokens.map(({ norm }) => comparedForm(norm))
  const words = new Int32Array(forms.length)
  for (let place = 0; place < forms.length; place++)
    words[place] = index.vocabulary.get(forms[place]!) ?? -1
  return { tokens, ...queryOf(index, forms, words) }
}

/** The words of one of the index's own texts. */
export function queryForText(index: WordIndex, text: number): Query {
  const { from, to } = textRange(index, text)
  const words = Int32Array.from(index.words.subarray(from, to))
  const forms = Array.from(words, (word) => index.forms[word]!)
  return queryOf(index, forms, words)
}

function queryOf(index: WordIndex, forms: readonly string[], words: Int32Array): Query {
  const bits = new Float64Array(words.length)
  const sums = new Float64Array(words.length + 1)
  for (let place = 0; place < words.length; place++) {
    bits[place] = surprise(index, words[place]!)
    sums[place + 1] = sums[place]! + bits[place]!
  }
  let known: WordPlaces | null = null
  const places = (): WordPlaces => {
    known ??= placesByWord(words)
    return known
  }
  return { forms, words, bits, sums, places }
}

/** A word that the index does not know is as rare as one that it holds once. */
export function surprise(index: WordIndex, word: number): number {
  return Math.log2((index.total + 1) / Math.max(1, index.counts[word] ?? 0))
}
