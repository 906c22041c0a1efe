import { readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { expect, test } from "vitest"
import { buildReport } from "../src/pipeline.ts"
import { findFindings } from "../src/report/find.ts"
import { type Source, sourceOf } from "../src/source/source.ts"

const examples = resolve(import.meta.dirname, "../examples")

function sourcesIn(folder: string): Source[] {
  return readdirSync(join(examples, folder)).map((name) =>
    sourceOf(`examples/${folder}/${name}`, readFileSync(join(examples, folder, name)), {
      role: name === "record.txt" ? "record" : "article",
    }),
  )
}

/** What is told of old words in these pages. */
function told(sources: readonly Source[]): string[] {
  const findings = findFindings(buildReport(sources))
  return findings.filter(({ kind }) => kind === "old").map(({ sentence }) => sentence)
}

const months = sourcesIn("harbour")
const later = sourcesIn("harbour-later")

test("words of May printed in December as if new are told with both days and what they rest on", () => {
  expect(told([...months, ...later])).toEqual([
    "Tide and Quay prints Teresa Valmonde’s words “Nobody can promise more than that; the sea has not signed the contract” as said on 2 December 2025; the transcript is of 14 May 2025.",
    "Tide and Quay prints Teresa Valmonde’s words “We will not raise the mooring fee for boats under ten metres this year” on 3 December 2025 without saying when they were spoken; the transcript is of 14 May 2025.",
  ])
})

test("words that are told to be old are not told once more to be from elsewhere", () => {
  const findings = findFindings(buildReport([...months, ...later]))
  const elsewhere = findings.filter(({ kind }) => kind === "elsewhere")
  expect(elsewhere.filter(({ sentence }) => sentence.includes("has not signed"))).toEqual([])
})

test("without a transcript the day is that on which the first page printed the words", () => {
  const pages = [...months, ...later].filter(({ role }) => role === "article")
  expect(told(pages).filter((sentence) => sentence.includes("not signed"))).toEqual([
    "Tide and Quay prints Teresa Valmonde’s words “Nobody can promise more than that; the sea has not signed the contract” as said on 2 December 2025; North Sound Wire printed them on 14 May 2025.",
  ])
})

test("in the days after they were spoken no words are old", () => {
  expect(told(months)).toEqual([])
})
