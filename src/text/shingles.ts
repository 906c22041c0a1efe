/**
 * A hash for every run of `size` words, by the place of its first word: equal runs have equal hashes, and of unequal
 * ones about one pair in four billion has. One multiplication a word (Karp and Rabin 1987).
 *
 * @param words a hash of each word
 */
export function shinglesOf(words: Uint32Array, size: number): Uint32Array {
  const hashes = new Uint32Array(Math.max(0, words.length - size + 1))
  const leaving = power(BASE, size)
  let rolling = 0
  for (let end = 0; end < words.length; end++) {
    rolling = Math.imul(rolling, BASE) + words[end]!
    if (end >= size) rolling -= Math.imul(words[end - size]!, leaving)
    rolling >>>= 0
    if (end >= size - 1) hashes[end - size + 1] = scatter(rolling)
  }
  return hashes
}

/** An odd multiplier whose bits are well mixed (Knuth's, from the golden ratio). */
const BASE = 0x9e3779b1

function power(base: number, exponent: number): number {
  let result = 1
  for (let i = 0; i < exponent; i++) result = Math.imul(result, base)
  return result
}

/** The low bits of a rolling hash know little of the first words; this mixes all into all. */
function scatter(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (mixed ^ (mixed >>> 13)) >>> 0
}
