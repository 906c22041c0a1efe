import fc from "fast-check"
import { expect, test } from "vitest"
import type { Article } from "../src/article/article.ts"
import { compareFigures } from "../src/story/compare-figures.ts"
import { findFigures } from "../src/story/figures.ts"
import { findNumerals } from "../src/story/numbers.ts"
import { Terms } from "../src/story/terms.ts"
import { plainPage } from "./pages.ts"

const page = (text: string, id = "a"): Article => plainPage(id, text)

/** Each figure as `words: value unit`. */
function figuresIn(text: string): string[] {
  return findFigures(page(text)).map(({ span, value, high, unit, exactness }) => {
    const range = high === null ? `${value}` : `${value}–${high}`
    const words = text.slice(span.from, span.to)
    return `${words}: ${range} ${unit ?? "×"}${exactness === "exact" ? "" : ` ${exactness}`}`
  })
}

test.each([
  ["Half a million cases were counted.", "Half a million cases: 500000 ×"],
  ["There were 8 thousand 100 deaths.", "8 thousand 100 deaths: 8100 ×"],
  ["A swell of between 210 and 2,300 miles.", "210 and 2,300 miles: 210–2300 mile"],
  ["It cost $3.5 million to mend.", "$3.5 million: 3500000 $"],
  ["He lost more than a quarter of the flock.", "more than a quarter of the flock: 0.25 × over"],
  ["She was warden for nearly 20 years.", "nearly 20 years: 20 year under"],
  ["Some 12 to 14 percent agreed.", "Some 12 to 14 percent: 12–14 percent about"],
  ["Twenty-one geese were found.", "Twenty-one geese: 21 ×"],
  ["It took three and a half years.", "three and a half years: 3.5 year"],
  ["The dam holds 1.2bn litres.", "1.2bn litres: 1200000000 liter"],
  ["An 800-foot fall killed the goat.", "800-foot: 800 foot"],
  ["A 30-pound stone fell on it.", "30-pound: 30 pound"],
  ["The heron, said Ode Marlow, 57, is back.", "57: 57 ×"],
  ["The last 20 or so heron winters were mild.", "20 or so heron winters: 20 × about"],
  [
    "At least two hundred thousand crowns are gone.",
    "At least two hundred thousand crowns: 200000 crown over",
  ],
  ["The lease is an eight - year one.", "eight - year: 8 year"],
  ["She takes $2M home.", "$2M: 2000000 $"],
  ["It lasts 2½ months.", "2½ months: 2.5 month"],
  ["It took half an hour.", "half an hour: 0.5 hour"],
  ["It took five-and-a-half hours.", "five-and-a-half hours: 5.5 hour"],
  ["He may get 3-14 years.", "3-14 years: 3–14 year"],
  ["They ask 18-to-34-year-olds.", "18-to-34-year-olds: 18–34 year"],
  ["She saw six or seven geese.", "six or seven geese: 6–7 ×"],
  ["They drew 5, 000 gallons.", "5, 000 gallons: 5000 gallon"],
  ["It weighs 215 pounds.", "215 pounds: 215 pound"],
  ["It costs 3 million pounds.", "3 million pounds: 3000000 £"],
  ["A trillion-dollar dam is built.", "A trillion-dollar: 1000000000000 $"],
  ["File them on all three of these.", "three: 3 ×"],
  ["The warden, 29, left.", "29: 29 ×"],
  ["Ode Marlow Jr., 56, left.", "56: 56 ×"],
  ["The heron died at age 74.", "74: 74 ×"],
  ["She turned six on Friday.", "six: 6 ×"],
  ["They sell 15 a year.", "15: 15 ×"],
  ["The wall fell, killing eight.", "eight: 8 ×"],
  ["At least five were hurt.", "At least five: 5 × over"],
  ["As many as 20 geese left it.", "As many as 20 geese left: 20 × under"],
  ["The toll rose to 35.", "35: 35 ×"],
  ["A coach for seven, he left.", "seven: 7 ×"],
  ["Kelder to Buy 36 Albatross Patrol Boats", "36 Albatross Patrol Boats: 36 ×"],
  ["Half the crews left.", "Half: 0.5 ×"],
  ["They lost two thirds of it.", "two thirds: 0.666666666666667 ×"],
  ["It grew by a fifth.", "a fifth: 0.2 ×"],
  ["It sank in 200-plus places.", "200-plus places: 200 × over"],
])("a quantity is read with its unit and how exact it is: %s", (text, expected) => {
  expect(figuresIn(text)).toEqual([expected])
})

test.each([
  "On October 7, 2020, she left; the 2016 flood was worse.",
  "Boeing 747 number No. 3 left at 8 a.m. from Gate 9.",
  "One of the geese was grey.",
  "The score was 9-14 at 11:15.",
  "She called 911 from the dam.",
  "Hide Caption 3 of 15 Photos",
  "One in three wardens, or two out of 10, has a one-in-five chance.",
  "She took the 91 Freeway to 1205 E. 52nd St.",
  "They flew the 787 Albatross; a 9 mm handgun lay in the 2013 Volvo.",
  "Call (213) 555-0100 for WaveDeck 4 users and the Gang of Eight.",
  "A third party held its fifth term for a quarter century.",
  "It began at 7: 01 p. m., 50 - 32, 2002 - 03, at 1300 GMT.",
  "They have zero tolerance for a six-figure sum, and several hundred left.",
  "The two were late; after the 787, nothing came.",
])("dates, names, hours and scores are no quantities: %s", (text) => {
  expect(figuresIn(text)).toEqual([])
})

