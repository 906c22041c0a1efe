import { type Buckets, bucketOf, fillBuckets } from "../text/buckets.ts"

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

/** The bucket of the three words at a place of a query; -1 where the index does not know one of them. */
export function tripleAt(triples: Triples, query: Int32Array, place: number): number {
  const [a, b, c] = [query[place]!, query[place + 1]!, query[place + 2]!]
  return a < 0 || b < 0 || c < 0 ? -1 : bucketOf(triples, hashOf(a, b, c))
}

/** How many positions a bucket holds: as many as its triple has, and a few of others. */
export function bucketSize({ starts }: Triples, bucket: number): number {
  return starts[bucket + 1]! - starts[bucket]!
}

/** The positions at which the three words at a place of a query stand in a row. */
export function positionsOf(
  triples: Triples,
  words: Uint32Array,
  query: Int32Array,
  place: number,
): number[] {
  const bucket = tripleAt(triples, query, place)
  const found: number[] = []
  if (bucket < 0) return found
  const end = triples.starts[bucket + 1]!
  for (let entry = triples.starts[bucket]!; entry < end; entry++) {
    const at = triples.things[entry]!
    if (hasTriple(words, at, query, place)) found.push(at)
  }
  return found
}

function hasTriple(words: Uint32Array, at: number, query: Int32Array, place: number): boolean {
  return (
    words[at] === query[place] &&
    words[at + 1] === query[place + 1] &&
    words[at + 2] === query[place + 2]
  )
}

function hashOf(a: number, b: number, c: number): number {
  let hash =
    Math.imul(a + 1, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b) ^ Math.imul(c + 1, 0xc2b2ae35)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return hash ^ (hash >>> 13)
}
