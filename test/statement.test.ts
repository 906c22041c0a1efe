import fc from "fast-check"
import { expect, test } from "vitest"
import type { Article } from "../src/article/article.ts"
import type { Quotation } from "../src/quotation/quotation.ts"
import { isPagesDoing, isSpokenByAnother } from "../src/statement/elsewhere.ts"
import { groupStatements } from "../src/statement/group.ts"
import { matchSpeakers } from "../src/statement/speaker.ts"
import type { Statement } from "../src/statement/statement.ts"
import { groupBy } from "../src/text/group-by.ts"
import { slice } from "../src/text/span.ts"
import { BLANK } from "./pages.ts"

/** An invented mayor's answers to an invented reporter; a line is a turn. */
const RECORD = `Ida Brandt: Will the lighthouse stay open this winter?
Olav Reiss: The lighthouse stays open. We paid for the new lamp in March, out of the reserve and not out of the school budget. My grandfather trimmed the old one. Every ship on this coast knows that light. I will not be the mayor who puts it out. If the province wants to help, and they have not said that they will, then we can talk about the pier as well.
Ida Brandt: They call you “the candle mayor” in the capital. And the pier?
Olav Reiss: The pier is a different matter. It needs forty new piles and a great deal of patience. As I said, the lighthouse stays open.`

function articleOf(id: string, text: string, record = false): Article {
  const turns = [...text.matchAll(/^(Ida Brandt|Olav Reiss): (.*)$/gm)].map((match) => {
    const from = match.index + match[1]!.length + 2
    return { speaker: match[1]!, span: { from, to: from + match[2]!.length }, time: null }
  })
  return {
    ...BLANK,
    id,
    source: `${id}.txt`,
    record,
    text,
    blocks: [{ kind: "paragraph", from: 0, to: text.length }],
    turns: record ? turns : [],
  }
}

/** Every “…” of a page as a quotation of one speaker. */
function quotationsOf(article: Article, name = "Reiss"): Quotation[] {
  return [...article.text.matchAll(/“([^”]+)”/g)].map((match) => {
    const span = { from: match.index + 1, to: match.index + match[0].length - 1 }
    return {
      id: `${article.id}:${span.from}`,
      article: article.id,
      kind: "direct",
      content: [span],
      marked: [span],
      text: match[1]!,
      speaker: { name, mention: null, proof: [], confidence: 0.99 },
      cue: null,
      via: [],
    }
  })
}

interface Coverage {
  readonly articles: readonly Article[]
  readonly quotations: readonly Quotation[]
}

function coverage(pages: Readonly<Record<string, string>>, record = true): Coverage {
  const articles = Object.entries(pages).map(([id, text]) => articleOf(id, text))
  const quotations = articles.flatMap((article) => quotationsOf(article))
  return {
    articles: record ? [...articles, articleOf("record", RECORD, true)] : articles,
    quotations,
  }
}

/** Each statement as its witnesses: `a|words of the witness`. */
function witnesses(statements: readonly Statement[], { articles }: Coverage): string[][] {
  const text = (id: string): string => articles.find((article) => article.id === id)!.text
  return statements.map((statement) =>
    statement.witnesses
      .map(
        ({ article, spans }) => `${article}|${spans.map((s) => slice(text(article), s)).join(" ")}`,
      )
      .toSorted(),
  )
}

function bases(statements: readonly Statement[]): string[][] {
  return statements.map(({ records }) =>
    records.flatMap(({ spans }) => spans.map((span) => slice(RECORD, span))),
  )
}

const group = ({ quotations, articles }: Coverage): Statement[] =>
  groupStatements(quotations, articles)

