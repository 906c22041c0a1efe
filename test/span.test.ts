import fc from "fast-check"
import { expect, test } from "vitest"
import { covers, mergeSpans, slice } from "../src/text/span.ts"

test("a span that does not fit its text is refused with both numbers", () => {
  expect(() => slice("four", { from: 2, to: 9 })).toThrow(
    "Span 2–9 does not fit a text of 4 characters",
  )
})

test("merging spans keeps every character, in as few spans as possible, in text order", () => {
  const span = fc
    .tuple(fc.nat(50), fc.nat(20))
    .map(([from, length]) => ({ from, to: from + length }))
  fc.assert(
    fc.property(fc.array(span), (spans) => {
      const merged = mergeSpans(spans)
      for (const one of spans) expect(merged.some((all) => covers(all, one))).toBe(true)
      for (const [i, next] of merged.slice(1).entries())
        expect(merged[i]!.to).toBeLessThan(next.from)
    }),
  )
})
