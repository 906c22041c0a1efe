import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import fc from "fast-check"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Verification, verifyArticle, verifyQuotation } from "../src/apparatus/verify.ts"
import type { Article } from "../src/article/article.ts"
import { extractArticles } from "../src/article/extract.ts"
import { findQuotations } from "../src/quotation/find.ts"
import { sourceOf } from "../src/source/source.ts"
import { decodeIndex, encodeIndex } from "../src/statement/index-file.ts"
import { indexRecords, type RecordIndex } from "../src/statement/record-index.ts"
import { VarintReader, VarintWriter } from "../src/text/varint.ts"

const HEARING = `Hearing on the night ferry
3 June 2024
Town Hall, Oster
Orla Finch: The night ferry is not a promise, it is a timetable. It sails at ten and it sails at two, every night but Sunday. We asked the pilots first. They said that it could be done with one more boat, or with two fewer stops.
Sem Aldous: And the price?
Orla Finch: The price stays at four crowns. I would rather lose a sponsor than a passenger. The sponsor can swim.`

function record(path: string, text: string): readonly Article[] {
  return read(path, text, "record")
}

function pages(path: string, text: string): readonly Article[] {
  return read(path, text, "article")
}

function read(path: string, text: string, role: "article" | "record"): readonly Article[] {
  return extractArticles(sourceOf(path, text, { role })).articles
}

const index: RecordIndex = indexRecords(record("hearing.txt", HEARING))
const verify = (quote: string, speaker: string | null = null): Verification =>
  verifyQuotation({ quote, speaker, date: null }, index)

test("a faithful quotation is found with its speaker, date and place", () => {
  const { verdict, record: found, similarity } = verify("it is a timetable. It sails at ten")
  expect(verdict).toBe("verbatim")
  expect(similarity).toBe(1)
  expect(found).toMatchObject({
    text: "it is a timetable. It sails at ten",
    speakers: ["Orla Finch"],
    place: "Town Hall, Oster",
    date: { value: "2024-06-03" },
  })
})

test.each([
  ["I would rather lose a passenger than a sponsor", "altered"],
  ["They said that it could be done with one more boat", "verbatim"],
  ["They said that it could not be done with one more boat", "altered"],
  ["We asked the pilots first … The price stays at four crowns.", "abridged"],
  [
    "The night ferry is not a promise, it is a timetable. The price stays at four crowns.",
    "spliced",
  ],
  ["The herring are running late this year", "notFound"],
])("“%s” is %s", (quote, verdict) => {
  expect(verify(quote).verdict).toBe(verdict)
})

test("another's words are told to be another's", () => {
  const { verdict, why } = verify("I would rather lose a sponsor than a passenger", "Sem Aldous")
  expect(verdict).toBe("elsewhere")
  expect(why).toContain("Orla Finch")
})

test("words printed long before the transcript has them were said elsewhere", () => {
  const printed = (date: string): Verification =>
    verifyQuotation({ quote: "it is a timetable. It sails at ten", speaker: null, date }, index)
  expect(printed("2024-06-04").verdict).toBe("verbatim")
  expect(printed("2024-06-01").verdict).toBe("verbatim")
  expect(printed("2024-05-02")).toMatchObject({
    verdict: "elsewhere",
    why: "The transcript that has these words is of 3 June 2024, after they were printed.",
  })
})

test.each([
  ["Monday 3 June 2024", "verbatim"],
  ["4 June 2024", "verbatim"],
  ["28 June 2024", "elsewhere"],
  ["11 May 2024", "elsewhere"],
])("a page that says words of 3 June were said on %s is told %s", (day, verdict) => {
  const text = `Ferry\n\n“I would rather lose a sponsor than a passenger,” Orla Finch said on ${day}.\n`
  const [page] = pages("page.txt", text)
  const [checked] = verifyArticle(page!, findQuotations(page!), index)
  expect(checked?.verification.verdict).toBe(verdict)
})

test("an index read back from its file answers as the one that was written", () => {
  const words = fc.constantFrom(
    "ferry",
    "night",
    "the",
    "sails",
    "Über",
    "价",
    "don’t",
    "🚢",
    "4.5",
  )
  const text = fc.array(words, { maxLength: 40 }).map((all) => `Orla Finch: ${all.join(" ")}.\n`)
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
      const made = indexRecords(texts.flatMap((one, i) => record(`${i}.txt`, `${one}${one}`)))
      expect(decodeIndex(encodeIndex(made))).toEqual(made)
    }),
    { numRuns: 40 },
  )
})

