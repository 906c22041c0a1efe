import fc from "fast-check"
import { expect, test } from "vitest"
import type { Article } from "../src/article/article.ts"
import { findDates } from "../src/occasion/dates.ts"
import type { DateMention } from "../src/occasion/occasion.ts"
import { occasionsIn, resolveOccasions } from "../src/occasion/resolve.ts"
import { maybeSpokenDay } from "../src/occasion/spoken-day.ts"
import { findQuotations } from "../src/quotation/find.ts"
import { isSpeech, type Quotation } from "../src/quotation/quotation.ts"
import { findSentences } from "../src/text/find-sentences.ts"
import { covers, hull, overlaps, type Span } from "../src/text/span.ts"
import { plainPage } from "./pages.ts"

/** A page of one paragraph a line, printed on a day. */
function page(text: string, published: string | null = "2020-10-07"): Article {
  return plainPage("a", text, {
    published: published === null ? null : { value: published, precision: "day", from: "manifest" },
  })
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
  ["Put up: 2012. 08. 09 09: 01 AM", "2012. 08. 09 = 2012-08-09"],
  ["Put up 11 / 30 / 09", "11 / 30 / 09 = 2009-11-30"],
  [
    "Seen on Saturday afternoon, March 12, 2016.",
    "Saturday afternoon, March 12, 2016 = 2016-03-12",
  ],
  ["The keeper's 1893 painting hangs there.", "1893 = 1893"],
])("a date that is said in full needs no other: %s", (text, expected) => {
  expect(datesIn(text, null)).toEqual([expected])
})

test.each([
  ["She spoke on Wednesday.", "Wednesday = 2020-10-07"],
  ["They met on Tuesday, Oct. 6, in the hall.", "Tuesday, Oct. 6 = 2020-10-06"],
  ["He had left on Tuesday.", "Tuesday = 2020-10-06"],
  ["After the primary the warden resumed, saying Tuesday he would stay.", "Tuesday = 2020-10-06"],
  ["He said on Friday that it was over.", "Friday = 2020-10-02"],
  ["The hall will open on Friday.", "Friday = 2020-10-09"],
  ["It was to report on Friday.", "Friday = 2020-10-09"],
  ["They announced their upcoming plan on Friday.", "Friday = 2020-10-02"],
  ["They meet this coming Friday.", "Friday = 2020-10-09"],
  ["You will remember the hearing in June, to which nobody came.", "June = 2020-06"],
  ["It happened yesterday.", "yesterday = 2020-10-06"],
  ["They met last week.", "last week = 2020-10"],
  ["The fair opens in two weeks, by Friday.", "Friday = 2020-10-09"],
  ["The crews will have a vote as soon as Friday.", "Friday = 2020-10-09"],
  ["Marlow is heading to Kelder for a fair Thursday morning.", "Thursday = 2020-10-08"],
  [
    "The Marlow Mills board, which reports its takings on Tuesday, was silent.",
    "Tuesday = 2020-10-13",
  ],
  ["She had the deal at hand, only days before the vote on Monday.", "Monday = 2020-10-12"],
  ["The deal proved to be off on Tuesday.", "Tuesday = 2020-10-06"],
  ["He had told Mr. Quill to go by Monday.", "Monday = 2020-10-05"],
  ["Ode Marlow to visit Kelder on Friday", "Friday = 2020-10-09"],
  ["They want to be heard before the April 8 election.", "April 8 = 2021-04-08"],
  ["The fire in April left nothing.", "April = 2020-04"],
  ["It is judged by today's hearing.", "none"],
  ["After today's hearing they left.", "today = 2020-10-07"],
  ["Filed 04 / 10 / 2020 9: 12 am", "04 / 10 / 2020 = 2020-10-04"],
  ["It closes three months from now.", "three months from now = 2021-01"],
  ["It fell short of September's catch.", "September's = 2020-09"],
  ["They met last month.", "last month = 2020-09"],
  ["In February of last year he resigned.", "February of last year = 2019-02"],
  ["He resigned two years ago.", "two years ago = 2018"],
  ["The plan was published in May.", "May = 2020-05"],
  ["She won the November 3 election.", "November 3 = 2020-11-03"],
  ["It began on December 28.", "December 28 = 2020-12-28"],
])("words that need the day of publication are counted from it: %s", (text, expected) => {
  expect(datesIn(text)).toEqual(expected === "none" ? [] : [expected])
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

test("the years between which something lasted are two dates", () => {
  expect(datesIn("The mill ran 2013-2015.")).toEqual(["2013 = 2013", "2015 = 2015"])
})

test("a car's year is no date", () => {
  expect(datesIn("He drove a grey 2013 Volvo estate.")).toEqual([])
})

test("a day of two numbers is read as the page's own, and left alone far from it", () => {
  expect(datesIn("Seen on 10/4/2020.")).toEqual(["10/4/2020 = 2020-10-04"])
  expect(datesIn("Seen on 4/10/2012.")).toEqual([])
  expect(datesIn("Seen on 10/9/2020.")).toEqual(["10/9/2020 = 2020-10-09"])
})

test("a speaker who names month and day means the same day as the page", () => {
  expect(datesIn("“We open on Oct. 20,” she said.")).toEqual(["Oct. 20 = 2020-10-20"])
})

test("around an article only the line that says when it was put up is read", () => {
  const text =
    "Boats sink\nUpdated: October 6, 2020 9:12 am\nAlso read: what the choir sang of geese, October 3, 2020"
  const blocks = page(text).blocks.map((block, i) => ({
    ...block,
    kind: i === 0 ? ("heading" as const) : ("furniture" as const),
  }))
  expect(findDates({ ...page(text), blocks }).map(({ value }) => value)).toEqual(["2020-10-06"])
})

test("a week counted from the page lies in one month of two, and not far from the page", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20_000 }),
      fc.integer({ min: 1, max: 12 }),
      (day, weeks) => {
        const iso = (number: number): string =>
          new Date(number * 86_400_000).toISOString().slice(0, 10)
        const words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
        const count = words[weeks - 1] ?? String(weeks)
        const [date] = findDates(page(`It sank ${count} weeks ago.`, iso(day)))
        const near = [-3, 3].map((by) => iso(day - 7 * weeks + by).slice(0, 7))
        expect(near).toContain(date?.value)
      },
    ),
  )
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

