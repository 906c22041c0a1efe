import fc from "fast-check"
import { expect, test } from "vitest"
import type { Article } from "../src/article/article.ts"
import { findDates } from "../src/occasion/dates.ts"
import { resolveOccasions } from "../src/occasion/resolve.ts"
import { maybeSpokenDay } from "../src/occasion/spoken-day.ts"
import type { Quotation } from "../src/quotation/quotation.ts"
import { BLANK } from "./blank-article.ts"

/** A page of one paragraph a line. */
function page(text: string, published: string | null = "2020-10-07"): Article {
  const blocks = [...text.matchAll(/[^\n]+/g)].map((line) => ({
    kind: "paragraph" as const,
    from: line.index,
    to: line.index + line[0].length,
  }))
  return {
    ...BLANK,
    published: published === null ? null : { value: published, precision: "day", from: "manifest" },
    text,
    blocks,
  }
}

/** Each date as `words = value`. */
function datesIn(text: string, published?: string | null): string[] {
  const article = page(text, published)
  return findDates(article).map(({ span, value }) => `${text.slice(span.from, span.to)} = ${value}`)
}

test.each([
  ["The vote is on October 7, 2020.", "October 7, 2020 = 2020-10-07"],
  ["It opened on 3 March 1911.", "3 March 1911 = 1911-03-03"],
  ["On the 7th of October, 2019, it rained.", "7th of October, 2019 = 2019-10-07"],
  ["Filed 2020-09-29 by the clerk.", "2020-09-29 = 2020-09-29"],
  ["Dated 27/10/2020.", "27/10/2020 = 2020-10-27"],
  ["The wall fell in December 1987.", "December 1987 = 1987-12"],
  ["A gap was torn in 2014.", "2014 = 2014"],
  ["The gap has been there since mid-2014.", "2014 = 2014"],
  ["9:53 AM, MON 7 OCT 2013", "7 OCT 2013 = 2013-10-07"],
])("a date that is said in full needs no other: %s", (text, expected) => {
  expect(datesIn(text, null)).toEqual([expected])
})

test.each([
  ["She spoke on Wednesday.", "Wednesday = 2020-10-07"],
  ["They met on Tuesday, Oct. 6, in the hall.", "Tuesday, Oct. 6 = 2020-10-06"],
  ["He had left on Tuesday.", "Tuesday = 2020-10-06"],
  ["He said on Friday that it was over.", "Friday = 2020-10-02"],
  ["The hall will open on Friday.", "Friday = 2020-10-09"],
  ["It was to report on Friday.", "Friday = 2020-10-09"],
  ["They announced their upcoming plan on Friday.", "Friday = 2020-10-02"],
  ["They meet this coming Friday.", "Friday = 2020-10-09"],
  ["You will remember the hearing in June, to which nobody came.", "June = 2020-06"],
  ["It happened yesterday.", "yesterday = 2020-10-06"],
  ["They met last week.", "last week = 2020"],
  ["They met last month.", "last month = 2020-09"],
  ["In February of last year he resigned.", "February of last year = 2019-02"],
  ["He resigned two years ago.", "two years ago = 2018"],
  ["The plan was published in May.", "May = 2020-05"],
  ["She won the November 3 election.", "November 3 = 2020-11-03"],
  ["It began on December 28.", "December 28 = 2020-12-28"],
])("words that need the day of publication are counted from it: %s", (text, expected) => {
  expect(datesIn(text)).toEqual([expected])
  expect(datesIn(text, null)).toEqual([])
})

test("a month that is also a name is a date only where the words make it one", () => {
  expect(datesIn("May may have said in March that bad news for May would march on.")).toEqual([
    "March = 2020-03",
  ])
})

test.each([
  "Some 2016 people came, and 1,984 of them stayed.",
  "The Black Friday sale of $2019 drew every Monday crowd; Sundays are quiet.",
  "The paper USA Today has today's readers.",
  "On 31 June 2020 nobody was born, nor on 1/2/2020 for sure.",
])("counts, names and days that do not exist are no dates: %s", (text) => {
  expect(datesIn(text).filter((date) => !/= 2020$/.test(date))).toEqual([])
})

test("a Saturday week is not the Saturday", () => {
  expect(datesIn("The sale is held on Saturday week.")).toEqual([])
})

test("a speaker's own tomorrow is not counted from the day of the page", () => {
  expect(datesIn("“We begin tomorrow,” she said on Monday.")).toEqual(["Monday = 2020-10-05"])
})

test("every date points at words of the text, in order, none over another", () => {
  const words = fc.constantFrom(
    "May",
    "7",
    "October",
    "2020",
    ",",
    "Oct.",
    "last",
    "year",
    "of",
    "in",
    "Tuesday",
    "ago",
    "two",
    "\n",
    "“",
    "1/2/2020",
    "31",
  )
  fc.assert(
    fc.property(fc.array(words), (parts) => {
      const text = parts.join(" ")
      let end = 0
      for (const { span, value } of findDates(page(text))) {
        expect(span.from).toBeGreaterThanOrEqual(end)
        expect(span.to).toBeLessThanOrEqual(text.length)
        expect(value).toMatch(/^\d{4}(-\d\d(-\d\d)?)?$/)
        end = span.to
      }
    }),
  )
})

/** The quotation of the words between the marks “ and ”, with its cue. */
function quotationIn(text: string, cue: string): Quotation {
  const content = { from: text.indexOf("“") + 1, to: text.indexOf("”") }
  const at = text.indexOf(cue)
  return {
    id: "q",
    article: "a",
    kind: "direct",
    content: [content],
    marked: [content],
    text: text.slice(content.from, content.to),
    speaker: null,
    cue: { from: at, to: at + cue.length },
    via: [],
  }
}

test.each([
  ["“We sail,” she said on Monday.", "said", "2020-10-05"],
  ["“We sail,” Finch told reporters in Oster Tuesday.", "told", "2020-10-06"],
  ["On Monday she said: “We sail.”", "said", "2020-10-05"],
  ["“We sail,” she said after Monday’s meeting.", "said", null],
  ["“We sail,” she said in Monday night’s debate.", "said", null],
  ["“We sail,” she said of the storm on Monday.", "said", null],
  ["“We sail,” she said. The store closed on Monday.", "said", null],
  ["“We sail on Monday,” she said.", "said", null],
])(
  "a day beside the verb is the day of the words, any other may be of something else: %s",
  (text, cue, day) => {
    expect(maybeSpokenDay(quotationIn(text, cue), page(text))?.value ?? null).toBe(day)
  },
)

test.each([
  ["“The pier stays in 2021,” she told the crews on Monday.", "told", "2020-10-05"],
  ["On Tuesday the clerk spoke. “The pier stays,” she said.", "said", "2020-10-06"],
  ["“The pier stays,” she said before the October 3 vote.", "said", "none"],
  ["“The pier stays,” she said, and the fair will open on Friday.", "said", "none"],
])("a quotation was said when its own sentences say so: %s", (text, cue, expected) => {
  const [occasion] = resolveOccasions([quotationIn(text, cue)], [page(text)])
  expect(occasion?.when?.value ?? "none").toBe(expected)
})
