import type { Article } from "../article/article.ts"
import { publishedDayNumber } from "../occasion/calendar.ts"
import { overlaps, type Span } from "../text/span.ts"
import { sharesHeadline } from "./headlines.ts"
import type { Copied } from "./lineage.ts"
import { isSameOutlet, maybeNamed } from "./outlets.ts"
import type { SharedPassage } from "./passages.ts"

/** What two articles share. */
export interface Shared {
  /** In the order of the first article. */
  readonly passages: readonly SharedPassage[]
  readonly words: number
  /** Share of the shorter article that those words are, 0 to 1, and of the longer. */
  readonly share: number
  readonly shareOfLonger: number
}

/** Of pages that share standing text alone, those are told whose shorter one has this share of its words in it. */
export const STANDING_SHARE = 0.55
/** A text of so many words that is such a part of both pages was printed again; notices are shorter. */
const LONGEST_NOTICE = 200
const WHOLE = 0.8

/** Whether two pages are one article, also where an outlet prints it under a third headline and a fourth. */
export function isReprint({ words, shareOfLonger }: Shared): boolean {
  return words > LONGEST_NOTICE && shareOfLonger >= WHOLE
}

/** Words of its own, not counting names and numbers, that a shared passage must have: below this, phrases agree by themselves. */
const MIN_PLAIN = 8
/** One unbroken run of this many words is no accident … */
const TELLING_RUN = 14
/** … nor are passages that hold this many together. */
const TELLING_WORDS = 23
/** Within one outlet smaller shares are boxes of links and background, not an article made from another. */
const SAME_OUTLET_SHARE = 0.2

/** What the passages say was copied; null where they say nothing. */
export function copiedIn(
  { passages, words, share }: Shared,
  a: Article,
  b: Article,
): Copied | null {
  const isOneOutlet = isSameOutlet(a, b)
  if (isLate(a, b) && share < (isOneOutlet ? REPRINTED_SHARE : LATE_SHARE))
    return isOneOutlet && share >= STANDING_SHARE ? "standing" : null
  if (sharesHeadline(a, b) && passages.some((passage) => isBodyText(passage, a, b)))
    return "narration"
  if (isOneOutlet && share * proseOf(passages) < SAME_OUTLET_SHARE)
    return share >= STANDING_SHARE ? "standing" : null
  if (isTelling(passages) || quotesNarration(passages, a, b)) return "narration"
  return share >= SELECTION_SHARE && words >= SELECTION_WORDS ? "quotations" : null
}

/** No paragraph of news has so many words without an end: it is a gallery's captions, or a list. */
const LONGEST_PARAGRAPH = 400

/** Share of the passages' words that stand in paragraphs. */
function proseOf(passages: readonly SharedPassage[]): number {
  const all = passages.reduce((sum, { words }) => sum + words, 0)
  const prose = passages.filter(({ run }) => run <= LONGEST_PARAGRAPH)
  return prose.reduce((sum, { words }) => sum + words, 0) / Math.max(1, all)
}

/** Words, without names and numbers, that pages with one headline have in common besides. */
const BODY_WORDS = 4

function isBodyText(passage: SharedPassage, a: Article, b: Article): boolean {
  const inHeadline =
    (a.headline !== null && overlaps(a.headline, passage.a)) ||
    (b.headline !== null && overlaps(b.headline, passage.b))
  return !inHeadline && passage.plain >= BODY_WORDS
}

function isTelling(passages: readonly SharedPassage[]): boolean {
  const own = firstsOf(passages).filter(({ plain }) => plain >= MIN_PLAIN)
  const isUnbroken = own.some(({ run, plain }) => Math.min(run, plain) >= TELLING_RUN)
  return isUnbroken || own.reduce((sum, { plain }) => sum + plain, 0) >= TELLING_WORDS
}

/** The passages without those that stand once in the second article and again and again in the first. */
function firstsOf(passages: readonly SharedPassage[]): SharedPassage[] {
  let end = 0
  return passages
    .toSorted((x, y) => x.b.from - y.b.from || y.b.to - x.b.to)
    .filter(({ b }) => {
      const isFirst = b.from >= end
      end = Math.max(end, b.to)
      return isFirst
    })
}

/** News is copied within so many days: what articles further apart share is background that stands, or a notice … */
const COPIED_DAYS = 10
/** … unless it is such a part of the shorter that it was printed again; of one outlet's more than of two outlets'. */
const REPRINTED_SHARE = 0.8
const LATE_SHARE = 0.2

/** Whether two articles are too far apart in time for one to be news made from the other. */
export function isLate(a: Article, b: Article): boolean {
  const [first, second] = [publishedDayNumber(a.published), publishedDayNumber(b.published)]
  return first !== null && second !== null && Math.abs(first - second) > COPIED_DAYS
}

/** Share of the shorter page, and words, that quotations in common must be to tell that one choice was made for both. */
const SELECTION_SHARE = 0.28
const SELECTION_WORDS = 50

/** Words that a page must quote of another that it names. */
const QUOTED_WORDS = 16

/** Whether one page quotes the other's own words and names it with them: taken with acknowledgement. */
function quotesNarration(passages: readonly SharedPassage[], a: Article, b: Article): boolean {
  const byA = passages.map((passage) => ({ span: passage.a, words: passage.quotedByA }))
  const byB = passages.map((passage) => ({ span: passage.b, words: passage.quotedByB }))
  return acknowledges(a, b, byA) || acknowledges(b, a, byB)
}

/** Characters before and after a quotation among which its source is named. */
const NAMED_BEFORE = 400
const NAMED_AFTER = 200

function acknowledges(
  taker: Article,
  { outlet }: Article,
  quoted: readonly { readonly span: Span; readonly words: number }[],
): boolean {
  if (outlet === null) return false
  const named = quoted.filter(({ span, words }) => {
    const near = taker.text.slice(Math.max(0, span.from - NAMED_BEFORE), span.to + NAMED_AFTER)
    return words > 0 && maybeNamed(near, outlet) !== null
  })
  return named.reduce((sum, { words }) => sum + words, 0) >= QUOTED_WORDS
}
