import { expect, test } from "vitest"
import { buildReport } from "../src/pipeline.ts"
import type { Report } from "../src/report/report.ts"
import { type Source, sourceOf } from "../src/source/source.ts"

const source = (path: string, text: string, role: Source["role"] = "article"): Source =>
  sourceOf(path, text, { role })

const RECORD = source(
  "hearing.txt",
  `Hearing on the ferry

THE CHAIR: Thank you all for coming so early.

ORLA FINCH: The night ferry is not a promise to anybody on this committee, it is a timetable, and a timetable is kept. The pilots have read it, and the pilots agree.`,
  "record",
)

const verdicts = (report: Report): string[] =>
  report.statements.flatMap((statement) => statement.witnesses.map((witness) => witness.verdict))

test("a clause quoted in parts claims nothing of what lies between the parts", () => {
  const page = source(
    "page.txt",
    `Ferry to run

Harbour master Orla Finch said the “night ferry” she plans was not a dream but “a timetable, and a timetable is kept” by all.`,
  )
  expect(verdicts(buildReport([page, RECORD]))).toEqual(["verbatim"])
})

test("words between the parts of an interrupted quotation are missed", () => {
  const page = source(
    "page.txt",
    `Ferry to run

“The night ferry is not a promise to anybody,” said Orla Finch, the harbour master. “It is a timetable, and a timetable is kept.”`,
  )
  const report = buildReport([page, RECORD])
  expect(verdicts(report)).toEqual(["altered"])
  const edits = report.statements[0]!.witnesses[0]!.edits
  expect(edits.find((edit) => edit.kind === "omission")?.baseText).toContain("on this committee")
})

test("a page in a language that is not covered is named, and read all the same", () => {
  const page = source(
    "page.txt",
    `Lautta kulkee yöllä

”Lautta ei ole lupaus vaan aikataulu”, sanoi satamapäällikkö Orla Finch tiistaina, kun hän esitteli kesän vuorot ja sanoi, että luotsit ovat lukeneet sen ja että he ovat myös samaa mieltä.`,
  )
  const report = buildReport([page])
  expect(report.notices.map((notice) => notice.kind)).toEqual(["language"])
  expect(report.articles).toHaveLength(1)
})
