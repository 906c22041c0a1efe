import { frequency, textRange, type WordIndex } from "../search/word-index.ts"

/** Positions looked at for one text, about; rare words come first. */
const MAX_POSITIONS = 1500

/** Some texts of an index in an order of their own, by the words they hold: a text is looked for among those before it. */
export interface Shelf {
  readonly texts: readonly number[]
  /** Each word's first entry in `places`; behind the last word, their number. */
  readonly starts: Uint32Array
  /** The places on the shelf of the texts that hold the word, each once, ascending. */
  readonly places: Uint32Array
  /** Room for a score of each text; all zero between two searches. */
  readonly scores: Float64Array
}

export function shelve(texts: readonly number[], index: WordIndex): Shelf {
  const starts = new Uint32Array(index.vocabulary.size + 1)
  eachWord(texts, index, (word) => starts[word + 1]!++)
  for (let word = 1; word < starts.length; word++) starts[word]! += starts[word - 1]!
  const places = new Uint32Array(starts.at(-1)!)
  const next = starts.slice()
  eachWord(texts, index, (word, place) => {
    places[next[word]!++] = place
  })
  return { texts, starts, places, scores: new Float64Array(texts.length) }
}

/** Each text's words, each once, with the text's place. */
function eachWord(
  texts: readonly number[],
  index: WordIndex,
  tell: (word: number, place: number) => void,
): void {
  const last = new Int32Array(index.vocabulary.size).fill(-1)
  for (const [place, text] of texts.entries()) {
    const { from, to } = textRange(index, text)
    for (let position = from; position < to; position++) {
      const word = index.words[position]!
      if (last[word] === place) continue
      last[word] = place
      tell(word, place)
    }
  }
}

/** A text by its place on a shelf, and what the rare words that it shares with another tell, in bits. */
export interface Sharer {
  readonly place: number
  readonly bits: number
}

/**
 * The texts before a place on the shelf that share so many bits of rare words with another, in no order.
 *
 * @param words the other's distinct words, rarest first
 * @param bitsOf what each word of the index tells
 */
export function findSharers(
  words: Iterable<number>,
  bitsOf: Float64Array,
  index: WordIndex,
  { starts, places, scores }: Shelf,
  before: number,
  enough: number,
): Sharer[] {
  const touched: number[] = []
  let positions = 0
  for (const word of words) {
    const isFirst = positions === 0
    positions += frequency(index, word)
    if (!isFirst && positions > MAX_POSITIONS) break
    const end = starts[word + 1]!
    for (let entry = starts[word]!; entry < end; entry++) {
      const place = places[entry]!
      if (place >= before) break
      if (scores[place] === 0) touched.push(place)
      scores[place]! += bitsOf[word]!
    }
  }
  const sharers: Sharer[] = []
  for (const place of touched) {
    if (scores[place]! >= enough) sharers.push({ place, bits: scores[place]! })
    scores[place] = 0
  }
  return sharers
}
