import fc from "fast-check"
import { expect, test } from "vitest"
import { align } from "../src/alignment/align.ts"
import { Lexicon } from "../src/alignment/lexicon.ts"
import { LIKENESS, likenessOf } from "../src/alignment/likeness.ts"
import { joinedKey, variantKey } from "../src/alignment/variants.ts"
import { findTokens } from "../src/text/tokens.ts"

/** For each word of the witness the word of the base it stands for, or –. */
function aligned(base: string, witness: string): string {
  const { toBase, words } = alignTexts(base, witness)
  return [...toBase].map((b) => (b < 0 ? "–" : words[b])).join(" ")
}

function alignTexts(
  base: string,
  witness: string,
): { toBase: Int32Array; words: string[]; coarse: boolean } {
  const lexicon = new Lexicon()
  const [one, other] = [base, witness].map((text) => findTokens(text))
  const sequence = (tokens: typeof one): ReturnType<Lexicon["sequence"]> =>
    lexicon.sequence(tokens!, new Uint8Array(tokens!.length))
  const { toBase, coarse } = align(sequence(one), sequence(other), lexicon)
  return { toBase, words: one!.map((token) => token.norm), coarse }
}

test("one long cut is likelier than many small ones", () => {
  expect(aligned("a boat and a crew and a sail", "a sail")).toBe("a sail")
  expect(alignTexts("a boat and a crew and a sail", "a sail").toBase).toEqual(Int32Array.of(6, 7))
})

test("words that are elsewhere written as one stand in one place", () => {
  expect(aligned("we can not wait", "we cannot wait")).toBe("we can wait")
  expect(aligned("ninety five per cent", "95 percent")).toBe("ninety per")
})

test("a block of words is found where it was moved to", () => {
  expect(
    aligned("at noon the old ferry sails, they say", "the old ferry sails at noon, they say"),
  ).toBe("the old ferry sails at noon they say")
})

test("spelling and numerals have one key, other words have not", () => {
  const same = [
    ["harbour", "harbor"],
    ["organised", "organized"],
    ["travelled", "traveled"],
    ["eighteen", "18"],
    ["first", "1st"],
    ["programme", "program"],
  ]
  for (const [a, b] of same) expect(variantKey(a!)).toBe(variantKey(b!))
  const different = [
    ["four", "for"],
    ["filling", "filing"],
    ["prise", "prize"],
    ["eighteen", "eighty"],
  ]
  for (const [a, b] of different) expect(variantKey(a!)).not.toBe(variantKey(b!))
  expect(joinedKey("twenty", "one")).toBe(variantKey("21"))
})

test("a slip of the pen is told from another word, and from another form of it", () => {
  expect(likenessOf("fishermen", "fishremen")).toBe(LIKENESS.misprint)
  expect(likenessOf("ferryman", "ferrymen")).toBe(LIKENESS.form)
  expect(likenessOf("ideas", "ideals")).not.toBe(LIKENESS.misprint)
  expect(likenessOf("closed", "closes")).toBe(LIKENESS.form)
  expect(likenessOf("harbour", "mayor")).toBe(LIKENESS.none)
})

test("a long text is anchored so that no word left standing loses its place", () => {
  const word = fc.integer({ min: 0, max: 400 }).map((n) => `w${n}`)
  const text = fc.array(word, { minLength: 600, maxLength: 700 })
  fc.assert(
    fc.property(
      text,
      fc.integer({ min: 50, max: 500 }),
      fc.integer({ min: 1, max: 40 }),
      (words, at, n) => {
        const cut = words.toSpliced(at, n)
        const { toBase } = alignTexts(words.join(" "), cut.join(" "))
        expect([...toBase].map((b) => words[b])).toEqual(cut)
      },
    ),
    { numRuns: 20 },
  )
})

test("two texts without a common word are given up soon, and that is said", () => {
  const words = (letter: string): string =>
    Array.from({ length: 3000 }, (_, i) => letter + i).join(" ")
  expect(alignTexts(words("x"), words("y")).coarse).toBe(true)
  expect(alignTexts(words("x"), words("x")).coarse).toBe(false)
})
