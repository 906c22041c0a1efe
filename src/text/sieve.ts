/** Tells of most hashes that are not among many others, so that those need not be looked for: one bit a hash (Bloom 1970). */
export interface Sieve {
  readonly bits: Uint32Array
}

/** Bits to a hash, at least: one hash in so many is let through for another's bit. */
const BITS = 8
const LEAST_BITS = 2 ** 10

export function sieveOf(hashes: ArrayLike<number>): Sieve {
  const size = 2 ** Math.ceil(Math.log2(Math.max(LEAST_BITS, BITS * hashes.length)))
  const bits = new Uint32Array(size / 32)
  for (let i = 0; i < hashes.length; i++) bits[placeOf(bits, hashes[i]!)]! |= 1 << hashes[i]!
  return { bits }
}

/** False only for a hash that is not among those of the sieve. */
export function mayHold({ bits }: Sieve, hash: number): boolean {
  return (bits[placeOf(bits, hash)]! & (1 << hash)) !== 0
}

/** The lowest five bits of a hash say which bit of a word it is, the next which word. */
function placeOf(bits: Uint32Array, hash: number): number {
  return (hash >>> 5) & (bits.length - 1)
}
