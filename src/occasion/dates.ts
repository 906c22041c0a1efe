import { type Article, bodyBlocks } from "../article/article.ts"
import { firstWhere } from "../text/first-where.ts"
import type { Span } from "../text/span.ts"
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
import { type Expression, findDateWords, type Shift, type Unit } from "./expressions.ts"
import type { DateMention } from "./occasion.ts"

/**
 * The dates that an article states or implies, in text order. What needs the day of publication ("Wednesday",
 * "in February of last year") is resolved against it, and left out where the article does not say when it appeared
 * or where the words stand inside quotation marks: "tomorrow" is then the speaker's, not the page's.
 */
export function findDates(article: Article): DateMention[] {
  return bodyBlocks(article).flatMap((block) => findDatesIn(article, block))
}

/** Those in one block of it. */
export function findDatesIn(article: Article, block: Span): DateMention[] {
  const published = publishedDay(article.published)
  const text = article.text.slice(block.from, block.to)
  const isQuoted = quotedIn(text)
  return findDateWords(text).flatMap(({ from, to, expression }) => {
    const resolved = isStated(expression) ? "stated" : "relative"
    if (resolved === "relative" && isQuoted(from)) return []
    const found = resolve(expression, published, outlookAt(text, from))
    const span = { from: block.from + from, to: block.from + to }
    return found ? [{ article: article.id, span, ...found, resolved }] : []
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

/** How far back the words that say "still to come" are looked for, in characters: about a clause. */
const CLAUSE = 60
const AHEAD =
  /\b(?:will(?! (?:remember|recall)\b)|would|to be|scheduled|expected|set to|due|plans? to|planned|(?:is|are|was|were) to|(?:up)?coming(?=\s$)|ahead of|starting|begins?)\b/gi
const BACK =
  /\b(?:said|says|told|wrote|tweeted|announced|added|was|were|had|did|has|released|reported)\b/gi

/** Which way the clause before a date looks; null where it does not say. The nearest of the tell-tale words decides. */
type Outlook = "ahead" | "back" | null

function outlookAt(text: string, at: number): Outlook {
  const before = text.slice(Math.max(0, at - CLAUSE), at)
  const clause = before.slice(Math.max(before.lastIndexOf(". "), before.lastIndexOf("\n")) + 1)
  const [ahead, back] = [lastEnd(clause, AHEAD), lastEnd(clause, BACK)]
  if (ahead === back) return null
  return ahead > back ? "ahead" : "back"
}

/** Where the last match ends: "was to" looks ahead, "was" alone looks back. */
function lastEnd(text: string, pattern: RegExp): number {
  let last = -1
  for (const match of text.matchAll(pattern)) last = match.index + match[0].length
  return last
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
      return resolveDate(expression, published)
    case "month":
      return resolveMonth(expression, published, outlook)
    case "weekday":
      return resolveWeekday(expression.weekday, expression.shift, published, outlook)
    case "offset":
      return resolveOffset(expression.unit, expression.by, published)
  }
}

/** Without a year, the one that brings the day nearest to the publication. */
function resolveDate(
  { year, month, day }: Extract<Expression, { kind: "date" }>,
  published: Day | null,
): DateValue | null {
  const years = yearsFor(year, published)
  const days = years.map((year) => ({ year, month, day })).filter(existsDay)
  const [nearest] = published
    ? days.toSorted((a, b) => distance(a, published) - distance(b, published))
    : days
  return nearest ? formatDay(nearest) : null
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

/** Known to the unit that is counted; of a week, to the month or year that holds all of it. */
function resolveOffset(unit: Unit, by: number, published: Day | null): DateValue | null {
  if (!published) return null
  if (unit === "year") return formatDay({ year: published.year + by, month: null, day: null })
  if (published.month === null) return null
  if (unit === "month")
    return formatDay(addMonths({ year: published.year, month: published.month }, by))
  if (published.day === null) return null
  const day = dayNumber(published) + by * (unit === "week" ? 7 : 1)
  return formatDay(
    unit === "day" ? dayOf(day) : commonOf(dayOf(monday(day)), dayOf(monday(day) + 6)),
  )
}

function monday(day: number): number {
  return day - ((weekdayOf(day) + 6) % 7)
}

/** As much of two dates as they have in common. */
function commonOf(a: Day, b: Day): Day {
  if (a.year !== b.year) return { year: b.year, month: null, day: null }
  return { year: a.year, month: a.month === b.month ? a.month : null, day: null }
}
