import { firstWhere } from "./first-where.ts"
import { mergeSpans, type Span } from "./span.ts"

/** Answers, for any character, the one of the spans (joined where they touch) that holds it; null: none does. */
export function holderOf(spans: readonly Span[]): (at: number) => Span | null {
  const merged = mergeSpans(spans)
  return (at) => {
    const found = merged[firstWhere(merged.length, (i) => merged[i]!.to > at)]
    return found && found.from <= at ? found : null
  }
}
