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

/** Indexes every three neighbouring words, across the borders of texts too. */
export function indexTriples(words: Uint32Array): Triples {
  const count = Math.max(0, words.length - 2)
  const starts = new Uint32Array(bucketCount(words.length) + 1)
  for (let at = 0; at < count; at++) starts[bucketAt(words, at, starts.length - 1) + 1]!++
  for (let bucket = 1; bucket < starts.length; bucket++) starts[bucket]! += starts[bucket - 1]!
  const next = starts.slice()
  const positions = new Uint32Array(count)
  for (let at = 0; at < count; at++) {
    const bucket = bucketAt(words, at, starts.length - 1)
    positions[next[bucket]!++] = at
  }
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
function bucketCount(words: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(2, words)))
}

function bucketAt(words: Uint32Array, at: number, buckets: number): number {
  return bucketOf(words[at]!, words[at + 1]!, words[at + 2]!, buckets)
}

function bucketOf(a: number, b: number, c: number, buckets: number): number {
  let hash =
    Math.imul(a + 1, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b) ^ Math.imul(c + 1, 0xc2b2ae35)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return ((hash ^ (hash >>> 13)) >>> 0) & (buckets - 1)
}
