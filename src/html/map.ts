import { describeDate } from "../occasion/describe-date.ts"
import { counted, inWords } from "../report/counted.ts"
import { quoted, shorten } from "../report/excerpt.ts"
import type { ReportArticle, ReportStatement, ReportWitness } from "../report/report.ts"
import { groupBy } from "../text/group-by.ts"
import { covers, type Span } from "../text/span.ts"
import {
  articleHref,
  type Catalog,
  nameOf,
  statementAnchor,
  textAt,
  witnessAnchor,
} from "./catalog.ts"
import { type Html, html } from "./escape.ts"
import { printedPassages } from "./wording/align.ts"

/** What one quotation printed of a record. */
interface Print {
  readonly statement: ReportStatement
  readonly witness: ReportWitness
  /** In the record's order. */
  readonly passages: readonly Span[]
}

/** Which passages of each transcript each page printed, and in which order. */
export function mapSection(catalog: Catalog): Html {
  if (catalog.records.length === 0) {
    return html`<p class="empty">None of the transcripts has words that these pages quote.</p>`
  }
  return html`<p class="intro">Which passages each page printed. From top to bottom is the order of the page, from left to right that of the transcript; an arc is a jump inside one quotation.</p>
${catalog.records.map((record) => recordMap(record, catalog))}`
}

function recordMap(record: ReportArticle, catalog: Catalog): Html {
  const prints = printsOf(record, catalog)
  const when = record.published ? ` · ${describeDate(record.published.value)}` : ""
  const head = html`<h3><bdi>${record.title ?? nameOf(catalog, record.id)}</bdi></h3>
<p class="meta">${counted(record.turns.length, "answer or question", "answers and questions")}${when}${record.place && ` · ${record.place}`}</p>`
  if (prints.length === 0) {
    return html`<div class="map">${head}<p class="empty">No quotation was found in this transcript.</p></div>`
  }
  const length = lengthOf(record, prints)
  const byPage = groupBy(prints, ({ witness }) => witness.article)
  const pages = catalog.pages.filter(({ id }) => byPage.has(id))
  return html`<div class="map">${head}
<div class="strips"><div class="strip axis"><span class="note">The transcript, from start to end</span>${axis(record, length)}</div>
${pages.map(({ id }) => pageStrip(id, byPage.get(id)!.toSorted(comparePrints), { record, length, catalog }))}</div></div>
`
}

function printsOf(record: ReportArticle, catalog: Catalog): Print[] {
  return catalog.report.statements
    .filter(({ records }) => records[0]?.article === record.id)
    .flatMap((statement) => {
      const passages = printedPassages(statement, catalog)
      return statement.witnesses.map((witness, i) => ({
        statement,
        witness,
        passages: passages[i] ?? [],
      }))
    })
    .filter(({ passages }) => passages.length > 0)
}

/** In the page's order. */
function comparePrints(a: Print, b: Print): number {
  return (a.witness.spans[0]?.from ?? 0) - (b.witness.spans[0]?.from ?? 0)
}

function lengthOf(record: ReportArticle, prints: readonly Print[]): number {
  const ends = prints.flatMap(({ passages }) => passages.map(({ to }) => to))
  const known = [...record.turns.map(({ span }) => span.to), ...record.blocks.map(({ to }) => to)]
  return Math.max(1, record.text?.length ?? 0, ...known.slice(-1), ...ends)
}

/** The speakers' turns, light and dark in turn. */
function axis({ turns }: ReportArticle, length: number): Html {
  return html`<svg class="axis" aria-hidden="true" viewBox="0 0 ${WIDTH} 10" preserveAspectRatio="none">${turns.map(
    ({ span, speaker }, i) =>
      html`<rect class="${i % 2 === 0 ? "even" : "odd"}" x="${scale(span.from, length)}" y="0" width="${widthOf(span, length)}" height="10"><title>${speaker}</title></rect>`,
  )}</svg>`
}

interface MapContext {
  readonly record: ReportArticle
  readonly length: number
  readonly catalog: Catalog
}

