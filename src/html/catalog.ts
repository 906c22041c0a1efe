import type { Edit } from "../apparatus/apparatus.ts"
import type { Fold } from "../lineage/fold.ts"
import { isSpeech } from "../quotation/quotation.ts"
import { findFindings } from "../report/find.ts"
import type { Finding } from "../report/finding.ts"
import { nameArticles } from "../report/names.ts"
import type {
  Report,
  ReportArticle,
  ReportQuotation,
  ReportStatement,
  ReportWitness,
} from "../report/report.ts"
import { groupBy } from "../text/group-by.ts"
import type { Span } from "../text/span.ts"
import { anchor, type Html, html } from "./escape.ts"
import { type Excerpt, excerptQuotation } from "./excerpt.ts"
import { findPoints } from "./find-points.ts"

/** A statement and one of its witnesses: where a quotation is judged. */
export interface Judged {
  readonly statement: ReportStatement
  readonly witness: ReportWitness
}

/** A report, with everything a view looks up by id. */
export interface Catalog {
  readonly report: Report
  readonly findings: readonly Finding[]
  readonly records: readonly ReportArticle[]
  /** Whether transcripts were given; those that nothing on this page stands in are not among `records`. */
  readonly hasRecords: boolean
  /** Those that are not records. */
  readonly pages: readonly ReportArticle[]
  readonly articles: ReadonlyMap<string, ReportArticle>
  readonly names: ReadonlyMap<string, string>
  readonly quotations: ReadonlyMap<string, ReportQuotation>
  readonly quotationsOf: ReadonlyMap<string, readonly ReportQuotation[]>
  readonly statements: ReadonlyMap<string, ReportStatement>
  /** By quotation. */
  readonly judged: ReadonlyMap<string, readonly Judged[]>
  /** The name of each edit's element among the evidence. */
  readonly editAnchors: ReadonlyMap<Edit, string>
  readonly editOwners: ReadonlyMap<Edit, Judged>
  /** By quotation that prints words as somebody’s, or is compared. */
  readonly excerpts: ReadonlyMap<string, Excerpt>
  /** By article: the text that it prints like others. */
  readonly foldOf: ReadonlyMap<string, Fold>
  /** By article: what the tables point at beside quotations. */
  readonly points: ReadonlyMap<string, readonly Span[]>
  /** Of several pages, where this one stands among them. */
  readonly site: Site
}

/** Files of a report that has several pages. */
export interface Site {
  /** The page that lists them all; null where there is one page only. */
  readonly home: string | null
  /** By article that is not on this page: the file of the page it is on. */
  readonly elsewhere: ReadonlyMap<string, string>
  /** Whether transcripts were given, on whichever page they are. */
  readonly hasRecords: boolean
}

const ONE_PAGE: Site = { home: null, elsewhere: new Map(), hasRecords: false }

export function catalogReport(report: Report, site: Site = ONE_PAGE): Catalog {
  const judged = report.statements.flatMap((statement) =>
    statement.witnesses.map((witness) => ({ statement, witness })),
  )
  const names = nameArticles(report.articles)
  const isHere = ({ article }: { readonly article: string }): boolean =>
    !site.elsewhere.has(article)
  const catalog = {
    report,
    site,
    findings: findFindings(report).filter(({ places }) => places.some(isHere)),
    records: report.articles.filter(({ record }) => record),
    hasRecords: site.hasRecords || report.articles.some(({ record }) => record),
    pages: report.articles
      .filter(({ id, record }) => !record && !site.elsewhere.has(id))
      .toSorted((a, b) => comparePages(a, b, names)),
    articles: new Map(report.articles.map((article) => [article.id, article])),
    names,
    quotations: new Map(report.quotations.map((quotation) => [quotation.id, quotation])),
    quotationsOf: groupBy(report.quotations, ({ article }) => article),
    statements: new Map(report.statements.map((statement) => [statement.id, statement])),
    points: findPoints(report.stories),
    foldOf: new Map(report.folds.flatMap((fold) => fold.articles.map((id) => [id, fold] as const))),
    judged: groupBy(judged, ({ witness }) => witness.quotation),
    editAnchors: nameEdits(report),
    editOwners: ownEdits(judged),
  }
  const excerpts = new Map(
    report.quotations
      .filter((quotation) => isPrinted(quotation) || catalog.judged.has(quotation.id))
      .map((quotation) => [quotation.id, excerptQuotation(quotation, catalog)]),
  )
  return { ...catalog, excerpts }
}

/** Whether there is nothing with which a quotation could be compared. */
export function isAlone({ pages, report, hasRecords }: Catalog): boolean {
  return pages.length < 2 && !hasRecords && report.articles.length < 2
}

