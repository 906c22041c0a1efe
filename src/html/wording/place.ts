import type { Span } from "../../text/span.ts"

/**
 * Finds where each cell of an aligned row stands in the text it was cut from. The row's text is that of its
 * spans joined by a space; a cell that is not found (it should be) has no place, and the search goes on after it.
 */
export function placeCells(
  cells: readonly (string | null)[],
  text: string,
  spans: readonly Span[],
): (Span | null)[] {
  let at = 0
  return cells.map((cell) => {
    const words = cell?.trim()
    if (!words) return null
    const ahead = text.slice(at, at + words.length + SEARCH_AHEAD).indexOf(words)
    if (ahead < 0) return null
    const from = at + ahead
    at = from + words.length
    return toSpan({ from, to: at }, spans)
  })
}

/** Characters that may lie between two neighbouring cells: marks and brackets that belong to none. */
const SEARCH_AHEAD = 400

/** From an offset in the joined text to the offset in the text the spans point into. */
function toSpan(joined: Span, spans: readonly Span[]): Span | null {
  let start = 0
  for (const span of spans) {
    const length = span.to - span.from
    if (joined.from <= start + length) {
      const from = span.from + joined.from - start
      return { from, to: Math.min(span.to, from + joined.to - joined.from) }
    }
    start += length + 1
  }
  return null
}
