import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { Article } from "../src/article/article.ts"
import { extractArticles } from "../src/article/extract.ts"
import { type Source, sourceOf } from "../src/source/source.ts"
import { slice } from "../src/text/span.ts"

const source = (content: string | Uint8Array, more: Partial<Source> = {}): Source => ({
  ...sourceOf("page.txt", content),
  ...more,
})

const read = (content: string | Uint8Array, more: Partial<Source> = {}): Article => {
  const { articles } = extractArticles(source(content, more))
  expect(articles).toHaveLength(1)
  return articles[0]!
}

/** Each block as `kind|text`. */
const blocks = (article: Article): string[] =>
  article.blocks.map((block) => `${block.kind}|${slice(article.text, block)}`)

const refusal = (content: string | Uint8Array): string => {
  const { articles, notices } = extractArticles(source(content))
  expect(articles).toEqual([])
  expect(notices.map((notice) => notice.kind)).toEqual(["refused"])
  return notices[0]!.text
}

describe("plain text", () => {
  const page = `top of page
Search

Ferries Will Sail Again, Harbour Chief Says

By Ada Lindqvist, The Quay Courier
October 7, 2031

Mira Holt at the quay on Monday. (Photo: Jon Vale)

The ferries will sail again on Friday, the harbour chief said.
> We lost four days, not four ships.
“Nobody was hurt,” she said.

harbour, ferries, Mira Holt
Join the conversation as a VIP Member
bottom of page
`

  test("keeps the text to the letter and says of each line what it is", () => {
    const article = read(page)
    expect(article.text).toBe(page)
    expect(blocks(article)).toEqual([
      "furniture|top of page",
      "furniture|Search",
      "heading|Ferries Will Sail Again, Harbour Chief Says",
      "furniture|By Ada Lindqvist, The Quay Courier",
      "furniture|October 7, 2031",
      "caption|Mira Holt at the quay on Monday. (Photo: Jon Vale)",
      "paragraph|The ferries will sail again on Friday, the harbour chief said.",
      "blockquote|We lost four days, not four ships.",
      "paragraph|“Nobody was hurt,” she said.",
      "furniture|harbour, ferries, Mira Holt",
      "furniture|Join the conversation as a VIP Member",
      "furniture|bottom of page",
    ])
  })

  test("a headline in capitals between paragraphs is another article's, a cry in capitals is not", () => {
    const text =
      "Ferries stay in\n\nThe ferries stayed in on Friday.\n\nHARBOUR CHIEF SAYS 'NO' TO NIGHT FERRIES AS COSTS RISE\n\nNO MORE FERRIES\n\nSAVE THE OLD NIGHT FERRY NOW!\n\nNobody sailed."
    const kinds = read(text).blocks.map(({ kind, from }) => `${kind} ${text.slice(from, from + 7)}`)
    expect(kinds.filter((kind) => kind.startsWith("furniture"))).toEqual(["furniture HARBOUR"])
  })

  test("says who wrote it and when, and where the date was found", () => {
    const article = read(page)
    expect(article.byline).toBe("Ada Lindqvist")
    expect(article.published).toEqual({ value: "2031-10-07", precision: "day", from: "text" })
    expect(article.language).toBe("en")
  })
})

describe("what cannot be read", () => {
  test("is refused in one sentence that says what to do", () => {
    expect(refusal("")).toBe("page.txt is empty: give a file with text in it.")
    expect(refusal(" \n\t ")).toContain("nothing but blanks")
    expect(refusal(Uint8Array.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31]))).toContain("is a PDF")
    expect(refusal(Uint8Array.from({ length: 400 }, (_, i) => (i * 7) % 32))).toContain("binary")
  })
})

describe("whatever the bytes", () => {
  const holdsEveryWord = (article: Article): void => {
    let last = 0
    let outside = ""
    for (const block of article.blocks) {
      expect(block.from).toBeGreaterThanOrEqual(last)
      expect(block.to).toBeGreaterThan(block.from)
      outside += article.text.slice(last, block.from)
      last = block.to
    }
    expect(last).toBeLessThanOrEqual(article.text.length)
    expect(outside + article.text.slice(last)).not.toMatch(/[\p{L}\p{N}]/u)
  }

  test("nothing is thrown, and blocks hold every word without overlapping", () => {
    const pieces = fc.constantFrom(
      "<p>",
      "</div>",
      "<b>",
      "said “we",
      "\n",
      "\n\n",
      "---\n",
      "title: x\n",
      "> ",
      "# ",
      "<!--",
      "&amp;",
      "&#0;",
      '{"',
      '[{"text":"a b"}]',
      "WEBVTT\n\n",
      "1\n00:00:01,000 --> 00:00:02,000\n",
      "<rss>",
      "\u0000",
      "é",
      "<br><br>",
      "<table><td>",
      "Ada: ",
    )
    const texts = fc
      .array(fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 20 })), { maxLength: 30 })
      .map((parts) => new TextEncoder().encode(parts.join("")))
    fc.assert(
      fc.property(
        fc.oneof(texts, fc.uint8Array({ maxLength: 200 })),
        fc.constantFrom("a.txt", "a.html", "a.md", "a.jsonl", "a.json", "a.xml"),
        fc.constantFrom("article" as const, "record" as const),
        (bytes, path, role) => {
          const { articles, notices } = extractArticles(source(bytes, { path, role }))
          for (const article of articles) holdsEveryWord(article)
          expect(articles.length + notices.length).toBeGreaterThan(0)
        },
      ),
      { numRuns: 400 },
    )
  })
})
