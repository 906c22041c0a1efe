import { readFileSync } from "node:fs"
import { Ajv2020 } from "ajv/dist/2020.js"
import fc from "fast-check"
import { beforeAll, expect, test } from "vitest"
import { gatherSources } from "../src/intake/gather.ts"
import { buildReport } from "../src/pipeline.ts"
import type { Report } from "../src/report/report.ts"
import type { Source } from "../src/source/source.ts"
import { slice } from "../src/text/span.ts"

let sources: readonly Source[]
let report: Report

beforeAll(async () => {
  const gathered = await gatherSources(["examples/harbour"], {
    records: ["examples/harbour/record.txt"],
  })
  sources = gathered.sources
  report = buildReport(sources)
})

test("the report of the sample coverage is what the published schema says", () => {
  const schema = JSON.parse(readFileSync("src/report/schema.json", "utf8"))
  const validate = new Ajv2020({ allErrors: true }).compile(schema)
  expect(validate(JSON.parse(JSON.stringify(report))) ? [] : validate.errors).toEqual([])
})

test("a report without text is still what the schema says", () => {
  const schema = JSON.parse(readFileSync("src/report/schema.json", "utf8"))
  const bare = buildReport(sources, { omitText: true })
  expect(bare.articles.map((article) => article.text)).toEqual(bare.articles.map(() => undefined))
  expect(new Ajv2020().validate(schema, JSON.parse(JSON.stringify(bare)))).toBe(true)
})

test("the order of the inputs changes no byte of the report", () => {
  const expected = JSON.stringify(report)
  const orders = fc.shuffledSubarray([...sources], { minLength: sources.length })
  fc.assert(
    fc.property(orders, (shuffled) => JSON.stringify(buildReport(shuffled)) === expected),
    { numRuns: 4 },
  )
})

test("every span of every finding lies inside the text it points at", () => {
  const text = new Map(report.articles.map((article) => [article.id, article.text ?? ""]))
  const place = ({ article, span }: { article: string; span: { from: number; to: number } }) =>
    slice(text.get(article) ?? "", span)
  for (const quotation of report.quotations) {
    for (const span of [...quotation.content, ...quotation.marked]) {
      expect(place({ article: quotation.article, span })).not.toBe("")
    }
    for (const span of quotation.speaker?.proof ?? []) place({ article: quotation.article, span })
  }
  for (const statement of report.statements) {
    for (const echo of statement.echoes) expect(place(echo)).not.toBe("")
    for (const witness of statement.witnesses) {
      for (const edit of witness.edits) {
        for (const span of edit.witness) place({ article: witness.article, span })
        const base = statement.records[0]
          ? (text.get(statement.records[0].article) ?? "")
          : statement.base
        for (const span of edit.base) slice(base, span)
      }
    }
  }
  for (const edge of report.lineage) for (const evidence of edge.evidence) place(evidence)
})

test("ids are one of a kind", () => {
  const ids = [
    ...report.articles.map((article) => article.id),
    ...report.quotations.map((quotation) => quotation.id),
    ...report.statements.map((statement) => statement.id),
    ...report.statements.flatMap((statement) =>
      statement.witnesses.flatMap((witness) => witness.edits.map((edit) => edit.id)),
    ),
    ...report.stories.map((story) => story.id),
  ]
  expect(ids.length).toBeGreaterThan(50)
  expect(new Set(ids).size).toBe(ids.length)
})
