import fc from "fast-check"
import { expect, test } from "vitest"
import { collate } from "../src/apparatus/collate.ts"
import { wholePassage } from "../src/text/passage.ts"

const RECORD = "We sail at dawn with the old crew, and nobody on this island will be left behind."

/** Each version's parents, as `child < parents`. */
function tree(
  texts: Record<string, string>,
  times: Record<string, string> = {},
  record: string = RECORD,
): string[] {
  const versions = Object.entries(texts).map(([id, text]) => {
    return { id, passage: wholePassage(text), time: times[id] ?? null }
  })
  const { copyTree } = collate(wholePassage(record), versions)
  return copyTree
    .filter(({ id }) => id !== "R")
    .map(({ id, parents }) => `${id} < ${parents.join(" ")}`)
}

const CUT = RECORD.replace("the old crew", "the crew")
const CUT_AND_CHANGED = CUT.replace("nobody", "no one")

test("a page that has another's changes and one more was copied from it", () => {
  expect(tree({ b: CUT_AND_CHANGED, a: CUT })).toEqual(["b < a", "a < R"])
})

test("a change that only one page has says nothing of another", () => {
  expect(tree({ a: CUT, b: RECORD.replace("dawn", "noon") })).toEqual(["a < R", "b < R"])
})

test("an earlier page was not copied from a later one: what they share is from a copy nobody has", () => {
  const times = { a: "2031-05-02", b: "2031-05-01" }
  expect(tree({ b: CUT_AND_CHANGED, a: CUT }, times)).toEqual([
    "b < latent-1",
    "a < latent-1",
    "latent-1 < R",
  ])
})

test("a change in words that were cut afterwards does not speak against descent", () => {
  const changed = CUT.replace("left behind", "left alone")
  const shortened = changed.replace(", and nobody on this island will be left alone.", ".")
  expect(tree({ a: changed, b: shortened })).toEqual(["a < R", "b < a"])
})

test("a cut made longer, and what is left of a moved sentence, still show where they come from", () => {
  const cut = CUT_AND_CHANGED.replace("at dawn ", "")
  const longer = cut.replace("We sail with the", "We sail with")
  expect(tree({ a: cut, b: longer })).toEqual(["a < R", "b < a"])
  const record = "At first we fish along the reef. Then we sell the catch at noon."
  const moved = "Then we sell the catch at noon. At first we fish along the reef."
  const texts = { a: moved, b: moved.replace(" the catch at noon", "") }
  expect(tree(texts, {}, record)).toEqual(["a < R", "b < a"])
})

test("a page that goes on from a second source has two parents", () => {
  const start = RECORD.replace("at dawn", "by dawn").replace("the old crew", "our old crew")
  const end = RECORD.replace("nobody", "no one").replace("left behind", "left alone")
  const both = start.replace("nobody", "no one").replace("left behind", "left alone")
  expect(tree({ start, end, both })).toEqual(["start < R", "end < R", "both < end start"])
})

/** Two of them have what explains the other beside its first exemplar. */
const EACH_THE_OTHERS_SECOND = [
  "sail we [sic] [sic] we at",
  "noon crew dawn at dawn we we",
  "dawn dawn with we we we",
  "[sic] [sic] dawn sail dawn",
]

test("copies never descend from themselves", () => {
  const word = fc.constantFrom(
    "we",
    "sail",
    "at",
    "dawn",
    "noon",
    "with",
    "the",
    "crew",
    "…",
    "[sic]",
  )
  const text = fc.array(word, { minLength: 3, maxLength: 14 }).map((words) => words.join(" "))
  fc.assert(
    fc.property(fc.uniqueArray(text, { maxLength: 9 }), (texts) => {
      const versions = texts.map((one) => ({ id: one, passage: wholePassage(one) }))
      const { copyTree } = collate(wholePassage(RECORD), versions)
      const parents = new Map(copyTree.map((node) => [node.id, node.parents]))
      let left = [...parents.keys()]
      for (let round = 0; round <= parents.size; round++) {
        left = left.filter((id) => parents.get(id)!.some((parent) => left.includes(parent)))
      }
      expect(left).toEqual([])
    }),
    { examples: [[EACH_THE_OTHERS_SECOND]] },
  )
})
