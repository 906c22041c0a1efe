import { readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { describe, expect, test } from "vitest"
import type { Edit, Verdict } from "../src/apparatus/apparatus.ts"
import { buildReport } from "../src/pipeline.ts"
import type {
  Report,
  ReportQuotation,
  ReportStatement,
  ReportWitness,
} from "../src/report/report.ts"
import { type Source, sourceOf } from "../src/source/source.ts"
import { slice } from "../src/text/span.ts"
import { EXPECTED, type ExpectedEdit, type ExpectedQuotation } from "./harbour.expected.ts"

const COURIER = "Commissioner defends breakwater plan: “All of it floats”"
const WIRE = "Harbor chief says dredging will begin in October"
const LAMP = "‘I am truly sorry about the view’: harbour boss on the plan that split a town"
const ROPE = "Read her lips: “the money is certain”"
const WEEKLY = "“No jobs will go,” vows harbour commissioner"
const VOZ = "Harbour chief promises seasonal crews: no one goes home early"
const FIRE = "Cottage fire at Skarne Point “began in the chimney”"

const folder = resolve(import.meta.dirname, "../examples/harbour")
const sources: Source[] = readdirSync(folder).map((name) =>
  sourceOf(`examples/harbour/${name}`, readFileSync(join(folder, name)), {
    role: name === "record.txt" ? "record" : "article",
  }),
)
const report = buildReport(sources)

function articleOf(title: string): Report["articles"][number] {
  const found = report.articles.find((article) => article.title === title)
  if (!found) throw new Error(`No article has the title ${title}`)
  return found
}

const record = report.articles.find((article) => article.record)!
const textOf = new Map(report.articles.map((article) => [article.id, article.text ?? ""]))
const titleOf = new Map(report.articles.map((article) => [article.id, article.title]))

/** The quotation's words in marks, in the notation of the table. */
function wordsOf(quotation: ReportQuotation): string {
  return quotation.marked.map((span) => slice(textOf.get(quotation.article)!, span)).join(" | ")
}

const quotationsOf = (title: string): ReportQuotation[] =>
  report.quotations.filter(
    (quotation) => quotation.article === articleOf(title).id && quotation.marked.length > 0,
  )

const normal = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}[\]]+/gu, " ")
    .trim()

const agrees = (expected: string | undefined, actual: string): boolean =>
  expected === undefined || normal(expected) === normal(actual)

function isThe(expected: ExpectedEdit, edit: Edit): boolean {
  return (
    expected.kind === edit.kind &&
    agrees(expected.base, edit.baseText) &&
    agrees(expected.printed, edit.witnessText) &&
    (expected.marked ?? edit.marked) === edit.marked &&
    (expected.touches ?? []).every((touch) => edit.touches.includes(touch))
  )
}

const describeEdit = (edit: Edit): string =>
  `${edit.kind} “${edit.baseText}” → “${edit.witnessText}” [${edit.touches}]`

function judgementsOf(quotation: ReportQuotation): [ReportStatement, ReportWitness][] {
  return report.statements.flatMap((statement) =>
    statement.witnesses
      .filter((witness) => witness.quotation === quotation.id)
      .map((witness): [ReportStatement, ReportWitness] => [statement, witness]),
  )
}

/** Words that are not in the transcript may have a nearest passage there, which is shown and not claimed. */
function isSame(verdict: Verdict, expected: Verdict): boolean {
  return verdict === expected || (expected === "notFound" && verdict === "unclear")
}

