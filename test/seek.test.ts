import fc from "fast-check"
import { expect, test } from "vitest"
import { type PassageQuery, queryFor } from "../src/search/query.ts"
import { rankTexts } from "../src/search/rank.ts"
import { type Hit, seekInText } from "../src/search/seek.ts"
import { indexTriples, positionsOf } from "../src/search/triples.ts"
import { indexWords, textAt, type WordIndex } from "../src/search/word-index.ts"

const passage = (text: string) => ({ text, spans: [{ from: 0, to: text.length }] })

function seek(
  words: string,
  texts: readonly string[],
): { query: PassageQuery; index: WordIndex; hits: Hit[] } {
  const index = indexWords(texts.map(passage))
  const query = queryFor(index, passage(words))
  const hits = rankTexts(query, index, 8)
    .flatMap(({ text }) => seekInText(query, index, text))
    .sort((a, b) => b.bits - a.bits || a.text - b.text)
  return { query, index, hits }
}

/** Each run of a hit as `words in the query = text:words there`. */
function runs(words: string, texts: readonly string[]): string[] {
  const { query, index, hits } = seek(words, texts)
  return (hits[0]?.anchors ?? []).map(({ query: place, position, length }) => {
    const text = textAt(index, position)
    const last = query.tokens[place + length - 1]!
    const there = texts[text]!.slice(index.from[position]!, index.to[position + length - 1]!)
    return `${words.slice(query.tokens[place]!.from, last.to)} = ${text}:${there}`
  })
}

const SPEECHES = [
  "We mend the nets in winter and we count the herring in spring. Nobody has ever counted them twice. The boats are older than the crews.",
  "The council mends what it can. We count the votes in spring, and nobody has ever counted them twice, so far as I know.",
]

test("a passage is found in the text that has it", () => {
  expect(runs("count the herring in spring. Nobody", SPEECHES)).toEqual([
    "count the herring in spring. Nobody = 0:count the herring in spring. Nobody",
  ])
})

test("other words between do not hide a passage, and near forms count", () => {
  expect(runs("We count the vote every spring", SPEECHES)).toEqual([
    "We count the vote = 1:We count the votes",
    "spring = 1:spring",
  ])
})

test("passages printed in another order are both found", () => {
  expect(runs("The boats are older than the crews. We mend the nets in winter", SPEECHES)).toEqual([
    "The boats are older than the crews = 0:The boats are older than the crews",
    "We mend the nets in winter = 0:We mend the nets in winter",
  ])
})

test("every stretch of a text of many words is found at its own place", () => {
  const word = fc.integer({ min: 0, max: 400 }).map((n) => `w${n.toString(36)}`)
  const texts = fc.array(fc.array(word, { minLength: 40, maxLength: 120 }), {
    minLength: 2,
    maxLength: 5,
  })
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (all, which, where) => {
      const words = all[which % all.length]!
      const from = where % (words.length - 12)
      const cut = words.slice(from, from + 12).join(" ")
      const { query, hits } = seek(
        cut,
        all.map((text) => text.join(" ")),
      )
      expect(hits[0]!.matched).toBe(query.words.length)
    }),
    { numRuns: 60 },
  )
})

test("three words in a row are found wherever they stand", () => {
  const words = fc.array(fc.nat({ max: 5 }), { maxLength: 60 }).map((all) => Uint32Array.from(all))
  fc.assert(
    fc.property(words, fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5)), (all, triple) => {
      const expected = [...all.keys()].filter((at) =>
        triple.every((word, i) => at + 2 < all.length && all[at + i] === word),
      )
      expect(positionsOf(indexTriples(all), all, Int32Array.from(triple), 0)).toEqual(expected)
    }),
  )
})
