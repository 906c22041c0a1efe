import { Holders } from "./holders.ts"
import { PART } from "./parts.ts"
import type { Profile } from "./profile.ts"
import { cosine } from "./shared-terms.ts"
import { pairKey, type Ties } from "./tie.ts"

/** Pairs of articles by their numbers, the smaller of each first, in ascending order. */
export interface Pairs {
  readonly a: Int32Array
  readonly b: Int32Array
}

/** Articles further apart than this are one story only where something ties them, in days. */
const WINDOW = 10
/** How like all their terms must make two articles to be compared. */
const MIN_LIKENESS = 0.1

/** Pairs worth comparing. Never all pairs. */
export function candidatePairs(profiles: readonly Profile[], ties: Ties): Pairs {
  const count = profiles.length
  const keys = pairsByTerms(profiles)
  for (const key of ties.keys()) keys.push(key)
  const all = Float64Array.from(keys).sort()
  const sorted = all.filter((key, i) => {
    if (key === all[i - 1]) return false
    const [a, b] = [profiles[Math.floor(key / count)]!, profiles[key % count]!]
    return ties.has(key) || likenessOf(a, b) >= MIN_LIKENESS
  })
  return {
    a: Int32Array.from(sorted, (key) => Math.floor(key / count)),
    b: Int32Array.from(sorted, (key) => key % count),
  }
}

function likenessOf(a: Profile, b: Profile): number {
  return cosine(a.parts, b.parts, PART.body, PART.body)
}

/** Later than any day. */
const UNDATED = Number.MAX_SAFE_INTEGER

/** Pairs that share telling terms: each article against those before it by day; articles without a day come last. */
function pairsByTerms(profiles: readonly Profile[]): number[] {
  const days = Float64Array.from(profiles, ({ day }) => day ?? UNDATED)
  const order = [...profiles.keys()].sort((a, b) => days[a]! - days[b]! || a - b)
  const holders = new Holders(order.map((i) => profiles[i]!.telling))
  const pairs: number[] = []
  let first = 0
  order.forEach((i, place) => {
    const day = days[i]!
    while (days[order[first]!]! < day - WINDOW) first++
    const like = day < UNDATED ? holders.likeAmongLast(place, first) : holders.likeAmongAll(place)
    for (const other of like) pairs.push(pairKey(i, order[other]!, profiles.length))
    holders.add(place)
  })
  return pairs
}
