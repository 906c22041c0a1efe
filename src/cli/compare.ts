import { writeFileSync } from "node:fs"
import { availableParallelism } from "node:os"
import { join } from "node:path"
import { Command } from "commander"
import type { Verdict } from "../apparatus/apparatus.ts"
import { fitsOnePage } from "../report/fit.ts"
import type { Report } from "../report/report.ts"
import { counted } from "../report/words.ts"
import { CallError, EXIT } from "./exit.ts"
import { collect, failOnOption, jobsOption, standardOption, tellNotices } from "./options.ts"
import { choosePaint } from "./paint.ts"
import { SILENT, startProgress } from "./progress.ts"
import { writeOut } from "./write-out.ts"

interface CompareOptions {
  readonly record: readonly string[]
  readonly manifest?: string
  readonly json?: true
  readonly html?: string
  readonly jobs?: number
  readonly htmlDir?: string
  readonly text: boolean
  readonly standard: "ap" | "reuters" | "none"
  readonly failOn: readonly Verdict[]
  readonly all?: true
  readonly quiet?: true
  readonly color: boolean
}

const EXAMPLES = `
Examples:
  stemma compare coverage/ --record transcript.txt     what each page did to the words
  stemma compare coverage/ --html report.html          the same as one page to read and share
  stemma compare archive/ --html-dir report/           many stories: one page each, with a list to search
  stemma compare a.html b.html https://example.org/c   without a transcript: page against page
  stemma compare feed.xml --json | jq '.statements'    everything, for programs
  stemma compare story.md --record hearing.srt --fail-on altered,spliced --quiet
                                                       a check before publishing: exit code 1 when found

Inputs are files, directories, globs, web addresses, or - for standard input:
HTML, Markdown, plain text, JSON Lines, feeds (RSS, Atom, RDF, JSON Feed), subtitles (SRT, VTT).

Exit codes: 0 done; 1 --fail-on found something; 2 wrong call; 3 some inputs were refused or damaged, the rest is done.`

/** `stemma compare`: the main job. */
export function compareCommand(): Command {
  return new Command("compare")
    .description("Compare how pages print the same words, with or without the transcript.")
    .argument(
      "<inputs...>",
      "articles: files, directories, globs, web addresses, - for standard input",
    )
    .option("--record <path>", "a transcript or document; repeat for more", collect, [])
    .option(
      "--manifest <file>",
      "JSON Lines with metadata that pages lack: {path, outlet, date, url, title, language}",
    )
    .option("--json", "print the whole report as JSON")
    .option("--html <file>", "write the report as one self-contained page")
    .option(
      "--html-dir <dir>",
      "write a page for each story, and index.html which lists and searches them",
    )
    .addOption(jobsOption())
    .option("--no-text", "leave the articles' full text out of the JSON")
    .addOption(standardOption())
    .addOption(failOnOption())
    .option("--all", "show every statement, also those in which nothing differs")
    .option("-q, --quiet", "no progress and no notices on stderr")
    .option("--no-color", "no colours (NO_COLOR does the same)")
    .addHelpText("after", EXAMPLES)
    .action(compare)
}

async function compare(inputs: readonly string[], options: CompareOptions): Promise<void> {
  const progress = options.quiet ? SILENT : startProgress(process.stderr)
  const { gatherSources } = await import("../intake/gather.ts")
  const gathered = await gatherSources(inputs, {
    records: options.record,
    ...(options.manifest !== undefined && { manifest: options.manifest }),
    onProgress: (done, total) => progress.tell("Gathering", done, total),
  })
  const { buildReportOn } = await import("./build-report.ts")
  const report = await buildReportOn(options.jobs ?? availableParallelism(), gathered.sources, {
    standard: options.standard,
    omitText: !options.text,
    notices: gathered.notices,
    onProgress: (stage, done, total) => progress.tell(STAGE_WORDS[stage], done, total),
  })
  if (options.htmlDir !== undefined) {
    const { writeSite } = await import("./site.ts")
    const earlier = writeSite(options.htmlDir, report, (done, total) =>
      progress.tell("Writing pages", done, total),
    )
    if (earlier.length > 0 && !options.quiet) tellEarlier(earlier.length, options.htmlDir)
  }
  progress.end()
  await write(report, options)
  if (!options.quiet) tellNotices(report.notices)
  process.exitCode = exitCode(report, options.failOn)
}

const STAGE_WORDS = {
  reading: "Reading",
  quotations: "Finding quotations",
  statements: "Matching quotations",
  comparing: "Comparing wordings",
  lineage: "Tracing who took what from whom",
  stories: "Grouping stories",
} as const

async function write(report: Report, options: CompareOptions): Promise<void> {
  if (options.html !== undefined) {
    const { renderReport } = await import("../html/render.ts")
    writeOrRefuse(options.html, renderReport(report))
  }
  if (options.json) {
    const { reportJson } = await import("../report/json.ts")
    for (const piece of reportJson(report)) await writeOut(piece)
    await writeOut("\n")
    return
  }
  const { formatSummary } = await import("./summary.ts")
  const width = process.stdout.isTTY ? process.stdout.columns : undefined
  process.stdout.write(
    formatSummary(report, {
      paint: choosePaint(process.stdout, options.color),
      ...(width !== undefined && { width }),
      ...(options.all && { all: true }),
    }),
  )
  if (options.html !== undefined) process.stdout.write(`\n${placeOf(report, options.html)}\n`)
  if (options.htmlDir !== undefined) {
    process.stdout.write(`\nThe whole report: ${join(options.htmlDir, "index.html")}\n`)
  }
}

function placeOf(report: Report, page: string): string {
  if (fitsOnePage(report)) return `The whole report: ${page}`
  return `The most telling stories: ${page} (the whole report is too large for one page; --html-dir writes it)`
}

/** Pages of an earlier report are not ours to throw away, but nobody should take them for this one's. */
function tellEarlier(pages: number, folder: string): void {
  process.stderr.write(
    `stemma: ${counted(pages, "page")} of an earlier report still in ${folder}; nothing leads there, remove what you do not need.\n`,
  )
}

function writeOrRefuse(path: string, text: string): void {
  try {
    writeFileSync(path, text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CallError(
      `${path} cannot be written (${reason}); give --html a path you may write to.`,
    )
  }
}

/** Findings asked for win over refused inputs. */
function exitCode(report: Report, failOn: readonly Verdict[]): number {
  const isFound = report.statements.some((statement) =>
    statement.witnesses.some((witness) => failOn.includes(witness.verdict)),
  )
  if (isFound) return EXIT.findings
  const isRefused = report.notices.some((notice) =>
    ["refused", "damaged", "unmatched"].includes(notice.kind),
  )
  return isRefused ? EXIT.refused : EXIT.done
}
