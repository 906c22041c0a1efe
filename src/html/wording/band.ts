import { agree, type Column, type Join } from "./column.ts"

/** As many columns as fit the width, with the lines that reach them. */
export interface Band {
  readonly columns: readonly Column[]
  /** Of the lines that print or cut something here, the place among each column's cells. */
  readonly lines: readonly Line[]
}

interface Line {
  readonly article: string
  readonly cell: number
}

/** Lines of columns, each as wide as its widest wording, broken where the next word does not fit. */
export function bandColumns(
  words: readonly Column[],
  join: Join,
  articles: readonly string[],
): Band[] {
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

/** Characters of quotation a line holds beside its label: what a window of 1,200 px shows. */
const BAND_WIDTH = 112
