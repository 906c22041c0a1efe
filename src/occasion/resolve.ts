import { type Article, bodyBlocks } from "../article/article.ts"
import { isSpeech, type Quotation } from "../quotation/quotation.ts"
import { findSentences } from "../text/find-sentences.ts"
import { firstWhere } from "../text/first-where.ts"
import { groupBy } from "../text/group-by.ts"
import { covers, hull, overlaps, type Span } from "../text/span.ts"
import { findDatesIn } from "./dates.ts"
import type { DateMention, Occasion } from "./occasion.ts"

/** When the words of each quotation were spoken, in the order of the quotations. */
export function resolveOccasions(
  quotations: readonly Quotation[],
  articles: readonly Article[],
): Occasion[] {
  const byArticle = groupBy(quotations, ({ article }) => article)
  const occasions = new Map(
    articles
      .filter(({ id }) => byArticle.has(id))
      .flatMap((article) => occasionsOf(article, byArticle.get(article.id)!))
      .map((occasion) => [occasion.quotation, occasion]),
  )
  return quotations.map(({ id }) => occasions.get(id) ?? { quotation: id, when: null })
}

/** Dates are looked for only in the paragraphs that quote: of others none is asked. */
function occasionsOf(article: Article, quotations: readonly Quotation[]): Occasion[] {
  const asked = quotations.filter((one) => isSpeech(one) && one.content.length > 0)
  const places = asked.map((one) => printedAt(one).from).sort((a, b) => a - b)
  const isQuoting = ({ from, to }: Span): boolean => {
    const next = firstWhere(places.length, (i) => places[i]! >= from)
    return next < places.length && places[next]! < to
  }
  const quoting = bodyBlocks(article).filter(isQuoting)
  const dates = quoting.flatMap((block) => findDatesIn(article, block))
  return occasionsIn(article, quotations, dates)
}

/** Where a quotation is printed, with the speech verb beside it. */
function printedAt({ content, cue }: Quotation): Span {
  return hull(cue ? [...content, cue] : content)
}

/**
 * When the words of an article's quotations were spoken, as far as the page says: the date nearest to the speech verb
 * in the sentence that prints the quotation, outside the quoted words; else one that the sentence before states in the
 * same paragraph. Nothing is concluded from the publication date alone.
 */
export function occasionsIn(
  article: Article,
  quotations: readonly Quotation[],
  dates: readonly DateMention[],
): Occasion[] {
  return quotations.map((quotation) => ({
    quotation: quotation.id,
    when: isSpeech(quotation) ? whenSaid(quotation, article, dates) : null,
  }))
}

function whenSaid(
  quotation: Quotation,
  article: Article,
  dates: readonly DateMention[],
): DateMention | null {
  if (dates.length === 0 || quotation.content.length === 0) return null
  const printed = printedAt(quotation)
  const paragraph = article.blocks.find(
    (block) => block.from <= printed.from && printed.from < block.to,
  )
  // A date in a caption is the picture's.
  if (!paragraph || paragraph.kind === "caption") return null
  if (!dates.some(({ precision, span }) => precision === "day" && covers(paragraph, span)))
    return null
  const anchor = quotation.cue ?? printed
  const sentences = findSentences(article.text, paragraph)
  const sentence = sentenceAround(sentences, printed)
  return (
    nearest(dates, sentence, quotation, article, anchor) ??
    nearest(dates, sentenceBefore(sentences, sentence), quotation, article, anchor)
  )
}

/** The mention nearest to the anchor, of those in the stretch that are no part of what was said. */
function nearest(
  dates: readonly DateMention[],
  stretch: Span,
  quotation: Quotation,
  article: Article,
  anchor: Span,
): DateMention | null {
  const spoken = (span: Span) => quotation.content.some((part) => covers(part, span))
  const said = dates.filter(
    (date) =>
      date.precision === "day" &&
      covers(stretch, date.span) &&
      !spoken(date.span) &&
      tells(date, article),
  )
  const [first] = said.toSorted(
    (a, b) => gap(a.span, anchor) - gap(b.span, anchor) || a.span.from - b.span.from,
  )
  return first ?? null
}

/** Whether a date can say when something was said: none still to come, and none that only names an event ("the May 3 vote"). */
function tells(date: DateMention, article: Article): boolean {
  const names = /\b(?:the|a|an|this|that|its|his|her|their)\s$/i.test(
    article.text.slice(Math.max(0, date.span.from - 6), date.span.from),
  )
  const published = article.published?.value.slice(0, date.value.length)
  return !names && (published === undefined || date.value <= published)
}

function gap(a: Span, b: Span): number {
  return Math.max(0, a.from - b.to, b.from - a.to)
}

/** From the sentence in which the quotation begins to the one in which it ends. */
function sentenceAround(sentences: readonly Span[], printed: Span): Span {
  const held = sentences.filter((sentence) => overlaps(sentence, printed))
  return held.length > 0 ? hull(held) : printed
}

function sentenceBefore(sentences: readonly Span[], sentence: Span): Span {
  return (
    sentences.filter(({ to }) => to <= sentence.from).at(-1) ?? {
      from: sentence.from,
      to: sentence.from,
    }
  )
}
