import fc from "fast-check"
import { expect, test } from "vitest"
import { readProfileWords } from "../src/story/profile-words.ts"
import { Terms } from "../src/story/terms.ts"
import { heaviest } from "../src/story/vector.ts"
import { sortHashed } from "../src/text/sort-hashed.ts"
import { findTokens } from "../src/text/tokens.ts"
import { BLANK } from "./pages.ts"

const unit = fc.constantFrom(..."aBzé1.,'’-&%;<“ \n")
const text = fc.array(unit, { maxLength: 60 }).map((units) => units.join(""))

test("a profile reads the words that are tokens, headline first, and a word has one place however it is met", () => {
  const terms = new Terms()
  fc.assert(
    fc.property(text, text, (title, text) => {
      const blocks = [{ kind: "paragraph" as const, from: 0, to: text.length }]
      const words = readProfileWords({ ...BLANK, title, text, blocks }, terms)
      const norms = [title, text].map((one) => findTokens(one).map(({ norm }) => norm))
      expect(words.title).toBe(norms[0]!.length)
      expect([...words.forms.subarray(0, words.count)]).toEqual(
        norms.flat().map((norm) => terms.placeOf(norm)),
      )
    }),
  )
})

test("a capital is a name's inside a sentence and not where one begins", () => {
  const text = "Rain fell. Then Ode Marlow, (Juno) said: Nobody knew “Wren” of 4 Skelder."
  const blocks = [{ kind: "paragraph" as const, from: 0, to: text.length }]
  const { isName } = readProfileWords({ ...BLANK, title: null, text, blocks }, new Terms())
  const names = findTokens(text).filter((_, i) => isName[i] === 1)
  expect(names.map(({ norm }) => norm).join(" ")).toBe("ode marlow juno skelder")
})

test("numbers of any spread come into order by buckets", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 999 })), (numbers) => {
      const sorted = [...sortHashed([...numbers.keys()], numbers, 1000)]
      expect(sorted).toEqual([...numbers.keys()].sort((a, b) => numbers[a]! - numbers[b]! || a - b))
    }),
  )
})

test("the heaviest are those that a sort by weight puts first", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 9 })), fc.integer({ min: 1, max: 12 }), (weights, count) => {
      const sorted = [...weights.keys()].sort((a, b) => weights[b]! - weights[a]! || a - b)
      expect(heaviest(weights, count)).toEqual(sorted.slice(0, count).sort((a, b) => a - b))
    }),
  )
})
