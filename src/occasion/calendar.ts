import type { Published } from "../article/article.ts"

/** A day, or the month or year it is known to, on the proleptic Gregorian calendar. */
export interface Day {
  readonly year: number
  /** 1 to 12; null where only the year is known. */
  readonly month: number | null
  /** 1 to 31; null where only the month is known. */
  readonly day: number | null
}

/** A date cut to what is known of it. */
export interface DateValue {
  readonly value: string
  readonly precision: "year" | "month" | "day"
}

const MS_A_DAY = 86_400_000
/** Characters of an ISO 8601 date down to the day. */
const ISO_DAY = 10

/** An ISO 8601 date down to its day, or to what is known of it: `2025-05-14`, `2025-05`. */
export function dayPart(date: string): string {
  return date.slice(0, ISO_DAY)
}

/** Days since 1970-01-01 of an ISO 8601 date; NaN where it is not known to the day. */
export function isoDayNumber(date: string): number {
  return date.length < ISO_DAY ? Number.NaN : Date.parse(dayPart(date)) / MS_A_DAY
}

/** The ISO 8601 date of so many days since 1970-01-01. */
export function isoDay(number: number): string {
  return formatDay(dayOf(number)).value
}

/** Days since 1970-01-01; the first of the month or year where the rest is not known. */
export function dayNumber(date: Day): number {
  return Date.UTC(date.year, (date.month ?? 1) - 1, date.day ?? 1) / MS_A_DAY
}

export function dayOf(number: number): Day {
  const date = new Date(number * MS_A_DAY)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** 0 Sunday to 6 Saturday. */
export function weekdayOf(number: number): number {
  return (((number + 4) % 7) + 7) % 7
}

export function addMonths(date: { year: number; month: number }, by: number): Day {
  const months = date.year * 12 + date.month - 1 + by
  return { year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1, day: null }
}

/** Whether the calendar has such a day: no 31 June, no 29 February outside a leap year. */
export function existsDay(date: Day): boolean {
  if (date.month === null || date.day === null) return true
  const found = dayOf(dayNumber(date))
  return found.month === date.month && found.day === date.day
}

export function formatDay(date: Day): DateValue {
  const year = String(date.year).padStart(4, "0")
  if (date.month === null) return { value: year, precision: "year" }
  const month = `${year}-${String(date.month).padStart(2, "0")}`
  if (date.day === null) return { value: month, precision: "month" }
  return { value: `${month}-${String(date.day).padStart(2, "0")}`, precision: "day" }
}

/** The day on which an article appeared, as it states it; null where it does not. */
export function publishedDay(published: Published | null): Day | null {
  const match = published && /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(published.value)
  if (!match) return null
  return {
    year: Number(match[1]),
    month: match[2] === undefined ? null : Number(match[2]),
    day: match[3] === undefined ? null : Number(match[3]),
  }
}

/** The same as a number of days since 1970-01-01; null where only a month, a year or nothing is known. */
export function publishedDayNumber(published: Published | null): number | null {
  const day = publishedDay(published)
  return day?.day ? dayNumber(day) : null
}
