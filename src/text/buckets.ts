/** Things found by a 32-bit hash, numbered as they came: plain arrays and no object for a thing, however many there are. */
export interface Buckets {
  /** Each bucket's first entry in `things`; behind the last bucket, their number. A power of two and one. */
  readonly starts: Uint32Array
  /** The numbers of the things, ascending within a bucket; those of other hashes among them. */
  readonly things: Uint32Array
}

/** Things to a bucket on average. With fewer the table no longer fits a processor's cache and costs thrice as much. */
const THINGS_PER_BUCKET = 4

/** Sorts things by the low bits of their hashes, by counting. */
export function fillBuckets(hashes: Uint32Array): Buckets {
  const count = hashes.length
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, count / THINGS_PER_BUCKET)))
  const starts = new Uint32Array(size + 1)
  for (let thing = 0; thing < count; thing++) starts[hashes[thing]! & (size - 1)]!++
  // Each bucket's end, from which it is filled backwards: then `starts` holds the starts, ascending inside.
  for (let bucket = 1; bucket <= size; bucket++) starts[bucket]! += starts[bucket - 1]!
  const things = new Uint32Array(count)
  for (let thing = count - 1; thing >= 0; thing--)
    things[--starts[hashes[thing]! & (size - 1)]!] = thing
  return { starts, things }
}

/** The bucket in which a hash's things are. */
export function bucketOf({ starts }: Buckets, hash: number): number {
  return hash & (starts.length - 2)
}
