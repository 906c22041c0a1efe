// FNV-1a, 32 bits: a word letter by letter.

/** The hash of no word, before a letter makes it grow. */
export const EMPTY_HASH: number = 0x811c9dc5 | 0

export function growHash(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193)
}
