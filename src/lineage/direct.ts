import type { Article } from "../article/article.ts"
import { publishedDayNumber } from "../occasion/calendar.ts"
import type { Span } from "../text/span.ts"
import type { Citation } from "./cite.ts"
import { isAgency, isSameOutlet, maybeNamed, outletKey } from "./outlets.ts"

/** Which of two articles took from the other, and what says so. */
export interface Direction {
  /** The taking article's id; null where nothing tells. */
  readonly taker: string | null
  readonly confidence: number
  /** The words that say so, in the taker's text. */
  readonly proof: readonly { readonly article: string; readonly span: Span }[]
}

export const NO_DIRECTION: Direction = { taker: null, confidence: 0, proof: [] }

/** What one side shows of having taken from the other. */
interface Sign {
  readonly weight: number
  readonly span: Span | null
}

const NO_SIGN: Sign = { weight: 0, span: null }
/** An article credits the other's outlet: in dateline, byline or a form of words for it. */
const CREDITED = 0.95
/** The other's outlet is an agency, whose business it is to be copied. */
const AGENCY = 0.9
/** The text names the other's outlet, in whatever words. */
const NAMED = 0.85
/** One outlet printed its own text again: the later took from the earlier. */
const REPRINTED = 0.8

/**
 * Direction by evidence. When both sides show signs, the heavier wins; when they weigh the same, the day of
 * publication breaks the tie; without any sign nobody knows, for the first on the web is seldom the first to write.
 */
export function directionOf(
  a: Article,
  b: Article,
  citations: ReadonlyMap<string, readonly Citation[]>,
): Direction {
  const signA = signOf(a, b, citations.get(a.id) ?? [])
  const signB = signOf(b, a, citations.get(b.id) ?? [])
  if (isSameOutlet(a, b)) return byTime(a, b, REPRINTED, [])
  if (signA.weight === 0 && signB.weight === 0) return NO_DIRECTION
  if (signA.weight === signB.weight)
    return byTime(a, b, signA.weight / 2, [...proofOf(a, signA), ...proofOf(b, signB)])
  const [taker, sign] = signA.weight > signB.weight ? [a, signA] : [b, signB]
  return { taker: taker.id, confidence: sign.weight, proof: proofOf(taker, sign) }
}

function signOf(taker: Article, giver: Article, citations: readonly Citation[]): Sign {
  if (!giver.outlet || isSameOutlet(taker, giver)) return NO_SIGN
  const key = outletKey(giver.outlet)
  const credit = citations.find(({ name }) => outletKey(name) === key)
  if (credit) return { weight: CREDITED, span: credit.span }
  const inByline = taker.byline !== null && maybeNamed(taker.byline, giver.outlet) !== null
  if (inByline) return { weight: CREDITED, span: null }
  const isFromAgency = isAgency(giver.outlet) && !(taker.outlet && isAgency(taker.outlet))
  const named = maybeNamed(taker.text, giver.outlet)
  if (isFromAgency) return { weight: AGENCY, span: named }
  return named ? { weight: NAMED, span: named } : NO_SIGN
}

function proofOf(article: Article, sign: Sign): Direction["proof"] {
  return sign.span ? [{ article: article.id, span: sign.span }] : []
}

function byTime(a: Article, b: Article, confidence: number, proof: Direction["proof"]): Direction {
  const [first, second] = [publishedDayNumber(a.published), publishedDayNumber(b.published)]
  if (first === null || second === null || first === second)
    return byMinute(a, b, confidence, proof)
  return { taker: first > second ? a.id : b.id, confidence, proof }
}

/** On the same day only times with a time zone tell. */
function byMinute(
  a: Article,
  b: Article,
  confidence: number,
  proof: Direction["proof"],
): Direction {
  const times = [a, b].map(({ published }) =>
    Date.parse(/T.*(?:Z|[+-]\d\d:?\d\d)$/.test(published?.value ?? "") ? published!.value : ""),
  )
  const later = times[0]! - times[1]!
  if (!later) return { taker: null, confidence: 0, proof }
  return { taker: later > 0 ? a.id : b.id, confidence, proof }
}
