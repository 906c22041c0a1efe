import type { Edit } from "../apparatus/apparatus.ts"
import { findTellingAbsences } from "../report/absence.ts"
import { countQuotations } from "../report/count-quotations.ts"
import { capitalised, counted, inWords } from "../report/counted.ts"
import { shorten } from "../report/excerpt.ts"
import { findFindings } from "../report/find.ts"
import { nameArticles } from "../report/names.ts"
import type { Report, ReportStatement, ReportWitness } from "../report/report.ts"
import { compareEdits, hasSameWords, isFaithful, weighEdit } from "../report/weigh.ts"
import {
  describeEcho,
  describeEdge,
  describeEdit,
  describeTouches,
  describeVerdict,
} from "../report/words.ts"
import type { Echo } from "../statement/statement.ts"
import { compareText } from "../text/compare-text.ts"
import { listed } from "../text/listed.ts"
import { nameOf, type SummaryOptions, type SummaryPage, wrap } from "./summary-page.ts"
import { formatStories } from "./summary-story.ts"

/** Sentences at the top: what a person reads before deciding to read on. */
const MOST_FINDINGS = 7
/** Statements shown without `--all`: what a person reads in a minute. */
const MOST_STATEMENTS = 12
/** Differences shown for a page; the rest is counted. */
const MOST_EDITS = 4
/** Connections shown without `--all`. */
const MOST_EDGES = 16
/** Words of a statement shown above its versions. */
const BASE_WORDS = 42
const DEFAULT_WIDTH = 80

/** The report as a person reads it in a minute: stories, then each statement with what differs, most telling first. */
export function formatSummary(report: Report, options: SummaryOptions): string {
  const page: SummaryPage = {
    absences: findTellingAbsences(report),
    report,
    ...options,
    articles: new Map(report.articles.map((article) => [article.id, article])),
    names: nameArticles(report.articles),
    width: options.width ?? DEFAULT_WIDTH,
  }
  return `${[
    formatCounts(page),
    ...formatFindings(page),
    ...formatStories(page),
    ...formatStatements(page),
    ...formatLineage(page),
  ]
    .filter((part) => part !== "")
    .join("\n\n")}\n`
}

function formatCounts({ report, paint }: SummaryPage): string {
  const records = report.articles.filter((article) => article.record)
  const pages = report.articles.length - records.length
  const counts = [
    counted(pages, "page"),
    ...(records.length > 0 ? [counted(records.length, "transcript")] : []),
    counted(countQuotations(report.quotations), "quotation"),
    counted(report.stories.length, "story", "stories"),
  ]
  if (pages === 0) return "No page could be read, so there is nothing to compare."
  return paint.bold(capitalised(listed(counts)))
}

function formatFindings(page: SummaryPage): string[] {
  const findings = findFindings(page.report)
  if (findings.length === 0) return []
  const lines = findings
    .slice(0, MOST_FINDINGS)
    .map((finding) => wrap(`- ${finding.sentence}`, page.width, "  ", "    "))
  return [[page.paint.bold("To know first"), ...lines].join("\n")]
}

function formatStatements(page: SummaryPage): string[] {
  const { articles, statements } = page.report
  if (articles.every(({ record }) => record)) return []
  if (statements.length === 0) return ["No quotation was found in these pages."]
  const ordered = statements.toSorted(
    (a, b) =>
      weighStatement(b, page) - weighStatement(a, page) || b.witnesses.length - a.witnesses.length,
  )
  const shown = page.all ? ordered : ordered.slice(0, MOST_STATEMENTS)
  const hidden = ordered.slice(shown.length)
  const differing = hidden.filter((statement) => weighStatement(statement, page) > 0).length
  const tail =
    hidden.length === 0
      ? []
      : [
          `${capitalised(counted(hidden.length, "more statement"))}, ${differing === 0 ? "none" : inWords(differing)} of them with differences; --all shows them.`,
        ]
  return [
    ...shown.map((statement, i) => formatStatement(statement, i + 1, page)),
    ...tail.map(page.paint.dim),
  ]
}

/** A statement tells as much as the version to which most was done. */
function weighStatement(statement: ReportStatement, page: SummaryPage): number {
  return Math.max(0, ...statement.witnesses.map((witness) => weighWitness(witness, page)))
}

/** The words of a translation all differ: that it is one says as much as they do. */
function weighWitness(witness: ReportWitness, page: SummaryPage): number {
  if (witness.verdict === "translation") return UNFOUND_WEIGHT
  const weights = witness.edits.map(weighEdit)
  const isMissed = witness.verdict === "notFound" && page.absences.has(witness.quotation)
  const whole = isMissed || witness.verdict === "elsewhere" ? UNFOUND_WEIGHT : 0
  return Math.max(0, whole, ...weights) + SEVERAL * weights.reduce((sum, one) => sum + one, 0)
}

