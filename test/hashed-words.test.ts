import fc from "fast-check"
import { expect, test } from "vitest"
import { hashNorm, hashWordsIn } from "../src/text/hashed-words.ts"
import { findTokens } from "../src/text/tokens.ts"

test("words read as columns are the words read one by one", () => {
  const piece = fc.constantFrom(
    ..."Harbour tide's e.g. U.S. 1,000 3.5% Jürgen naïve re- mid-\nday &amp; <em> ’tis — “quay” 潮 . , ".split(
      " ",
    ),
    " ",
    "\n",
    "a",
    "Z",
  )
  const texts = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""))
  fc.assert(
    fc.property(texts, fc.nat(20), (text, from) => {
      const spans = [
        { from: 0, to: Math.min(from, text.length) },
        { from: Math.min(from, text.length), to: text.length },
      ]
      const { hashes, from: begins, to: ends } = hashWordsIn(text, spans)
      const tokens = spans.flatMap((span) => findTokens(text, span))
      expect(Array.from(hashes, (hash, i) => ({ hash, from: begins[i]!, to: ends[i]! }))).toEqual(
        tokens.map(({ norm, from, to }) => ({ hash: hashNorm(norm), from, to })),
      )
    }),
  )
})
