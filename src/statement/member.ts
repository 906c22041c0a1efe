import type { Quotation } from "../quotation/quotation.ts"
import { rangeOf } from "../search/anchors.ts"
import { queryFor } from "../search/query.ts"
import { seekInText } from "../search/seek.ts"
import { indexWords, type WordIndex } from "../search/word-index.ts"
import type { Passage } from "../text/passage.ts"
import { compareSpans, overlaps, type Span } from "../text/span.ts"
import type { Location } from "./statement.ts"

/** A quotation, or a part of it, that belongs to a statement. */
export interface Member {
  readonly quotation: Quotation
  /** Its words that belong here, in the article's text. */
  readonly spans: readonly Span[]
  readonly location: Location | null
}

/** The members of one statement, the one that holds it together first. */
export type Group = readonly Member[]

/** Share of the words looked for that a part of a longer quotation must have. */
const MIN_PART = 0.5

/** A passage in which others are looked for. */
export interface Searched {
  readonly passage: Passage
  readonly index: WordIndex
}

export function searched(passage: Passage): Searched {
  return { passage, index: indexWords([passage]) }
}

/** The part of a long quotation that prints the same words as a shorter one; null where it does not. */
export function maybePart({ passage, index }: Searched, wanted: Passage): Span[] | null {
  const query = queryFor(index, wanted)
  const [hit] = seekInText(query, index, 0)
  if (!hit || hit.matched < MIN_PART * query.words.length) return null
  const { from, to } = rangeOf(hit.anchors)
  const part = { from: index.from[from]!, to: index.to[to - 1]! }
  return passage.spans.flatMap((span) => clip(span, part))
}

/** What of a span lies within limits; nothing, or one span. */
export function clip(span: Span, limits: Span): Span[] {
  if (!overlaps(span, limits)) return []
  return [{ from: Math.max(span.from, limits.from), to: Math.min(span.to, limits.to) }]
}

/** One member for each quotation, in the order in which they first come. */
export function joinMembers(members: readonly Member[]): Member[] {
  const byQuotation = new Map<string, Member>()
  for (const member of members) {
    const known = byQuotation.get(member.quotation.id)
    byQuotation.set(member.quotation.id, known ? joinTwo(known, member) : member)
  }
  return [...byQuotation.values()]
}

function joinTwo(a: Member, b: Member): Member {
  const spans = [...a.spans, ...b.spans].sort(compareSpans)
  if (!a.location || !b.location) return { ...a, spans }
  const segments = [...a.location.segments, ...b.location.segments].sort((x, y) =>
    compareSpans(x.printed, y.printed),
  )
  return { ...a, spans, location: { ...a.location, segments } }
}