test("two outlets that print one sentence of the record are witnesses of one statement", () => {
  const pages = coverage({
    a: "“Every ship on this coast knows that light,” said Reiss.",
    b: "Reiss was firm. “I will not be the mayor who puts it out.”",
    c: "He said: “Every ship on this coast knows this light.”",
  })
  const statements = group(pages)
  expect(witnesses(statements, pages)).toEqual([
    [
      "a|Every ship on this coast knows that light,",
      "c|Every ship on this coast knows this light.",
    ],
    ["b|I will not be the mayor who puts it out."],
  ])
  expect(bases(statements)[0]).toEqual(["Every ship on this coast knows that light"])
  expect(statements[0]!.speaker).toBe("Olav Reiss")
})

test("a spliced quotation joins its two passages, and what was skipped is part of the base", () => {
  const pages = coverage({
    a: "“We paid for the new lamp in March, out of the reserve. I will not be the mayor who puts it out.”",
  })
  const [statement] = group(pages)
  expect(statement!.witnesses[0]!.location!.segments).toHaveLength(2)
  expect(bases([statement!])[0]![0]).toContain("My grandfather trimmed the old one.")
})

test("a long quotation is no witness of a line that it skips, though words like it stand elsewhere in it", () => {
  const opening = "The ferry sails at seven from the north pier in any weather, with mail and milk."
  const skipped = "We kept our promises to the islands."
  const ending =
    "We keep our promises to islands that others forget, said my father, and he was right."
  const years = [...Array(20).keys()].map(
    (i) => `Winter ${i + 2001} brought storm ${i + 40} to us.`,
  )
  const said = [opening, ...years.slice(0, 10), skipped, ...years.slice(10), ending].join(" ")
  const pages = [articleOf("a", `“${skipped}”`), articleOf("b", `“${opening} … ${ending}”`)]
  const articles = [...pages, articleOf("record", `Olav Reiss: ${said}`, true)]
  const statements = groupStatements(
    pages.flatMap((page) => quotationsOf(page)),
    articles,
  )
  expect(statements.map((one) => one.witnesses.map(({ article }) => article))).toEqual([
    ["b"],
    ["a"],
  ])
})

test("a line said twice is placed beside its neighbours on the page and stays apart", () => {
  const pages = coverage({
    a: "“The lighthouse stays open,” Reiss said. “We paid for the new lamp in March.”",
    b: "“It needs forty new piles,” Reiss said, and: “The lighthouse stays open.”",
  })
  const statements = group(pages)
  const twice = statements.filter((s) => bases([s])[0]![0]!.endsWith("ighthouse stays open"))
  expect(twice.map((s) => s.witnesses.map((w) => w.article))).toEqual([["a"], ["b"]])
})

test("a fragment is found in its speaker's words although its last word is another form", () => {
  const pages = coverage({
    a: "He asked for a “great deal of patient” work on “different matters”.",
  })
  expect(bases(group(pages))).toEqual([["different matter"], ["great deal of patience"]])
})

test("words that the record's speaker quotes are not held to be that speaker's", () => {
  const article = articleOf("a", "The minister calls him “the candle mayor”.")
  const quotations = quotationsOf(article, "Petra Lindqvist")
  const [statement] = groupStatements(quotations, [article, articleOf("record", RECORD, true)])
  expect(statement!.witnesses[0]!.location).not.toBeNull()
  expect(isSpokenByAnother(statement!.witnesses[0]!.location!, quotations[0]!.speaker)).toBe(false)
})

test("words that somebody else said are found, and told to be another speaker's", () => {
  const article = articleOf(
    "a",
    "“I will not be the mayor who puts it out,” said Ida Brandt of the harbour board.",
  )
  const quotations = quotationsOf(article, "Ida Brandt")
  const [statement] = groupStatements(quotations, [article, articleOf("record", RECORD, true)])
  const location = statement!.witnesses[0]!.location!
  expect(location.speakers).toEqual(["Olav Reiss"])
  expect(isSpokenByAnother(location, quotations[0]!.speaker)).toBe(true)
})

