import { expect, test } from "vitest"
import type { Article } from "../src/article/article.ts"
import type { Quotation } from "../src/quotation/quotation.ts"
import { groupStatements } from "../src/statement/group.ts"
import { slice } from "../src/text/span.ts"
import { BLANK } from "./pages.ts"

/** A page whose first line is its headline; every “…” is a quotation of Olav Reiss. */
function pageOf(
  id: string,
  text: string,
  day?: string,
): { article: Article; quotations: Quotation[] } {
  const headline = { from: 0, to: text.indexOf("\n") }
  const article: Article = {
    ...BLANK,
    id,
    source: `${id}.txt`,
    headline,
    published: day ? { value: day, precision: "day", from: "manifest" } : null,
    text,
    blocks: [
      { kind: "heading", ...headline },
      { kind: "paragraph", from: headline.to + 1, to: text.length },
    ],
  }
  const quotations = [...text.matchAll(/“([^”]+)”/g)].map((match): Quotation => {
    const span = { from: match.index + 1, to: match.index + match[0].length - 1 }
    return {
      id: `${id}:${span.from}`,
      article: id,
      kind: "direct",
      content: [span],
      marked: [span],
      text: match[1]!,
      speaker: { name: "Olav Reiss", mention: null, proof: [], confidence: 0.99 },
      cue: null,
      via: [],
    }
  })
  return { article, quotations }
}

/** The same page as a record of what Olav Reiss said. */
function recordOf(article: Article): ReturnType<typeof pageOf> {
  const turns = [{ speaker: "Olav Reiss", span: article.blocks[1]!, time: null }]
  return { article: { ...article, record: true, turns }, quotations: [] }
}

/** The echoes of all statements: `how page|words`; of pages with their days where these are given. */
function echoes(
  texts: Readonly<Record<string, string>>,
  days: Readonly<Record<string, string>> = {},
): string[] {
  const pages = Object.entries(texts).map(([id, text]) => {
    const page = pageOf(id, text, days[id])
    return id === "record" ? recordOf(page.article) : page
  })
  const statements = groupStatements(
    pages.flatMap((page) => page.quotations),
    pages.map((page) => page.article),
  )
  return statements.flatMap((statement) =>
    statement.echoes.map(
      ({ how, article, span }) => `${how} ${article}|${slice(texts[article]!, span)}`,
    ),
  )
}

test("words put into a speaker's mouth that are another page's narration are told", () => {
  expect(
    echoes({
      gull: "Mayor speaks\nReiss drew a stubborn parallel between lamps and laws on Tuesday.",
      tern: "Mayor mocked\nReiss sees a “stubborn parallel” between lamps and laws, as the Gull reported.",
    }),
  ).toEqual(["narrationQuoted gull|stubborn parallel"])
})

test("a name or a stock phrase that another page has too was not taken from there", () => {
  expect(
    echoes({
      gull: "Mayor speaks\nThe Friends of the Old Lighthouse met, and so on and so forth.",
      tern: "Mayor mocked\nReiss spoke of the “Friends of the Old Lighthouse” “and so on”.",
    }),
  ).toEqual([])
})

test("words that the page which quotes them says itself too are nobody's in particular", () => {
  expect(
    echoes({
      gull: "Mayor speaks\nReiss told of the ferry tax on Tuesday.",
      tern: "Mayor mocked\nReiss spoke of a “ferry tax”. The ferry tax is old.",
    }),
  ).toEqual([])
})

test("a few words in a page of another month were not taken from there", () => {
  const texts = {
    gull: "Mayor speaks\nReiss drew a stubborn parallel between lamps and laws on Tuesday.",
    tern: "Mayor mocked\nReiss sees a “stubborn parallel” between lamps and laws.",
  }
  expect(echoes(texts, { gull: "2031-03-04", tern: "2031-03-06" })).toHaveLength(1)
  expect(echoes(texts, { gull: "2031-03-04", tern: "2031-05-06" })).toEqual([])
})

test("words that another page reports, posts or writes in the first person are not its narration", () => {
  const tern = "Mayor mocked\nReiss sees a “stubborn parallel” between lamps and laws."
  const pages = [
    "Reiss said on Tuesday that he saw a stubborn parallel between lamps and laws.",
    "There is a stubborn parallel between lamps and laws. — Olav Reiss (@olavreiss)",
    "We at Reiss & Son see a stubborn parallel between lamps and laws.",
    "Reiss drew a “ stubborn parallel between lamps and laws.",
    "Reiss, at the ferry, found a stubborn parallel in his cabin.",
  ]
  expect(pages.map((gull) => echoes({ gull: `Mayor speaks\n${gull}`, tern }))).toEqual(
    pages.map(() => []),
  )
})

test("words that two outlets quote are nobody's narration", () => {
  expect(
    echoes({
      gull: "Mayor speaks\nHe drew a stubborn parallel.",
      tern: "Mayor mocked\nHe saw a “stubborn parallel” there.",
      skua: "Mayor angry\nHe called it a “stubborn parallel” twice.",
    }),
  ).toEqual([])
})

test("a statement's words outside marks and in a headline are its echoes", () => {
  expect(
    echoes({
      gull: "Mayor speaks\n“We paid for the new lamp in March out of the reserve and nothing else,” said Reiss.",
      tern: "They paid for the new lamp\nThe town says we paid for the new lamp in March out of the reserve: so it goes.",
    }),
  ).toEqual([
    "headline tern|paid for the new lamp",
    "unquoted tern|we paid for the new lamp in March out of the reserve",
  ])
})

test("the speaker's words without marks are told even where another page prints them in another order", () => {
  expect(
    echoes({
      record:
        "Interview\nUntil then the pilots, the crews and the ferry go on exactly as they do now.",
      wire: "Ferry stays\n“Until then the crews, the pilots and the ferry go on exactly as they do now,” he said.",
      copy: "All as before\nMeanwhile the pilots, the crews and the ferry go on exactly as they do now.",
    }),
  ).toEqual(["unquoted copy|the pilots, the crews and the ferry go on exactly as they do now"])
})