function pageStrip(id: string, prints: readonly Print[], context: MapContext): Html {
  const { catalog } = context
  const step = Math.max(LOWEST_STEP, Math.min(HIGHEST_STEP, TALLEST_STRIP / prints.length))
  const joined = prints.filter(isJoined).length
  return html`<div class="strip"><p><a class="outlet" href="${articleHref(id, catalog)}"><bdi>${nameOf(catalog, id)}</bdi></a> <span class="note">${counted(prints.length, "passage")}${joined > 0 && `, ${inWords(joined)} joined`}</span></p>
<svg aria-hidden="true" viewBox="0 0 ${WIDTH} ${Math.ceil(step * prints.length) + 2 * ROOM}" height="${Math.ceil(step * prints.length) + 2 * ROOM}" preserveAspectRatio="none">${prints.map((print, i) => printMark(print, ROOM + i * step, { step, context }))}</svg>
<details class="small"><summary>In words</summary><ol>${prints.map((print) => html`<li>${tellPrint(print, context)}</li>`)}</ol></details></div>
`
}

function printMark(
  { statement, witness, passages }: Print,
  y: number,
  { step, context }: { readonly step: number; readonly context: MapContext },
): Html {
  const { length, catalog } = context
  const isSplice = isJoined({ statement, witness, passages })
  return html`<a href="#${witnessAnchor({ statement, witness })}" tabindex="-1"><title>${nameOf(catalog, witness.article)}: ${shorten(statement.base, TITLE_WORDS)}</title>${passages.map(
    (passage) =>
      html`<rect class="${isSplice ? "joined" : "printed"}" x="${scale(passage.from, length)}" y="${round(y)}" width="${widthOf(passage, length)}" height="${round(step - 1)}"/>`,
  )}${isSplice && passages.slice(1).map((passage, i) => jumpArc(passages[i]!, passage, y + step / 2, length))}</a>`
}

/** An arc from the end of one passage to the start of the next that was printed as if it followed. */
function jumpArc(before: Span, after: Span, y: number, length: number): Html {
  const from = scale(before.to, length)
  const to = scale(after.from, length)
  return html`<path class="jump" d="M${from} ${round(y)}Q${round((from + to) / 2)} ${round(y - 2 * ROOM)} ${to} ${round(y)}"/>`
}

function isJoined({ witness }: Print): boolean {
  return witness.edits.some(({ kind }) => kind === "splice")
}

function tellPrint(print: Print, { record, length, catalog }: MapContext): Html {
  const { statement, passages } = print
  const told = passages.map((passage) => {
    const words = textAt(catalog, record.id, passage)
    const place = `at ${Math.round((100 * passage.from) / length)} % of the transcript${timeOf(passage, record)}`
    return words ? `${quoted(shorten(words, TITLE_WORDS))}, ${place}` : place
  })
  return html`<a href="#${statementAnchor(statement)}">${told.join(isJoined(print) ? "; joined with " : "; then ")}</a>`
}

function timeOf(passage: Span, { turns }: ReportArticle): string {
  const turn = turns.find(({ span }) => covers(span, passage))
  return turn
    ? `, ${turn.speaker}${turn.time ? ` at ${turn.time.slice(0, "00:00:00".length)}` : ""}`
    : ""
}

function scale(at: number, length: number): number {
  return round((WIDTH * at) / length)
}

function widthOf({ from, to }: Span, length: number): number {
  return Math.max(NARROWEST, round((WIDTH * (to - from)) / length))
}

function round(units: number): number {
  return Math.round(units * 10) / 10
}

/** Units a transcript is wide, whatever the window. */
const WIDTH = 1000

/** A passage of two words must still be seen. */
const NARROWEST = 5

/** Pixels a passage is high: its place from top to bottom is its place in the page. */
const HIGHEST_STEP = 8
const LOWEST_STEP = 3
const TALLEST_STRIP = 120

/** Pixels above the first passage, for the arcs. */
const ROOM = 8

const TITLE_WORDS = 14