/** Of two versions to which as much was done, the one to which it was done more often; never more than one that tells more. */
const SEVERAL = 0.001

/** What a verdict tells though no edit can be shown: as much as a cut that touches nothing. */
const UNFOUND_WEIGHT = 40

function formatStatement(statement: ReportStatement, number: number, page: SummaryPage): string {
  const source = statement.records.length > 0 ? "the transcript" : "the fullest wording"
  const differing = statement.witnesses
    .filter((witness) => !isFaithful(witness))
    .toSorted(
      (a, b) =>
        weighWitness(b, page) - weighWitness(a, page) || compareText(a.quotation, b.quotation),
    )
  return [
    `${page.paint.bold(wrap(`${number}. ${statement.speaker ?? "Speaker unknown"}`, page.width, ""))} ${page.paint.dim(`(${source})`)}`,
    wrap(`“${shorten(statement.base, BASE_WORDS)}”`, page.width, "   "),
    ...new Set(differing.map((witness) => formatWitness(statement, witness, page))),
    ...formatAgreeing(statement, page),
    ...statement.echoes.map((echo) => formatEcho(echo, page)),
  ].join("\n")
}

function formatWitness(
  statement: ReportStatement,
  witness: ReportWitness,
  page: SummaryPage,
): string {
  const edits = tellingEdits(witness)
  const shown = page.all ? edits : edits.slice(0, MOST_EDITS)
  const more = edits.length - shown.length
  const head = `${signOf(witness)} ${nameOf(witness.article, page)}: ${describeVerdict(witness.verdict)}`
  return [
    page.paint.warn(wrap(head, page.width, "   ", "     ")),
    ...shown.map((edit) => formatEdit(edit, { statement, witness }, page)),
    ...(more > 0 ? [page.paint.dim(`       and ${counted(more, "smaller difference")}`)] : []),
  ].join("\n")
}

/** Where nothing tells much, what makes the words differ all the same: a bracket, a cut that is marked. */
function tellingEdits({ edits, verdict }: ReportWitness): Edit[] {
  const telling = edits.filter((edit) => weighEdit(edit) > 0)
  const isBare = telling.length === 0 && !hasSameWords(verdict)
  const shown = isBare ? edits.filter(({ kind }) => kind !== "typographic") : telling
  return shown.toSorted(compareEdits)
}

/** Words that are right and say something else for what stands before or after them do not differ. */
function signOf({ verdict }: ReportWitness): string {
  return hasSameWords(verdict) ? "|" : "≠"
}

function formatEdit(
  edit: Edit,
  { statement, witness }: { statement: ReportStatement; witness: ReportWitness },
  page: SummaryPage,
): string {
  const touches = edit.touches.length > 0 ? ` (touches ${describeTouches(edit)})` : ""
  const line = `${describeEdit(edit, witness.spans, statement)}${touches}`
  return wrap(line, page.width, "       ", "         ")
}

/** Pages that print the words as they are, in one line. */
function formatAgreeing(statement: ReportStatement, page: SummaryPage): string[] {
  const agreeing = statement.witnesses.filter(isFaithful)
  if (agreeing.length === 0) return []
  const names = [...new Set(agreeing.map((witness) => nameOf(witness.article, page)))]
  const where = statement.records.length > 0 ? "as in the transcript" : "as elsewhere"
  const words = statement.witnesses.length === 1 && where === "as elsewhere" ? "only here" : where
  return [
    page.paint.good(wrap(`= ${words}: ${listed(names.toSorted())}`, page.width, "   ", "     ")),
  ]
}

function formatEcho(echo: Echo, page: SummaryPage): string {
  const line = `~ ${nameOf(echo.article, page)}: ${describeEcho(echo.how)}`
  return wrap(line, page.width, "   ", "     ")
}

function formatLineage(page: SummaryPage): string[] {
  const name = (node: Report["lineage"][number]["from"]): string =>
    "name" in node ? node.name : nameOf(node.article, page)
  const lines = page.report.lineage.map((edge) =>
    wrap(`${name(edge.from)} ${describeEdge(edge)} ${name(edge.to)}`, page.width, "  "),
  )
  const unique = [...new Set(lines)]
  if (unique.length === 0) return []
  const shown = page.all ? unique : unique.slice(0, MOST_EDGES)
  const more = unique.length - shown.length
  const tail =
    more > 0 ? [page.paint.dim(`  and ${counted(more, "more connection")}; --all shows them`)] : []
  return [[page.paint.bold("Who took it from whom"), ...shown, ...tail].join("\n")]
}
