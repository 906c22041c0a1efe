import fc from "fast-check"
import { expect, test } from "vitest"
import { type Verification, verifyQuotation } from "../src/apparatus/verify.ts"
import { extractArticles } from "../src/article/extract.ts"
import { sourceOf } from "../src/source/source.ts"
import { indexRecords, type RecordIndex } from "../src/statement/record-index.ts"

const DOCKS = [
  "Commissioner Halvard Stene: The breakwater was damaged by the storm, and everything the engineers promised us in the spring was delivered, even the lamps on the southern pier. We see that the traffic in the harbour is changing. Slowly, but it is changing for the better. The herring season opens late this year, and nobody has asked the crews whether they can wait so long without wages.",
].join("\n")

function read(path: string, text: string): RecordIndex["records"] {
  return extractArticles(sourceOf(path, text, { role: "record" })).articles
}

const index = indexRecords(read("2031-04-09-docks.txt", DOCKS))
const verify = (quote: string, date: string | null): Verification =>
  verifyQuotation({ quote, speaker: null, date }, index)

const RETOLD =
  "Everything that the engineers had pledged to us last spring has been delivered, including lamps for the southern pier"

test("words that the transcript has in another translation are found in the days after they were spoken", () => {
  expect(verify(RETOLD, "2031-04-10")).toMatchObject({
    verdict: "translation",
    record: { date: { value: "2031-04-09", from: "file name" } },
  })
})

test("without a date, long after, or printed before, another translation is not claimed", () => {
  for (const date of [null, "2031-06-01", "2031-04-02"]) {
    expect(verify(RETOLD, date).verdict).toBe("unclear")
  }
})

test("the same topic with the opposite sense is no translation", () => {
  const said =
    "We notice that harbour traffic changes every day. And sadly it is not for the better"
  expect(["unclear", "notFound"]).toContain(verify(said, "2031-04-10").verdict)
})

test("a transcript has the day of its file name where its text states none", () => {
  const dateOf = (path: string, text = DOCKS): string | null =>
    read(path, text)[0]!.published?.value ?? null
  expect(dateOf("speeches/2031-04-09-docks.txt")).toBe("2031-04-09")
  expect(dateOf("docks_20310409.txt")).toBe("2031-04-09")
  expect(dateOf("docks-2031-4-9.txt")).toBe("2031-04-09")
  expect(dateOf("2031-04-09-docks.txt", `At the docks\n3 May 2030\n${DOCKS}`)).toBe("2030-05-03")
  for (const none of [
    "docks.txt",
    "2031-13-09.txt",
    "2031-04-09-to-2031-04-11.txt",
    "120310409.txt",
  ])
    expect(dateOf(none)).toBe(null)
})

test("whatever words of a transcript are printed in whatever order get an answer", () => {
  const word = fc.constantFrom(...new Set(DOCKS.split(/\s+/)), "wharf", "10", "promise", "…")
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (words) => {
      const { similarity } = verify(words.join(" "), "2031-04-10")
      expect(similarity).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 150 },
  )
})
