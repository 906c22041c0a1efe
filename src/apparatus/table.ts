import type { Alignment } from "../alignment/align.ts"
import { compareText } from "../text/compare-text.ts"
import { addTo } from "../text/group-by.ts"
import type { Span } from "../text/span.ts"
import type { Pair } from "./pair.ts"
import type { Wording } from "./wording.ts"

/** A row of the table: a text, and for each of its words the column it stands in; columns rise. */
interface Row {
  readonly wording: Wording
  readonly columns: Int32Array
}

/**
 * The table of places: row 0 the base, then the witnesses. A cell holds a word with the signs and spaces behind it, so
 * that a row's cells, put together, are the passage to the letter. Words that the base lacks get columns of their own
 * between its words, shared by the witnesses that agree in them.
 */
export function buildTable(base: Wording, pairs: readonly Pair[]): (string | null)[][] {
  return joinCompounds(wordCells(base, pairs))
}

function wordCells(base: Wording, pairs: readonly Pair[]): (string | null)[][] {
  const witnesses = pairs.map(({ witness }) => witness)
  const slots = pairs.map(({ witness, alignment }) => slotsOf(witness, alignment))
  const { columns, count } = layOut(base, witnesses, slots)
  const rows: Row[] = [{ wording: base, columns: columns[0]! }]
  for (const [i, wording] of witnesses.entries()) rows.push({ wording, columns: columns[i + 1]! })
  return setClosingApart(rows, count)
}

/**
 * The cells of all rows. Where their last words stand in different columns, the signs behind these stand in a column of
 * their own at the end: a full stop agrees with a full stop, whatever word it follows.
 */
function setClosingApart(rows: readonly Row[], count: number): (string | null)[][] {
  const lasts = new Set(
    rows.flatMap(({ columns }) => (columns.length > 0 ? [columns.at(-1)!] : [])),
  )
  const table = rows.map((row) => cells(row, count))
  if (lasts.size <= 1) return table
  return table.map((row, i) => {
    const last = rows[i]!.columns.at(-1)
    const closing = last === undefined ? null : CLOSING.exec(row[last]!)
    if (!closing || last === undefined) return [...row, null]
    return [...row.with(last, row[last]!.slice(0, closing.index)), closing[0]]
  })
}

