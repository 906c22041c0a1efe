import { dayPart } from "./calendar.ts"
import { FULL_MONTHS } from "./months.ts"

/**
 * An ISO date as it is written in a sentence: `7 October 2020`, `October 2020`, `7 October 2020, 11:15 UTC`; a time
 * without a zone is told without one, because nobody names it.
 */
export function describeDate(value: string): string {
  const [, year, month, day, time, zone] = ISO.exec(value) ?? []
  if (!year) return value
  const name = MONTHS[Number(month) - 1]
  const date = [day && String(Number(day)), name, year].filter(Boolean).join(" ")
  if (!time || !day) return date
  return [`${date}, ${time}`, zone && (/^Z$/i.test(zone) ? "UTC" : zone)].filter(Boolean).join(" ")
}

/** The same without the time of day. */
export function describeDay(value: string): string {
  return describeDate(dayPart(value))
}

const ISO =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)(?::\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?)?)?$/i

const MONTHS: readonly string[] = FULL_MONTHS.split("|")
