import type { Article } from "../article/article.ts"
import { isStampLine } from "../article/stamp-line.ts"
import { firstWhere } from "../text/first-where.ts"
import { type Span, slice } from "../text/span.ts"
import {
  addMonths,
  type DateValue,
  type Day,
  dayNumber,
  dayOf,
  existsDay,
  formatDay,
  publishedDay,
  weekdayOf,
} from "./calendar.ts"
import type { Expression, Shift, Unit } from "./expression.ts"
import { findDateWords } from "./find-date-words.ts"
import type { DateMention } from "./occasion.ts"
import { type Outlook, outlookAt } from "./outlook.ts"

/**
 * The dates that an article states or implies, in text order. What needs the day of publication ("Wednesday",
 * "in February of last year") is resolved against it, and left out where the article does not say when it appeared
 * or, unless it names month and day, where the words stand inside quotation marks: "tomorrow" is then the speaker's,
 * not the page's. Of what stands around an article only the lines that say when it was put up are read.
 */
export function findDates(article: Article): DateMention[] {
  return article.blocks
    .filter((block) => block.kind !== "furniture" || isStampLine(slice(article.text, block)))
    .flatMap((block) => findDatesIn(article, block))
}

/** Those in one block of it. */
export function findDatesIn(article: Article, block: Span): DateMention[] {
  const text = article.text.slice(block.from, block.to)
  const found = findDateWords(text)
  if (found.length === 0) return []
  const published = publishedDay(article.published)
  const isQuoted = quotedIn(text)
  return found.flatMap(({ from, to, expression }) => {
    const resolved = isStated(expression) ? "stated" : "relative"
    if (resolved === "relative" && expression.kind !== "date" && isQuoted(from)) return []
    const day = resolve(expression, published, outlookAt(text, { from, to }))
    const span = { from: block.from + from, to: block.from + to }
    return day ? [{ article: article.id, span, ...day, resolved }] : []
  })
}

function isStated(expression: Expression): boolean {
  if (expression.kind === "year") return true
  if (expression.kind !== "date" && expression.kind !== "month") return false
  return expression.year !== null && "stated" in expression.year
}

