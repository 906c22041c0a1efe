import type { DateRule, Expression, Year } from "./expression.ts"
import { ANY_CASE_MONTHS, ANY_CASE_STEMS, monthOf } from "./months.ts"
import { WEEKDAYS } from "./weekdays.ts"
import { HUNDREDS, readYear, YEAR, YEAR_AFTER } from "./years.ts"

/** "Wednesday, ", "Wednesday afternoon, " before a date. */
const WEEKDAY_BEFORE = `(?:(?:${WEEKDAYS})(?:\\s(?:morning|afternoon|evening|night))?,?\\s)?`
const DAY = "(\\d{1,2})(?:st|nd|rd|th)?(?!\\w|[.,:/]\\d|%)"

/** "Wednesday, October 7, 2020", "Oct. 7", "November 3". */
export const monthFirst: DateRule = {
  marks: ANY_CASE_STEMS,
  pattern: new RegExp(`\\b${WEEKDAY_BEFORE}\\b(${ANY_CASE_MONTHS})\\s${DAY}${YEAR_AFTER}`, "g"),
  read: ([, month, day, year]) => readDate(month, day, year),
}

/** "7 October 2020", "the 7th of October". */
export const dayFirst: DateRule = {
  marks: ANY_CASE_STEMS,
  pattern: new RegExp(
    `\\b${WEEKDAY_BEFORE}\\b(\\d{1,2})(?:st|nd|rd|th)?\\s(?:of\\s)?(${ANY_CASE_MONTHS})(?!\\w)${YEAR_AFTER}`,
    "g",
  ),
  read: ([, day, month, year]) => readDate(month, day, year),
}

/** "2020-10-07", "2020. 10. 07". */
export const isoDate: DateRule = {
  marks: HUNDREDS,
  pattern: new RegExp(`\\b(${YEAR})(-|\\.\\s?)(\\d\\d)\\2(\\d\\d)(?!\\d)`, "g"),
  read: ([, year, , month, day]) => dateOf(Number(month), Number(day), { stated: Number(year) }),
}

/** "10/27/2020", "04 / 9 / 2012", "10/27/20". */
export const slashDate: DateRule = {
  marks: ["/"],
  pattern: new RegExp(`\\b(\\d{1,2})(\\s?/\\s?)(\\d{1,2})\\2(${YEAR}|\\d\\d)\\b(?!\\s?/)`, "g"),
  read: ([, first, , second, year = ""]) => {
    const [a, b, stated] = [Number(first), Number(second), fullYear(year)]
    if (a > 12) return dateOf(b, a, { stated })
    if (b > 12 || a === b) return dateOf(a, b, { stated })
    return { kind: "numbers", year: { stated }, numbers: [a, b] }
  },
}

/** Two digits mean a year of the hundred that ends in 2035: pages on the web are no older. */
function fullYear(year: string): number {
  if (year.length > 2) return Number(year)
  return Number(year) + (Number(year) > 35 ? 1900 : 2000)
}

function readDate(
  month: string | undefined,
  day: string | undefined,
  year: string | undefined,
): Expression | null {
  return dateOf(monthOf(month), Number(day), year === undefined ? null : readYear(year))
}

function dateOf(month: number, day: number, year: Year): Expression | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  return { kind: "date", month, day, year }
}
