import type { Article } from "../article/article.ts"
import { describeDay } from "../occasion/describe-date.ts"
import { maybeSpokenDay } from "../occasion/spoken-day.ts"
import type { Quotation, Speaker } from "../quotation/quotation.ts"
import { daysBetween, isMuchLater, isOtherDay } from "./hints.ts"
import { matchAny } from "./speaker.ts"
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
  const day = `The transcript that has these words is of ${describeDay(said)}`
  if (page.published && GIVEN.has(page.published.from)) {
    const printed = daysBetween(said, page.published.value)
    if (isMuchLater(printed)) return `${day}, after they were printed.`
  }
  const told = maybeSpokenDay(quotation, page)
  return told && isOtherDay(daysBetween(said, told.value))
    ? `${day}; the page says that they were said on ${describeDay(told.value)}.`
    : null
}
