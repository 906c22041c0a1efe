import { conflictOf } from "./counts.ts"
import { PART } from "./parts.ts"
import type { Profile } from "./profile.ts"
import { cosine, coveredOf, missingOf, rarityOf, sharedTerms } from "./shared-terms.ts"
import type { Tie } from "./tie.ts"
import { dot } from "./vector.ts"

/** More common statements than this say no more. */
const MOST_STATEMENTS = 4

/**
 * What speaks for and against two articles being one story; the order is that of the learned trees. Missing days are
 * guessed from the dates in the text, where there are any.
 */
export function featuresOf(a: Profile, b: Profile, tie: Tie): number[] {
  const shared = sharedTerms(a.parts, b.parts)
  const both = (part: number): number => cosine(shared, part, part)
  const [namesA, namesB] = [
    coveredOf(shared, PART.topNames, "a") ?? 0,
    coveredOf(shared, PART.topNames, "b") ?? 0,
  ]
  const [missingA, missingB] = [
    missingOf(shared, PART.topNames, "a"),
    missingOf(shared, PART.topNames, "b"),
  ]
  return [
    Math.min(namesA, namesB),
    Math.max(namesA, namesB),
    both(PART.title),
    both(PART.lead),
    both(PART.opening),
    both(PART.body),
    both(PART.firstNames),
    Math.max(cosine(shared, PART.title, PART.body), cosine(shared, PART.body, PART.title)),
    Math.min(
      coveredOf(shared, PART.titleNames, "a") ?? UNKNOWN,
      coveredOf(shared, PART.titleNames, "b") ?? UNKNOWN,
    ),
    dot(a.pairs, b.pairs),
    dot(a.numbers, b.numbers),
    dot(a.weekdays, b.weekdays),
    a.weekdays.terms.length > 0 && b.weekdays.terms.length > 0 ? 1 : 0,
    conflictOf(a.counts, b.counts),
    rarityOf(shared, PART.title),
    rarityOf(shared, PART.lead),
    rarityOf(shared, PART.body),
    rarityOf(shared, PART.names),
    rarityOf(shared, PART.topNames),
    Math.min(missingA, missingB),
    Math.max(missingA, missingB),
    Math.max(missingOf(shared, PART.titleNames, "a"), missingOf(shared, PART.titleNames, "b")),
    Math.min(a.words, b.words),
    Math.max(a.words, b.words),
    sameOutlet(a, b),
    Math.min(MOST_STATEMENTS, tie.statements),
    Math.log1p(tie.copied),
    ...daysApart(a, b, tie),
  ]
}

/** One outlet seldom tells an event twice in two articles. */
function sameOutlet(a: Profile, b: Profile): number {
  if (a.outlet === null || b.outlet === null) return UNKNOWN
  return a.outlet === b.outlet ? 1 : 0
}

/** A common statement makes up for the days between, down to these. */
const TIED_DAYS = 1
/** No guess tells more than that it is two months or three years off; -1 where there is none. */
const MOST_DAYS = 60
const MOST_YEARS = 3
const UNKNOWN = -1

/** Which feature holds the days between publications. */
export const DAYS = 27

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
