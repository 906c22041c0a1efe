import type { ReportStatement } from "../report/report.ts"
import { countWords, describeEdit, shorten } from "../report/words.ts"
import { alignWitnesses, type Band, type Cell } from "./align.ts"
import { articleAnchor, type Catalog, editAnchor, nameOf } from "./catalog.ts"
import { type Html, html } from "./escape.ts"
import { inlineSign, lookOf } from "./mark.ts"

/** Every outlet's wording under the transcript's, word under word, in as many lines as it takes. */
export function wordingTable(statement: ReportStatement, catalog: Catalog): Html {
  const bands = alignWitnesses(statement, catalog)
  if (!bands.some(isTelling)) return wholeWording(statement)
  return html`<div class="wording" role="group" tabindex="0" aria-label="Wordings side by side">
${bands.map((band, i) => bandTable(band, { statement, catalog, part: `${i + 1} of ${bands.length}` }))}</div>
`
}

/** Whether the lines show anything beyond how far each quotation reaches. */
function isTelling({ columns }: Band): boolean {
  return columns.some(({ cells }) => cells.some(differs))
}

function differs({ state, edit }: Cell): boolean {
  return edit !== null || (state !== "same" && state !== "outside")
}

/** Where all print the same words, the words once. */
function wholeWording({ base }: ReportStatement): Html {
  return countWords(base) > HEADING_WORDS
    ? html`<p class="whole"><q>${shorten(base, WHOLE_WORDS)}</q></p>`
    : html``
}

/** Words of a statement's heading. */
export const HEADING_WORDS = 14

/** Words shown of a statement on which all agree: a paragraph. */
const WHOLE_WORDS = 150

interface Context {
  readonly statement: ReportStatement
  readonly catalog: Catalog
  readonly part: string
}

function bandTable({ columns, lines }: Band, { statement, catalog, part }: Context): Html {
  const label = statement.records.length > 0 ? "Transcript" : "All together"
  return html`<table>
<caption class="hidden">Wordings side by side, part ${part}</caption>
<tr class="base"><th scope="row">${label}</th>${columns.map(({ base }) => html`<td>${base}</td>`)}</tr>
${lines.map(({ article, cell }) => {
  const cells = columns.map((column) => column.cells[cell]!)
  return html`<tr${!cells.some(differs) && html` class="plain"`}><th scope="row"><a href="#${articleAnchor(article)}"><bdi>${nameOf(catalog, article)}</bdi></a></th>${cells.map((one) => html`<td>${cellView(one, statement, catalog)}</td>`)}</tr>
`
})}</table>
`
}

function cellView(cell: Cell, statement: ReportStatement, catalog: Catalog): Html {
  if (!cell.edit || !cell.witness) return cell.state === "same" ? html`${cell.text}` : worded(cell)
  const id = editAnchor(cell.edit, catalog)
  const title = describeEdit(cell.edit, cell.witness.spans, statement)
  return html`<a class="mark ${lookOf(cell.edit)}" href="#${id}" data-edit="${id}" title="${title}">${inlineSign(cell.edit, cell.text)}${worded(cell)}</a>`
}

/** Words shown of what was cut: the base above has them all. */
const CUT_WORDS = 8

/** Words that are missing or put in are so for a reader who sees no colour and no line. */
function worded({ state, text }: Cell): Html {
  if (state === "cut") return html`<del>${shorten(text, CUT_WORDS)}</del>`
  if (state === "added") return html`<ins>${text}</ins>`
  return html`${text}`
}
