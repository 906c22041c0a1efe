import { mayHold, type Sieve, sieveOf } from "../text/sieve.ts"
import type { Seeds } from "./seeds.ts"

/** Some seeds by their hashes, behind a sieve: most others need not be looked for. */
export interface SeedSet {
  readonly sieve: Sieve
  readonly hashes: ReadonlySet<number>
}

export function seedSetOf(hashes: readonly number[]): SeedSet {
  return { sieve: sieveOf(hashes), hashes: new Set(hashes) }
}

export function hasSeed({ sieve, hashes }: SeedSet, hash: number): boolean {
  return mayHold(sieve, hash) && hashes.has(hash)
}

/** An article's seeds without those of a set. */
export function withoutSeeds({ hash, at }: Seeds, set: SeedSet): Seeds {
  const kept: number[] = []
  for (let i = 0; i < hash.length; i++) if (!hasSeed(set, hash[i]!)) kept.push(i)
  return { hash: Uint32Array.from(kept, (i) => hash[i]!), at: Int32Array.from(kept, (i) => at[i]!) }
}