/** Where double quotation marks are open; a paragraph with odd marks loses its relative dates, nothing else. */
function quotedIn(text: string): (at: number) => boolean {
  const marks: number[] = []
  for (const match of text.matchAll(/["“”„«»]/g)) marks.push(match.index)
  return (at) => countBefore(marks, at) % 2 === 1
}

/** How many of some rising numbers are less than `at`. */
function countBefore(numbers: readonly number[], at: number): number {
  return firstWhere(numbers.length, (i) => numbers[i]! >= at)
}

function resolve(
  expression: Expression,
  published: Day | null,
  outlook: Outlook,
): DateValue | null {
  switch (expression.kind) {
    case "year":
      return formatDay({ year: expression.year, month: null, day: null })
    case "date":
      return resolveDate(expression, published, outlook)
    case "numbers":
      return resolveNumbers(expression, published)
    case "month":
      return resolveMonth(expression, published, outlook)
    case "weekday":
      return resolveWeekday(expression.weekday, expression.shift, published, outlook)
    case "offset":
      return resolveOffset(expression.unit, expression.by, published)
  }
}

/** A day this near to the publication is meant, whichever way the words look. */
const SURE_DAYS = 120

/** Without a year, the one that brings the day nearest to the publication; of two far ones, where the words look. */
function resolveDate(
  { year, month, day }: Extract<Expression, { kind: "date" }>,
  published: Day | null,
  outlook: Outlook,
): DateValue | null {
  const years = yearsFor(year, published)
  const days = years.map((year) => ({ year, month, day })).filter(existsDay)
  if (!published) return days[0] ? formatDay(days[0]) : null
  const [nearest, next] = days.toSorted((a, b) => distance(a, published) - distance(b, published))
  if (!nearest) return null
  const isAhead = next && dayNumber(nearest) < dayNumber(published) && outlook === "ahead"
  return formatDay(isAhead && distance(nearest, published) > SURE_DAYS ? next : nearest)
}

function yearsFor(
  year: Extract<Expression, { kind: "date" }>["year"],
  published: Day | null,
): number[] {
  if (year && "stated" in year) return [year.stated]
  if (!published) return []
  if (year) return [published.year + year.shift]
  return published.month === null ? [] : [published.year - 1, published.year, published.year + 1]
}

function distance(a: Day, b: Day): number {
  return Math.abs(dayNumber(a) - dayNumber(b))
}

/** Pages print such dates of their own days: no further from the publication, in days. */
const OWN_DAYS = 14

/** Of the two ways to read "4/9/2012", the one that brings the day near to the publication; none where neither does. */
function resolveNumbers(
  { year, numbers: [first, second] }: Extract<Expression, { kind: "numbers" }>,
  published: Day | null,
): DateValue | null {
  const days = yearsFor(year, published).flatMap((year) => [
    { year, month: first, day: second },
    { year, month: second, day: first },
  ])
  const near = published ? days.filter((day) => distance(day, published) <= OWN_DAYS) : []
  return near.length === 1 ? formatDay(near[0]!) : null
}

/** A month named without a year, in words that do not look either way, lies at most this many months back. */
const MONTHS_BACK = 6
/** Words that look ahead may be of a forecast for a month just past. */
const RECENT_MONTHS = 3

function resolveMonth(
  { year, month, shift }: Extract<Expression, { kind: "month" }>,
  published: Day | null,
  outlook: Outlook,
): DateValue | null {
  if (year) return formatMonth(yearsFor(year, published)[0], month)
  if (!published || published.month === null) return null
  if (shift === 0) return formatMonth(published.year, month)
  const back = (published.month - month + 12) % 12
  const isAhead =
    shift === 1 ||
    (shift === null &&
      back > (outlook === "ahead" ? RECENT_MONTHS : MONTHS_BACK) &&
      outlook !== "back")
  if (shift === -1 && back === 0) return formatMonth(published.year - 1, month)
  if (isAhead)
    return formatMonth(month < published.month ? published.year + 1 : published.year, month)
  return formatMonth(month > published.month ? published.year - 1 : published.year, month)
}

function formatMonth(year: number | undefined, month: number): DateValue | null {
  return year === undefined ? null : formatDay({ year, month, day: null })
}

/** The nearest such day up to the publication; after it where the words look ahead. */
function resolveWeekday(
  weekday: number,
  shift: Shift,
  published: Day | null,
  outlook: Outlook,
): DateValue | null {
  if (!published?.day) return null
  const today = dayNumber(published)
  const back = (weekdayOf(today) - weekday + 7) % 7
  if (shift === 1 || (shift !== -1 && outlook === "ahead"))
    return formatDay(dayOf(today + (back === 0 && !shift ? 0 : 7 - back)))
  return formatDay(dayOf(today - (shift === -1 && back === 0 ? 7 : back)))
}

/** Known to the unit that is counted; of a week, to the month that holds most of its days. */
function resolveOffset(unit: Unit, by: number, published: Day | null): DateValue | null {
  if (!published) return null
  if (unit === "year") return formatDay({ year: published.year + by, month: null, day: null })
  if (published.month === null) return null
  if (unit === "month")
    return formatDay(addMonths({ year: published.year, month: published.month }, by))
  if (published.day === null) return null
  const day = dayNumber(published) + by * (unit === "week" ? 7 : 1)
  return formatDay(unit === "day" ? dayOf(day) : { ...thursdayOf(day), day: null })
}

/** The middle of a week that begins on Monday, by which ISO 8601 counts a week to a year. */
function thursdayOf(day: number): Day {
  return dayOf(day - ((weekdayOf(day) + 6) % 7) + 3)
}
