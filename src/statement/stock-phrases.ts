import type { Article } from "../article/article.ts"
import { publishedDayNumber } from "../occasion/calendar.ts"
import { findTokens } from "../text/tokens.ts"
import type { Echo, Statement } from "./statement.ts"

/** Pages whose narration may have the words that another page quotes; at more they are a stock phrase. */
const MAX_NARRATIONS = 2
/** Fewer words than this come again by themselves as time goes by. */
const FEW_WORDS = 7
/** Days within which few words are still taken from another page: those of a story. */
const MAX_DAYS = 10

/**
 * A statement's echoes but for words that are nobody's in particular: those that stand in the narration of many pages or
 * of the page that quotes them, and a few that stand in a page of other days.
 */
export function withoutStockPhrases(
  echoes: readonly Echo[],
  { witnesses }: Statement,
  articles: ReadonlyMap<string, Article>,
): Echo[] {
  const quoting = new Set(witnesses.map(({ article }) => article))
  const days = [...quoting].map((id) => dayOfPage(articles.get(id)!))
  const isFar = ({ article, span }: Echo): boolean => {
    const page = articles.get(article)!
    const day = dayOfPage(page)
    const isShort = findTokens(page.text, span).length < FEW_WORDS
    return isShort && days.every((other) => Math.abs(day - other) > MAX_DAYS)
  }
  const narrations = echoes.filter(({ how }) => how === "narrationQuoted")
  const narrators = new Set(narrations.map(({ article }) => article))
  const isStock =
    narrators.size > MAX_NARRATIONS || [...narrators].some((article) => quoting.has(article))
  return echoes.filter((echo) => echo.how !== "narrationQuoted" || !(isStock || isFar(echo)))
}

/** Not a number where a page does not say its day: no day is far from that. */
function dayOfPage({ published }: Article): number {
  return publishedDayNumber(published) ?? Number.NaN
}
