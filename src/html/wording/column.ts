import type { Edit } from "../../apparatus/apparatus.ts"
import type { ReportStatement, ReportWitness } from "../../report/report.ts"

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

export const OUTSIDE: Cell = { state: "outside", text: "", edit: null, witness: null }

/** Whether a cell shows anything beyond how far a quotation reaches. */
export function differs({ state, edit }: Cell): boolean {
  return edit !== null || (state !== "same" && state !== "outside")
}

/** Whether in two columns every line does the same thing. */
export function agree(a: Column, b: Column): boolean {
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

export type Join = (cells: readonly string[]) => string

/** Cells that keep their own spaces are joined as they are, bare words by a space. */
export function joiner(table: ReportStatement["table"]): Join {
  const keepsSpaces = table.some((row) => row.some((cell) => cell !== null && /^\s|\s$/.test(cell)))
  return (cells) => {
    const words = cells.filter(Boolean)
    return (keepsSpaces ? words.join("") : words.join(" ")).trim()
  }
}
