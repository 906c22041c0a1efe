import { isoDay, isoDayNumber } from "../occasion/calendar.ts"

/** What is said about a quotation besides its words. */
export interface Hints {
  readonly speaker: string | null
  /** When it was printed, ISO 8601. */
  readonly date: string | null
}

/** News quotes what was said in so many days before. */
const NEWS_DAYS = 7
/** What was said may bear a later day than the page that prints it, where clocks differ. */
const CLOCK_DAYS = 1

/** Days from when words were spoken to when they were printed; NaN where either is not known to the day. */
export function daysBetween(said: string | null, printed: string | null): number {
  return printed === null || said === null ? Number.NaN : isoDayNumber(printed) - isoDayNumber(said)
}

/** Whether words were printed in the days after they were spoken. */
export function isNews(days: number): boolean {
  return days >= -CLOCK_DAYS && days <= NEWS_DAYS
}

/** Whether words were printed before they were spoken there: then it was on another occasion that they were. */
export function isForetold(days: number): boolean {
  return days < -CLOCK_DAYS
}

/**
 * Whether words that a record has of one day were said on another than so many days later: a transcript may bear the day
 * on which it appeared, but none appears before the words were spoken.
 */
export function isOtherDay(days: number): boolean {
  return days > CLOCK_DAYS || isMuchLater(days)
}

/** Whether a record is so much later than the day given that it has the words from another occasion. */
export function isMuchLater(days: number): boolean {
  return days < -NEWS_DAYS
}

/** From when to when, as ISO 8601 compares, words may have been spoken that were printed as news then; null: unknown. */
export function newsDays(
  printed: string,
): { readonly first: string; readonly last: string } | null {
  const day = isoDayNumber(printed)
  if (Number.isNaN(day)) return null
  // "~" comes behind every hour of the last day.
  return { first: isoDay(day - NEWS_DAYS), last: `${isoDay(day + CLOCK_DAYS)}~` }
}
