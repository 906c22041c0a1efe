const BUCKETS = 2 ** 8
/** Where the next number of each bucket goes. */
const next = new Int32Array(BUCKETS + 1)

/**
 * Puts places into ascending order of the numbers at them, which are spread evenly from 0 to `limit` as hashes are: each
 * goes near where it belongs by its number's size, and few steps remain (address calculation, Isaac and Singleton 1956).
 */
export function sortHashed(
  places: readonly number[],
  numbers: readonly number[],
  limit: number,
): Int32Array {
  const bucketOf = BUCKETS / limit
  next.fill(0)
  for (let i = 0; i < places.length; i++) {
    const bucket = Math.floor(numbers[places[i]!]! * bucketOf)
    next[bucket + 1]!++
  }
  for (let bucket = 0; bucket < BUCKETS; bucket++) next[bucket + 1]! += next[bucket]!
  const sorted = new Int32Array(places.length)
  for (let i = 0; i < places.length; i++) {
    const bucket = Math.floor(numbers[places[i]!]! * bucketOf)
    sorted[next[bucket]!++] = places[i]!
  }
  insertAll(sorted, numbers)
  return sorted
}

/** Insertion sort: quick where everything is nearly in order. */
function insertAll(sorted: Int32Array, numbers: readonly number[]): void {
  for (let i = 1; i < sorted.length; i++) {
    const place = sorted[i]!
    const number = numbers[place]!
    let at = i
    for (; at > 0 && numbers[sorted[at - 1]!]! > number; at--) sorted[at] = sorted[at - 1]!
    sorted[at] = place
  }
}
