import fc from "fast-check"
import { expect, test } from "vitest"
import type { Article } from "../src/article/article.ts"
import { findQuotations } from "../src/quotation/find.ts"
import type { Quotation } from "../src/quotation/quotation.ts"
import { BLANK } from "./blank-article.ts"

/** An article of plain paragraphs, a line each; a line that begins with `#` is a heading, with `¤` a caption. */
function articleOf(...lines: readonly string[]): Article {
  const text = lines.join("\n")
  let from = 0
  const blocks = lines.map((line) => {
    const kind = line.startsWith("#") ? "heading" : line.startsWith("¤") ? "caption" : "paragraph"
    const block = { kind, from, to: from + line.length } as const
    from += line.length + 1
    return block
  })
  return {
    ...BLANK,
    text,
    blocks,
  }
}

/** `direct|Ann Lee|We won’t act,`; parts of one quotation are joined by ` ‖ `. */
function show(article: Article, quotation: Quotation): string {
  const parts = quotation.content.map((span) => article.text.slice(span.from, span.to))
  return `${quotation.kind}|${quotation.speaker?.name ?? "nobody"}|${parts.join(" ‖ ")}`
}

function found(...lines: readonly string[]): string[] {
  const article = articleOf(...lines)
  return findQuotations(article).map((quotation) => show(article, quotation))
}

test("a quotation interrupted by its speech verb is one quotation", () => {
  expect(
    found("“The harbour stays open,” said Mayor Nora Quill. “No ship will be turned away.”"),
  ).toEqual(["direct|Nora Quill|The harbour stays open, ‖ No ship will be turned away."])
})

test("a quotation runs on over paragraphs that re-open it, and over the captions between them", () => {
  expect(
    found(
      "Mayor Nora Quill added: ‘We have heard the crews’ concerns.",
      "¤A crane in the harbour of Westhaven",
      "‘And nothing will be decided this week.’",
    ),
  ).toEqual([
    "direct|Nora Quill|We have heard the crews’ concerns. ‖ And nothing will be decided this week.",
  ])
})

test("a paragraph that closes its quotation ends it", () => {
  expect(
    found("“The harbour stays open,” Mayor Nora Quill said.", "“No ship will be turned away.”"),
  ).toHaveLength(2)
})

/** The speakers of the quotations in marks. */
function speakers(...lines: readonly string[]): string[] {
  return findQuotations(articleOf(...lines))
    .filter(({ marked }) => marked.length > 0)
    .map(({ speaker }) => speaker?.name ?? "nobody")
}

test("the commissioner, where a page never says who that is, is whoever spoke before", () => {
  const before = "Nora Quill said on Wednesday that the wall is old."
  expect(speakers(before, "“We will mend it,” the commissioner said.")).toEqual(["Nora Quill"])
  expect(speakers(before, "“We will mend it,” the former commissioner said.")).toEqual(["nobody"])
})

test("she is the commissioner with whom the paragraph begins", () => {
  expect(
    speakers(
      "Commissioner Nora Quill said little. “She was late,” Ida Marsh said.",
      "The commissioner had told the hall that the boats will stay. “They keep the basin,” she said.",
    ),
  ).toEqual(["Ida Marsh", "Nora Quill"])
})

test("spans lie inside the text, in order, whatever is done to the marks", () => {
  const piece = fc.constantFrom(
    "“",
    "”",
    "‘",
    "’",
    '"',
    "'",
    "''",
    "«",
    "»",
    " ",
    "\n",
    "Nora Quill said",
    ", ",
    ". ",
    "the ships wait",
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const article = articleOf(...pieces.join("").split("\n"))
      for (const quotation of findQuotations(article)) {
        let last = 0
        for (const span of quotation.content) {
          expect(span.from).toBeGreaterThanOrEqual(last)
          expect(span.to).toBeGreaterThan(span.from)
          last = span.to
        }
        expect(last).toBeLessThanOrEqual(article.text.length)
      }
    }),
  )
})

test("a relative named later in the article does not take the surname from the one who speaks", () => {
  const article = articleOf(
    "# Finch wants the ferry back",
    "Before he kept the light, the grandson of the town’s first pilot, Odo Finch, sold rope.",
    "“The ferry is ours,” Finch said on the quay.",
  )
  const names = findQuotations(article).map((quotation) => quotation.speaker?.name)
  expect(names).not.toContain("Odo Finch")
  expect(names).toContain("Finch")
})
