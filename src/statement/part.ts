import type { Article } from "../article/article.ts"
import type { Quotation } from "../quotation/quotation.ts"
import { covers, hull, overlaps, type Span } from "../text/span.ts"
import { clip, type Member, maybePart, searched } from "./member.ts"
import type { Location } from "./statement.ts"

/**
 * A quotation as the parts that another page could print alone: “A,” he said. “B.” is two, for the page's own sentence
 * ends between them. An interruption inside a sentence, or a new paragraph, divides nothing.
 */
export function partsOf(
  quotation: Quotation,
  articles: ReadonlyMap<string, Article>,
  location: Location | null,
): Member[] {
  const page = articles.get(quotation.article)!
  const parts = divide(quotation, page.text)
  if (parts.length < 2) return [{ quotation, spans: quotation.marked, location }]
  if (!location) return parts.map((spans) => ({ quotation, spans, location }))
  const record = articles.get(location.record)!
  return withPlaces(parts, location).map((spans) => ({
    quotation,
    spans,
    location: { ...location, segments: segmentsIn(spans, location, page, record) },
  }))
}

/** The marked spans, those that no sentence's end divides together. */
function divide({ marked }: Quotation, text: string): Span[][] {
  const parts: Span[][] = []
  for (const span of marked) {
    const last = parts.at(-1)?.at(-1)
    if (last && !isDivided(text, last, span)) parts.at(-1)!.push(span)
    else parts.push([span])
  }
  return parts
}

/** Whether the page says something between two spans, and a sentence ends there: behind its words, or with the first span. */
function isDivided(text: string, before: Span, after: Span): boolean {
  const between = text.slice(before.to, after.from)
  if (!/\p{L}/u.test(between)) return false
  return /[.!?][^\p{L}\p{N}]*$/u.test(between) || isSentenceEnd(text, before, after)
}

function isSentenceEnd(text: string, before: Span, after: Span): boolean {
  return (
    /[.!?…]$/.test(text.slice(before.from, before.to).trimEnd()) &&
    /^\p{Lu}/u.test(text.slice(after.from))
  )
}

/** Parts that stand in the record; one that does not goes with the one before it. */
function withPlaces(parts: readonly Span[][], location: Location): Span[][] {
  const placed: Span[][] = []
  const waiting: Span[] = []
  for (const part of parts) {
    const isPlaced = location.segments.some(({ printed }) =>
      part.some((span) => overlaps(span, printed)),
    )
    if (isPlaced) placed.push(waiting.splice(0))
    const joined = placed.at(-1) ?? waiting
    for (const span of part) joined.push(span)
  }
  return placed.length > 0 ? placed : [waiting]
}

/** The passages of a part: of one that runs on into the next part, what the part has of it. */
function segmentsIn(
  spans: readonly Span[],
  { segments }: Location,
  page: Article,
  record: Article,
): Location["segments"] {
  return segments.flatMap((segment) => {
    const printed = spans.flatMap((span) => clip(span, segment.printed))
    if (printed.length === 0) return []
    const own = { printed: hull(printed), record: segment.record }
    if (covers(own.printed, segment.printed)) return [own]
    const found = maybePart(searched({ text: record.text, spans: [segment.record] }), {
      text: page.text,
      spans: printed,
    })
    return [found ? { ...own, record: edgesOf(own.printed, hull(found), segment) } : own]
  })
}

/** Where a part begins or ends its segment, the segment's own edge; between parts, what was found. */
function edgesOf(printed: Span, found: Span, segment: Location["segments"][number]): Span {
  return {
    from: printed.from <= segment.printed.from ? segment.record.from : found.from,
    to: printed.to >= segment.printed.to ? segment.record.to : found.to,
  }
}
