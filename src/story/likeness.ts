import type { Likeness } from "./cluster.ts"
import { dot, type Profile, type Vector } from "./profile.ts"

/** What ties two articles besides their own words: common statements, one record, copied passages. */
export type Ties = ReadonlyMap<number, number>

/** The key of a pair in `Ties`, the smaller number first. */
export function pairKey(a: number, b: number, count: number): number {
  return Math.min(a, b) * count + Math.max(a, b)
}

/** Articles further apart than this are one story only where something ties them, in days. */
const WINDOW = 10
/** The terms of an article by which others find it: those that weigh most. */
const TELLING_TERMS = 30
/** Telling terms that two articles must share to be compared at all. */
const SHARED_TERMS = 3

/** Every pair of articles that may be one story, with the log-odds that it is. Never all pairs. */
export function compareProfiles(profiles: readonly Profile[], ties: Ties): Likeness[] {
  const pairs = candidatePairs(profiles)
  for (const key of ties.keys()) pairs.add(key)
  return [...pairs]
    .toSorted((x, y) => x - y)
    .map((key) => {
      const [a, b] = [Math.floor(key / profiles.length), key % profiles.length]
      return { a, b, odds: oddsOf(profiles[a]!, profiles[b]!, ties.get(key) ?? 0) }
    })
}

function candidatePairs(profiles: readonly Profile[]): Set<number> {
  const shared = new Map<number, number>()
  for (const holders of holdersOfTerms(profiles)) countPairs(shared, holders, profiles)
  const pairs = new Set<number>()
  for (const [key, count] of shared) if (count >= SHARED_TERMS) pairs.add(key)
  return pairs
}

/** The articles that have each telling term, by day; those without a day last. */
function holdersOfTerms(profiles: readonly Profile[]): Iterable<number[]> {
  const byDay = [...profiles.keys()].toSorted(
    (a, b) => dayOf(profiles[a]!) - dayOf(profiles[b]!) || a - b,
  )
  const holders = new Map<string, number[]>()
  for (const i of byDay) {
    for (const term of tellingTerms(profiles[i]!.body)) {
      const list = holders.get(term)
      if (list) list.push(i)
      else holders.set(term, [i])
    }
  }
  return holders.values()
}

function dayOf({ day }: Profile): number {
  return day ?? Number.MAX_SAFE_INTEGER
}

function tellingTerms(vector: Vector): string[] {
  return [...vector]
    .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, TELLING_TERMS)
    .map(([term]) => term)
}

/** Within one window a term of more articles than this finds nobody that rarer terms would not find. */
const CROWD = 300

function countPairs(
  shared: Map<number, number>,
  holders: readonly number[],
  profiles: readonly Profile[],
): void {
  const count = (a: number, b: number): void => {
    const key = pairKey(a, b, profiles.length)
    shared.set(key, (shared.get(key) ?? 0) + 1)
  }
  const undated = holders.findIndex((i) => profiles[i]!.day === null)
  const dated = undated < 0 ? holders : holders.slice(0, undated)
  const others = undated < 0 ? [] : holders.slice(undated)
  let first = 0
  dated.forEach((i, at) => {
    while (profiles[i]!.day! - profiles[dated[first]!]!.day! > WINDOW) first++
    if (at - first > CROWD) return
    for (let other = first; other < at; other++) count(dated[other]!, i)
  })
  if (others.length * holders.length > CROWD * CROWD) return
  others.forEach((i, at) => {
    for (const j of dated) count(i, j)
    for (let other = 0; other < at; other++) count(others[other]!, i)
  })
}

/**
 * Weights of a logistic regression on labelled stories (eval/stories.md), one for each feature; articles of unknown
 * day have their own in the last places.
 */
const WEIGHTS = [-6.56, 2.55, -0.83, 6.2, 8.85, 4.61, 0.57, -1.35, -5.68, 1.07, 0.81, -1.1]

/** What speaks for and against two articles being one story. */
export function featuresOf(a: Profile, b: Profile, isTied: boolean): number[] {
  const title = dot(a.title, b.title)
  const body = dot(a.body, b.body)
  const isUndated = a.day === null || b.day === null
  const gap = isUndated || isTied ? 0 : Math.min(WINDOW, Math.abs(a.day - b.day))
  return [
    1,
    title,
    Math.sqrt(title),
    dot(a.lead, b.lead),
    body,
    Math.sqrt(body),
    dot(a.names, b.names),
    (dot(a.title, b.lead) + dot(b.title, a.lead)) / 2,
    gap / WINDOW,
    isUndated || gap > 0 ? 0 : 1,
    isUndated || gap > 1 ? 0 : 1,
    isUndated ? 1 : 0,
  ]
}

function oddsOf(a: Profile, b: Profile, tie: number): number {
  return featuresOf(a, b, tie > 0).reduce((sum, value, i) => sum + value * WEIGHTS[i]!, tie)
}
