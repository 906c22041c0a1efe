import type { Query } from "./query.ts"
import type { Range, WordIndex } from "./wordIndex.ts"

/** A run of words that a query and an indexed text have in common. */
export interface Anchor {
  /** First word of the run in the query. */
  readonly query: number
  /** First word of the run in the index. */
  readonly position: number
  /** In words. */
  readonly length: number
}

/** Words of the index that are read as a query's word although they differ a little: places in the query by word. */
export type NearWords = ReadonlyMap<number, readonly number[]>

const NONE: NearWords = new Map()

/** All longest runs of equal (or near) words in the given ranges of the index that tell at least so many bits. */
export function findAnchors(
  query: Query,
  index: WordIndex,
  ranges: readonly Range[],
  { near = NONE, minBits = 0 }: { readonly near?: NearWords; readonly minBits?: number } = {},
): Anchor[] {
  const anchors: Anchor[] = []
  for (const range of ranges) {
    const start = (place: number, position: number): void => {
      const goesBack =
        place > 0 && position > range.from && isEqual(query, index, near, place - 1, position - 1)
      if (goesBack) return
      const length = runLength(query, index, near, { place, position, end: range.to })
      if (query.sums[place + length]! - query.sums[place]! < minBits) return
      anchors.push({ query: place, position, length })
    }
    for (let position = range.from; position < range.to; position++) {
      const word = index.words[position]!
      for (let place = query.last[word]!; place >= 0; place = query.previous[place]!) {
        start(place, position)
      }
      if (near.size > 0) for (const place of near.get(word) ?? []) start(place, position)
    }
  }
  return anchors
}

function isEqual(
  query: Query,
  index: WordIndex,
  near: NearWords,
  place: number,
  position: number,
): boolean {
  const word = index.words[position]!
  return query.words[place] === word || (near.size > 0 && near.get(word)?.includes(place) === true)
}

function runLength(
  query: Query,
  index: WordIndex,
  near: NearWords,
  at: { readonly place: number; readonly position: number; readonly end: number },
): number {
  const limit = Math.min(query.words.length - at.place, at.end - at.position)
  let length = 1
  while (length < limit && isEqual(query, index, near, at.place + length, at.position + length)) {
    length++
  }
  return length
}
