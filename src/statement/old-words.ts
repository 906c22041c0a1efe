import type { Article, Published } from "../article/article.ts"
import { dayNumber, publishedDay } from "../occasion/calendar.ts"
import { FULL_MONTHS } from "../occasion/months.ts"
import type { DateMention, Occasion } from "../occasion/occasion.ts"
import type { Quotation } from "../quotation/quotation.ts"
import { compareText } from "../text/compare-text.ts"
import { hull, overlaps, type Span } from "../text/span.ts"
import { findTokens } from "../text/tokens.ts"
import { daysBetween } from "./hints.ts"
import { matchAny, matchSpeakers } from "./speaker.ts"
import type { Statement, Witness } from "./statement.ts"

/** A day, with what says so. */
interface DayProof {
  /** ISO 8601, to the day. */
  readonly value: string
  /** The transcript's date; when a page says that the words were spoken; when a page that prints them appeared. */
  readonly by: "record" | "page" | "published"
  readonly article: string
  /** The words that give the date, in the article's text; null for the date of a whole transcript or page. */
  readonly span: Span | null
}

/** Words that a page prints as if they were new, with the day by which they had been spoken. */
export interface OldWords {
  readonly said: DayProof
  /** What the page leads its readers to believe: the day that it names for the words, else its own. */
  readonly told: DayProof
}

/** News quotes what was said in the weeks before; after a quarter of a year a reader must be told when it was. */
const MIN_AGE = 90
/** A shorter phrase is said again; even so long a line may be, which is why both dates are shown. */
const MIN_WORDS = 10
/** Share of the printed words that must stand in the transcript: less is a line said again in other words. */
const MIN_SIMILARITY = 0.9

const PAST_ADVERBS =
  "ago|earlier|once|previously|formerly|famously|infamously|at the time|in the past|used to|back (?:then|when|in \\d)"
const PAST_TIMES =
  "(?:last|that) (?:year|month|week|spring|summer|fall|autumn|winter|century|season)|years|decades?|months|season|inaugural|anniversary|then-"
const PAST_SPEECH =
  "recalled|remembered|(?:had|has|have) (?:said|told|called|written|warned|promised|vowed|declared|argued|claimed|insisted|asked|added|described|often|long|also|repeatedly)"
/** How a page tells, without a day, that words are not new. */
const PAST = new RegExp(
  `\\b(?:${PAST_ADVERBS}|${PAST_TIMES}|in (?:${FULL_MONTHS})|${PAST_SPEECH})\\b`,
  "i",
)

/**
 * For a statement's witnesses, in its order: the words that were spoken long before the page appeared, where the page
 * gives no date for them or a newer one. Null for all others, and where nothing is known to the day.
 */
export function findOldWords(statement: Statement, context: OldWordsContext): (OldWords | null)[] {
  const isSound = statement.witnesses.map((witness) => isSoundProof(witness, statement, context))
  const [said] = statement.witnesses
    .filter((_, i) => isSound[i])
    .flatMap((witness) => proofsOf(witness, context))
    .toSorted(compare)
  return statement.witnesses.map((witness, i) => {
    const told = isSound[i] ? toldBy(witness, context) : null
    if (!said || !told || daysBetween(said.value, told.value) < MIN_AGE) return null
    return told.by === "page" || !speaksOfPast(witness, context) ? { said, told } : null
  })
}

/** What a statement's witnesses are looked up in. */
export interface OldWordsContext {
  readonly articles: ReadonlyMap<string, Article>
  readonly quotations: ReadonlyMap<string, Quotation>
  /** When the words of each quotation were spoken, as far as its page says. */
  readonly occasions: ReadonlyMap<string, Occasion["when"]>
  /** The dates that each article states. */
  readonly dates: ReadonlyMap<string, readonly DateMention[]>
}

/** Whether a witness has enough words, the same speaker's, and the transcript's where it has a place there. */
function isSoundProof(
  { quotation, article, spans, location }: Witness,
  { speaker }: Statement,
  { articles, quotations }: OldWordsContext,
): boolean {
  const { text } = articles.get(article)!
  const words = spans.reduce((sum, span) => sum + findTokens(text, span).length, 0)
  const name = quotations.get(quotation)!.speaker?.name ?? null
  if (words < MIN_WORDS || matchSpeakers(name, speaker) !== "same") return false
  if (location === null) return true
  const isThere = !location.unsure && location.similarity >= MIN_SIMILARITY
  return isThere && matchAny(name, location.speakers) === "same"
}

function compare(a: DayProof, b: DayProof): number {
  const key = ({ value, by, article, span }: DayProof): string =>
    `${value} ${ORDER[by]} ${article} ${span?.from ?? 0}`
  return compareText(key(a), key(b))
}

/** Of one day, the transcript tells most. */
const ORDER: Readonly<Record<DayProof["by"], number>> = { record: 0, page: 1, published: 2 }

/** The days by which a witness shows that its words had been spoken. */
function proofsOf(
  { article, quotation, location }: Witness,
  { articles, occasions }: OldWordsContext,
): DayProof[] {
  const page = articles.get(article)!
  const record = location && articles.get(location.record)
  const when = occasions.get(quotation)
  return [
    ...(record ? publishedProof(record, "record") : []),
    ...(when?.precision === "day" ? [whenProof(when)] : []),
    ...publishedProof(page, "published"),
  ]
}

function publishedProof({ id, published }: Article, by: DayProof["by"]): DayProof[] {
  const value = dayOf(published)
  return value === null ? [] : [{ value, by, article: id, span: null }]
}

function whenProof({ value, article, span }: DateMention): DayProof {
  return { value, by: "page", article, span }
}

/** Null where the day is not known. */
function dayOf(published: Published | null): string | null {
  return /^\d{4}-\d\d-\d\d/.exec(published?.value ?? "")?.[0] ?? null
}

function toldBy(
  { article, quotation }: Witness,
  { articles, occasions }: OldWordsContext,
): DayProof | null {
  const when = occasions.get(quotation)
  if (when?.precision === "day") return whenProof(when)
  return publishedProof(articles.get(article)!, "published")[0] ?? null
}

/** Whether the paragraph of a quotation, or the one before it, speaks of a time long past outside the quoted words. */
function speaksOfPast(
  { article, quotation }: Witness,
  { articles, quotations, dates }: OldWordsContext,
): boolean {
  const page = articles.get(article)!
  const { content, marked } = quotations.get(quotation)!
  const at = page.blocks.findIndex((block) => overlaps(block, hull(content)))
  if (at < 0) return false
  const around = hull([page.blocks[Math.max(0, at - 1)]!, page.blocks[at]!, hull(content)])
  return (
    PAST.test(outside(page.text, around, marked)) ||
    namesPast(dates.get(article) ?? [], page.published, around)
  )
}

/** Whether one of a page's dates lies in a span of it, long before the page appeared. */
function namesPast(
  dates: readonly DateMention[],
  published: Published | null,
  around: Span,
): boolean {
  const today = publishedDay(published)
  return dates.some(({ span, value, precision }) => {
    const day = publishedDay({ value, precision, from: "" })
    return overlaps(span, around) && today && day && dayNumber(today) - dayNumber(day) >= MIN_AGE
  })
}

/** What a page says around the words that it quotes. */
function outside(text: string, { from, to }: Span, marked: readonly Span[]): string {
  let said = ""
  let at = from
  for (const span of marked) {
    said += `${text.slice(at, Math.max(at, span.from))}\n`
    at = Math.max(at, span.to)
  }
  return said + text.slice(at, Math.max(at, to))
}
