import { likenessOdds } from "./boost.ts"
import type { Likeness } from "./cluster.ts"
import type { Profile } from "./profile.ts"
import { covered, dot } from "./vector.ts"

/** What two articles have in common besides their own words. */
export interface Tie {
  /** Statements that both print in more than a few words. */
  readonly statements: number
  /** Characters of the passages that one has from the other. */
  readonly copied: number
}

/** Ties of articles by the key of their pair. */
export type Ties = ReadonlyMap<number, Tie>

const NO_TIE: Tie = { statements: 0, copied: 0 }

/** The key of a pair of articles among `count`, the smaller number first. */
export function pairKey(a: number, b: number, count: number): number {
  return Math.min(a, b) * count + Math.max(a, b)
}

/** Articles further apart than this are one story only where something ties them, in days. */
const WINDOW = 10
/** Telling terms that two articles must share, and how like their words must be, to be compared at all. */
const SHARED_TERMS = 2
const MIN_LIKENESS = 0.06

/** Log-odds that a common statement adds, and how many of them do; the best of those tried (eval/stories.md). */
const FOR_STATEMENT = 0.8
const MOST_STATEMENTS = 4

/** Every pair of articles that may be one story, with the log-odds that it is. Never all pairs. */
export function compareProfiles(profiles: readonly Profile[], ties: Ties): Likeness[] {
  return candidatePairs(profiles, ties).map(({ a, b, tie }) => ({
    a,
    b,
    odds:
      likenessOdds(featuresOf(profiles[a]!, profiles[b]!, tie)) +
      FOR_STATEMENT * Math.min(MOST_STATEMENTS, tie.statements),
  }))
}

/** Pairs worth comparing, in ascending order. */
export function candidatePairs(
  profiles: readonly Profile[],
  ties: Ties,
): { a: number; b: number; tie: Tie }[] {
  const count = profiles.length
  const keys = pairsByTerms(profiles)
  for (const key of ties.keys()) keys.add(key)
  return [...Float64Array.from(keys).sort()].flatMap((key) => {
    const [a, b] = [Math.floor(key / count), key % count]
    const tie = ties.get(key)
    if (!tie && dot(profiles[a]!.body, profiles[b]!.body) < MIN_LIKENESS) return []
    return [{ a, b, tie: tie ?? NO_TIE }]
  })
}

/** Within one window a term of more articles than this finds nobody that rarer terms would not find. */
const CROWD = 300

/** Pairs that share telling terms: each article against those before it by day; articles without a day come last. */
function pairsByTerms(profiles: readonly Profile[]): Set<number> {
  const byDay = [...profiles.keys()].sort(
    (a, b) => sortDay(profiles[a]!) - sortDay(profiles[b]!) || a - b,
  )
  const holders = new Map<number, number[]>()
  const shared = new Uint8Array(profiles.length)
  const pairs = new Set<number>()
  for (const i of byDay) {
    const touched = countShared(profiles, i, holders, shared)
    for (const other of touched) {
      if (shared[other]! >= SHARED_TERMS) pairs.add(pairKey(i, other, profiles.length))
      shared[other] = 0
    }
  }
  return pairs
}

function sortDay({ day }: Profile): number {
  return day ?? Number.MAX_SAFE_INTEGER
}

/** Counts the terms that earlier articles of the window share with one, and adds it to the holders of its own. */
function countShared(
  profiles: readonly Profile[],
  i: number,
  holders: Map<number, number[]>,
  shared: Uint8Array,
): number[] {
  const { day, telling } = profiles[i]!
  const touched: number[] = []
  for (const term of telling.terms) {
    const list = holders.get(term)
    if (!list) {
      holders.set(term, [i])
      continue
    }
    const last =
      day === null && list.length > CROWD ? list.length : Math.max(0, list.length - CROWD)
    for (let at = list.length - 1; at >= last; at--) {
      const other = list[at]!
      if (day !== null && day - profiles[other]!.day! > WINDOW) break
      if (shared[other]!++ === 0) touched.push(other)
    }
    list.push(i)
  }
  return touched
}

/**
 * What speaks for and against two articles being one story; the order is that of the learned trees. Missing days are
 * guessed from the dates in the text, where there are any.
 */
export function featuresOf(a: Profile, b: Profile, tie: Tie): number[] {
  const [coverA, coverB] = [covered(a.top, b.body), covered(b.top, a.body)]
  const [namesA, namesB] = [covered(a.topNames, b.body), covered(b.topNames, a.body)]
  const [crossA, crossB] = [dot(a.title, b.body), dot(b.title, a.body)]
  return [
    Math.min(coverA, coverB),
    Math.max(coverA, coverB),
    Math.min(namesA, namesB),
    Math.max(namesA, namesB),
    dot(a.title, b.title),
    dot(a.lead, b.lead),
    dot(a.body, b.body),
    dot(a.names, b.names),
    dot(a.firstNames, b.firstNames),
    Math.max(crossA, crossB),
    Math.min(crossA, crossB),
    dot(a.pairs, b.pairs),
    dot(a.numbers, b.numbers),
    dot(a.weekdays, b.weekdays),
    a.weekdays.terms.length > 0 && b.weekdays.terms.length > 0 ? 1 : 0,
    ...daysApart(a, b, tie),
    Math.log1p(tie.copied),
  ]
}

/** A common statement makes up for the days between, down to these. */
const TIED_DAYS = 1
/** No guess tells more than that it is two months or three years off; -1 where there is none. */
const MOST_DAYS = 60
const MOST_YEARS = 3
const UNKNOWN = -1

/** Days between publications; between guesses of them; by how much the text of one is newer than the other; years. */
function daysApart(a: Profile, b: Profile, tie: Tie): number[] {
  if (a.day !== null && b.day !== null) {
    return [
      Math.min(tie.statements > 0 ? TIED_DAYS : MOST_DAYS, Math.abs(a.day - b.day)),
      UNKNOWN,
      UNKNOWN,
      UNKNOWN,
    ]
  }
  const [guessA, guessB] = [a.day ?? a.hints.opening, b.day ?? b.hints.opening]
  const isGuessed = guessA !== null && guessB !== null
  return [
    UNKNOWN,
    isGuessed ? Math.min(MOST_DAYS, Math.abs(guessA - guessB)) : UNKNOWN,
    isGuessed ? UNKNOWN : Math.max(newerBy(a, b), newerBy(b, a)),
    yearsApart(a, b),
  ]
}

function newerBy(undated: Profile, dated: Profile): number {
  if (undated.day !== null || undated.hints.latest === null || dated.day === null) return UNKNOWN
  return Math.max(0, Math.min(MOST_DAYS, undated.hints.latest - dated.day))
}

function yearsApart(a: Profile, b: Profile): number {
  const [yearA, yearB] = [yearOf(a), yearOf(b)]
  if (yearA === null || yearB === null) return UNKNOWN
  return Math.min(MOST_YEARS, Math.abs(yearA - yearB))
}

const DAYS_A_YEAR = 365.2425

function yearOf({ day, hints }: Profile): number | null {
  return day === null ? hints.year : Math.floor(1970 + day / DAYS_A_YEAR)
}
