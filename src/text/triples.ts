import { type Buckets, bucketOf, fillBuckets } from "./buckets.ts"

/**
 * Where each three words in a row stand, by a hash of the three: they find a passage of everyday words, each of which
 * stands everywhere. A triple's number is the position of its first word.
 */
export type Triples = Buckets

/** Indexes every three neighbouring words, across the borders of texts too. */
export function indexTriples(words: Uint32Array): Triples {
  const hashes = new Uint32Array(Math.max(0, words.length - 2))
  for (let at = 0; at < hashes.length; at++)
    hashes[at] = hashOf(words[at]!, words[at + 1]!, words[at + 2]!)
  return fillBuckets(hashes)
}

/** The positions at which the given three words stand in a row. */
export function positionsOf(
  triples: Triples,
  words: Uint32Array,
  [a, b, c]: readonly [number, number, number],
): number[] {
  const bucket = bucketOf(triples, hashOf(a, b, c))
  const found: number[] = []
  for (let entry = triples.starts[bucket]!; entry < triples.starts[bucket + 1]!; entry++) {
    const at = triples.things[entry]!
    if (words[at] === a && words[at + 1] === b && words[at + 2] === c) found.push(at)
  }
  return found
}

function hashOf(a: number, b: number, c: number): number {
  let hash =
    Math.imul(a + 1, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b) ^ Math.imul(c + 1, 0xc2b2ae35)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return hash ^ (hash >>> 13)
}
