/** What two articles have in common besides their own words. */
export interface Tie {
  /** Statements that both print in more than a few words. */
  readonly statements: number
  /** Characters of the passages that one has from the other. */
  readonly copied: number
}

/** Ties of articles by the key of their pair. */
export type Ties = ReadonlyMap<number, Tie>

export const NO_TIE: Tie = { statements: 0, copied: 0 }

/** The key of a pair of articles among `count`, the smaller number first. */
export function pairKey(a: number, b: number, count: number): number {
  return Math.min(a, b) * count + Math.max(a, b)
}