/** Whether one page alone prints it, with nothing to hold it against: it is shown in that page and nowhere else. */
export function isLone({ records, witnesses, echoes }: ReportStatement): boolean {
  return records.length === 0 && echoes.length === 0 && witnesses.length === 1
}

/** Whether a page prints somebody's words as theirs. */
export function isPrinted(quotation: ReportQuotation): boolean {
  return isSpeech(quotation) && quotation.kind !== "indirect"
}

/** In the order of appearance; those without a date last, by name. */
function comparePages(
  a: ReportArticle,
  b: ReportArticle,
  names: ReadonlyMap<string, string>,
): number {
  const key = ({ id, published }: ReportArticle): string =>
    `${published?.value ?? "no date"} ${names.get(id)} ${id}`
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0
}

function ownEdits(judged: readonly Judged[]): Map<Edit, Judged> {
  return new Map(judged.flatMap((one) => one.witness.edits.map((edit) => [edit, one] as const)))
}

/** One name an edit, even where two edits came with one id. */
function nameEdits(report: Report): Map<Edit, string> {
  const uses = new Map<string, number>()
  const edits = report.statements.flatMap(({ witnesses }) =>
    witnesses.flatMap(({ edits }) => edits),
  )
  return new Map(
    edits.map((edit) => {
      const n = uses.get(edit.id) ?? 0
      uses.set(edit.id, n + 1)
      return [edit, anchor("e", n === 0 ? edit.id : `${edit.id}#${n}`)]
    }),
  )
}

export function nameOf(catalog: Catalog, article: string): string {
  return catalog.names.get(article) ?? article
}

/** The characters of a span; null where the report came without texts or the span does not fit. */
export function textAt(catalog: Catalog, article: string, span: Span): string | null {
  const text = catalog.articles.get(article)?.text
  if (text === undefined || span.from < 0 || span.to > text.length || span.to < span.from)
    return null
  return text.slice(span.from, span.to)
}

/** The characters of several spans, joined by a space; null where one of them is not there. */
export function passageAt(
  catalog: Catalog,
  article: string,
  spans: readonly Span[],
): string | null {
  const parts = spans.map((span) => textAt(catalog, article, span))
  return parts.includes(null) ? null : parts.join(" ")
}

/** Where a statement is shown. */
export function statementHref(statement: ReportStatement, catalog: Catalog): string {
  const [witness] = statement.witnesses
  return isLone(statement) && witness
    ? quotationHref(witness.quotation, catalog)
    : `#${statementAnchor(statement)}`
}

export function statementAnchor(statement: ReportStatement): string {
  return anchor("s", statement.id)
}

/** An edit among the evidence. */
export function editAnchor(edit: Edit, catalog: Catalog): string {
  return catalog.editAnchors.get(edit) ?? anchor("e", edit.id)
}

/** An edit's mark where it was printed. */
export function markAnchor(edit: Edit, catalog: Catalog): string {
  return `m${editAnchor(edit, catalog).slice(1)}`
}

/** Where to look for an edit in its article: its mark, or where that has no room, the quotation. */
export function printedHref(edit: Edit, quotation: string, catalog: Catalog): string {
  const isDrawn = catalog.excerpts.get(quotation)?.drawn.has(edit)
  return isDrawn
    ? `${fileOf(quotation, catalog)}#${markAnchor(edit, catalog)}`
    : quotationHref(quotation, catalog)
}

/** A witness's row of evidence. */
export function witnessAnchor({ statement, witness }: Judged): string {
  return anchor("w", `${statement.id} ${witness.quotation}`)
}

export function quotationAnchor(id: string): string {
  return anchor("q", id)
}

export function quotationHref(id: string, catalog: Catalog): string {
  return `${fileOf(id, catalog)}#${quotationAnchor(id)}`
}

/** The file of the page that a quotation's article is on; empty for this one. */
function fileOf(quotation: string, { quotations, site }: Catalog): string {
  return site.elsewhere.get(quotations.get(quotation)?.article ?? "") ?? ""
}

export function articleAnchor(id: string): string {
  return anchor("a", id)
}

export function articleHref(id: string, { site }: Catalog): string {
  return `${site.elsewhere.get(id) ?? ""}#${articleAnchor(id)}`
}

/** An article's name, leading to it; a record is only named. */
export function articleLink(id: string, catalog: Catalog): Html {
  const name = html`<bdi>${nameOf(catalog, id)}</bdi>`
  return catalog.articles.get(id)?.record
    ? name
    : html`<a href="${articleHref(id, catalog)}">${name}</a>`
}
