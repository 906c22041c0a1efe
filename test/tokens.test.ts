import fc from "fast-check"
import { expect, test } from "vitest"
import { readEntities } from "../src/text/entity.ts"
import { findTokens, maybeToken, normsIn, plainWordEnd } from "../src/text/tokens.ts"

const norms = (text: string): string => normsIn(text).join(" ")
const words = (text: string): string[] =>
  findTokens(text).map(({ from, to }) => text.slice(from, to))

test("case, diacritics, quote style and hidden characters make no two words differ", () => {
  expect(norms("The Café won’t re\u00adopen")).toBe("the cafe won't reopen")
  expect(norms("THE CAFE\u0301 won't re\u200bopen")).toBe("the cafe won't reopen")
  expect(norms("Stra\u00dfe Øre \ufb01ve n\u0336o\u0336")).toBe("strasse ore five no")
})

test("an HTML entity is read as what it stands for", () => {
  expect(norms("won&rsquo;t &amp; can&#39;t&mdash;caf&eacute;&nbsp;noir")).toBe(
    "won't and can't cafe noir",
  )
  expect(norms("&ldquo;Enough&rdquo; &unheard; of")).toBe("enough unheard of")
})

test("a text escaped twice is read with its diacritics, and what is no entity stays as it is", () => {
  expect(
    readEntities("Bj&ouml;rn S&oslash;n &amp; &Eacute;lan &#39;now&#x27; &nosuch; AT&T;"),
  ).toBe("Björn Søn & Élan 'now' &nosuch; AT&T;")
})

test("inline tags and other marks are not words, and a smaller-than sign is no tag", () => {
  expect(norms('we <em class="x">must</em> not **stop** _now_')).toBe("we must not stop now")
  expect(norms("if a <b then c")).toBe("if a b then c")
})

test("hyphens divide a compound, but not a word broken over a line", () => {
  expect(words("anti-harbour trans-\nport well\u2011known")).toEqual([
    "anti",
    "harbour",
    "trans-\nport",
    "well",
    "known",
  ])
  expect(norms("trans-\nport")).toBe("transport")
})

test("an abbreviation is one word with or without its dots, and a sentence end is none", () => {
  expect(words("The U.S. and the US at 3 p.m. Then.Next")).toContain("U.S.")
  expect(norms("U.S. US e.g. Then.Next I. We")).toBe("us us eg then next i we")
})

test("figures keep their decimals and lose their thousands marks", () => {
  expect(norms("1,000 1000 3.5 18% in 2020, 21, 22.")).toBe(
    "1000 1000 3.5 18 percent in 2020 21 22",
  )
})

test("possessives and leading or closing single marks: only an apostrophe inside is part of a word", () => {
  expect(words("'the workers' mayor's plan'")).toEqual(["the", "workers", "mayor's", "plan"])
})

test("scripts without spaces are read sign by sign, vowel signs stay with their letter", () => {
  expect(words("東京で")).toEqual(["東", "京", "で"])
  expect(words("हिन्दी में")).toEqual(["हिन्दी", "में"])
  expect(words("مرحبا بالعالم")).toHaveLength(2)
})

test("tokens of a span point into the whole text", () => {
  expect(findTokens("one two three", { from: 4, to: 7 })).toEqual([{ from: 4, to: 7, norm: "two" }])
})

test("of any text, tokens stand in order, do not overlap and have a norm", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
      let last = 0
      for (const token of findTokens(text)) {
        expect(token.from).toBeGreaterThanOrEqual(last)
        expect(token.to).toBeGreaterThan(token.from)
        expect(token.norm).not.toBe("")
        last = token.to
      }
    }),
  )
})

test("every word between marks is found", () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-zA-Zé]{1,9}$/)), (parts) => {
      expect(words(parts.join(" ; "))).toEqual(parts)
    }),
  )
})

test("a stray byte of a broken dash or hard space is no part of a word", () => {
  expect(norms("the pier Â– not the lampÂ—and the 21stВ century")).toBe(
    norms("the pier – not the lamp—and the 21st century"),
  )
  expect(norms("В море и Âge d’or")).toBe("в море и age d'or")
})

test("a plain word ends where the word ends that is read letter by letter", () => {
  const unit = fc.constantFrom(..."aBz.,'’-\n\r é1&%;<—“")
  const text = fc.array(unit, { maxLength: 12 }).map((units) => `a${units.join("")}`)
  fc.assert(
    fc.property(text, (text) => {
      const end = plainWordEnd(text, 0, text.length)
      expect([0, maybeToken(text, 0, text.length)!.to]).toContain(end)
    }),
  )
})
