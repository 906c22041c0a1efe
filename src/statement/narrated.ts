import type { Article } from "../article/article.ts"
import type { Quotation } from "../quotation/quotation.ts"
import { hull, overlaps, type Span } from "../text/span.ts"
import { findTokens } from "../text/tokens.ts"
import { isContentWord, namingWords } from "./content-words.ts"
import type { Voice } from "./voice.ts"

/** Fewer words than this come again by themselves: what they are said of must be the same too. */
const FEW_WORDS = 7
/** Characters before and after a few words that say what they are said of, some dozen words. */
const AROUND = 90
/** Words of substance that two pages have in common there if they tell the same. */
const MIN_SHARED = 2

/**
 * Whether words that stand in a page without marks are the page's own. They are not where the page reports them as
 * said, has lost a mark beside them or is written by whoever is said to have spoken them; nor where somebody speaks of
 * himself (“our letter”): then a letter, a post or an opinion stands there without its marks. A few words must be said of
 * the same thing.
 */
export function isNarrated(
  page: Article,
  quotations: readonly Quotation[],
  span: Span,
  quoted: Voice,
): boolean {
  const { text, spans } = quoted.passage
  return (
    !(quoted.speaker !== null && isWrittenBy(quoted.speaker, page)) &&
    !isMarked(page.text, span) &&
    !isRelayed(page.text, span) &&
    !spans.some((own) => speaksOfItself(text, own)) &&
    !speaksOfItself(page.text, around(page.text, span)) &&
    isSaidOfTheSame(quoted, page.text, span) &&
    !isReported(span, quotations)
  )
}

function isWrittenBy(speaker: string, { byline, outlet }: Article): boolean {
  return namingWords(`${byline ?? ""} ${outlet ?? ""}`).has(speaker)
}

/** A mark beside the words that closes or opens nothing we could find. */
function isMarked(text: string, { from, to }: Span): boolean {
  return (
    /["“«„]\s?$/u.test(text.slice(Math.max(0, from - 2), from)) ||
    /^[,.]?\s?["”»]/u.test(text.slice(to, to + 3))
  )
}

function isReported(span: Span, quotations: readonly Quotation[]): boolean {
  return quotations.some(
    ({ speaker, content }) => speaker !== null && content.some((said) => overlaps(said, span)),
  )
}

/** What a clause with “that” tells is somebody's; a signature behind the words is of a post that has lost its marks. */
function isRelayed(text: string, { from, to }: Span): boolean {
  const before = text.slice(Math.max(0, from - 2 * AROUND), from)
  return /\bthat\b[^.!?]*$/iu.test(before) || /\(@\w/u.test(text.slice(to, to + 2 * AROUND))
}

function speaksOfItself(text: string, span: Span): boolean {
  return findTokens(text, span).some(({ norm }) => ONESELF.has(norm))
}

const ONESELF: ReadonlySet<string> = new Set(
  "i me my mine myself we us our ours ourselves".split(" "),
)

function isSaidOfTheSame({ passage, hashes, speaker }: Voice, text: string, span: Span): boolean {
  if (hashes.length >= FEW_WORDS) return true
  const quoted = wordsAround(passage.text, hull(passage.spans))
  const told = wordsAround(text, span)
  return [...quoted].filter((word) => word !== speaker && told.has(word)).length >= MIN_SHARED
}

/** The words of substance before and after a span. */
function wordsAround(text: string, span: Span): Set<string> {
  const words = findTokens(text, around(text, span)).filter((word) => !overlaps(word, span))
  return new Set(words.filter(isContentWord).map(({ norm }) => norm))
}

function around(text: string, { from, to }: Span): Span {
  return { from: Math.max(0, from - AROUND), to: Math.min(text.length, to + AROUND) }
}
