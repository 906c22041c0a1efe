import { expect, test } from "vitest"
import { findQuotations } from "../src/quotation/find.ts"
import { isSpeech } from "../src/quotation/quotation.ts"
import { BLANK } from "./pages.ts"

/** Who spoke each quotation of a text whose lines are paragraphs: `Ada Finch|We stay`. */
function voices(...lines: readonly string[]): string[] {
  const text = lines.join("\n")
  let from = 0
  const blocks = lines.map((line) => {
    const block = { kind: "paragraph" as const, from, to: from + line.length }
    from += line.length + 1
    return block
  })
  return findQuotations({ ...BLANK, text, blocks })
    .filter(isSpeech)
    .map(({ speaker, text: words }) => `${speaker?.name ?? "nobody"}|${words}`)
}

test("what a page shows while somebody points at a name is neither name nor speech", () => {
  expect(
    voices(
      "Sen. Odo Finch Odo (Tug) Tiberius FinchHarbour talks stall Quill on pier: 'We will not pay' Ferry workers' union calls for strike MORE (R-Ansel) said the ferry sails. “We keep our word,” Finch said.",
    ),
  ).toContain("Odo Finch|We keep our word,")
  expect(
    voices(
      "Sen. Odo Finch Odo (Tug) Tiberius FinchHarbour talks stall Quill on pier: 'We will not pay' MORE (R-Ansel) said: “We keep our word.”",
    ),
  ).toEqual(["Odo Finch|We keep our word."])
})

test("words that a page puts beside its pictures belong to no name", () => {
  expect(
    voices(
      "Photos: The harbour Mayor Nora Quill opens the pier. Hide Caption 3 of 9 Photos: The harbour A crane. Hide Caption 4 of 9",
      "“We keep our word,” Quill said.",
    ),
  ).toEqual(["Nora Quill|We keep our word,"])
})

test("the house of an office is no part of its holder's name", () => {
  expect(
    voices("“We will certainly keep our word,” U.S. Secretary of State Nora Quill promised."),
  ).toEqual(["Nora Quill|We will certainly keep our word,"])
  expect(
    voices("“We will certainly keep our word,” said Director of National Intelligence Edda Quill."),
  ).toEqual(["Edda Quill|We will certainly keep our word,"])
})

test("a weekday or the next sentence of a caption ends a name, and New York is whole", () => {
  expect(voices("“We keep our word,” said Nora Quill Tuesday.")).toEqual([
    "Nora Quill|We keep our word,",
  ])
  expect(voices("“We keep our word,” the New York Courier wrote.")).toEqual([
    "New York Courier|We keep our word,",
  ])
})

test("a short name is its bearer's, and not that of a thing with the same word in its name", () => {
  expect(
    voices(
      "Finch Tower stands in Ansel. Finch Tower is high. Odo Finch built it.",
      "“It is a fine house,” Finch said.",
    ),
  ).toEqual(["Odo Finch|It is a fine house,"])
})

test("a surname that only stands behind closing marks is a name", () => {
  expect(voices("“We keep our word,” Brackwater said.")).toEqual(["Brackwater|We keep our word,"])
})

test("who takes up the name before it", () => {
  expect(
    voices(
      "The pier was praised by Nora Quill, the mayor, who called it “a gift to every child in this town.”",
    ),
  ).toEqual(["Nora Quill|it “a gift to every child in this town.”"])
})

test("a title before a name that a house bears too is no part of it", () => {
  expect(voices("“We will certainly keep our word,” Mr. Guardian said on Sunday.")).toEqual([
    "Guardian|We will certainly keep our word,",
  ])
})

test("a quotation that is signed behind a dash is the signer's", () => {
  expect(
    voices(
      "“The pier will open in spring,” Odo Finch said.",
      "“We have waited long enough for this day.”",
      "— Nora Quill, mayor of Ansel",
    ).at(-1),
  ).toBe("Nora Quill|We have waited long enough for this day.")
})

test("a link in marks is not speech, and neither is a title", () => {
  expect(
    voices('poster="https://courier.example/pier.jpg?id=4" Mayor Nora Quill says the pier opens.'),
  ).not.toContainEqual(expect.stringContaining("courier.example"))
  expect(
    voices("The report, titled “A pier that nobody wanted,” lay on the desk of Nora Quill."),
  ).not.toContainEqual(expect.stringContaining("nobody wanted"))
})

test("a clause with several words in marks is one quotation, whatever stands between", () => {
  expect(
    voices(
      "The hotel bills were written down as “dinner with crews,” “gifts,” “crew and captain events” and “rope,” the statement said.",
    ),
  ).toHaveLength(1)
})

test("a name may begin with a small article, and a house with a colour", () => {
  expect(
    voices(
      "President Hassan el-Quasi came to Ansel on Sunday evening.",
      "“We will certainly keep our word,” el-Quasi said.",
    ),
  ).toEqual(["Hassan el-Quasi|We will certainly keep our word,"])
  expect(voices("“We will certainly keep our word,” the White House said on Sunday.")).toEqual([
    "White House|We will certainly keep our word,",
  ])
})

test("the Kentucky Republican is whom the page prints with that party and state", () => {
  expect(
    voices(
      "Sen. Odo Finch (R-Ky.) met Rep. Edda Quill, D-Calif., on Sunday evening.",
      "“We will certainly keep our word,” the California Democrat said.",
      "“So will everyone in this harbour,” the Kentucky senator replied.",
    ),
  ).toEqual([
    "Edda Quill|We will certainly keep our word,",
    "Odo Finch|So will everyone in this harbour,",
  ])
})

test("a party in brackets stands between a name and its verb", () => {
  expect(
    voices(
      "Odo Finch and Jon Marsh came on Sunday evening. Sen. Edda Quill (D-Calif.) said: “We will certainly keep our word.”",
    ),
  ).toEqual(["Edda Quill|We will certainly keep our word."])
})

test("a verb of speech is shown with the particle that makes it one", () => {
  const text = "“The pier will open in the spring,” Odo Finch pointed out."
  const [quotation] = findQuotations({
    ...BLANK,
    text,
    blocks: [{ kind: "paragraph", from: 0, to: text.length }],
  })
  expect(text.slice(quotation?.cue?.from, quotation?.cue?.to)).toBe("pointed out")
})

test("a post that a page shows is its account's, without the links and the date", () => {
  const post =
    "The pier opens again in spring and not before. https://courier.example/pier — Edda Quill (@eddaquill) March 4, 2021"
  expect(voices("It came in the night, and the pier is gone.", post)).toEqual([
    "Edda Quill|The pier opens again in spring and not before.",
  ])
})

test("what begins with no first name and ends in a common word is no full name", () => {
  expect(
    voices(
      "Signs along the coast bid visitors to Finch Country, and it is a country of its own.",
      "“We will certainly keep our word,” Finch said.",
    ),
  ).toEqual(["Finch|We will certainly keep our word,"])
})

test("the report that speaks behind a comma is no apposition", () => {
  expect(
    voices(
      "The wall was weak at Ansel Bank, the report said. “It was weak all along,” according to the report.",
    ).at(-1),
  ).toBe("nobody|It was weak all along,")
})
