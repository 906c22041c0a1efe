import type { Edit } from "../apparatus/apparatus.ts"
import type { ReportStatement, ReportWitness } from "../report/report.ts"
import { compareEdits, weighEdit } from "../report/weigh.ts"
import {
  counted,
  describeDate,
  describeEcho,
  describeEdit,
  describeTouches,
  describeVerdict,
  quoted,
  shorten,
} from "../report/words.ts"
import type { Echo } from "../statement/statement.ts"
import { overlaps } from "../text/span.ts"
import {
  articleAnchor,
  type Catalog,
  editAnchor,
  type Judged,
  nameOf,
  printedAnchor,
  quotationAnchor,
  statementAnchor,
  textAt,
  witnessAnchor,
} from "./catalog.ts"
import { copyTree, percent } from "./copies.ts"
import { type Html, html } from "./escape.ts"
import { lookOf, lookOfVerdict, signOf } from "./mark.ts"
import { HEADING_WORDS, wordingTable } from "./wording.ts"

/** Every statement with what each outlet made of it. */
export function statementsSection(catalog: Catalog): Html {
  const { statements } = catalog.report
  if (statements.length === 0) {
    return html`<p class="empty">No words were found that somebody is quoted as saying.</p>`
  }
  return html`${rankStatements(statements).map((statement) => statementView(statement, catalog))}`
}

/** Those where something happened first, the transcript's order among equals. */
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
  const outlets = new Set(statement.witnesses.map(({ article }) => article))
  return html`<article class="statement" id="${id}" aria-labelledby="${id}-h" tabindex="-1">
<h3 id="${id}-h"><span class="who"><bdi>${statement.speaker ?? "Speaker unknown"}</bdi></span> <q>${shorten(statement.base, HEADING_WORDS)}</q></h3>
<p class="meta">${originOf(statement, catalog)} · printed by ${counted(outlets.size, "page")}</p>
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
  if (!passage)
    return html`${catalog.records.length > 0 ? "Not in the transcript" : "No transcript given"}`
  const record = catalog.articles.get(passage.article)
  const turn = record?.turns.find(({ span }) => passage.spans.some((part) => overlaps(part, span)))
  const when = record?.published ? `, ${describeDate(record.published.value)}` : ""
  return html`<a href="#map">In the transcript</a>${when}${turn?.time && `, at ${turn.time.slice(0, 8)}`}`
}

/** What each outlet did, most telling first; those that did nothing share one line at the end. */
function evidenceList(statement: ReportStatement, catalog: Catalog): Html {
  const isQuiet = ({ verdict, edits }: ReportWitness): boolean =>
    edits.length === 0 && FAITHFUL.has(verdict)
  const loud = statement.witnesses.filter((witness) => !isQuiet(witness)).toSorted(compareWitnesses)
  const quiet = statement.witnesses.filter(isQuiet)
  return html`<ul class="evidence">
${loud.map((witness) => witnessEvidence(statement, witness, catalog))}${quiet.length > 0 && faithfulLine(statement, quiet, catalog)}</ul>`
}

const FAITHFUL: ReadonlySet<string> = new Set(["verbatim", "clean", "agrees"])

function compareWitnesses(a: ReportWitness, b: ReportWitness): number {
  const weight = ({ edits }: ReportWitness): number => Math.max(0, ...edits.map(weighEdit))
  return weight(b) - weight(a)
}

function witnessEvidence(
  statement: ReportStatement,
  witness: ReportWitness,
  catalog: Catalog,
): Html {
  const judged = { statement, witness }
  const edits = witness.edits.toSorted(compareEdits)
  const loud = edits.filter((edit) => weighEdit(edit) > 0)
  const quiet = edits.filter((edit) => weighEdit(edit) === 0)
  return html`<li id="${witnessAnchor(judged)}" tabindex="-1">
<p><a class="outlet" href="#${quotationAnchor(witness.quotation)}"><bdi>${nameOf(catalog, witness.article)}</bdi></a> <strong class="chip ${lookOfVerdict(witness.verdict)}" title="${percent(witness.similarity)} of its words stand there">${describeVerdict(witness.verdict)}</strong> ${loud.length === 0 && html`<span class="why">${witness.why}</span>`}</p>
${loud.length > 0 && html`<ul>${loud.map((edit) => editEvidence(edit, judged, catalog))}</ul>`}
${quietEdits(quiet, loud.length > 0, judged, catalog)}</li>
`
}

/** Small differences are there, but do not stand between the reader and the others. */
function quietEdits(
  edits: readonly Edit[],
  isMore: boolean,
  judged: Judged,
  catalog: Catalog,
): Html | null {
  if (edits.length === 0) return null
  const label = `${counted(edits.length, isMore ? "more small difference" : "small difference")}`
  return html`<details class="small"><summary>${label}</summary><ul>${edits.map((edit) => editEvidence(edit, judged, catalog))}</ul></details>`
}

function editEvidence(edit: Edit, { statement, witness }: Judged, catalog: Catalog): Html {
  const id = editAnchor(edit, catalog)
  const touches = describeTouches(edit)
  const printed = printedAnchor(edit, witness.quotation, catalog)
  return html`<li id="${id}" class="edit ${lookOf(edit)}" data-edit="${id}" tabindex="-1">${signOf(edit.kind)}<span>${describeEdit(edit, witness.spans, statement)}${touches && html` <span class="touch">touches ${touches}</span>`}${edit.certainty === "likely" && html` <span class="sure">likely</span>`}${edit.permitted && html` <span class="sure">allowed by the house standard</span>`} <a class="back" href="#${printed}">in the article</a></span></li>`
}

function faithfulLine(
  statement: ReportStatement,
  witnesses: readonly ReportWitness[],
  catalog: Catalog,
): Html {
  const names = witnesses.map(
    (witness, i) =>
      html`${i > 0 && ", "}<a class="outlet" id="${witnessAnchor({ statement, witness })}" href="#${quotationAnchor(witness.quotation)}"><bdi>${nameOf(catalog, witness.article)}</bdi></a>`,
  )
  const label = statement.records.length > 0 ? "As in the transcript" : "As in other outlets"
  return html`<li class="faithful"><p><strong class="chip quiet">${label}</strong> ${names}</p></li>
`
}

function echoList({ echoes }: ReportStatement, catalog: Catalog): Html | null {
  if (echoes.length === 0) return null
  return html`<ul class="echoes">${echoes.map((echo) => html`<li>${tellEcho(echo, catalog)}</li>`)}</ul>`
}

function tellEcho({ article, span, how }: Echo, catalog: Catalog): Html {
  const words = textAt(catalog, article, span)
  return html`<a class="outlet" href="#${articleAnchor(article)}"><bdi>${nameOf(catalog, article)}</bdi></a> ${describeEcho(how)}${words && `: ${quoted(words)}`}`
}