test("a sign of percent behind the last number is meant of all in the list", () => {
  expect(figuresIn("They hold 11 and 8 percent; it fell from 42 to 39 percent.")).toEqual([
    "11: 11 percent",
    "8 percent: 8 percent",
    "42: 42 percent",
    "39 percent: 39 percent",
  ])
})

test("places with their numbers count, on either side of the name", () => {
  expect(figuresIn("Kelder - 46, Mire - 25.")).toEqual(["46: 46 ×", "25: 25 ×"])
})

test("a range of whole numbers is read from any two that rise, a score from none", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 900 }), fc.integer({ min: 1, max: 90 }), (low, step) => {
      const high = low + step
      expect(figuresIn(`They sold ${low} to ${high} percent.`)).toEqual([
        `${low} to ${high} percent: ${low}–${high} percent`,
      ])
      expect(figuresIn(`They won ${high}-${low} and ${high} - ${low}.`)).toEqual([])
    }),
  )
})

test("numbers lie inside their text, in order, whatever the text", () => {
  const words = fc.constantFrom(
    "half",
    "a",
    "million",
    "two",
    "hundred",
    "and",
    "3,400",
    "12",
    "-",
    "–",
    "to",
    "$",
    "twenty",
    "third",
    "%",
    ".",
    "1.2bn",
    "dozen",
  )
  fc.assert(
    fc.property(fc.array(words), (parts) => {
      const text = parts.join(" ")
      let end = 0
      for (const { from, to, value } of findNumerals(text)) {
        expect(from).toBeGreaterThanOrEqual(end)
        expect(Number.isFinite(value)).toBe(true)
        end = to
      }
      expect(end).toBeLessThanOrEqual(text.length)
    }),
  )
})

/** The verdict on what two pages say of one thing. */
function verdict(first: string, second: string): string[] {
  const pages = [page(first, "a"), page(second, "b")]
  return compareFigures(pages, pages.flatMap(findFigures), new Terms()).map(
    (group) => `${group.figures.map(({ value }) => value).join("/")} ${group.verdict}`,
  )
}

test.each([
  [
    "The flood drowned 340 sheep near Mirefield.",
    "Near Mirefield the flood drowned 340 sheep.",
    "340/340 agree",
  ],
  [
    "The warden served for nearly 20 years at the dam.",
    "At the dam the warden served for 18 years.",
    "20/18 rounded",
  ],
  [
    "The flood drowned 340 sheep near Mirefield.",
    "Near Mirefield the flood drowned 410 sheep.",
    "340/410 conflict",
  ],
  [
    "Marlow won the wardenship with 47.3 percent of the votes.",
    "With 47 percent of the votes Marlow won the wardenship.",
    "47.3/47 rounded",
  ],
  [
    "Mooring dues see an increase of 12 percent, she said.",
    "There is talk that mooring dues see an increase of 15 per cent.",
    "12/15 conflict",
  ],
])(
  "figures of one thing agree, are rounded or cannot both be right: %s %s",
  (first, second, expected) => {
    expect(verdict(first, second)).toEqual([expected])
  },
)

test.each([
  [
    "The dam burst hurt 12 people.",
    "Eight were hurt when water came, killing three.",
    "12/8 conflict",
  ],
  ["Seven dead as dam bursts", "The dam burst, killing six people, a warden said.", "7/6 conflict"],
  [
    "In November a flood at the mill left 20 people dead.",
    "The mill, where in November a flood left 22 people dead, is shut.",
    "20/22 conflict",
  ],
])(
  "how many an event killed or hurt is compared across pages: %s %s",
  (first, second, expected) => {
    expect(verdict(first, second)).toEqual([expected])
  },
)

test("no page that gives both of two numbers is said to contradict either", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 500 }),
      fc.integer({ min: 2, max: 500 }),
      (one, other) => {
        fc.pre(one !== other)
        const alone = `The dam burst hurt ${one} people.`
        const both = `The dam burst hurt ${other} people, not ${one} people.`
        expect(verdict(alone, both).filter((told) => told.endsWith("conflict"))).toEqual([])
      },
    ),
  )
})

test("figures of different things are not set beside each other", () => {
  expect(
    verdict("The flood drowned 340 sheep.", "A choir of 410 singers opened the fair."),
  ).toEqual([])
})

test.each([
  ["At noon the flood had drowned 340 sheep.", "At 6 p.m. the flood had drowned 410 sheep."],
  ["The flood drowned at least 340 sheep.", "The flood drowned 410 sheep."],
  ["Warden Marlow said 40 boats had sunk.", "Warden Marlow said 65 boats had moved."],
  ["The flood drowned 340 sheep near Mirefield.", "Near Mirefield it drowned 410 other sheep."],
  [
    "Police said 6 boats were seized by Kelder crews.",
    "Police said 6 boats were seized by Kelder crews; since May a total of 14 boats were seized by Kelder crews.",
  ],
  ["The dam burst hurt 12 people.", "Last year the dam burst hurt 20 people."],
  ["The dam burst hurt 12 people.", "The dam burst killed 20 people."],
])("numbers of another hour, a bound or another thing are no conflict: %s %s", (first, second) => {
  expect(verdict(first, second).filter((told) => told.endsWith("conflict"))).toEqual([])
})

test("numbers of a text in another language than English are not read", () => {
  const text = "Die Flut kostete 20.100 Schafe das Leben."
  expect(findFigures({ ...page(text), language: "de" })).toEqual([])
})
