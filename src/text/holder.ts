import { mergeSpans, type Span } from "./span.ts"

/** Answers, for any character, the one of the spans (joined where they touch) that holds it; null: none does. */
export function holderOf(spans: readonly Span[]): (at: number) => Span | null {
  const merged = mergeSpans(spans)
  return (at) => {
    let low = 0
    let high = merged.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (merged[middle]!.to <= at) low = middle + 1
      else high = middle
    }
    const found = merged[low]
    return found && found.from <= at ? found : null
  }
}
