/**
 * Where each three words in a row stand, by a hash of the three: they find a passage of everyday words, each of which
 * stands everywhere. A counting sort of all positions into about as many buckets.
 */
export interface Triples {
  /** Each bucket's first entry in `positions`; behind the last bucket, their number. */
  readonly starts: Uint32Array
  /** Positions of first words, ascending within a bucket; those of other triples with the same hash among them. */
  readonly positions: Uint32Array
}

/** Positions to a bucket on average. With fewer the table no longer fits a processor's cache and costs thrice as much. */
const POSITIONS_PER_BUCKET = 4

/** Indexes every three neighbouring words, across the borders of texts too. */
export function indexTriples(words: Uint32Array): Triples {
  const count = Math.max(0, words.length - 2)
  const size = bucketCount(count)
  const buckets = new Uint32Array(count)
  const starts = new Uint32Array(size + 1)
  for (let at = 0; at < count; at++) {
    const bucket = bucketOf(words[at]!, words[at + 1]!, words[at + 2]!, size)
    buckets[at] = bucket
    starts[bucket]!++
  }
  // Each bucket's end, from which it is filled backwards: then `starts` holds the starts, ascending inside.
  for (let bucket = 1; bucket <= size; bucket++) starts[bucket]! += starts[bucket - 1]!
  const positions = new Uint32Array(count)
  for (let at = count - 1; at >= 0; at--) positions[--starts[buckets[at]!]!] = at
  return { starts, positions }
}

/** The positions at which the given three words stand in a row. */
export function positionsOf(
  triples: Triples,
  words: Uint32Array,
  [a, b, c]: readonly [number, number, number],
): number[] {
  const bucket = bucketOf(a, b, c, triples.starts.length - 1)
  const found: number[] = []
  for (let entry = triples.starts[bucket]!; entry < triples.starts[bucket + 1]!; entry++) {
    const at = triples.positions[entry]!
    if (words[at] === a && words[at + 1] === b && words[at + 2] === c) found.push(at)
  }
  return found
}

/** A power of two, so that a bucket is the hash's low bits. */
function bucketCount(positions: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(2, positions / POSITIONS_PER_BUCKET)))
}

function bucketOf(a: number, b: number, c: number, buckets: number): number {
  let hash =
    Math.imul(a + 1, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b) ^ Math.imul(c + 1, 0xc2b2ae35)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return ((hash ^ (hash >>> 13)) >>> 0) & (buckets - 1)
}
