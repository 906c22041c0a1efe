import { expect, test } from "vitest"
import type { Paint } from "../src/cli/paint.ts"
import { formatSummary } from "../src/cli/summary.ts"
import { bridge, bridgeWithoutText, nothing } from "./bridge.ts"

const same = (text: string): string => text
const PLAIN: Paint = { bold: same, dim: same, warn: same, good: same }
const summary = formatSummary(bridge, { paint: PLAIN })

/** Broken lines put together again. */
const unwrapped = summary.replace(/\n +/g, " ")

test("no line of the summary is longer than the terminal", () => {
  for (const width of [80, 60]) {
    const lines = formatSummary(bridge, { paint: PLAIN, width }).split("\n")
    expect(lines.filter((line) => line.length > width && !/^\s*\S+$/.test(line))).toEqual([])
  }
})

test("a story says which figures differ and by whom", () => {
  expect(unwrapped).toContain(
    "≠ the numbers differ (marks): 14 million marks (Morning Ledger); 40 million marks (The Quay Courier)",
  )
  expect(unwrapped).not.toContain("ninety years (The Quay Courier")
})

test("a story says what most pages have and where it is missing", () => {
  expect(unwrapped).toMatch(
    /− “The old bridge .*” \(Mara Vell\): in 3 of 4 pages, not in Morning Ledger/,
  )
})

test("a text that several pages print is told once, with whose it is", () => {
  expect(unwrapped).toContain(
    "= two pages print one text by Coast Wire: The Quay Courier and northbank.example",
  )
})

test("verbs that say more than “said” are told with who uses them", () => {
  expect(unwrapped).toContain(
    "· speech verbs for Mara Vell: vouches for it: “admitted” (Morning Ledger)",
  )
  expect(unwrapped).not.toContain("neutral")
})

test("a page that differs by a bracket alone shows its bracket", () => {
  const [statement] = bridge.statements
  const [witness] = statement!.witnesses
  const bracket = {
    ...bridge.statements.flatMap((one) => one.witnesses.flatMap(({ edits }) => edits))[0]!,
    kind: "bracket" as const,
    marked: true,
    touches: [],
    baseText: "toll",
    witnessText: "toll[s]",
  }
  const witnesses = [{ ...witness!, verdict: "abridged" as const, edits: [bracket] }]
  const report = { ...bridge, statements: [{ ...statement!, witnesses }] }
  expect(formatSummary(report, { paint: PLAIN })).toContain("in brackets: “toll[s]” for “toll”")
})

test("headlines stand in the order of appearance", () => {
  const places = ["Vell rules out", "Toll to rise", "the toll is gone", "what the hearing heard"]
  const stories = unwrapped.slice(unwrapped.indexOf("Story:"))
  const found = places.map((words) => stories.indexOf(words))
  expect(found).toEqual(found.toSorted((a, b) => a - b))
  expect(found).not.toContain(-1)
})

test("what pages print cannot write over the terminal", () => {
  expect(summary).not.toMatch(/[\u202A-\u202E]/)
  const stories = [{ ...bridge.stories[0]!, title: "Toll\u001b[2J gone\u0007" }]
  expect(formatSummary({ ...bridge, stories }, { paint: PLAIN })).toContain("Story: Toll[2J gone\n")
})

test("many stories are counted where they are not shown", () => {
  const stories = Array.from({ length: 9 }, (_, i) => ({ ...bridge.stories[1]!, id: `s${i}` }))
  const many = { ...bridge, stories }
  expect(formatSummary(many, { paint: PLAIN })).toContain("Three more stories; --all shows them")
  expect(formatSummary(many, { paint: PLAIN, all: true })).not.toContain("more stories")
})

test("a page that prints words twice in the same way is told of once", () => {
  const statements = bridge.statements.map((statement) => ({
    ...statement,
    witnesses: [...statement.witnesses, ...statement.witnesses],
  }))
  const lines = formatSummary({ ...bridge, statements }, { paint: PLAIN }).split("\n")
  expect(lines.filter((line) => /^ {3}≠/.test(line))).toEqual(
    summary.split("\n").filter((line) => /^ {3}≠/.test(line)),
  )
})

test("statements that are not shown are counted, those with differences too", () => {
  const alike = { ...bridge.statements[0]!, witnesses: [], echoes: [] }
  const statements = Array.from({ length: 14 }, (_, i) => ({ ...alike, id: `s${i}` }))
  expect(formatSummary({ ...bridge, statements }, { paint: PLAIN })).toContain(
    "Two more statements, none of them with differences; --all shows them.",
  )
})

test("a report without texts, and one of nothing, can be told too", () => {
  expect(formatSummary(bridgeWithoutText, { paint: PLAIN })).toContain("14000000 marks")
  expect(formatSummary(nothing, { paint: PLAIN })).toContain("No page could be read")
})
