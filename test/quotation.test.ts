import fc from "fast-check"
import { expect, test } from "vitest"
import type { Article, Block } from "../src/article/article.ts"
import { findQuotations } from "../src/quotation/find.ts"
import type { Quotation } from "../src/quotation/quotation.ts"
import { compareSpans, mergeSpans, type Span } from "../src/text/span.ts"
import { BLANK } from "./pages.ts"

const KINDS: Readonly<Record<string, Block["kind"]>> = {
  "#": "heading",
  "¤": "caption",
  ">": "blockquote",
}

/** An article of plain paragraphs, a line each; `#` begins a heading, `¤` a caption, `>` a block quotation. */
function articleOf(...lines: readonly string[]): Article {
  return articleIn(lines)
}

function articleIn(lines: readonly string[]): Article {
  const text = lines.join("\n")
  let from = 0
  const blocks = lines.map((line) => {
    const kind = KINDS[line[0] ?? ""] ?? "paragraph"
    const block = { kind, from: from + (line.startsWith(">") ? 1 : 0), to: from + line.length }
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

test("straight marks between spaces open and close in turn, and one alone opens nothing", () => {
  expect(
    found('" The harbour stays open, " said Mayor Nora Quill. " No ship will be turned away. "'),
  ).toEqual(["direct|Nora Quill|The harbour stays open, ‖ No ship will be turned away."])
  expect(
    found(
      'The new pier is 40 " wide at its head, and longer than the old one.',
      "“It holds,” said Mayor Nora Quill.",
    ),
  ).toEqual(["direct|Nora Quill|It holds,"])
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

test("a speech of more paragraphs than a call takes arguments is one quotation", () => {
  const lines = Array.from({ length: 130_000 }, () => "“and stay here")
  const first = "“We will go to the harbour,” Nora Quill said, “and we will stay"
  const [speech, other] = findQuotations(articleIn([first, ...lines]))
  expect(speech?.content.length).toBe(lines.length + 2)
  expect(other).toBe(undefined)
})

test("every span lies inside the text, in order, whatever is done to the marks", () => {
  const piece = fc.constantFrom(
    ..."“”‘’\"'«»„‚:;…—<> \n\t\u2028",
    "''",
    "<<",
    ">>",
    "\n\n",
    "<a href='",
    "Nora Quill said",
    "ODO FINCH, A PILOT",
    "the mayor’s office",
    "she told Radio Sund",
    "according to ",
    "o’clock ’90s crews' ",
    ", ",
    ". ",
    "the ships wait",
    "x".repeat(300),
    "\ud83d",
    "e\u0301",
    "港",
  )
  const language = fc.constantFrom(null, "en", "de", "fr", "es", "ru", "it")
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 80 }), language, fc.nat(), (pieces, language, cut) => {
      const whole = pieces.join("")
      const text = whole.slice(0, cut % (whole.length + 1))
      const article = { ...articleOf(...text.split("\n")), language }
      const isInside = ({ from, to }: Span): boolean =>
        from >= 0 && from < to && to <= article.text.length
      for (const { content, marked, speaker, cue, via } of findQuotations(article)) {
        const others = [speaker?.mention, cue].flatMap((span) => span ?? [])
        const proof = [...(speaker?.proof ?? []), ...via.map(({ span }) => span)]
        const spans = [...content, ...marked, ...others, ...proof]
        expect(spans.filter((span) => !isInside(span))).toEqual([])
        expect(content.toSorted(compareSpans)).toEqual(content)
        expect(mergeSpans(content)).toHaveLength(content.length)
      }
    }),
    { numRuns: 300 },
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

test("a block quotation without marks is said by whoever leads over to it", () => {
  const quoted = [
    "The pier is finished and the boats are safe.",
    "We thank the crews of the harbour for that.",
  ]
  expect(
    found("Ada Finch, who runs the harbour, wrote:", ...quoted.map((line) => `>${line}`)),
  ).toEqual([`direct|Ada Finch|${quoted.join(" ‖ ")}`])
  expect(speakers("The fair opens in May.", ...quoted.map((line) => `>${line}`))).toEqual([])
})

test("nobody said what somebody might as well have said, and so-called words are held off", () => {
  const before = "“We will dredge,” Ada Finch said."
  expect(
    speakers(before, "“We will float away in the end,” she might as well have added."),
  ).toEqual(["Ada Finch", "nobody"])
  expect(found(before, "The so-called “reform” failed.").at(-1)).toBe("scare|nobody|reform")
})

test("a role is whoever is named between commas behind it", () => {
  expect(speakers("“We lost everything,” a doctor from Ansel, Hugh Hill, said.")).toEqual([
    "Hugh Hill",
  ])
})

test("what was said does not hold the words that say who said it", () => {
  expect(
    found("Ada Finch referred to the wall as “the last of its kind on this coast.”")[0],
  ).not.toMatch(/\|Ada Finch referred/)
})

test("a statement's quotation belongs to whoever leads over to it or signs it", () => {
  expect(
    speakers(
      "From Commissioner Ada Finch:",
      "“The new pier will be a landmark for generations.”",
      "And from Chairwoman Ida Marsh:",
      "“We thank everyone who made it possible.”",
    ),
  ).toEqual(["Ada Finch", "Ida Marsh"])
  expect(speakers("“The new pier will be a landmark.” —Commissioner Ada Finch")).toEqual([
    "Ada Finch",
  ])
})

test("a name does not take in a dateline, a call to watch, or the words of a title", () => {
  const speakers = found(
    "SAN HARBOUR Mary Quill said on Friday that “the ferries will sail.” Mary Quill is mayor.",
    "WATCH Mary Quill: “The ferries will sail,” Quill said.",
    "Mary Quill Says The Harbour Will Open On Friday",
    "“No ship will be turned away,” she said.",
  ).map((line) => line.split("|")[1])
  expect(new Set(speakers)).toEqual(new Set(["Mary Quill"]))
})

test("a name begins behind the house and the office that stand before it", () => {
  expect(
    found(
      "“No ship will be turned away,” said Westhaven Police Superintendent Mary Quill.",
      "“The ferries will sail,” said HTB Administrator Robert Finch.",
    ).map((line) => line.split("|")[1]),
  ).toEqual(["Mary Quill", "Robert Finch"])
})

test("a caption of a gallery ends at the remark behind it, though all captions are one line", () => {
  const line =
    "Mayor Nora Quill said the pier stays Hide Caption 1 of 2 Photos: A crane at the quay Hide Caption 2 of 2"
  expect(found(line).join("\n")).not.toMatch(/Hide|crane/)
})
