import { PART } from "./parts.ts"
import type { Profile } from "./profile.ts"
import { cosine, sharedTerms } from "./shared-terms.ts"
import { pairKey, type Ties } from "./tie.ts"

/** Pairs of articles by their numbers, the smaller of each first, in ascending order. */
export interface Pairs {
  readonly a: Int32Array
  readonly b: Int32Array
}

/** Articles further apart than this are one story only where something ties them, in days. */
const WINDOW = 10
/** Telling terms that two articles must share, how like these must make them, and how like all, to be compared. */
const SHARED_TERMS = 2
const SHARED_LIKENESS = 0.035
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
  return cosine(sharedTerms(a.parts, b.parts), PART.body, PART.body)
}

/** Within one window a term of more articles than this finds nobody that rarer terms would not find. */
const CROWD = 300

/** The articles that have a term, by day, and how much it weighs in each. */
interface Holders {
  readonly articles: number[]
  readonly weights: number[]
}

/** Pairs that share telling terms: each article against those before it by day; articles without a day come last. */
function pairsByTerms(profiles: readonly Profile[]): number[] {
  const days = Float64Array.from(profiles, ({ day }) => day ?? UNDATED)
  const byDay = [...profiles.keys()].sort((a, b) => days[a]! - days[b]! || a - b)
  const holders = new Map<number, Holders>()
  const shared = new Uint8Array(profiles.length)
  const likeness = new Float64Array(profiles.length)
  const pairs: number[] = []
  for (const i of byDay) {
    for (const other of addShared(profiles[i]!, i, holders, { days, shared, likeness })) {
      if (shared[other]! >= SHARED_TERMS && likeness[other]! >= SHARED_LIKENESS)
        pairs.push(pairKey(i, other, profiles.length))
      shared[other] = 0
      likeness[other] = 0
    }
  }
  return pairs
}

/** Later than any day. */
const UNDATED = Number.MAX_SAFE_INTEGER

/** By article: its day, and what it shares with the one that is looked at. */
interface Table {
  readonly days: Float64Array
  readonly shared: Uint8Array
  readonly likeness: Float64Array
}

/** Adds up what earlier articles of the window share with one, and puts it among the holders of its own terms. */
function addShared(
  { telling }: Profile,
  i: number,
  holders: Map<number, Holders>,
  { days, shared, likeness }: Table,
): number[] {
  const isDated = days[i]! < UNDATED
  const first = isDated ? days[i]! - WINDOW : 0
  const touched: number[] = []
  for (let t = 0; t < telling.indices.length; t++) {
    const [term, weight] = [telling.indices[t]!, telling.weights[t]!]
    const list = holders.get(term)
    if (!list) {
      holders.set(term, { articles: [i], weights: [weight] })
      continue
    }
    const { articles, weights } = list
    const isCrowded = !isDated && articles.length > CROWD
    const last = isCrowded ? articles.length : Math.max(0, articles.length - CROWD)
    for (let at = articles.length - 1; at >= last; at--) {
      const other = articles[at]!
      if (isDated && days[other]! < first) break
      if (shared[other]!++ === 0) touched.push(other)
      likeness[other]! += weight * weights[at]!
    }
    articles.push(i)
    weights.push(weight)
  }
  return touched
}
