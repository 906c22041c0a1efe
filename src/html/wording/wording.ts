import { counted } from "../../report/counted.ts"
import { countWords, shorten } from "../../report/excerpt.ts"
import type { ReportStatement } from "../../report/report.ts"
import { weighEdit } from "../../report/weigh.ts"
import { describeEdit, gapLength } from "../../report/words.ts"
import { articleLink, type Catalog, editAnchor } from "../catalog.ts"
import { type Html, html } from "../escape.ts"
import { inlineSign, lookOf, signOf } from "../mark.ts"
import { alignWitnesses } from "./align.ts"
import type { Band } from "./band.ts"
import { type Cell, differs } from "./column.ts"

/** Every outlet's wording under the transcript's, word under word, in as many lines as it takes. */
export function wordingTable(statement: ReportStatement, catalog: Catalog): Html {
  const { witnesses, records } = statement
  const isAlone = records.length === 0 && witnesses.length === 1
  const bands = isAlone ? [] : alignWitnesses(statement, catalog)
  if (!bands.some(isTelling)) return wholeWording(statement)
  const tables = bands.map((band, i) =>
    bandTable(band, { statement, catalog, part: `${i + 1} of ${bands.length}` }),
  )
  const isLong = bands.length >= LONG_WORDING
  return html`<div class="wording" role="group" tabindex="0" aria-label="Wordings side by side">
${isLong ? foldPlain(bands, tables) : tables}</div>
`
}

/** Bands from which on those that tell nothing are folded away: the differences then stand on one screen. */
const LONG_WORDING = 4

/** Puts neighbouring bands without a telling difference behind one line that says how much that is. */
function foldPlain(bands: readonly Band[], tables: readonly Html[]): Html[] {
  const parts: Html[] = []
  for (let from = 0; from < bands.length; ) {
    let to = from
    while (to < bands.length && !isLoud(bands[to]!)) to++
    if (to > from) parts.push(foldedBands(bands.slice(from, to), tables.slice(from, to)))
    else parts.push(tables[to++]!)
    from = to
  }
  return parts
}

function foldedBands(bands: readonly Band[], tables: readonly Html[]): Html {
  const text = bands.flatMap(({ columns }) => columns.map(({ base }) => base)).join(" ")
  return html`<details class="small"><summary>${counted(countWords(text), "more word")}: ${shorten(text, FOLDED_WORDS)}</summary>${tables}</details>
`
}

/** Words shown of a fold. */
const FOLDED_WORDS = 8

/** Whether the lines show anything beyond how far each quotation reaches. */
function isTelling({ columns }: Band): boolean {
  return columns.some(({ cells }) => cells.some(differs))
}

/** Whether they show more than small differences, and more than the middle of what lies between two joined passages. */
function isLoud({ columns, lines }: Band): boolean {
  return lines.some(({ cell }) => {
    const cells = columns.map((column) => column.cells[cell]!).filter(isReached)
    const isGap = cells.every(({ edit }) => edit?.kind === "splice")
    return !isGap && cells.some((one) => differs(one) && (!one.edit || weighEdit(one.edit) > 0))
  })
}

function isReached({ state }: Cell): boolean {
  return state !== "outside"
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
  return html`<tr${!cells.some(differs) && html` class="plain"`}><th scope="row">${articleLink(article, catalog)}</th>${cells.map((one, i) => cellView(one, cells.slice(0, i).findLast(({ edit }) => edit) ?? null, { statement, catalog }))}</tr>
`
})}</table>
`
}

function cellView(
  cell: Cell,
  before: Cell | null,
  { statement, catalog }: Pick<Context, "statement" | "catalog">,
): Html {
  const { edit, witness, state, text } = cell
  if (!edit || !witness) return html`<td>${state === "same" ? text : worded(cell)}</td>`
  const id = editAnchor(edit, catalog)
  const title = describeEdit(edit, witness.spans, statement)
  const mark = html`class="mark ${lookOf(edit)}" href="#${id}" data-edit="${id}" title="${title}"`
  const goesOn = before?.edit === edit
  if (edit.kind !== "splice" || state !== "cut") {
    return html`<td><a ${mark}>${!goesOn && inlineSign(edit, text)}${worded(cell)}</a></td>`
  }
  // What lies between two joined passages is told once a line; the rest of the gap is a rule.
  if (goesOn) return html`<td class="gap"><a ${mark} aria-label="${title}" tabindex="-1"></a></td>`
  return html`<td class="gap"><a ${mark}>${signOf(edit.kind)}<del>${gapLength(edit, statement.base)}</del></a></td>`
}

/** Words shown of what was cut: the base above has them all. */
const CUT_WORDS = 8

/** Words that are missing or put in are so for a reader who sees no colour and no line. */
function worded({ state, text }: Cell): Html {
  if (state === "cut") return html`<del>${shorten(text, CUT_WORDS)}</del>`
  if (state === "added") return html`<ins>${text}</ins>`
  return html`${text}`
}
