import type { Article } from "../article/article.ts"
import { dayNumber, existsDay } from "../occasion/calendar.ts"
import type { Expression } from "../occasion/expression.ts"
import { findDateWords } from "../occasion/find-date-words.ts"
import { mostOf } from "../text/extremes.ts"

/** What an article's text lets guess of the day on which it appeared, in days since 1970; null where nothing does. */
export interface DayHints {
  /** The latest full date at the very beginning: a dateline, most likely. */
  readonly opening: number | null
  /** The latest full date anywhere: the article is not older. */
  readonly latest: number | null
  /** The latest year named. */
  readonly year: number | null
}

export const NO_HINTS: DayHints = { opening: null, latest: null, year: null }

/** Where a dateline stands, and how much of the text is read, in characters. */
const OPENING = 400
const READ = 3500

/** A year in figures, or a date with one of two digits: without either no expression states a year. */
const MAY_STATE_YEAR = /(?:19|20)\d\d|\d\s?\/\s?\d/

export function hintsOf(article: Article): DayHints {
  const text = article.text.slice(0, READ)
  const dates = MAY_STATE_YEAR.test(text) ? findDateWords(text) : []
  const address = article.url === null ? null : addressDate(article.url)
  const full = dates.flatMap(({ from, expression }) => {
    const day = fullDay(expression)
    return day === null ? [] : [{ from, day }]
  })
  return {
    opening:
      address?.day ?? latestOf(full.filter(({ from }) => from < OPENING).map(({ day }) => day)),
    latest: latestOf(full.map(({ day }) => day)),
    year:
      address?.year ?? latestOf(dates.flatMap(({ expression }) => statedYear(expression) ?? [])),
  }
}

/** "/2018/11/03/", "/2018/11/", "/2018-11-03-". */
const ADDRESS_DATE = /[/-]((?:19|20)\d\d)[/-]?(\d\d)(?:[/-]?(\d\d))?(?:[/-]|$)/

/** The day, or at least the year, that many sites write into an article's address. */
function addressDate(url: string): { day: number | null; year: number } | null {
  const [, year, month, day] = (ADDRESS_DATE.exec(url) ?? []).map(Number)
  if (!year || !month || year < YEARS.from || year > YEARS.to) return null
  const date = { year, month, day: day || 1 }
  return { day: day && existsDay(date) ? dayNumber(date) : null, year }
}

function fullDay(expression: Expression): number | null {
  const year = statedYear(expression)
  if (expression.kind !== "date" || year === null) return null
  const date = { year, month: expression.month, day: expression.day }
  return existsDay(date) ? dayNumber(date) : null
}

/** Years that news of today and of the archives on the web is written in: others are history or plans. */
const YEARS = { from: 1990, to: 2035 } as const

function statedYear(expression: Expression): number | null {
  const year =
    expression.kind === "year"
      ? expression.year
      : "year" in expression && expression.year && "stated" in expression.year
        ? expression.year.stated
        : null
  return year !== null && year >= YEARS.from && year <= YEARS.to ? year : null
}

function latestOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : mostOf(values, (value) => value)
}
