import type { Article } from "../article/article.ts"
import type { Quotation } from "../quotation/quotation.ts"
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
  const paragraph = cue && article.blocks.find((block) => covers(block, cue))
  if (!paragraph || paragraph.kind === "caption") return null
  const told = findDatesIn(article, paragraph).find(
    ({ precision, span }) =>
      precision === "day" &&
      isBeside(span, cue, article.text) &&
      !content.some((part) => overlaps(part, span)),
  )
  return told ?? null
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
