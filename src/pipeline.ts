import { collateStatement } from "./apparatus/judge.ts"
import type { Standard } from "./apparatus/standard.ts"
import type { Article } from "./article/article.ts"
import { extractArticles } from "./article/extract.ts"
import { mergeSameArticles } from "./article/merge.ts"
import { traceLineage } from "./lineage/trace.ts"
import { resolveOccasions } from "./occasion/resolve.ts"
import { findQuotations } from "./quotation/find.ts"
import { findUncoveredLanguage } from "./quotation/languages.ts"
import { findUnclosedMarks } from "./quotation/unclosed.ts"
import { assembleReport } from "./report/assemble.ts"
import type { Report } from "./report/report.ts"
import type { Notice } from "./source/notice.ts"
import type { Source } from "./source/source.ts"
import { groupStatements } from "./statement/group.ts"
import { groupStories } from "./story/group.ts"
import { compareText } from "./text/compare-text.ts"

export type Stage = "reading" | "quotations" | "statements" | "comparing" | "lineage" | "stories"

export interface ReportOptions {
  /** Which edits count as permitted; everything is listed all the same. Default `none`: no edit is. */
  readonly standard?: Standard
  /** Leave the articles' full text out of the report. */
  readonly omitText?: boolean
  /** Notices of whoever gathered the sources, to stand in the report with the rest. */
  readonly notices?: readonly Notice[]
  /** Told of every step; must not throw. */
  readonly onProgress?: (stage: Stage, done: number, total: number) => void
}

/** The whole program: what was done to every quotation in these sources. The order of the sources changes nothing. */
export function buildReport(sources: readonly Source[], options: ReportOptions = {}): Report {
  const each = stepper(options.onProgress)
  const ordered = sources.toSorted(
    (a, b) => compareText(a.path, b.path) || compareText(a.role, b.role),
  )
  const read = each("reading", ordered, extractArticles)
  const { articles, notices } = mergeSameArticles(read.flatMap((outcome) => outcome.articles))
  const coverage = articles.filter((article) => !article.record)
  const quotations = each("quotations", coverage, findQuotations).flat()
  const occasions = resolveOccasions(quotations, articles)
  options.onProgress?.("statements", 0, 1)
  const statements = groupStatements(quotations, articles)
  const context = {
    articles: new Map(articles.map((article) => [article.id, article])),
    quotations: new Map(quotations.map((quotation) => [quotation.id, quotation])),
    standard: options.standard ?? "none",
    hasRecords: coverage.length < articles.length,
  }
  const judged = each("comparing", statements, (one) => collateStatement(one, context))
  options.onProgress?.("lineage", 0, 1)
  const lineage = traceLineage({ articles, quotations, statements, collated: judged })
  options.onProgress?.("stories", 0, 1)
  const stories = groupStories({ articles, quotations, statements, lineage, occasions })
  const findings = { articles, quotations, occasions, statements, judged, lineage, stories }
  const all = [
    ...(options.notices ?? []),
    ...read.flatMap((outcome) => outcome.notices),
    ...notices,
    ...coverage.flatMap(findUncoveredLanguage),
    ...coverage.flatMap(findUnclosedMarks),
    ...unmatchedRecords(findings),
  ]
  return assembleReport({ ...findings, notices: all.toSorted(compareNotices) }, options)
}

/** A step a thing, told to whoever watches. */
function stepper(onProgress: ReportOptions["onProgress"]) {
  return <In, Out>(stage: Stage, things: readonly In[], step: (thing: In) => Out): Out[] =>
    things.map((thing, i) => {
      onProgress?.(stage, i, things.length)
      return step(thing)
    })
}

/** A record that none of the pages quotes was probably given by mistake. */
function unmatchedRecords(findings: {
  readonly articles: readonly Article[]
  readonly statements: readonly { readonly records: readonly { readonly article: string }[] }[]
}): Notice[] {
  const used = new Set(
    findings.statements.flatMap((statement) => statement.records.map((passage) => passage.article)),
  )
  return findings.articles
    .filter((article) => article.record && !used.has(article.id))
    .map((record) => ({
      kind: "unmatched",
      source: record.source,
      text: `No quotation of these pages was found in the transcript ${record.source}; check that it is the right one.`,
    }))
}

function compareNotices(a: Notice, b: Notice): number {
  return (
    compareText(a.source ?? "", b.source ?? "") ||
    compareText(a.kind, b.kind) ||
    compareText(a.text, b.text)
  )
}
