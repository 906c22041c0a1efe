import { collateStatement, type JudgedStatement, type StatementContext } from "./apparatus/judge.ts"
import type { Standard } from "./apparatus/standard.ts"
import type { Article } from "./article/article.ts"
import { type Extraction, extractArticles } from "./article/extract.ts"
import { mergeSameArticles } from "./article/merge.ts"
import { withBorrowedNarration } from "./lineage/borrowed.ts"
import { type Citation, findCitations } from "./lineage/cite.ts"
import { findCopies } from "./lineage/find-copies.ts"
import { findFolds } from "./lineage/find-folds.ts"
import { findRevisions } from "./lineage/find-revisions.ts"
import type { LineageEdge } from "./lineage/lineage.ts"
import { traceLineage } from "./lineage/trace.ts"
import { findDates } from "./occasion/dates.ts"
import type { DateMention, Occasion } from "./occasion/occasion.ts"
import { occasionsIn } from "./occasion/resolve.ts"
import { findCutDescription } from "./quotation/cut-description.ts"
import { findQuotations } from "./quotation/find.ts"
import { findUncoveredLanguage } from "./quotation/languages.ts"
import type { Quotation } from "./quotation/quotation.ts"
import { findUnclosedMarks } from "./quotation/unclosed.ts"
import { assembleReport } from "./report/assemble.ts"
import { doubtfulRoles, inNoticeOrder, unmatchedRecords } from "./report/notices.ts"
import type { Report } from "./report/report.ts"
import type { Notice } from "./source/notice.ts"
import type { Source } from "./source/source.ts"
import { addEchoes, groupWitnesses } from "./statement/group.ts"
import type { Statement } from "./statement/statement.ts"
import type { Figure } from "./story/figure.ts"
import { findFigures } from "./story/figures.ts"
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
  const coverage = mergeCoverage(each("reading", inOrder(sources), extractArticles))
  const found = each("quotations", coverage.pages, readPage)
  const matched = matchPages(coverage, found, options)
  const judged = each("comparing", matched.statements, (statement) =>
    collateStatement(statement, matched.context),
  )
  return tellReport(matched, findBorrowings(matched, options), judged, options)
}

/** The order in which sources are read. */
export function inOrder(sources: readonly Source[]): Source[] {
  return sources.toSorted((a, b) => compareText(a.path, b.path) || compareText(a.role, b.role))
}

/** All that was read, each article once. */
export interface Coverage {
  /** Pages and records. */
  readonly articles: readonly Article[]
  readonly pages: readonly Article[]
  readonly notices: readonly Notice[]
}

export function mergeCoverage(read: readonly Extraction[]): Coverage {
  const { articles, notices } = mergeSameArticles(read.flatMap((outcome) => outcome.articles))
  return {
    articles,
    pages: articles.filter((article) => !article.record),
    notices: [...read.flatMap((outcome) => outcome.notices), ...notices],
  }
}

/** What is found in one page without looking at any other. */
export interface PageFindings {
  readonly quotations: readonly Quotation[]
  readonly occasions: readonly Occasion[]
  readonly citations: readonly Citation[]
  readonly dates: readonly DateMention[]
  readonly figures: readonly Figure[]
  readonly notices: readonly Notice[]
}

export function readPage(page: Article): PageFindings {
  const quotations = findQuotations(page)
  const dates = findDates(page)
  return {
    quotations,
    occasions: occasionsIn(page, quotations, dates),
    citations: findCitations(page, quotations),
    dates,
    figures: findFigures(page),
    notices: [
      ...findUncoveredLanguage(page),
      ...findUnclosedMarks(page),
      ...findCutDescription(page, quotations),
    ],
  }
}

/** The statements of all pages with their witnesses, and what their collation looks at. */
export interface Matched {
  readonly coverage: Coverage
  readonly found: readonly PageFindings[]
  readonly quotations: readonly Quotation[]
  /** Without echoes. */
  readonly statements: readonly Statement[]
  readonly context: StatementContext
}

export function matchPages(
  coverage: Coverage,
  found: readonly PageFindings[],
  options: ReportOptions,
): Matched {
  const { articles, pages } = coverage
  const quotations = found.flatMap((page) => page.quotations)
  options.onProgress?.("statements", 0, 1)
  const context = {
    articles: new Map(articles.map((article) => [article.id, article])),
    quotations: new Map(quotations.map((quotation) => [quotation.id, quotation])),
    standard: options.standard ?? "none",
    hasRecords: pages.length < articles.length,
  }
  return { coverage, found, quotations, statements: groupWitnesses(quotations, articles), context }
}

/** What pages have of each other outside marks: it can be found while the statements are judged. */
export interface Borrowings {
  /** With their echoes. */
  readonly statements: readonly Statement[]
  readonly citations: readonly Citation[]
  readonly copies: readonly LineageEdge[]
}

export function findBorrowings(
  { coverage: { articles }, found, quotations, statements }: Matched,
  options: ReportOptions,
): Borrowings {
  options.onProgress?.("lineage", 0, 1)
  const citations = found.flatMap((page) => page.citations)
  const copies = findCopies({ articles, quotations, citations })
  const echoed = addEchoes(statements, quotations, articles)
  return {
    statements: withBorrowedNarration(echoed, { articles, citations, copies }),
    citations,
    copies,
  }
}

/** What the pages are to each other and to the records, given the judgement of every statement. */
export function tellReport(
  { coverage, found, quotations }: Matched,
  { statements, citations, copies }: Borrowings,
  judged: readonly JudgedStatement[],
  options: ReportOptions,
): Report {
  const { articles, pages, notices } = coverage
  const occasions = found.flatMap((page) => page.occasions)
  const dates = found.flatMap((page) => page.dates)
  const lineage = traceLineage({
    articles,
    quotations,
    statements,
    collated: judged,
    citations,
    copies,
  })
  const folds = findFolds(pages, lineage)
  const revisions = findRevisions(pages)
  options.onProgress?.("stories", 0, 1)
  const stories = groupStories({
    articles,
    quotations,
    statements,
    lineage,
    occasions,
    dates,
    figures: found.flatMap((page) => page.figures),
  })
  const related = { lineage, folds, revisions, stories }
  const findings = { articles, quotations, occasions, dates, statements, judged, ...related }
  const all = [
    ...(options.notices ?? []),
    ...notices,
    ...found.flatMap((page) => page.notices),
    ...unmatchedRecords(findings),
    ...doubtfulRoles(articles),
  ]
  return assembleReport({ ...findings, notices: inNoticeOrder(all) }, options)
}

/** A step a thing, told to whoever watches. */
function stepper(onProgress: ReportOptions["onProgress"]) {
  return <In, Out>(stage: Stage, things: readonly In[], step: (thing: In) => Out): Out[] =>
    things.map((thing, i) => {
      onProgress?.(stage, i, things.length)
      return step(thing)
    })
}