test("words were said on the day nearest to their speech verb, of their sentence and else of the one before", () => {
  const pieces = fc.constantFrom(
    "“We sail,”",
    "Ada Finch said",
    "on May 3, 2020",
    "Tuesday",
    "the June 4, 2020 vote",
    "the boats wait. ",
    "“Then on May 5, 2020,” she said, “we sail.” ",
    "It was May 6, 2020. ",
    "\n\n",
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const article = page(parts.join(" "))
      const quotations = findQuotations(article).filter(isSpeech)
      const dates = findDates(article)
      const found = occasionsIn(article, quotations, dates)
      expect(found.map(({ when }) => when)).toEqual(
        quotations.map((quotation) => slowlyFound(quotation, article, dates)),
      )
    }),
  )
})

/** Every date is looked at for every quotation. */
function slowlyFound(
  { cue, content }: Quotation,
  { text, blocks }: Article,
  dates: readonly DateMention[],
): DateMention | null {
  const printed = hull(cue ? [...content, cue] : content)
  const paragraph = blocks.find(({ from, to }) => from <= printed.from && printed.from < to)!
  const sentences = findSentences(text, paragraph)
  const sentence = hull(sentences.filter((one) => overlaps(one, printed)))
  const before = sentences.filter(({ to }) => to <= sentence.from).at(-1)
  const anchor = cue ?? printed
  const gap = ({ span }: DateMention) => Math.max(0, span.from - anchor.to, anchor.from - span.to)
  const saying = dates
    .filter(({ span }) => !content.some((part) => covers(part, span)))
    .filter(({ span }) => !text.slice(0, span.from).endsWith("the "))
    .toSorted((a, b) => gap(a) - gap(b))
  const nearestIn = (stretch: Span | undefined) =>
    saying.find(({ span }) => stretch !== undefined && covers(stretch, span))
  return nearestIn(sentence) ?? nearestIn(before) ?? null
}
