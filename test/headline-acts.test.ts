import fc from "fast-check"
import { expect, test } from "vitest"
import { findActs } from "../src/story/acts.ts"
import { namesIn } from "../src/story/headline-names.ts"
import { findTokens, normsIn } from "../src/text/tokens.ts"

/** Each act as `actor > verb > undergoer`. */
function actsIn(headline: string): string[] {
  const words = (span: { from: number; to: number } | null) =>
    span ? headline.slice(span.from, span.to) : "?"
  return findActs(headline, { from: 0, to: headline.length }).map(
    ({ voice, actor, verb, undergoer }) =>
      voice === "middle"
        ? `${words(undergoer)} ${words(verb)}`
        : `${words(actor)} > ${words(verb)} > ${words(undergoer)}`,
  )
}

test.each([
  ["Warden shoots heron", "Warden > shoots > heron"],
  ["Warden shot heron at the dam", "Warden > shot > heron"],
  ["Heron shot by warden", "warden > shot > Heron"],
  ["Heron shot dead by the warden of Mirefield", "the warden of Mirefield > shot > Heron"],
  ["Heron shot at the dam", "? > shot > Heron"],
  ["Heron was fatally shot on Monday", "? > shot > Heron"],
  ["Heron dies after shooting", "Heron dies"],
  ["Council has fired the warden", "Council > fired > the warden"],
  ["The dam: Council slams warden’s “slow” work", "Council > slams > ?"],
  ["Warden warns dam could break", "Warden > warns > ?"],
  ["Warden’s long-shot bid approved", "? > approved > Warden’s long-shot bid"],
])("a headline says who acts, or that it does not say: %s", (headline, act) => {
  expect(actsIn(headline)).toEqual([act])
})

test.each([
  "Warden to be charged",
  "Heron attacks upend the fair",
  "How the warden shot the heron",
  "Villager wants warden fired",
  "In Mirefield, warden’s heron",
])("where the grammar is not certain nothing is said: %s", (headline) => {
  expect(actsIn(headline)).toEqual([])
})

test("acts lie inside their headline, whatever it says", () => {
  const word = fc.constantFrom(
    "warden",
    "shot",
    "by",
    "was",
    "killed",
    "dies",
    ",",
    ":",
    "-",
    "Mr.",
    "the",
    "’s",
  )
  fc.assert(
    fc.property(fc.array(word), (parts) => {
      const text = parts.join(" ")
      const acts = findActs(text, { from: 0, to: text.length })
      const spans = acts.flatMap(({ verb, actor, undergoer }) => [
        verb,
        actor ?? [],
        undergoer ?? [],
      ])
      for (const span of spans.flat()) expect(normsIn(text, span)).not.toEqual([])
    }),
  )
})

test("names are what the article below always writes with a capital, also in a headline of capitals", () => {
  const headline = "Warden Ode Marlow Slams Mirefield Council On Monday"
  const text = `${headline}\nOn Monday the warden Ode Marlow wrote of the council that in Mirefield nobody slams doors.`
  const body = findTokens(text).filter(({ from }) => from > headline.length)
  const names = namesIn(text, { from: 0, to: headline.length }, body)
  expect(names.map(({ from, to }) => text.slice(from, to))).toEqual(["Ode Marlow", "Mirefield"])
})
