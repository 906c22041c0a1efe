import type { Article } from "../article/article.ts"
import { describeDay } from "../occasion/describe-date.ts"
import { maybeSpokenDay } from "../occasion/spoken-day.ts"
import type { Quotation, Speaker } from "../quotation/quotation.ts"
import { hull, slice } from "../text/span.ts"
import { normsIn } from "../text/tokens.ts"
import { namingWords } from "./content-words.ts"
import { daysBetween, isMuchLater, isOtherDay } from "./hints.ts"
import { turnsAt } from "./record-index.ts"
import { matchAny, maybeFamilyName } from "./speaker.ts"
import type { Location } from "./statement.ts"

/**
 * A page is held to whom it names only where that is at least so certain: our own guess must not accuse it. At 0.7
 * every third accusation in the sample coverage was a pronoun that we had resolved wrongly.
 */
const MIN_CONFIDENCE = 0.95

/** Whether the record gives the words to somebody else than the page does. Unsure of either, it is not. */
export function isSpokenByAnother(
  location: Location,
  speaker: Pick<Speaker, "name" | "confidence"> | null,
): boolean {
  if (!speaker || speaker.confidence < MIN_CONFIDENCE) return false
  return matchAny(speaker.name, location.speakers) === "other"
}

/** Fewer words are said by many, and on many days. */
const MIN_WORDS = 9
/** Less alike, two people may well have said it each in his way. */
const MIN_SIMILARITY = 0.9

/** Whether a quotation of a page is too long, and too like the record, to be of somebody else or another day. */
export function isUnmistakable(
  { speaker, marked }: Quotation,
  page: Article,
  similarity: number,
): boolean {
  if (!speaker?.mention) return true
  const words = marked.flatMap((span) => normsIn(page.text, span))
  return similarity >= MIN_SIMILARITY && words.length >= MIN_WORDS
}

/** Characters of a record before its passage in which whoever speaks may say whose words follow. */
const SAID_BEFORE = 150

/**
 * Whether it is the page that gives the words to somebody else. It is not where a pronoun, an office or a bare family
 * name was resolved by us, nor where the record's speaker only reads out what the page's had said: `Reiss says, quote`.
 */
export function isPagesDoing(
  { speaker }: Quotation,
  page: Article,
  location: Location,
  record: Article,
): boolean {
  if (!speaker?.mention) return true
  const family = maybeFamilyName(speaker.name)
  if (family === null || isNamedBefore(family, location, record)) return false
  const mention = slice(page.text, speaker.mention)
  return namingWords(mention).has(family) && matchAny(mention, location.speakers) === "other"
}

function isNamedBefore(family: string, { segments }: Location, record: Article): boolean {
  const passage = hull(segments.map((segment) => segment.record))
  const start = turnsAt(record, passage)[0]?.span.from ?? 0
  const before = record.text.slice(Math.max(start, passage.from - SAID_BEFORE), passage.from)
  return namingWords(before).has(family)
}

/** Where a day comes from that whoever asks has given: pages keep the day on which they first appeared. */
const GIVEN: ReadonlySet<string> = new Set(["given", "manifest"])

/**
 * Whether the record has the words from another day than the page says, in a sentence; null where the days agree or
 * either is not known.
 */
export function maybeAnotherDay(
  quotation: Quotation,
  page: Article,
  { published }: Article,
): string | null {
  const said = published?.value ?? null
  if (said === null) return null
  const day = (): string => `The transcript that has these words is of ${describeDay(said)}`
  if (page.published && GIVEN.has(page.published.from)) {
    const printed = daysBetween(said, page.published.value)
    if (isMuchLater(printed)) return `${day()}, after they were printed.`
  }
  const told = maybeSpokenDay(quotation, page)
  return told && isOtherDay(daysBetween(said, told.value))
    ? `${day()}; the page says that they were said on ${describeDay(told.value)}.`
    : null
}
