import fc from "fast-check"
import { expect, test } from "vitest"
import { catalogReport } from "../src/html/catalog.ts"
import { alignWitnesses } from "../src/html/wording/align.ts"
import type { Report, ReportStatement } from "../src/report/report.ts"
import { bridge, nothing } from "./bridge.ts"

const bridgeLines = (id: string): string[] => {
  const statement = bridge.statements.find((one) => one.id === id)!
  return linesOf(statement, bridge)
}

const SIGNS = { same: "", cut: "−", added: "+", changed: "≠", outside: "" } as const

/** Each band as text: the base, then a line a page, columns apart by bars. */
function linesOf(statement: ReportStatement, report: Report): string[] {
  return alignWitnesses(statement, catalogReport(report)).flatMap(({ columns, lines }) => [
    columns.map(({ base }) => base).join(" | "),
    ...lines.map(({ cell }) =>
      columns.map(({ cells }) => SIGNS[cells[cell]!.state] + cells[cell]!.text).join(" | "),
    ),
  ])
}

test("agreeing words stand together, differing words apart, under the transcript", () => {
  expect(bridgeLines("toll")).toEqual([
    "We will | not | raise | the toll for |  | residents this year, | or at any rate | not before the spring.",
    "We will | not | raise | the toll for |  | residents this year, | or at any rate | not before the spring.",
    "We will | −not | raise | the toll for |  | residents this year, | −or at any rate | −not before the spring.",
    "We will | not | ≠increase | the toll for | +[town] | residents this year… | −or at any rate | not before the spring,",
  ])
})

test("a long stretch that nobody printed is shortened and counted", () => {
  const [first, , , , second] = bridgeLines("old-bridge")
  expect(first).toBe("The old bridge has carried this town for ninety | years.")
  expect(second).toContain(
    "Some of you were … [seven sentences nobody here printed] … have seen the invoice.",
  )
})

test("a full stop goes to the last word of its own row, and no row reaches further for it", () => {
  const statement = statementOf([
    ["the ", "sea ", "wall ", "holds", "."],
    ["the ", "sea ", null, null, "."],
    ["the ", "sea ", "wall ", "holds", "."],
  ])
  expect(linesOf(statement, { ...nothing, statements: [statement] })).toEqual([
    "the sea | wall holds.",
    "the sea . | ",
    "the sea | wall holds.",
  ])
})

test("many words on which all agree are shortened and counted", () => {
  const words = Array.from({ length: 120 }, (_, i) => `word${i}`)
  const statement = statementOf([words, words, [...words.slice(0, 119), "end"]])
  expect(linesOf(statement, { ...nothing, statements: [statement] })).toEqual([
    "word0 word1 word2 word3 … [119 words] … word115 word116 word117 word118 | word119",
    "word0 word1 word2 word3 … [119 words] … word115 word116 word117 word118 | word119",
    "word0 word1 word2 word3 … [119 words] … word115 word116 word117 word118 | ≠end",
  ])
})

test("two quotations of one page that do not meet share one line", () => {
  const cost = bridge.statements.find(({ id }) => id === "cost")!
  const oneHand = cost.witnesses.map((witness) => ({ ...witness, article: "ledger", spans: [] }))
  const lines = linesOf({ ...cost, witnesses: oneHand }, bridge)
  expect(lines).toEqual([
    "The repair | costs | 40 | million marks, | and |  | the county pays | half of it.",
    " | costs | 40 | million marks. |  | +Half of it | the county pays, | −half of it.",
    " | costs | ≠14 | million marks |  |  |  | ",
  ])
})

const word = fc.constantFrom("sea", "wall", "tide", "quay", "fog", "bell")
const row = fc.array(fc.option(word, { freq: 3 }), { minLength: 8, maxLength: 8 })
const tables = fc
  .array(fc.array(row, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 5 })
  .map((parts) => {
    const height = Math.min(...parts.map((part) => part.length))
    return Array.from({ length: height }, (_, r) => parts.flatMap((part) => part[r]!))
  })

function statementOf(table: readonly (readonly (string | null)[])[]): ReportStatement {
  const witnesses = table.slice(1).map((_cells, i) => ({
    quotation: `q${i}`,
    article: `a${i % 2}`,
    spans: [],
    verdict: "differs" as const,
    similarity: 1,
    why: "",
    edits: [],
    old: null,
  }))
  const base = table[0]!.filter((cell) => cell !== null).join(" ")
  return { id: "s", speaker: null, records: [], base, table, witnesses, copyTree: [], echoes: [] }
}

test("whatever the table, every printed word is shown once, in its order and under its own column", () => {
  fc.assert(
    fc.property(tables, (table) => {
      const statement = statementOf(table)
      const bands = alignWitnesses(
        statement,
        catalogReport({ ...nothing, statements: [statement] }),
      )
      for (const [i, witness] of statement.witnesses.entries()) {
        const shown = bands.flatMap(({ columns, lines }) =>
          columns.flatMap(({ cells }) =>
            lines
              .map(({ cell }) => cells[cell]!)
              .filter((cell) => cell.witness === witness && cell.state !== "cut")
              .map(({ text }) => text),
          ),
        )
        const printed = table[i + 1]!.filter((cell) => cell !== null)
        expect(shown.join(" ")).toBe(printed.join(" "))
      }
    }),
    { numRuns: 200 },
  )
})

test("whatever the table, no column is empty and no line is wider than the page allows", () => {
  fc.assert(
    fc.property(tables, (table) => {
      const statement = statementOf(table)
      const bands = alignWitnesses(
        statement,
        catalogReport({ ...nothing, statements: [statement] }),
      )
      for (const { columns } of bands) {
        expect(columns.length).toBeGreaterThan(0)
        const width = columns.map(({ base, cells }) =>
          Math.max(base.length, ...cells.map(({ text }) => text.length)),
        )
        expect(width.reduce((sum, each) => sum + each + 1, 0)).toBeLessThanOrEqual(113)
      }
    }),
    { numRuns: 200 },
  )
})