test("a page gives words to somebody else only where it names him there, and nobody reads them out", () => {
  const record = articleOf("record", RECORD, true)
  const isAccused = (text: string, name: string): boolean => {
    const page = articleOf("a", text)
    const from = text.indexOf("[")
    const mention = { from: from + 1, to: text.indexOf("]") }
    const [quotation] = quotationsOf(page, name)
    const [statement] = groupStatements([quotation!], [page, record])
    const speaker = { name, mention, proof: [], confidence: 0.99 }
    return isPagesDoing(
      { ...quotation!, speaker },
      page,
      statement!.witnesses[0]!.location!,
      record,
    )
  }
  const words = "“We paid for the new lamp in March, out of the reserve,”"
  expect(isAccused(`${words} [Petra Lind] said.`, "Petra Lind")).toBe(true)
  expect(isAccused(`${words} [she] said.`, "Petra Lind")).toBe(false)
  expect(isAccused(`${words} [Mr. Reiss] said.`, "Anton Reiss")).toBe(false)
  const readOut = "“the candle mayor” in the capital"
  expect(isAccused(`${readOut} [Ida They] said.`, "Ida They")).toBe(false)
})

test("a quotation that stands in no record is a statement without one", () => {
  const pages = coverage({ a: "“Snow is expected on the eastern slopes by nightfall,” he said." })
  expect(group(pages)).toMatchObject([{ records: [], witnesses: [{ location: null }] }])
})

test("without a record, a long quotation ties the fragments together", () => {
  const pages = coverage(
    {
      a: "“We paid for the new lamp in March, out of the reserve and not out of the school budget. Every ship on this coast knows that light.”",
      b: "Paid “out of the reserve and not out of the school budget”, he said.",
      c: "“Every ship on this coast knows that light,” said Reiss.",
      d: "“The pier is a different matter,” said Reiss.",
    },
    false,
  )
  expect(group(pages).map((s) => s.witnesses.map((w) => w.article))).toEqual([
    ["a", "b", "c"],
    ["d"],
  ])
})

/** Quotations of one page as one that the page interrupts. */
function interrupted(quotations: readonly Quotation[]): Quotation {
  const spans = quotations.flatMap(({ marked }) => marked)
  const text = quotations.map((one) => one.text).join(" ")
  return { ...quotations[0]!, content: spans, marked: spans, text }
}

/** Pages each of whose quotations is one, interrupted. */
function interviews(pages: Readonly<Record<string, string>>, record = true): Coverage {
  const { articles, quotations } = coverage(pages, record)
  const byPage = groupBy(quotations, ({ article }) => article)
  return { articles, quotations: [...byPage.values()].map(interrupted) }
}

test.each([true, false])(
  "sentences that travel apart are two statements, whoever prints both (record: %s)",
  (record) => {
    const pages = interviews(
      {
        a: "“My grandfather trimmed the old one,” he said. “Every ship on this coast knows that light.”",
        b: "“Every ship on this coast knows that light,” said Reiss.",
        c: "He remembered: “My grandfather trimmed the old one.”",
      },
      record,
    )
    expect(witnesses(group(pages), pages).toSorted()).toEqual([
      [
        "a|Every ship on this coast knows that light.",
        "b|Every ship on this coast knows that light,",
      ],
      ["a|My grandfather trimmed the old one,", "c|My grandfather trimmed the old one."],
    ])
  },
)

test.each([true, false])(
  "a sentence that nobody prints without the other stays with it (record: %s)",
  (record) => {
    const pages = interviews(
      {
        a: "“Every ship on this coast knows that light,” he said. “My grandfather trimmed the old one.”",
        b: "“Every ship on this coast knows that light,” said Reiss.",
      },
      record,
    )
    expect(witnesses(group(pages), pages)).toEqual([
      [
        "a|Every ship on this coast knows that light, My grandfather trimmed the old one.",
        "b|Every ship on this coast knows that light,",
      ],
    ])
  },
)

