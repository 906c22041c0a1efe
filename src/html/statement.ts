import { describeDay } from "../occasion/describe-date.ts"
import { capitalised, counted } from "../report/counted.ts"
import { quoted, shorten } from "../report/excerpt.ts"
import type { ReportStatement } from "../report/report.ts"
import { isPlain, weighEdit } from "../report/weigh.ts"
import { describeEcho } from "../report/words.ts"
import type { Echo } from "../statement/statement.ts"
import { overlaps } from "../text/span.ts"
import { articleHref, type Catalog, isLone, nameOf, statementAnchor, textAt } from "./catalog.ts"
import { copyTree } from "./copies.ts"
import { type Html, html } from "./escape.ts"
import { evidenceList } from "./evidence.ts"
import { HEADING_WORDS, wordingTable } from "./wording/wording.ts"

/** Every statement with what each page made of it; those to which nothing was done stand behind the others. */
export function statementsSection(catalog: Catalog): Html {
  const { statements } = catalog.report
  if (statements.length === 0) {
    return html`<p class="empty">No words were found that somebody is quoted as saying.</p>`
  }
  const shared = statements.filter((statement) => !isLone(statement))
  const loud = rankStatements(shared.filter((statement) => !isQuiet(statement)))
  const quiet = shared.filter(isQuiet)
  return html`${loud.map((statement) => statementView(statement, catalog))}${quiet.length > 0 && quietStatements(quiet, loud.length === 0, catalog)}${loneNote(statements.length - shared.length)}`
}

/** What one page alone prints is not shown twice. */
function loneNote(lone: number): Html | null {
  if (lone === 0) return null
  const label = capitalised(counted(lone, "statement"))
  return html`<p class="note">${label} that one page alone prints ${lone === 1 ? "stands" : "stand"} only there: <a href="#articles">page by page</a>.</p>`
}

/** Nothing was done to it that a reader must be told. */
function isQuiet(statement: ReportStatement): boolean {
  return (
    !statement.echoes.some(({ how }) => how === "narrationQuoted") &&
    statement.witnesses.every(isPlain)
  )
}

function quietStatements(
  statements: readonly ReportStatement[],
  isOpen: boolean,
  catalog: Catalog,
): Html {
  const label = counted(statements.length, "statement", "statements")
  return html`<details class="more"${isOpen && html` open`}><summary>${label} printed without a difference</summary>
${statements.map((statement) => statementView(statement, catalog))}</details>`
}

/** Those where most was done first, the transcript's order among equals. */
function rankStatements(statements: readonly ReportStatement[]): ReportStatement[] {
  const weight = ({ witnesses, echoes }: ReportStatement): number =>
    Math.max(
      echoes.some(({ how }) => how === "narrationQuoted") ? ECHO_WEIGHT : 0,
      ...witnesses.flatMap(({ edits }) => edits.map(weighEdit)),
    )
  const weighed = statements.map((statement) => ({ statement, weight: weight(statement) }))
  return weighed.toSorted((a, b) => b.weight - a.weight).map(({ statement }) => statement)
}

/** Of words that are another outlet's own: as telling as a joined quotation. */
const ECHO_WEIGHT = 79

function statementView(statement: ReportStatement, catalog: Catalog): Html {
  const id = statementAnchor(statement)
  const pages = new Set(statement.witnesses.map(({ article }) => article))
  return html`<article class="statement" id="${id}" aria-labelledby="${id}-h" tabindex="-1">
<h3 id="${id}-h"><span class="who"><bdi>${statement.speaker ?? "Speaker unknown"}</bdi></span> <q>${shorten(statement.base, HEADING_WORDS)}</q></h3>
<p class="meta">${originOf(statement, catalog)} · printed by ${counted(pages.size, "page")}</p>
${evidenceList(statement, catalog)}
${wordingTable(statement, catalog)}
${echoList(statement, catalog)}
${copyTree(statement, catalog)}
</article>
`
}

/** Where the words stand on record. */
function originOf(statement: ReportStatement, catalog: Catalog): Html {
  const [passage] = statement.records
  if (!passage) {
    return html`${catalog.hasRecords ? "Not in the transcript" : "No transcript given"}`
  }
  const record = catalog.articles.get(passage.article)
  const turn = record?.turns.find(({ span }) => passage.spans.some((part) => overlaps(part, span)))
  const when = record?.published ? `, ${describeDay(record.published.value)}` : ""
  const name = catalog.records.length > 1 && record ? `: ${nameOf(catalog, record.id)}` : ""
  return html`<a href="#map">In the transcript</a>${name}${when}${turn?.time && `, at ${turn.time.slice(0, SECONDS)}`}`
}

/** Of a time code, hours to seconds. */
const SECONDS = 8

function echoList({ echoes }: ReportStatement, catalog: Catalog): Html | null {
  if (echoes.length === 0) return null
  return html`<ul class="echoes">${echoes.map((echo) => html`<li>${tellEcho(echo, catalog)}</li>`)}</ul>`
}

function tellEcho({ article, span, how }: Echo, catalog: Catalog): Html {
  const words = textAt(catalog, article, span)
  return html`<a class="outlet" href="${articleHref(article, catalog)}"><bdi>${nameOf(catalog, article)}</bdi></a> ${describeEcho(how)}${words && `: ${quoted(words)}`}`
}
