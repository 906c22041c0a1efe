import { conflictOf } from "./counts.ts"
import { FEATURE, FEATURES, UNKNOWN } from "./feature.ts"
import type { Profile } from "./profile.ts"
import { describeTerms } from "./shared-terms.ts"
import type { Tie } from "./tie.ts"
import { dot } from "./vector.ts"

/** More common statements than this say no more. */
const MOST_STATEMENTS = 4

/** Room for the features of two articles. */
const row = new Float64Array(FEATURES)

/**
 * What speaks for and against two articles being one story: good until the next two are compared. Missing days are
 * guessed from the dates in the text, where there are any.
 */
export function featuresOf(a: Profile, b: Profile, tie: Tie): Float64Array {
  describeTerms(a.parts, b.parts, row)
  row[FEATURE.pairs] = dot(a.pairs, b.pairs)
  row[FEATURE.numbers] = dot(a.numbers, b.numbers)
  row[FEATURE.weekdays] = dot(a.weekdays, b.weekdays)
  row[FEATURE.bothWeekdays] = a.weekdays.terms.length > 0 && b.weekdays.terms.length > 0 ? 1 : 0
  row[FEATURE.conflict] = conflictOf(a.counts, b.counts)
  row[FEATURE.leastWords] = Math.min(a.words, b.words)
  row[FEATURE.mostWords] = Math.max(a.words, b.words)
  row[FEATURE.sameOutlet] = sameOutlet(a, b)
  row[FEATURE.statements] = Math.min(MOST_STATEMENTS, tie.statements)
  row[FEATURE.copied] = Math.log1p(tie.copied)
  row[FEATURE.days] = daysApart(a, b, tie)
  const isDated = row[FEATURE.days] !== UNKNOWN
  row[FEATURE.guessedDays] = isDated ? UNKNOWN : guessedDaysApart(a, b)
  row[FEATURE.newer] =
    isDated || row[FEATURE.guessedDays] !== UNKNOWN
      ? UNKNOWN
      : Math.max(newerBy(a, b), newerBy(b, a))
  row[FEATURE.years] = isDated ? UNKNOWN : yearsApart(a, b)
  return row
}

/** One outlet seldom tells an event twice in two articles. */
function sameOutlet(a: Profile, b: Profile): number {
  if (a.outlet === null || b.outlet === null) return UNKNOWN
  return a.outlet === b.outlet ? 1 : 0
}

/** A common statement makes up for the days between, down to these. */
const TIED_DAYS = 1
/** No guess tells more than that it is two months or three years off. */
const MOST_DAYS = 60
const MOST_YEARS = 3

function daysApart(a: Profile, b: Profile, tie: Tie): number {
  if (a.day === null || b.day === null) return UNKNOWN
  return Math.min(tie.statements > 0 ? TIED_DAYS : MOST_DAYS, Math.abs(a.day - b.day))
}

function guessedDaysApart(a: Profile, b: Profile): number {
  const [guessA, guessB] = [a.day ?? a.hints.opening, b.day ?? b.hints.opening]
  return guessA === null || guessB === null
    ? UNKNOWN
    : Math.min(MOST_DAYS, Math.abs(guessA - guessB))
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
