import type { Edit } from "../apparatus/apparatus.ts"
import type { ReportStatement, ReportWitness } from "../report/report.ts"
import { compareEdits, weighEdit } from "../report/weigh.ts"
import { countSentences, countWords, inWords } from "../report/words.ts"
import { mergeSpans, overlaps, type Span } from "../text/span.ts"
import { findTokens } from "../text/tokens.ts"
import { type Catalog, passageAt } from "./catalog.ts"
import { placeCells } from "./place.ts"

/** How a page stands to the base in one column; `outside` is where none of its quotations reaches. */
export type CellState = "same" | "cut" | "added" | "changed" | "outside"

export interface Cell {
  readonly state: CellState
  /** What was printed; where it was cut, the base's words. */
  readonly text: string
  readonly edit: Edit | null
  /** Whose it is: a line may hold several quotations of one page. Null outside. */
  readonly witness: ReportWitness | null
}

/** A run of words in which every line does one thing. */
export interface Column {
  readonly base: string
  readonly cells: readonly Cell[]
}

/** As many columns as fit the width, with the lines that reach them. */
export interface Band {
  readonly columns: readonly Column[]
  /** Of the lines that print or cut something here, the place among each column's cells. */
  readonly lines: readonly Line[]
}

export interface Line {
  readonly article: string
  readonly cell: number
}

/** The words of a table's rows where they stand in their texts, so that edits can be found by their spans. */
interface Placed {
  readonly cells: readonly (string | null)[]
  readonly places: readonly (Span | null)[]
}

/** A statement's table as it is read: a line a page, agreeing words together, long unprinted stretches shortened. */
export function alignWitnesses(statement: ReportStatement, catalog: Catalog): Band[] {
  const join = joiner(statement.table)
  const base = placeBase(statement, catalog)
  const rows = statement.witnesses.map((witness, i) => {
    const printed = placeWitness(statement.table[i + 1] ?? [], witness, catalog)
    return { article: witness.article, cells: compareRow(base, printed, witness) }
  })
  const lines = packRows(rows)
  const words = base.cells.map((cell, place) => ({
    base: cell ?? "",
    cells: lines.map(({ cells }) => cells[place]!),
  }))
  return bandColumns(
    shortenUnprinted(words, join),
    join,
    lines.map(({ article }) => article),
  )
}

interface Row {
  readonly article: string
  readonly cells: readonly Cell[]
}

/** One line for a page's quotations as long as no two of them have words in one column. */
function packRows(rows: readonly Row[]): Row[] {
  const lines = new Map<string, Cell[][]>()
  for (const { article, cells } of rows) {
    const own = lines.get(article) ?? []
    lines.set(article, own)
    const free = own.find((line) => line.every((cell, i) => !isHeld(cell) || !isHeld(cells[i]!)))
    if (!free) own.push([...cells])
    else for (const [i, cell] of cells.entries()) if (isStronger(cell, free[i]!)) free[i] = cell
  }
  return [...lines].flatMap(([article, own]) => own.map((cells) => ({ article, cells })))
}

/** Words beyond a quotation's edge give way to another quotation that prints them. */
function isHeld({ state, edit }: Cell): boolean {
  return state !== "outside" && edit?.kind !== "truncation"
}

function isStronger(cell: Cell, than: Cell): boolean {
  return isHeld(cell) || (cell.state !== "outside" && than.state === "outside")
}

/** For each witness, the passages of the record that it prints, in the record's order. */
export function printedPassages(statement: ReportStatement, catalog: Catalog): Span[][] {
  const base = placeBase(statement, catalog)
  return statement.witnesses.map((_witness, i) => {
    const row = statement.table[i + 1] ?? []
    const places = base.places.filter((place, column) => place !== null && row[column] !== null)
    return mergeSpans(
      places.filter((place) => place !== null),
      SAME_PASSAGE,
    )
  })
}

/** Characters between two words that are still one passage: a space and a mark. */
const SAME_PASSAGE = 4

function placeBase(statement: ReportStatement, catalog: Catalog): Placed {
  const cells = statement.table[0] ?? []
  const record = statement.records[0]
  if (!record) {
    return {
      cells,
      places: placeCells(cells, statement.base, [{ from: 0, to: statement.base.length }]),
    }
  }
  const text = passageAt(catalog, record.article, record.spans) ?? record.text
  return { cells, places: placeCells(cells, text, record.spans) }
}

function placeWitness(
  cells: readonly (string | null)[],
  witness: ReportWitness,
  catalog: Catalog,
): Placed {
  const printed = passageAt(catalog, witness.article, witness.spans)
  if (printed !== null) return { cells, places: placeCells(cells, printed, witness.spans) }
  const quotation = catalog.quotations.get(witness.quotation)
  return { cells, places: placeCells(cells, quotation?.text ?? "", quotation?.content ?? []) }
}

function compareRow(base: Placed, printed: Placed, witness: ReportWitness): Cell[] {
  const edits = witness.edits.toSorted(compareEdits)
  const first = printed.cells.findIndex((cell) => cell !== null)
  const last = printed.cells.findLastIndex((cell) => cell !== null)
  return base.cells.map((cell, i) => {
    const own = printed.cells[i] ?? null
    const state = compareCells(cell, own, i >= first && i <= last)
    const edit = findEdit(edits, state, base.places[i] ?? null, printed.places[i] ?? null)
    // Words beyond a quotation's edge belong to it only where their absence says something.
    const isTold = edit !== null && (edit.kind !== "truncation" || weighEdit(edit) > 0)
    if (state !== "outside") return { state, text: own ?? cell ?? "", edit, witness }
    return isTold ? { state: "cut", text: cell ?? "", edit, witness } : OUTSIDE
  })
}

