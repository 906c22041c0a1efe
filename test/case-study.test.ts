import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { buildReport } from "../src/pipeline.ts"
import type { Report } from "../src/report/report.ts"
import { type Source, sourceOf } from "../src/source/source.ts"
import { covers, hull, type Span, slice } from "../src/text/span.ts"

const root = resolve(import.meta.dirname, "..")
const folder = resolve(root, process.env.STEMMA_SEEDS ?? "../shared/data/seeds")
const study = readFileSync(join(root, "docs/case-study.md"), "utf8")

/** A row of the study's tables: `| A | 1060–1403 | “First, … representative.” | spliced | 8527–8937 |`. */
interface Finding {
  readonly page: string
  readonly characters: Span
  readonly words: string
  readonly kind: string
  readonly transcript: Span | null
}

const ROW =
  /^\| ([A-ER](?: → [^|]+)?) \| (\d+(?:–\d+)?) \| ([^|]+) \| (\w+) \| ?(\d+(?:–\d+)?)? ?\|$/

const findings: Finding[] = study.split("\n").flatMap((line) => {
  const row = ROW.exec(line)
  if (!row) return []
  const [, page, characters, words, kind, transcript] = row
  return [
    {
      page: page!,
      characters: parseSpan(characters!),
      words: words!,
      kind: kind!,
      transcript: transcript ? parseSpan(transcript) : null,
    },
  ]
})

/** A row of the table of speakers: `| B | 3153–3162 | “denigrate” | Christopher Wray |`. */
interface Voice {
  readonly page: string
  readonly characters: Span
  readonly words: string
  readonly who: string
}

const VOICE = /^\| ([A-E]) \| (\d+–\d+) \| “([^|]+)” \| ([^|]+) \|$/

const voices: Voice[] = study.split("\n").flatMap((line) => {
  const row = VOICE.exec(line)
  if (!row) return []
  const [, page, characters, words, who] = row
  return [{ page: page!, characters: parseSpan(characters!), words: words!, who: who! }]
})

function parseSpan(characters: string): Span {
  const [from, to] = characters.split("–").map(Number)
  return { from: from!, to: to ?? from! }
}

const PEER_VERDICTS = ["joined", "differs", "agrees"]
const VERDICTS = ["spliced", "altered", "notFound", "clean", "verbatim", ...PEER_VERDICTS]
const EDGES = ["cites", "links", "copies", "sharesReading"]
/** How finely a sentence in other words is told apart is a matter of taste. */
const REWORDING = ["substitution", "insertion", "omission"]
const BLOCKS = ["furniture", "caption"]

test("the study lists its findings and cites at most eight words at a time", () => {
  expect(findings.length).toBeGreaterThan(40)
  expect(voices.length).toBeGreaterThan(50)
  for (const [, cited] of study.matchAll(/“([^”]+)”/g)) {
    const words = cited!.split(/[\s…]+/).filter(Boolean)
    expect(words.length, cited).toBeLessThanOrEqual(8)
  }
})

function read(path: string, role: Source["role"]): Source {
  return sourceOf(path, readFileSync(join(folder, path)), { role })
}

/** The page by its letter: the file's number for A to E, the transcript for R. */
function articleOf(report: Report, letter: string): Report["articles"][number] {
  const number = `00${"ABCDE".indexOf(letter)}_`
  const isIt = (article: Report["articles"][number]): boolean =>
    letter === "R" ? article.record : !article.record && article.source.startsWith(number)
  return report.articles.find(isIt)!
}

/** Whether the words cited are those at the place, whatever `…` leaves out. */
function stands(cited: string, text: string): boolean {
  const [first, ...rest] = cited.split("…").map((part) => part.trim())
  return text.startsWith(first!) && text.endsWith(rest.at(-1) ?? first!)
}

const isAt = (spans: readonly Span[], place: Span): boolean =>
  spans.length > 0 && hull(spans).from === place.from && hull(spans).to === place.to