/** What the reader saw and the report did not say, and what it said and nobody saw. */
function disagreements(expected: ExpectedQuotation, quotation: ReportQuotation): string[] {
  const witness = judgementsOf(quotation)[0]?.[1]
  const name = expected.words.slice(0, 40)
  if (expected.verdict === null) return []
  if (!witness) return [`${name}: stands in no statement`]
  const verdict = isSame(witness.verdict, expected.verdict)
    ? []
    : [`${name}: ${witness.verdict}, not ${expected.verdict}`]
  if (["notFound", "unclear", "elsewhere", "translation"].includes(expected.verdict)) return verdict
  const edits = witness.edits.filter((edit) => edit.kind !== "typographic")
  const missing = expected.edits.filter((one) => !edits.some((edit) => isThe(one, edit)))
  const surplus = edits.filter((edit) => !expected.edits.some((one) => isThe(one, edit)))
  return [
    ...verdict,
    ...missing.map((one) => `${name}: no ${JSON.stringify(one)}`),
    ...surplus.map((edit) => `${name}: a surplus ${describeEdit(edit)}`),
  ]
}

describe.each(Object.entries(EXPECTED))("%s", (title, expected) => {
  test("every quotation is found, with its kind and its speaker", () => {
    const line = ({ kind }: { kind: string }, speaker: string | null, words: string): string =>
      `${kind === "mixed" ? "direct" : kind} · ${speaker} · ${words}`
    expect(
      quotationsOf(title).map((one) => line(one, one.speaker?.name ?? null, wordsOf(one))),
    ).toEqual(expected.map((one) => line(one, one.speaker, one.words)))
  })

  test("every change is named, and nothing else is", () => {
    const found = new Map(quotationsOf(title).map((one) => [wordsOf(one), one]))
    const wrong = expected.flatMap((one) => {
      const quotation = found.get(one.words)
      return quotation ? disagreements(one, quotation) : [`${one.words}: not found`]
    })
    expect(wrong).toEqual([])
  })
})

test("every kind of edit and every verdict against a transcript occurs", () => {
  const witnesses = report.statements.flatMap((statement) => statement.witnesses)
  const kinds = witnesses.flatMap((witness) => witness.edits.map((edit) => edit.kind))
  const verdicts = witnesses.map((witness) => witness.verdict)
  const listed = (names: readonly string[]): string => [...new Set(names)].toSorted().join(" ")
  expect(listed(kinds)).toBe(
    "bracket ellipsis emphasis insertion omission splice substitution transposition truncation typographic",
  )
  expect(listed(verdicts)).toBe(
    "abridged altered clean elsewhere notFound spliced translation unclear verbatim",
  )
})

/** Where the statement that a quotation belongs to begins in the transcript. */
function placeOf(title: string, start: string): number {
  const quotation = quotationsOf(title).find((one) => wordsOf(one).startsWith(start))
  if (!quotation) throw new Error(`${title} has no quotation that starts with ${start}`)
  const [statement] = judgementsOf(quotation)[0]!
  return statement.records[0]!.spans[0]!.from
}

test("a sentence said twice in the interview stays two statements, each placed by what stands around it", () => {
  const second = textOf.get(record.id)!.indexOf("I repeat, the harbour is not for sale")
  expect(placeOf(COURIER, "The harbour is not for sale")).toBeLessThan(second)
  expect(placeOf(WIRE, "The harbor is not for sale")).toBeLessThan(second)
  expect(placeOf(LAMP, "Do not sell")).toBeGreaterThan(second - 60)
  expect(placeOf(ROPE, "The harbour is not for sale")).toBeGreaterThan(second - 60)
})

const echoes = report.statements.flatMap((statement) => statement.echoes)
const echoed = (title: string, how: string): string[] =>
  echoes
    .filter((echo) => echo.article === articleOf(title).id && echo.how === how)
    .map((echo) => slice(textOf.get(echo.article)!, echo.span))

test("words quoted as the speaker's that are another outlet's own narration are shown beside it", () => {
  expect(echoed(COURIER, "narrationQuoted")).toEqual(["an orderly retreat from the old basin"])
})

test("the speaker's words outside quotation marks are shown as such", () => {
  expect(echoed(WEEKLY, "unquoted").join()).toContain(
    "pilots, the crews and the ferry will go on exactly as they do now",
  )
})