const OUTSIDE: Cell = { state: "outside", text: "", edit: null, witness: null }

function compareCells(base: string | null, own: string | null, isInside: boolean): CellState {
  if (own === null) return base !== null && isInside ? "cut" : "outside"
  if (base === null) return "added"
  return normOf(base) === normOf(own) ? "same" : "changed"
}

function normOf(cell: string): string {
  return findTokens(cell)
    .map(({ norm }) => norm)
    .join(" ")
}

/** The most telling edit at a place; where the words are the same, only what leaves words the same. */
function findEdit(
  edits: readonly Edit[],
  state: CellState,
  base: Span | null,
  own: Span | null,
): Edit | null {
  return (
    edits.find(
      (edit) =>
        (state !== "same" || SAME_WORDS.has(edit.kind)) &&
        ((base && edit.base.some((span) => overlaps(span, base))) ||
          (own && edit.witness.some((span) => overlaps(span, own)))),
    ) ?? null
  )
}

const SAME_WORDS: ReadonlySet<Edit["kind"]> = new Set(["emphasis", "transposition", "typographic"])

/** Puts one short column in place of a long stretch of the base that no witness prints. */
function shortenUnprinted(words: readonly Column[], join: Join): Column[] {
  const columns: Column[] = []
  for (let from = 0; from < words.length; ) {
    let to = from
    while (to < words.length && isUnprinted(words[to]!)) to++
    if (to - from >= UNPRINTED_WORDS) columns.push(gapColumn(words.slice(from, to), join))
    else columns.push(...words.slice(from, Math.max(to, from + 1)))
    from = Math.max(to, from + 1)
  }
  return columns
}

function isUnprinted({ cells }: Column): boolean {
  return cells.every(({ state }) => state === "cut" || state === "outside")
}

function gapColumn(words: readonly Column[], join: Join): Column {
  const bases = words.map(({ base }) => base).filter(Boolean)
  const text = join(bases)
  const length = describeGap(text)
  const ends = [join(bases.slice(0, GAP_EDGE)), join(bases.slice(-GAP_EDGE))]
  return {
    base: `${ends[0]} … [${length} nobody here printed] … ${ends[1]}`,
    cells: words[0]!.cells.map((_cell, row) => {
      const cut = words.map(({ cells }) => cells[row]!).find(({ state }) => state === "cut")
      return cut ? { ...cut, text: length } : OUTSIDE
    }),
  }
}

function describeGap(text: string): string {
  const sentences = countSentences(text)
  return sentences > 1 ? `${inWords(sentences)} sentences` : `${inWords(countWords(text))} words`
}

/** Lines of columns, each as wide as its widest wording, broken where the next word does not fit. */
function bandColumns(words: readonly Column[], join: Join, articles: readonly string[]): Band[] {
  const bands: Column[][] = []
  let run: Column[] = []
  let band: Column[] = []
  let used = 0
  const closeRun = (): void => {
    if (run.length > 0) band.push(mergeColumns(run, join))
    run = []
  }
  for (const word of words) {
    const width = Math.max(...[word.base, ...word.cells.map(({ text }) => text)].map(lengthOf)) + 1
    if (used > 0 && used + width > BAND_WIDTH) {
      closeRun()
      bands.push(band)
      band = []
      used = 0
    }
    if (run[0] && !agree(run[0], word)) closeRun()
    run.push(word)
    used += width
  }
  closeRun()
  if (band.length > 0) bands.push(band)
  return bands.map((columns) => ({ columns, lines: linesOf(columns, articles) }))
}

function lengthOf(text: string): number {
  return text.trimEnd().length
}

function agree(a: Column, b: Column): boolean {
  return (
    (a.base === "") === (b.base === "") &&
    a.cells.every((cell, i) => {
      const other = b.cells[i]!
      return (
        cell.state === other.state && cell.edit === other.edit && cell.witness === other.witness
      )
    })
  )
}

function mergeColumns(run: readonly Column[], join: Join): Column {
  return {
    base: join(run.map(({ base }) => base)),
    cells: run[0]!.cells.map((cell, row) => ({
      ...cell,
      text: join(run.map(({ cells }) => cells[row]!.text)),
    })),
  }
}

function linesOf(columns: readonly Column[], articles: readonly string[]): Line[] {
  const lines = articles.map((article, cell) => ({ article, cell }))
  return lines.filter(({ cell }) => columns.some(({ cells }) => cells[cell]!.state !== "outside"))
}

type Join = (cells: readonly string[]) => string

/** Cells that keep their own spaces are joined as they are, bare words by a space. */
function joiner(table: ReportStatement["table"]): Join {
  const keepsSpaces = table.some((row) => row.some((cell) => cell !== null && /^\s|\s$/.test(cell)))
  return (cells) => {
    const words = cells.filter(Boolean)
    return (keepsSpaces ? words.join("") : words.join(" ")).trim()
  }
}

/** Characters of quotation a line holds beside its label: what a window of 1,200 px shows. */
const BAND_WIDTH = 112

/** A shorter stretch is shown whole: shortening it would save nothing. */
const UNPRINTED_WORDS = 18

/** Words shown of either end of a stretch that nobody printed. */
const GAP_EDGE = 4
