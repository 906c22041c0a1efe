import { leastOf, mostOf } from "../text/extremes.ts"
import type { Query } from "./query.ts"
import type { Range, WordIndex } from "./word-index.ts"
import { lastPlace } from "./word-places.ts"

/** A run of words that a query and an indexed text have in common. */
export interface Anchor {
  /** First word of the run in the query. */
  readonly query: number
  /** First word of the run in the index. */
  readonly position: number
  /** In words. */
  readonly length: number
}

/** Words of the query that some anchors hold, none of which overlap. */
export function matchedWords(anchors: readonly Anchor[]): number {
  return anchors.reduce((words, { length }) => words + length, 0)
}

/** The words of the index from the first run to the last. */
export function rangeOf(anchors: readonly Anchor[]): Range {
  return {
    from: leastOf(anchors, ({ position }) => position),
    to: mostOf(anchors, ({ position, length }) => position + length),
  }
}

/** Words of the longest run. */
export function longestRun(anchors: readonly Anchor[]): number {
  return mostOf(anchors, ({ length }) => length)
}

/** Words of the index that are read as a query's word although they differ a little: places in the query by word. */
export type NearWords = ReadonlyMap<number, readonly number[]>

const NONE: NearWords = new Map()

export interface AnchorOptions {
  readonly near?: NearWords
  /** Runs that tell fewer bits are left out. Default 0. */
  readonly minBits?: number
}

/**
 * Words compared in all for one search. Of ordinary texts it is a few thousand; one word ten thousand times on both
 * sides would make it the square, so that the runs found last are cut short.
 */
const MAX_COMPARED = 500_000
/** More for each word looked for: whole speeches are quoted, too. */
const COMPARED_PER_WORD = 250

/** All longest runs of equal (or near) words in the given ranges of the index. */
export function findAnchors(
  query: Query,
  index: WordIndex,
  ranges: readonly Range[],
  { near = NONE, minBits = 0 }: AnchorOptions = {},
): Anchor[] {
  const anchors: Anchor[] = []
  const { sums } = query
  const places = query.places()
  let left = MAX_COMPARED + COMPARED_PER_WORD * query.words.length
  const start = (place: number, position: number, range: Range): void => {
    if (place > 0 && position > range.from && isEqual(query, index, near, place - 1, position - 1))
      return
    const most = Math.min(query.words.length - place, range.to - position, left + 1)
    let length = 1
    while (length < most && isEqual(query, index, near, place + length, position + length)) length++
    left -= length - 1
    if (sums[place + length]! - sums[place]! < minBits) return
    anchors.push({ query: place, position, length })
  }
  for (const range of ranges) {
    for (let position = range.from; position < range.to; position++) {
      const word = index.words[position]!
      for (let place = lastPlace(places, word); place >= 0; place = places.previous[place]!) {
        start(place, position, range)
      }
      if (near.size > 0) for (const place of near.get(word) ?? []) start(place, position, range)
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
  return query.words[place] === word || (near.size > 0 && !!near.get(word)?.includes(place))
}
