import type { Edit } from "../apparatus/apparatus.ts"
import type { ReportStatement, ReportWitness } from "../report/report.ts"
import { countWords, describeEdit, shorten } from "../report/words.ts"
import { alignWitnesses, type Band, type Cell } from "./align.ts"
import { type Catalog, editAnchor, type Judged, nameOf, witnessAnchor } from "./catalog.ts"
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

function bandTable({ columns, rows }: Band, context: Context): Html {
  const { statement, part } = context
  const label = statement.records.length > 0 ? "Transcript" : "All together"
  return html`<table>
<caption class="hidden">Wordings side by side, part ${part}</caption>
<tr class="base"><th scope="row">${label}</th>${columns.map(({ base }) => html`<td>${base}</td>`)}</tr>
${rows.map((row) => {
  const witness = statement.witnesses[row]!
  const isPlain = !columns.some(({ cells }) => differs(cells[row]!))
  return html`<tr${isPlain && html` class="plain"`}>${rowHead(witness, context)}${columns.map(({ cells }) => wordingCell(cells[row]!, { statement, witness }, context.catalog))}</tr>
`
})}</table>
`
}

function rowHead(witness: ReportWitness, { statement, catalog }: Context): Html {
  const name = nameOf(catalog, witness.article)
  const evidence = witnessAnchor({ statement, witness })
  return html`<th scope="row"><a href="#${evidence}"><bdi>${name}</bdi></a></th>`
}

function wordingCell(cell: Cell, judged: Judged, catalog: Catalog): Html {
  if (cell.state === "outside") return html`<td></td>`
  if (cell.edit) return html`<td>${editLink(cell, cell.edit, judged, catalog)}</td>`
  if (cell.state === "same") return html`<td>${cell.text}</td>`
  return html`<td>${worded(cell)}</td>`
}

function editLink(cell: Cell, edit: Edit, judged: Judged, catalog: Catalog): Html {
  const id = editAnchor(edit, catalog)
  const title = describeEdit(edit, judged.witness.spans, judged.statement)
  return html`<a class="mark ${lookOf(edit)}" href="#${id}" data-edit="${id}" title="${title}">${inlineSign(edit, cell.text)}${worded(cell)}</a>`
}

/** Words that are missing or put in are so for a reader who sees no colour and no line. */
function worded({ state, text }: Cell): Html {
  if (state === "cut") return html`<del>${text}</del>`
  if (state === "added") return html`<ins>${text}</ins>`
  return html`${text}`
}