test("a continuous quotation holds together the sentences that others print alone", () => {
  const pages = interviews({
    a: "“My grandfather trimmed the old one. Every ship on this coast knows that light.”",
    b: "“My grandfather trimmed the old one,” he said. “Every ship on this coast knows that light.”",
    c: "“My grandfather trimmed the old one,” said Reiss.",
    d: "“Every ship on this coast knows that light,” said Reiss.",
  })
  expect(group(pages)).toHaveLength(1)
})

test("what was left out where a page interrupts its speaker shows in the quotation taken whole", () => {
  const pages = interviews({
    a: "“My grandfather trimmed the old one,” he said. “I will not be the mayor who puts it out.”",
    b: "“My grandfather trimmed the old one,” said Reiss.",
    c: "“I will not be the mayor who puts it out,” said Reiss.",
  })
  expect(witnesses(group(pages), pages)).toEqual([
    ["a|My grandfather trimmed the old one,", "b|My grandfather trimmed the old one,"],
    ["a|I will not be the mayor who puts it out.", "c|I will not be the mayor who puts it out,"],
    ["a|My grandfather trimmed the old one, I will not be the mayor who puts it out."],
  ])
})

test("scare quotes and reported speech without marks vouch for nothing", () => {
  const article = articleOf("a", "The “light” is safe, “The lighthouse stays open” or not.")
  const [scare, indirect] = quotationsOf(article)
  const quotations: Quotation[] = [
    { ...scare!, kind: "scare" },
    { ...indirect!, kind: "indirect", marked: [] },
  ]
  expect(groupStatements(quotations, [article])).toEqual([])
})

test("the order of the inputs changes nothing", () => {
  const pages = coverage({
    a: "“The lighthouse stays open,” he said. “We paid for the new lamp in March.” “The sea is patient.”",
    b: "“It needs forty new piles,” he said. “The lighthouse stays open.” “The sea is patient enough.”",
    c: "“Every ship on this coast knows that light. I will not be the mayor who puts it out.”",
  })
  const expected = group(pages)
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...pages.articles], { minLength: pages.articles.length }),
      fc.shuffledSubarray([...pages.quotations], { minLength: pages.quotations.length }),
      (articles, quotations) => {
        expect(groupStatements(quotations, articles)).toEqual(expected)
      },
    ),
    { numRuns: 20 },
  )
})

test("every quotation is a witness of exactly one statement, whatever pages print", () => {
  const word = fc.constantFrom("light", "pier", "the", "mayor", "stays", "open", "coast", "of")
  const sentence = fc
    .array(word, { minLength: 1, maxLength: 12 })
    .map((words) => `“${words.join(" ")}”`)
  fc.assert(
    fc.property(fc.array(sentence, { maxLength: 12 }), fc.boolean(), (sentences, record) => {
      const pages = coverage(
        { a: sentences.join(" "), b: sentences.slice(1).join(" and ") },
        record,
      )
      const ids = group(pages).flatMap((s) => s.witnesses.map((w) => w.quotation))
      expect(ids.toSorted()).toEqual(pages.quotations.map((q) => q.id).toSorted())
    }),
  )
})

test("one word ten thousand times tells nothing and is grouped in passing", () => {
  const hostile = `“${"light ".repeat(10_000)}”`
  const pages = coverage({ a: hostile, b: hostile, c: hostile })
  expect(group(pages)).toHaveLength(3)
})

test.each([
  ["Putin", "Vladimir Putin", "same"],
  ["President of Russia Vladimir Putin", "Vladimir Putin", "same"],
  ["Bill Clinton", "Hillary Rodham Clinton", "other"],
  ["D. J. Moreau", "Denise Moreau", "same"],
  ["THE PRESIDENT", "Olav Reiss", "unknown"],
  ["Olav Reiss", "Q", "unknown"],
  ["AUDIENCE MEMBER", "Olav Reiss", "other"],
  [null, "Olav Reiss", "unknown"],
  ["Ida Brandt", "Olav Reiss", "other"],
] as const)("%s and %s: %s", (a, b, match) => {
  expect(matchSpeakers(a, b)).toBe(match)
})