test("whole numbers are read back as they were written", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 0xffffffff })), (numbers) => {
      const writer = new VarintWriter()
      for (const number of numbers) writer.write(number)
      const reader = new VarintReader(writer.finish())
      expect(numbers.map(() => reader.read())).toEqual(numbers)
    }),
  )
})

test("a file that is no index, of another version, or cut short is told in a sentence", () => {
  const bytes = encodeIndex(index)
  const newer = bytes.slice()
  newer[11] = 99
  expect(decodeIndex(new TextEncoder().encode("{}"))).toHaveProperty("fault")
  expect(decodeIndex(newer)).toHaveProperty("fault", expect.stringContaining("version 99"))
  for (const length of [8, 12, 200, bytes.length - 1]) {
    expect(decodeIndex(bytes.slice(0, length))).toHaveProperty("fault")
  }
})

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "stemma-verify-"))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function write(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

function stemma(...args: string[]): { status: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, ["dist/cli/main.js", ...args], { encoding: "utf8" })
  return { status: run.status, out: run.stdout, err: run.stderr }
}

test("quotations in JSON Lines are answered in their order, from an index made before", () => {
  const hearing = write("hearing.txt", HEARING)
  const file = join(folder, "hearing.stemma")
  expect(stemma("index", hearing, "-o", file)).toMatchObject({ status: 0 })
  const quotes = write(
    "quotes.jsonl",
    '{"id":"b","quote":"The sponsor can swim."}\nnot json\n{"id":"a","quote":"The sponsor can dance."}\n',
  )
  const run = stemma("verify", "--quotes", quotes, "--index", file)
  const answers = run.out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))
  expect(answers.map(({ id, verdict }) => [id, verdict])).toEqual([
    ["b", "verbatim"],
    ["a", "altered"],
  ])
  expect(HEARING.slice(answers[0].record.spans[0].from, answers[0].record.spans[0].to)).toBe(
    answers[0].record.text,
  )
  expect(run.err).toContain("Line 2 of")
  expect(run.status).toBe(3)
})

test("one quotation is answered in words, and --fail-on finds it", () => {
  const hearing = write("hearing.txt", HEARING)
  const args = ["--quote", "It sails at ten and it sails at three", "--record", hearing]
  const run = stemma("verify", ...args, "--fail-on", "altered")
  expect(run.out).toContain("changed: “two” became “three”")
  expect(run.out).toContain("Orla Finch, 3 June 2024")
  expect(run.status).toBe(1)
})

test("every quotation of a page is checked", () => {
  const hearing = write("hearing.txt", HEARING)
  const page = write("page.txt", "Ferry\n\n“The sponsor can swim,” said Orla Finch on Monday.\n")
  const run = stemma("verify", page, "--record", hearing, "--json")
  expect(JSON.parse(run.out)).toMatchObject({ source: page, verdict: "verbatim" })
})

test.each([
  [["verify", "--quote", " ", "--record", "x"], "--quote has no words"],
  [["verify", "--quote", "x"], "give --record TRANSCRIPT or --index FILE"],
  [["verify", "--record", "x"], "give one of: articles, --quote TEXT, --quotes FILE"],
  [["verify", "--quote", "x", "--index", "package.json"], "package.json is not an index"],
  [["verify", "--quote", "x", "--index", "nowhere"], "nowhere cannot be read"],
])("%j is a wrong call", (args, message) => {
  const run = stemma(...args)
  expect(run.err).toContain(message)
  expect(run.status).toBe(2)
})

test("what differs in many places of one kind is one edit with all its places", () => {
  const { edits } = verify(
    "ferry is not a promise; it is a timetable: It sails at ten and it sails",
  )
  expect(
    edits.map(({ kind, base }) => [kind, base.map(({ from, to }) => HEARING.slice(from, to))]),
  ).toEqual([
    ["truncation", ["The night", "at two, every night but Sunday"]],
    ["typographic", [",", "."]],
  ])
})

