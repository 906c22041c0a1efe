import type { WordIndex } from "../search/word-index.ts"

/** Bits of chance from which on the whole margin is asked for: the logarithm of some 65,000 words. */
const FULL_CHANCE = 16

/**
 * Bits that words in common must tell before they are held to be the same words: as many as one of all words is met by
 * chance, and a margin. In a short text even a rare word tells little, and there is little to meet by chance: the
 * margin shrinks with it.
 */
export function neededBits(index: WordIndex, margin: number): number {
  const chance = Math.log2(index.total + 1)
  return chance + margin * Math.min(1, chance / FULL_CHANCE)
}
