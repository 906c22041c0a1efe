import { expect, test } from "vitest"
import { withBorrowedNarration } from "../src/lineage/borrowed.ts"
import type { Copied, LineageEdge } from "../src/lineage/lineage.ts"
import { buildReport } from "../src/pipeline.ts"
import { findFindings } from "../src/report/find.ts"
import type { Report } from "../src/report/report.ts"
import { type Source, sourceOf } from "../src/source/source.ts"
import { plainPage, quote } from "./pages.ts"

/** What one page is told of, held against the record: `verdict of the words | what a reader is told first`. */
function claims(report: Report): string[] {
  const verdicts = report.statements.flatMap(({ witnesses }) => witnesses.map((one) => one.verdict))
  return [...verdicts, ...findFindings(report).map(({ kind }) => kind)]
}

const page = (text: string, day: string | null = null, path = "page.txt"): Source =>
  sourceOf(path, `Quay to close\n\n${text}`, { stated: day ? { date: day } : {} })

const RECORD = sourceOf(
  "hearing.txt",
  `Hearing on the quay

THE CHAIR: Thank you all for coming so early.

ORLA FINCH: The old granite quay is closed to cranes until the divers have been down twice. Nobody likes it. I tell the pilots to keep away from the eastern steps after dark.

TOMAS VELL: We are looking forward to the first of the summer regattas out there in the bay.

THE CHAIR: Are there any questions?

ORLA FINCH: None from me.`,
  { role: "record", stated: { date: "2031-05-03" } },
)

test("a comma inside the marks is no word that a clause quoted in parts left out", () => {
  const text =
    "Orla Finch admitted that while the quay is “closed to cranes,” she looks forward to a time when “the divers have been down twice,” as everybody does."
  expect(claims(buildReport([page(text), RECORD]))).toEqual(["verbatim"])
})

test("words that are only like what another speaker said are no change of that speaker's words", () => {
  const text = "“We are looking forward to the summer games in town,” said Orla Finch on Monday."
  expect(claims(buildReport([page(text), RECORD]))).toEqual(["unclear"])
})

test("words that are only like what was said a year before are said again, not changed", () => {
  const text = "“The quay is closed to cranes until further notice,” said Orla Finch."
  expect(claims(buildReport([page(text, "2031-05-04"), RECORD]))).toContain("altered")
  expect(claims(buildReport([page(text, "2033-05-04"), RECORD]))).toEqual(["unclear"])
})

test("a few plain words far from the rest are no second passage of a joined quotation", () => {
  const text = "“The old granite quay is closed to cranes, I tell you,” said Orla Finch."
  expect(claims(buildReport([page(text, "2031-05-04"), RECORD]))).not.toContain("spliced")
})

test("narration counts as quoted where the page takes from the narrator or names a source, not where two tell one event", () => {
  const quoting = plainPage(
    "quoting",
    "The board spoke of a “quiet slipway” on Monday, the Post reported.",
  )
  const narrator = plainPage("narrator", "The board now has a quiet slipway for the pilots.")
  const quotation = quote(quoting, "quiet slipway")
  const echo = { article: "narrator", span: { from: 20, to: 33 }, how: "narrationQuoted" as const }
  const witness = {
    quotation: quotation.id,
    article: "quoting",
    spans: quotation.marked,
    location: null,
  }
  const statement = { id: "s", speaker: null, records: [], witnesses: [witness], echoes: [echo] }
  const articles = [quoting, narrator]
  const kept = (known: Partial<Parameters<typeof withBorrowedNarration>[1]>): number =>
    withBorrowedNarration([statement], { articles, citations: [], copies: [], ...known })[0]!.echoes
      .length
  const cited = { article: "quoting", name: "Post", span: { from: 47, to: 64 }, confidence: 0.9 }
  expect(kept({})).toBe(0)
  expect(kept({ citations: [cited] })).toBe(1)
  expect(kept({ copies: [copied("narration")] })).toBe(1)
  expect(kept({ copies: [copied("standing")] })).toBe(0)
})

function copied(what: Copied): LineageEdge {
  const [from, to] = [{ article: "quoting" }, { article: "narrator" }]
  return { from, to, kind: "copies", directed: true, confidence: 0.9, copied: what, evidence: [] }
}
