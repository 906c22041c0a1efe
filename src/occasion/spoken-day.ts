import { type Article, type Block, blockAt } from "../article/article.ts"
import type { Quotation } from "../quotation/quotation.ts"
import { firstWhere } from "../text/first-where.ts"
import { covers, overlaps, type Span } from "../text/span.ts"
import { findDatesIn } from "./dates.ts"
import type { DateMention } from "./occasion.ts"

/**
 * The day on which a page says that words were spoken, where it stands so close to the speech verb that it can be the day
 * of nothing else: `she said on Monday`, `told reporters Tuesday`, `on Friday asked`; not `said after Sunday’s debate`.
 * Of 83 such days in news articles 78 were the transcript's, and the words of the other five had been said twice.
 */
export function maybeSpokenDay(quotation: Quotation, article: Article): DateMention | null {
  const { cue, content } = quotation
  const paragraph = cue && blockAt(article, cue.from)
  if (!paragraph || paragraph.kind === "caption" || !covers(paragraph, cue)) return null
  const dates = datesOf(article, paragraph)
  const first = firstWhere(dates.length, (i) => dates[i]!.span.to >= cue.from - REACH)
  const end = firstWhere(dates.length, (i) => dates[i]!.span.from > cue.to + REACH)
  const told = dates
    .slice(first, end)
    .find(
      ({ precision, span }) =>
        precision === "day" &&
        isBeside(span, cue, article.text) &&
        !content.some((part) => overlaps(part, span)),
    )
  return told ?? null
}

/** The dates of paragraphs that were asked for: one with a thousand quotations is read once. */
const known = new WeakMap<Article, Map<Block, readonly DateMention[]>>()

function datesOf(article: Article, paragraph: Block): readonly DateMention[] {
  const ofArticle = known.get(article) ?? new Map<Block, readonly DateMention[]>()
  const dates = ofArticle.get(paragraph) ?? findDatesIn(article, paragraph)
  ofArticle.set(paragraph, dates)
  known.set(article, ofArticle)
  return dates
}

/** Most characters between verb and day. */
const REACH = 60
/** To whom something was said, or in what, in so many words; none that leads on to another event. */
const BEHIND_VERB =
  /^(?:\s+(?!(?:of|about|after|before|since|by|against|from|over|following|referring|for|to)\s)[\p{L}.’'-]+){0,3}\s+(?:on\s+)?$/u
const BEFORE_VERB = /^(?:\s+\p{L}+)?\s+$/u
/** `Sunday’s`, `Monday night’s`: the day of something else. */
const POSSESSIVE = /^(?:\s+(?:morning|afternoon|evening|night))?['’]/

function isBeside(day: Span, cue: Span, text: string): boolean {
  if (POSSESSIVE.test(text.slice(day.to, day.to + REACH))) return false
  const [first, last] = day.from < cue.from ? [day, cue] : [cue, day]
  if (last.from <= first.to || last.from - first.to > REACH) return false
  return (last === day ? BEHIND_VERB : BEFORE_VERB).test(text.slice(first.to, last.from))
}