/** The end of a sentence at the end of a cell, with the marks and spaces around it. */
const CLOSING = /\s*[.!?…]["”’»')\]\s]*$/

/** Neighbouring columns whose words no row sets apart, as one: `so-called`. */
function joinCompounds(table: (string | null)[][]): (string | null)[][] {
  const count = table[0]?.length ?? 0
  const joins: boolean[] = []
  for (let c = 0; c + 1 < count; c++)
    joins.push(table.every((row) => isCompound(row[c]!, row[c + 1]!)))
  if (!joins.includes(true)) return table
  return table.map((row) => {
    const joined: (string | null)[] = []
    row.forEach((cell, c) => {
      if (c > 0 && joins[c - 1])
        joined[joined.length - 1] = cell === null ? null : joined.at(-1)! + cell
      else joined.push(cell)
    })
    return joined
  })
}

function isCompound(left: string | null, right: string | null): boolean {
  if (left === null || right === null) return left === right
  return /[\p{L}\p{N}][-‐‑]$/u.test(left) && /^[\p{L}\p{N}]/u.test(right)
}

/** For each word of a witness its place in the base's order: at a word of the base, or behind `after` as an addition. */
interface Slots {
  /** The base's word, -1 for an addition. */
  readonly at: Int32Array
  /** The last word of the base that stands before an addition in the witness's order. */
  readonly after: Int32Array
}

function slotsOf(witness: Wording, alignment: Alignment): Slots {
  const length = witness.words.length
  const at = new Int32Array(length).fill(-1)
  const after = new Int32Array(length)
  let last = -1
  for (let w = 0; w < length; w++) {
    const b = alignment.toBase[w]!
    if (b > last && alignment.blocks[w] === 0) {
      at[w] = b
      last = b
    }
    after[w] = last
  }
  return { at, after }
}

function layOut(
  base: Wording,
  witnesses: readonly Wording[],
  slots: readonly Slots[],
): { columns: Int32Array[]; count: number } {
  const additions = layOutAdditions(base, witnesses, slots)
  const baseColumns = new Int32Array(base.words.length)
  const starts = new Int32Array(base.words.length + 1)
  let count = 0
  for (let b = -1; b < base.words.length; b++) {
    if (b >= 0) baseColumns[b] = count++
    starts[b + 1] = count
    count += additions.widths[b + 1]!
  }
  const columns = slots.map(({ at, after }, i) =>
    at.map((b, w) =>
      b >= 0 ? baseColumns[b]! : starts[after[w]! + 1]! + additions.offsets[i]![w]!,
    ),
  )
  return { columns: [baseColumns, ...columns], count }
}

interface Additions {
  /** Columns needed behind each word of the base; index 0 is before the first. */
  readonly widths: Int32Array
  /** For each witness and word its column within its gap. */
  readonly offsets: readonly Int32Array[]
}

/**
 * Additions in one gap: equal words share a column as far as their order allows, found by merging the witnesses' runs,
 * longest first and then by their words, into one line of columns.
 */
function layOutAdditions(
  base: Wording,
  witnesses: readonly Wording[],
  slots: readonly Slots[],
): Additions {
  const widths = new Int32Array(base.words.length + 1)
  const offsets = witnesses.map((witness) => new Int32Array(witness.words.length))
  const gaps = new Map<number, Run[]>()
  witnesses.forEach((witness, i) => {
    for (const run of additionRuns(witness, slots[i]!, i)) addTo(gaps, run.gap, run)
  })
  for (const [gap, runs] of gaps) {
    const line: string[] = []
    for (const run of runs.sort(compareRuns)) place(run, line, offsets[run.witness]!)
    // Later runs may have widened the line: every run is placed again in the final one.
    for (const run of runs) place(run, line, offsets[run.witness]!)
    widths[gap] = line.length
  }
  return { widths, offsets }
}

/** Consecutive additions of one witness in one gap. */
interface Run {
  readonly gap: number
  readonly witness: number
  readonly from: number
  readonly norms: readonly string[]
}

function additionRuns(witness: Wording, slots: Slots, index: number): Run[] {
  const runs: Run[] = []
  for (let w = 0; w < witness.words.length; w++) {
    if (slots.at[w]! >= 0) continue
    const from = w
    const norms: string[] = []
    while (w < witness.words.length && slots.at[w]! < 0) norms.push(witness.words[w++]!.norm)
    runs.push({ gap: slots.after[from]! + 1, witness: index, from, norms })
  }
  return runs
}

function compareRuns(a: Run, b: Run): number {
  return b.norms.length - a.norms.length || compareText(a.norms.join(" "), b.norms.join(" "))
}

/** Most columns of one gap in which equal words are looked for; beyond it a run stands by itself. */
const MAX_LINE = 400

/** Puts a run's words into the line's columns: into one with the same word where the order allows, else a new one. */
function place(run: Run, line: string[], offsets: Int32Array): void {
  let next = 0
  for (const [k, norm] of run.norms.entries()) {
    const left = run.norms.length - k - 1
    const found = line.length <= MAX_LINE ? line.indexOf(norm, next) : -1
    const column = found >= 0 ? found : freeColumn(line, next, left)
    if (column === line.length) line.push(norm)
    offsets[run.from + k] = column
    next = column + 1
  }
}

/** The next column, if it can be had without a word of its own. */
function freeColumn(line: readonly string[], next: number, _left: number): number {
  return Math.max(next, Math.min(next, line.length))
}

function cells(row: Row, count: number): (string | null)[] {
  const cells = new Array<string | null>(count).fill(null)
  const { wording, columns } = row
  for (let k = 0; k < wording.words.length; k++) cells[columns[k]!] = cellText(wording, k)
  return cells
}

/** A word with what stands behind it up to the next one; the first of a piece also with what stands before it. */
function cellText(wording: Wording, k: number): string {
  const { words, pieces, spans, text } = wording
  const piece = pieces[k]!
  const next = k + 1 < words.length ? pieces[k + 1]! : spans.length
  const isFirst = k === 0 || pieces[k - 1] !== piece
  const from = isFirst ? spans[piece]!.from : words[k]!.from
  const to = next === piece ? words[k + 1]!.from : spans[piece]!.to
  const whole = ({ from, to }: Span): string => text.slice(from, to)
  const before = k === 0 ? spans.slice(0, piece).map(whole) : []
  const behind = spans.slice(piece + 1, next).map(whole)
  const leaves = k + 1 < words.length && next !== piece
  return [...before, text.slice(from, to), ...behind].join(" ") + (leaves ? " " : "")
}
