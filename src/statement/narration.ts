import { type Article, bodyBlocks } from "../article/article.ts"
import type { Quotation } from "../quotation/quotation.ts"
import { mergeSpans, type Span } from "../text/span.ts"

/** What a page says in its own voice: its body without what stands in marks. */
export function narrationSpans(article: Article, quotations: readonly Quotation[]): Span[] {
  const marked = mergeSpans(quotations.flatMap((quotation) => quotation.marked))
  const blocks = bodyBlocks(article).toSorted((a, b) => a.from - b.from)
  const narration: Span[] = []
  let next = 0
  for (const block of blocks) {
    let from = block.from
    while (next < marked.length && marked[next]!.to <= from) next++
    for (let i = next; i < marked.length && marked[i]!.from < block.to; i++) {
      if (marked[i]!.from > from) narration.push({ from, to: marked[i]!.from })
      from = Math.max(from, marked[i]!.to)
    }
    if (from < block.to) narration.push({ from, to: block.to })
  }
  return narration
}
