import type { Edit } from "../../apparatus/apparatus.ts"
import type { ReportStatement, ReportWitness } from "../../report/report.ts"
import { compareEdits, weighEdit } from "../../report/weigh.ts"
import { mergeSpans, overlaps, type Span } from "../../text/span.ts"
import { normsIn } from "../../text/tokens.ts"
import { type Catalog, passageAt } from "../catalog.ts"
import { type Band, bandColumns } from "./band.ts"
import { type Cell, type CellState, joiner, OUTSIDE } from "./column.ts"
import { condenseColumns } from "./condense.ts"
import { placeCells } from "./place.ts"
import { withoutMarkColumns } from "./table.ts"

/** The words of a table's rows where they stand in their texts, so that edits can be found by their spans. */
interface Placed {
  readonly cells: readonly (string | null)[]
  readonly places: readonly (Span | null)[]
}

/** A statement's table as it is read: a line a page, agreeing words together, long unprinted stretches shortened. */
export function alignWitnesses(statement: ReportStatement, catalog: Catalog): Band[] {
  const table = withoutMarkColumns(statement.table)
  const join = joiner(table)
  const base = placeBase(table, statement, catalog)
  const rows = statement.witnesses.map((witness, i) => {
    const printed = placeWitness(table[i + 1] ?? [], witness, catalog)
    return { article: witness.article, cells: compareRow(base, printed, witness) }
  })
  const lines = packRows(rows)
  const words = base.cells.map((cell, place) => ({
    base: cell ?? "",
    cells: lines.map(({ cells }) => cells[place]!),
  }))
  const articles = lines.map(({ article }) => article)
  return bandColumns(condenseColumns(words, join), join, articles)
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
    const free = own
      .slice(-MOST_LINES)
      .find((line) => line.every((cell, i) => !isHeld(cell) || !isHeld(cells[i]!)))
    if (!free) own.push([...cells])
    else for (const [i, cell] of cells.entries()) if (isStronger(cell, free[i]!)) free[i] = cell
  }
  return [...lines].flatMap(([article, own]) => own.map((cells) => ({ article, cells })))
}

/** Lines of one page in which room is looked for: a page that prints the same words more often repeats itself. */
const MOST_LINES = 8

/** Words beyond a quotation's edge give way to another quotation that prints them. */
function isHeld({ state, edit }: Cell): boolean {
  return state !== "outside" && edit?.kind !== "truncation"
}

function isStronger(cell: Cell, than: Cell): boolean {
  return isHeld(cell) || (cell.state !== "outside" && than.state === "outside")
}

/** For each witness, the passages of the record that it prints, in the record's order. */
export function printedPassages(statement: ReportStatement, catalog: Catalog): Span[][] {
  const base = placeBase(statement.table, statement, catalog)
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

function placeBase(
  table: ReportStatement["table"],
  statement: ReportStatement,
  catalog: Catalog,
): Placed {
  const cells = table[0] ?? []
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

function compareCells(base: string | null, own: string | null, isInside: boolean): CellState {
  if (own === null) return base !== null && isInside ? "cut" : "outside"
  if (base === null) return "added"
  return normOf(base) === normOf(own) ? "same" : "changed"
}

function normOf(cell: string): string {
  return normsIn(cell).join(" ")
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
