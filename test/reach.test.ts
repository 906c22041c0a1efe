import fc from "fast-check"
import { expect, test } from "vitest"
import { queryForText } from "../src/search/query.ts"
import { seekInText } from "../src/search/seek.ts"
import { type Pile, pileUp } from "../src/statement/pile.ts"
import { MIN_RUN, mayShareRun, reachableBits } from "../src/statement/reach.ts"
import { wholePassage } from "../src/text/passage.ts"
import { BLANK } from "./pages.ts"

function pileOf(texts: readonly string[]): Pile {
  const pages = texts.map((text, i) => ({
    ...BLANK,
    id: `p${i}`,
    text,
    blocks: [{ kind: "paragraph" as const, from: 0, to: text.length }],
  }))
  return pileUp(
    texts.map(wholePassage),
    texts.map(() => null),
    pages,
  )
}

test("two texts have no more in common than is said before they are compared", () => {
  const word = fc.constantFrom(
    ..."the a of ferry ferries harbour harbours harbourmaster tide tides tidal rise rising rises no".split(
      " ",
    ),
  )
  const text = fc.array(word, { minLength: 1, maxLength: 24 }).map((words) => words.join(" "))
  fc.assert(
    fc.property(fc.array(text, { minLength: 2, maxLength: 5 }), (texts) => {
      const { index, bitsOf, reach } = pileOf(texts)
      for (const a of texts.keys()) {
        for (const b of texts.keys()) {
          const [hit] = seekInText(queryForText(index, a), index, b)
          const run = Math.max(0, ...(hit?.anchors ?? []).map(({ length }) => length))
          const reachable = reachableBits(a, b, index, bitsOf, reach)
          expect(hit?.bits ?? 0).toBeLessThanOrEqual(reachable + 1e-9)
          expect(run < MIN_RUN || mayShareRun(a, b, index, reach)).toBe(true)
        }
      }
    }),
  )
})
