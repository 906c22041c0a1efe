import { mostOf } from "../text/extremes.ts"
import type { Query } from "./query.ts"
import type { Hit } from "./seek.ts"
import { bucketSize, positionsOf, tripleAt } from "./triples.ts"
import { textAt, type WordIndex } from "./word-index.ts"

/** Words that stand whole in more places than this are a stock phrase: which of them is meant, other words must tell. */
const MAX_WHOLE = 64

/**
 * Every place of an index where a query stands word for word: most quotations do, and their rarest triple, or word,
 * leads there at once. None where one of its words is unknown, and of a stock phrase none either.
 */
export function findWhole(query: Query, index: WordIndex): Hit[] {
  const { words, sums } = query
  if (words.length === 0 || words.includes(-1)) return []
  const { place, positions } = rarestPart(query, index)
  const starts: number[] = []
  for (const position of positions) {
    if (!standsAt(position - place, words, index)) continue
    if (starts.push(position - place) > MAX_WHOLE) return []
  }
  return starts.map((position) => ({
    text: textAt(index, position),
    anchors: [{ query: 0, position, length: words.length }],
    bits: sums[words.length]!,
    matched: words.length,
  }))
}

/** The place in the query of what stands in fewest places of the index, and these. */
interface Part {
  readonly place: number
  readonly positions: Uint32Array | readonly number[]
}

function rarestPart(query: Query, index: WordIndex): Part {
  return query.words.length < 3 ? rarestWord(query, index) : rarestTriple(query, index)
}

function rarestWord({ words, bits }: Query, { postings, postingStarts }: WordIndex): Part {
  const place = bits.indexOf(mostOf(bits, (one) => one))
  const word = words[place]!
  return { place, positions: postings.subarray(postingStarts[word], postingStarts[word + 1]) }
}

function rarestTriple({ words }: Query, index: WordIndex): Part {
  let place = 0
  let least = Number.POSITIVE_INFINITY
  for (let at = 0; at + 2 < words.length; at++) {
    const size = bucketSize(index.triples, tripleAt(index.triples, words, at))
    if (size < least) [place, least] = [at, size]
  }
  return { place, positions: positionsOf(index.triples, index.words, words, place) }
}

/** Whether all words stand in a row from a position on, in one text. */
function standsAt(start: number, words: Int32Array, index: WordIndex): boolean {
  if (start < 0 || start + words.length > index.words.length) return false
  for (let i = 0; i < words.length; i++) if (index.words[start + i] !== words[i]) return false
  return textAt(index, start) === textAt(index, start + words.length - 1)
}