/** The edges in words: who, how, whom. */
const edges = report.lineage.map((edge) => {
  const name = (node: (typeof edge)["from"]): string =>
    "name" in node ? node.name : (titleOf.get(node.article) ?? node.article)
  return `${name(edge.from)} ${edge.kind} ${name(edge.to)}`
})

test("who cites, links and copies whom comes out, in the direction in which it went", () => {
  expect(edges).toEqual(
    expect.arrayContaining([
      `${ROPE} cites ${COURIER}`,
      `${ROPE} links ${COURIER}`,
      `${ROPE} sharesReading ${COURIER}`,
      `${WEEKLY} cites ${COURIER}`,
      `${WEEKLY} copies ${WIRE}`,
      `${WEEKLY} sharesReading ${WIRE}`,
      `${COURIER} links ${record.title}`,
    ]),
  )
})

test.each([COURIER, WIRE, LAMP, VOZ])("%s says where the words were spoken", (title) => {
  expect(edges.filter((edge) => edge.startsWith(`${title} cites`)).join()).toContain("Radio Ansel")
})

test("six outlets tell one story and the fire is another", () => {
  const stories = report.stories.map((story) =>
    story.articles
      .map((id) => titleOf.get(id))
      .filter((title) => title !== record.title)
      .toSorted(),
  )
  expect(stories).toContainEqual([COURIER, WIRE, LAMP, ROPE, WEEKLY, VOZ].toSorted())
  expect(stories).toContainEqual([FIRE])
})

test("words that a headline quotes are looked for in its own article", () => {
  const quoted = report.stories
    .flatMap((story) => story.headlines)
    .flatMap((headline) =>
      headline.quoted.map(
        (one) =>
          `${slice(textOf.get(headline.article)!, one.span)}: ${one.body ? "in the body" : "nowhere"}`,
      ),
    )
  expect(quoted.toSorted()).toEqual(
    [
      "All of it floats: in the body",
      "I am truly sorry about the view: in the body",
      "No jobs will go,: nowhere",
      "began in the chimney: in the body",
      "the money is certain: in the body",
    ].toSorted(),
  )
})

test("a weekday is resolved against the day on which the page appeared", () => {
  const said = report.stories
    .flatMap((story) => story.timeline)
    .filter((moment) => moment.value === "2025-05-14")
    .flatMap((moment) => moment.places.map((place) => titleOf.get(place.article)))
  expect(said).toEqual(expect.arrayContaining([COURIER, LAMP, ROPE, VOZ]))
})

test("outlet, author, day and address are read where each page has them", () => {
  const facts = report.articles
    .filter((article) => !article.record)
    .map((article) => [article.outlet, article.byline, article.published?.value.slice(0, 10)])
  expect(facts.toSorted()).toEqual(
    [
      ["The Kelderwick Courier", "Ruth Hollin", "2025-05-14"],
      ["North Sound Wire", null, "2025-05-14"],
      ["The Harbour Lamp", "Dominic Farr", "2025-05-15"],
      ["The Slack Rope", "Old Salt", "2025-05-16"],
      ["The Ansel Weekly", "Lena Achterberg", "2025-05-16"],
      ["The Ansel Weekly", "Piet Osland", "2025-05-16"],
      ["A Voz de Kelderwick", null, "2025-05-17"],
    ].toSorted(),
  )
  expect(record.published?.value).toContain("2025-05-14")
  expect(record.place).toBe("Harbour House, Kelderwick")
})

test("what stands around an article is kept but not read as part of it", () => {
  const furniture = report.articles.flatMap((article) =>
    article.blocks
      .filter((block) => block.kind === "furniture")
      .map((block) => slice(article.text ?? "", block)),
  )
  const around = furniture.join("\n")
  expect(around).toContain("a week behind the bar of the Anchor")
  expect(around).toContain("Tug for commissioner!")
  expect(around).toContain("Share this post")
  expect(around).toContain("All rights reserved")
})

test("the order of the inputs changes no byte", () => {
  expect(JSON.stringify(buildReport(sources.toReversed()))).toBe(JSON.stringify(report))
})