test("labels of turns and what happened in the room are words that nobody spoke", () => {
  const own = indexRecords(
    record(
      "pier.txt",
      "Orla Finch: The pier was paid for by the fishermen of this town...\nSem Aldous: (Bell rings)\nOrla Finch: and it will be theirs (Audience cheers and applause) when the last plank is laid.",
    ),
  )
  const quote =
    "paid for by the fishermen of this town, and it will be theirs when the last plank is laid"
  const { verdict, record: found } = verifyQuotation(
    { quote, speaker: null, date: null },
    own,
    "none",
  )
  expect(verdict).toBe("verbatim")
  expect(found?.speakers).toEqual(["Orla Finch"])
})

test("what somebody else says in between is no part of the passage, but left out", () => {
  const own = indexRecords(
    record(
      "pier.txt",
      "Orla Finch: We would build it from the old timber of the pier...\nSem Aldous: Oak?\nOrla Finch: ... which has stood for sixty winters.",
    ),
  )
  const quote =
    "We would build it from the old timber of the pier which has stood for sixty winters"
  const { record: found, edits } = verifyQuotation({ quote, speaker: null, date: null }, own)
  expect(found?.text).toBe(
    "We would build it from the old timber of the pier which has stood for sixty winters",
  )
  expect(found?.speakers).toEqual(["Orla Finch"])
  expect(edits.map(({ kind, baseText }) => [kind, baseText])).toContainEqual([
    "omission",
    "Sem Aldous: Oak?\nOrla Finch",
  ])
})

test("the capital of a quotation's first word belongs to the page's own sentence", () => {
  expect(verify("the sponsor can swim").verdict).toBe("verbatim")
})

test("words kept to the letter are still told to have lost the negation before them", () => {
  const own = indexRecords(
    record("denial.txt", "Orla Finch: I do not say that the pier is safe. We wait."),
  )
  const claim = { quote: "the pier is safe", speaker: null, date: null }
  expect(verifyQuotation(claim, own).why).toBe(
    "Word for word as in the transcript, but what it leaves out of the sentence touches a negation.",
  )
})

test("two passages far apart in their order are joined, and nothing is said to have moved", () => {
  const quote = "it could be done with one more boat. The sponsor can swim."
  expect(verify(quote).edits.map(({ kind }) => kind)).toEqual(["truncation", "splice"])
})

/** Two passages of one turn, six hundred words apart. */
const APART: RecordIndex = indexRecords(
  record(
    "dusk.txt",
    `Sem Aldous: And now?
Orla Finch: In truth the lighthouse keeper wants no pension from this council. ${"Nobody spoke of it. ".repeat(150)}Kelp dries slowly in a wet summer.
Sem Aldous: Thank you.
Orla Finch: Good night.`,
  ),
)

test.each([
  "The lighthouse keeper wants no pension from this council. Kelp dries slowly in a wet summer.",
  "Kelp dries slowly in a wet summer. The lighthouse keeper wants no pension from this council.",
])(
  "what lies between two passages is counted, whichever is first, and what begins within a sentence is no omission: %s",
  (quote) => {
    const { why, edits } = verifyQuotation({ quote, speaker: null, date: null }, APART)
    expect(why).toBe(
      "Two passages that have 600 words between them are printed as one, and nothing shows it.",
    )
    expect(edits.map(({ kind }) => kind)).toEqual(["truncation", "splice"])
    expect(edits[0]!.baseText).toBe("In truth")
  },
)

test("what is not found is told with how many transcripts were looked through", () => {
  const run = stemma(
    "verify",
    "--quote",
    "Herring run late",
    "--record",
    write("hearing.txt", HEARING),
  )
  expect(run.out).toContain("Looked in one transcript.")
  expect(run.out).toContain("with --date")
})

test("one is not several, and a sign that the transcript lost makes no number another", () => {
  const text = "Orla Finch: The ferrymen asked for 39. 5 crowns an hour, and I said ok."
  const own = indexRecords(record("wages.txt", text))
  const check = (quote: string): string =>
    verifyQuotation({ quote, speaker: null, date: null }, own).verdict
  expect(check("The ferrymen asked for 39.5 crowns an hour, and I said OK.")).toBe("clean")
  expect(check("The ferryman asked for 39. 5 crowns an hour, and I said ok.")).toBe("altered")
})
