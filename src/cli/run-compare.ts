import { availableParallelism } from "node:os"
import { join } from "node:path"
import type { Verdict } from "../apparatus/apparatus.ts"
import { gatherSources } from "../intake/gather.ts"
import { counted } from "../report/counted.ts"
import { fitsOnePage } from "../report/fit.ts"
import { reportJson } from "../report/json.ts"
import type { Report } from "../report/report.ts"
import { buildReportOn } from "./build-report.ts"
import type { CompareOptions } from "./compare.ts"
import { EXIT } from "./exit.ts"
import { tellNotices } from "./options.ts"
import { prepareOutput, writeOutput } from "./output-file.ts"
import { choosePaint } from "./paint.ts"
import { SILENT, startProgress } from "./progress.ts"
import { formatSummary } from "./summary.ts"
import { writeOut } from "./write-out.ts"

/** Reads the inputs, compares them and writes the report in the forms that are asked for. */
export async function runCompare(
  inputs: readonly string[],
  options: CompareOptions,
): Promise<void> {
  if (options.html !== undefined) prepareOutput(options.html, "--html")
  const progress = options.quiet ? SILENT : startProgress(process.stderr)
  const gathered = await gatherSources(inputs, {
    records: options.record,
    ...(options.manifest !== undefined && { manifest: options.manifest }),
    onProgress: (done, total) => progress.tell("Gathering", done, total),
  })
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
    writeOutput(options.html, renderReport(report), "--html")
  }
  if (options.json) {
    for (const piece of reportJson(report)) await writeOut(piece)
    await writeOut("\n")
    return
  }
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
