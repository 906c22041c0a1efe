import type { Story } from "../story/story.ts"
import { addTo } from "../text/group-by.ts"
import type { Span } from "../text/span.ts"

/** By article: the figures and the telling words that a story's tables point at, in the order of the text. */
export function findPoints(stories: readonly Story[]): Map<string, Span[]> {
  const points = new Map<string, Span[]>()
  for (const { figures, wording } of stories) {
    for (const { article, span } of figures.flatMap(({ figures }) => figures)) {
      addTo(points, article, span)
    }
    for (const { article, own } of wording) {
      for (const span of own.flatMap(({ spans }) => spans.slice(0, SHOWN_USES))) {
        addTo(points, article, span)
      }
    }
  }
  return new Map([...points].map(([article, spans]) => [article, inOrder(spans)]))
}

/** Places shown of a word that a page uses more often. */
export const SHOWN_USES = 3

/** Each start once: two points at one place would be one name twice. */
function inOrder(spans: readonly Span[]): Span[] {
  const starts = new Map(spans.map((span) => [span.from, span]))
  return [...starts.values()].toSorted((a, b) => a.from - b.from)
}
