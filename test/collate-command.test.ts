import { spawnSync } from "node:child_process"
import fc from "fast-check"
import { expect, test } from "vitest"
import { collate } from "../src/apparatus/collate.ts"
import { formatTei } from "../src/apparatus/tei.ts"
import { formatCollations } from "../src/cli/collate-formats.ts"
import { wholePassage } from "../src/text/passage.ts"
import { findTokens } from "../src/text/tokens.ts"

const SETS = [
  {
    id: "ferry",
    record: "The ferry will not sail on Sunday.",
    witnesses: [
      { id: "Gull", text: "The ferry will sail on Sunday." },
      { id: "Tern", text: "The ferry will not sail on Sunday." },
    ],
  },
]

function run(input: unknown, ...args: string[]): { out: string; err: string; code: number | null } {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["dist/cli/main.js", "collate", "-", ...args],
    { encoding: "utf8", input: typeof input === "string" ? input : JSON.stringify(input) },
  )
  return { out: stdout, err: stderr, code: status }
}

test("versions and their record come out as a table, with each difference in a newsroom's words", () => {
  const { out, code } = run(SETS)
  expect(code).toBe(0)
  expect(out).toContain("R     The ferry will not sail on Sunday.")
  expect(out).toContain("Gull  The ferry will –   sail on Sunday.")
  expect(out).toContain("cut: “not”, not marked (touches the negation)")
  expect(out).toContain("Tern: no difference")
})

test("words stand under each other also with pictures, ideographs and marks over letters", () => {
  const witnesses = [
    { id: "a", text: "👨‍👩‍👧 e\u0301t 港口 end" },
    { id: "b", text: "new ice port end" },
  ]
  const { out } = run([{ id: "wide", witnesses }])
  expect(out).toContain("a     👨‍👩‍👧 e\u0301t 港  口   end\nb     new   ice port end")
})

test("no line of the table is wider than the terminal", () => {
  const text = Array.from({ length: 60 }, (_, k) => `word${k}`).join(" ")
  const { collation } = named(text, text)
  const sets = [{ id: "wide", hasRecord: true, collation }]
  for (const width of [80, 140]) {
    const lines = formatCollations(sets, "text", width).split("\n")
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width)
    expect(Math.max(...lines.map((line) => line.length))).toBeGreaterThan(width - 10)
  }
})

function named(record: string, text: string): { collation: ReturnType<typeof collate> } {
  return { collation: collate(wholePassage(record), [{ id: "a", passage: wholePassage(text) }]) }
}

test("JSON has the base, the table, the edits and the copy tree of each set", () => {
  const [set] = JSON.parse(run(SETS, "--json").out)
  expect(Object.keys(set)).toEqual(["id", "base", "table", "witnesses", "copyTree"])
  expect(set.table).toHaveLength(3)
  expect(set.witnesses[0].edits[0]).toMatchObject({
    kind: "omission",
    touches: ["negation"],
    base: [{ from: 15, to: 18 }],
    baseText: "not",
  })
  expect(set.copyTree[0]).toEqual({ id: "R", parents: [], confidence: 1 })
})

test("a comma-separated file has a line a reading", () => {
  expect(run(SETS, "--format", "csv").out.split("\n").slice(0, 4)).toEqual([
    "set,place,witness,reading",
    "ferry,1,R,The",
    "ferry,1,Gull,The",
    "ferry,1,Tern,The",
  ])
})

test("CollateX's files are read, also those whose words are divided", () => {
  const collatex = {
    witnesses: [
      { id: "A", content: "a grey cat" },
      { id: "B", tokens: [{ t: "a" }, { t: "tabby", n: "cat" }] },
    ],
  }
  const [set] = JSON.parse(run(collatex, "--json").out)
  expect(set.table).toEqual([
    ["a ", "grey ", "cat"],
    ["a ", "grey ", "cat"],
    ["a ", null, "tabby"],
  ])
})

test("what cannot be read is refused in one sentence, and the other sets are still done", () => {
  const { out, err, code } = run([{ id: "bad" }, ...SETS], "--json")
  expect(JSON.parse(out)).toHaveLength(1)
  expect(err).toBe("stemma: -, set 1: witnesses is missing; give a list of {id, text}\n")
  expect(code).toBe(3)
  expect(run("no json").code).toBe(2)
  expect(run("").err).toContain("is empty")
})

const word = fc.constantFrom("we", "will", "not", "act", "now.", "<b>", "&amp;", "“so”", "\u0001")
const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(" "))

test("parallel segmentation is well formed, names its witnesses, and each can be read out of it", () => {
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 1, maxLength: 4 }),
      fc.option(text),
      (texts, record) => {
        const versions = texts.map((one, i) => ({ id: `page ${i}`, passage: wholePassage(one) }))
        const base = record === null ? null : wholePassage(record)
        const collation = collate(base, versions)
        const xml = formatTei([{ id: "set", hasRecord: record !== null, collation }])
        expect(unclosedTags(xml)).toEqual([])
        for (const [i, one] of texts.entries()) {
          const wanted = findTokens(one).length > 0 ? one.replace(/\u0001/g, "\ufffd") : ""
          expect(readingOf(xml, `#w${i + 1}`)).toBe(wanted.replace(/\s+/g, ""))
        }
      },
    ),
  )
})

/** Tags that are not closed in order. */
function unclosedTags(xml: string): string[] {
  const open: string[] = []
  for (const [, close, name, empty] of xml.matchAll(/<(\/?)([A-Za-z]+)[^<>]*?(\/?)>/g)) {
    if (close) expect(open.pop()).toBe(name)
    else if (!empty) open.push(name!)
  }
  return open
}

/** A witness's text, put together from what all share and its own readings, without spaces. */
function readingOf(xml: string, wit: string): string {
  const [, body = ""] = /<ab>([\s\S]*)<\/ab>/.exec(xml) ?? []
  const own = body.replace(/<app>([\s\S]*?)<\/app>/g, (_, app: string) => {
    const readings = [...app.matchAll(/<rdg wit="([^"]*)"(?:\/>|>([\s\S]*?)<\/rdg>)/g)]
    return readings.find(([, wits]) => wits!.split(" ").includes(wit))?.[2] ?? ""
  })
  const plain = own
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
  return plain.replace(/&amp;/g, "&").replace(/\s+/g, "")
}
