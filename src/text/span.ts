/** A range in one text: half open, counted in UTF-16 code units. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** The characters a span points at. A span that does not fit its text is the caller's mistake. */
export function slice(text: string, span: Span): string {
  if (span.from < 0 || span.to < span.from || span.to > text.length) {
    throw new RangeError(
      `Span ${span.from}–${span.to} does not fit a text of ${text.length} characters`,
    )
  }
  return text.slice(span.from, span.to)
}

/** Whether two spans share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to
}

/** Whether `outer` holds the whole of `inner`. */
export function covers(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to
}

/** Characters in all of the spans; where some overlap, those are counted in each. */
export function totalLength(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0)
}

/** Text order: by start, then by end. */
export function compareSpans(a: Span, b: Span): number {
  return a.from - b.from || a.to - b.to
}

/** Text order of lists of spans, by all that each reaches over. */
export function compareReach(a: readonly Span[], b: readonly Span[]): number {
  return compareSpans(a.length === 1 ? a[0]! : hull(a), b.length === 1 ? b[0]! : hull(b))
}

/** The smallest span that holds all of the given ones, which must not be none. */
export function hull(spans: readonly Span[]): Span {
  if (spans.length === 0) throw new RangeError("The hull of no spans is not a span")
  let { from, to } = spans[0]!
  for (const span of spans) {
    from = Math.min(from, span.from)
    to = Math.max(to, span.to)
  }
  return { from, to }
}

/** The same characters as few spans as possible, in text order; `gap` characters between two are bridged. */
export function mergeSpans(spans: readonly Span[], gap = 0): Span[] {
  const merged: { from: number; to: number }[] = []
  for (const span of spans.toSorted(compareSpans)) {
    const last = merged.at(-1)
    if (last && span.from <= last.to + gap) last.to = Math.max(last.to, span.to)
    else merged.push({ from: span.from, to: span.to })
  }
  return merged
}