function holds(finding: Finding, report: Report): boolean {
  const { kind, characters, transcript } = finding
  const page = articleOf(report, finding.page[0]!)
  const witnesses = report.statements.flatMap((statement) =>
    statement.witnesses
      .filter((witness) => witness.article === page.id)
      .map((witness) => ({ ...witness, records: statement.records.flatMap((one) => one.spans) })),
  )
  if (VERDICTS.includes(kind)) {
    return witnesses.some(
      (witness) =>
        witness.verdict === kind &&
        isAt(witness.spans, characters) &&
        (transcript === null || isAt(witness.records, transcript)),
    )
  }
  if (EDGES.includes(kind)) return report.lineage.some((edge) => isEdge(edge, finding, report))
  if (BLOCKS.includes(kind)) {
    return page.blocks.some((block) => block.kind === kind && isAt([block], characters))
  }
  if (kind === "narrationQuoted") {
    return report.statements
      .flatMap((statement) => statement.echoes)
      .some(
        (echo) => echo.how === kind && echo.article === page.id && isAt([echo.span], characters),
      )
  }
  const edits = witnesses.flatMap((witness) => witness.edits)
  if (kind === "reworded") {
    return edits.some(
      (edit) =>
        REWORDING.includes(edit.kind) &&
        covers(characters, hull(edit.witness)) &&
        covers(transcript!, hull(edit.base)),
    )
  }
  return edits.some(
    (edit) => edit.kind === kind && isAt(edit.witness, characters) && isAt(edit.base, transcript!),
  )
}

function isEdge(edge: Report["lineage"][number], finding: Finding, report: Report): boolean {
  const [from, to] = finding.page.split(" → ")
  const taker = articleOf(report, from!).id
  const giver = to!.length === 1 ? articleOf(report, to!).id : to!
  const idOf = (node: typeof edge.from): string => ("article" in node ? node.article : node.name)
  return (
    edge.kind === finding.kind &&
    idOf(edge.from) === taker &&
    idOf(edge.to) === giver &&
    edge.evidence.some(({ article, span }) => article === taker && isAt([span], finding.characters))
  )
}

describe.skipIf(!existsSync(folder))("the five pages", () => {
  const reports: { alone?: Report; withTranscript?: Report } = {}

  beforeAll(() => {
    const pages = readdirSync(folder).filter((name) => name.endsWith(".txt"))
    const record = readdirSync(join(folder, "record"))[0]!
    const articles = pages.map((path) => read(path, "article"))
    reports.alone = buildReport(articles)
    reports.withTranscript = buildReport([...articles, read(`record/${record}`, "record")])
  })

  const reportFor = (kind: string): Report =>
    PEER_VERDICTS.includes(kind) ? reports.alone! : reports.withTranscript!

  test.each(findings)("$page $characters.from $kind $words", (finding) => {
    const report = reportFor(finding.kind)
    const cited = /^“(.*)”$/.exec(finding.words)?.[1]
    const isCut = finding.kind === "omission"
    const text = articleOf(report, isCut ? "R" : finding.page[0]!).text!
    const place = isCut ? finding.transcript! : finding.characters
    expect(stands(cited ?? "", cited ? slice(text, place) : "")).toBe(true)
    expect(holds(finding, report)).toBe(true)
  })

  test.each(voices)("$page $characters.from $words is spoken by $who", (voice) => {
    const report = reports.withTranscript!
    const page = articleOf(report, voice.page)
    const found = report.quotations.find(
      ({ article, marked }) =>
        article === page.id &&
        [marked, ...marked.map((part) => [part])].some((spans) => isAt(spans, voice.characters)),
    )!
    expect(stands(voice.words, slice(page.text!, voice.characters).trim())).toBe(true)
    const isSpeech = found.kind !== "scare" && found.kind !== "title"
    expect(isSpeech ? found.speaker?.name : "nobody").toBe(voice.who)
  })

  test("three pages are one story, the other two stand alone", () => {
    const report = reports.withTranscript!
    const letterOf = (id: string): string =>
      [..."ABCDER"].find((letter) => articleOf(report, letter).id === id)!
    const stories = report.stories.map((story) =>
      story.articles.map(letterOf).toSorted().join("").replace("R", ""),
    )
    expect(stories.toSorted()).toEqual(["ABC", "D", "E"])
  })
})
