import { type Article, type Block, blockAt, bodyBlocks } from "../article/article.ts"
import { isSpeech, type Quotation } from "../quotation/quotation.ts"
import { findSentences } from "../text/find-sentences.ts"
import { firstWhere } from "../text/first-where.ts"
import { groupBy } from "../text/group-by.ts"
import { compareSpans, covers, hull, type Span } from "../text/span.ts"
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
  const days = dates
    .filter((date) => date.precision === "day" && tells(date, article))
    .sort((a, b) => compareSpans(a.span, b.span))
  const page: DatedPage = { article, days, sentences: new Map() }
  return quotations.map((quotation) => ({
    quotation: quotation.id,
    when: isSpeech(quotation) ? whenSaid(quotation, page) : null,
  }))
}

/** An article with what is looked up for many quotations: a page of one paragraph costs no square. */
interface DatedPage {
  readonly article: Article
  /** The days that can say when something was said, in text order. */
  readonly days: readonly DateMention[]
  /** The sentences of the paragraphs that were asked for. */
  readonly sentences: Map<Block, readonly Span[]>
}

function whenSaid(quotation: Quotation, page: DatedPage): DateMention | null {
  if (quotation.content.length === 0) return null
  const printed = printedAt(quotation)
  const paragraph = blockAt(page.article, printed.from)
  // A date in a caption is the picture's.
  if (!paragraph || paragraph.kind === "caption" || !namesDay(page, paragraph)) return null
  const sentences = sentencesOf(page, paragraph)
  const sentence = sentenceAround(sentences, printed)
  return (
    nearestDay(page, sentence, quotation) ??
    nearestDay(page, sentenceBefore(sentences, sentence), quotation)
  )
}

function namesDay({ days }: DatedPage, paragraph: Block): boolean {
  const next = days[firstWhere(days.length, (i) => days[i]!.span.from >= paragraph.from)]
  return next !== undefined && covers(paragraph, next.span)
}

function sentencesOf({ article, sentences }: DatedPage, paragraph: Block): readonly Span[] {
  const known = sentences.get(paragraph) ?? findSentences(article.text, paragraph)
  sentences.set(paragraph, known)
  return known
}

/** Of the days in a stretch that are no part of what was said the nearest to the speech verb; of two the one before it. */
function nearestDay(
  { days }: DatedPage,
  stretch: Span,
  { content, cue }: Quotation,
): DateMention | null {
  const anchor = cue ?? hull(content)
  const from = firstWhere(days.length, (i) => days[i]!.span.from >= stretch.from)
  const to = firstWhere(days.length, (i) => days[i]!.span.to > stretch.to)
  const middle = firstWhere(days.length, (i) => days[i]!.span.to > anchor.from)
  const isTold = (i: number): boolean => !isSpoken(days[i]!.span, content)
  let before = Math.min(middle, to) - 1
  while (before >= from && !isTold(before)) before--
  let behind = Math.max(middle, from)
  while (behind < to && !isTold(behind)) behind++
  const [first, next] = [before, behind].flatMap((i) => (from <= i && i < to ? days[i]! : []))
  if (!first || !next) return first ?? null
  return gap(next.span, anchor) < gap(first.span, anchor) ? next : first
}

function isSpoken(day: Span, content: readonly Span[]): boolean {
  const part = content[firstWhere(content.length, (i) => content[i]!.to >= day.to)]
  return part !== undefined && covers(part, day)
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
  const first = sentences[firstWhere(sentences.length, (i) => sentences[i]!.to > printed.from)]
  const last = sentences[firstWhere(sentences.length, (i) => sentences[i]!.from >= printed.to) - 1]
  return first && last && first.from <= last.from ? { from: first.from, to: last.to } : printed
}

function sentenceBefore(sentences: readonly Span[], { from }: Span): Span {
  return (
    sentences[firstWhere(sentences.length, (i) => sentences[i]!.to > from) - 1] ?? {
      from,
      to: from,
    }
  )
}
