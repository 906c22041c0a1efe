import { counted, inWords } from "../../report/counted.ts"
import { countSentences, countWords } from "../../report/excerpt.ts"
import { type Cell, type Column, differs, type Join, OUTSIDE } from "./column.ts"

/** Words to which nothing was done, where they are many, as a few of them and their number: nobody reads them here. */
export function condenseColumns(words: readonly Column[], join: Join): Column[] {
  const columns: Column[] = []
  for (let from = 0; from < words.length; ) {
    const unprinted = runFrom(words, from, isUnprinted)
    const agreed = runFrom(words, from, isAgreed)
    if (unprinted >= UNPRINTED_WORDS) {
      columns.push(unprintedColumn(words.slice(from, from + unprinted), join))
    } else if (agreed >= AGREED_WORDS) {
      columns.push(agreedColumn(words.slice(from, from + agreed), join))
    } else columns.push(...words.slice(from, from + Math.max(unprinted, agreed, 1)))
    from += Math.max(unprinted, agreed, 1)
  }
  return columns
}

/** Columns from `from` on for which something holds; the agreed ones must also be agreed by the same lines. */
function runFrom(
  words: readonly Column[],
  from: number,
  holds: (column: Column, first: Column) => boolean,
): number {
  const first = words[from]!
  let to = from
  while (to < words.length && holds(words[to]!, first)) to++
  return to - from
}

function isUnprinted({ cells }: Column): boolean {
  return cells.every(({ state }) => state === "cut" || state === "outside")
}

function isAgreed({ cells }: Column, first: Column): boolean {
  return cells.every((cell, i) => !differs(cell) && cell.witness === first.cells[i]!.witness)
}

function unprintedColumn(words: readonly Column[], join: Join): Column {
  const bases = words.map(({ base }) => base)
  const length = lengthOf(join(bases))
  return {
    base: withEnds(bases, `[${length} nobody here printed]`, join),
    cells: words[0]!.cells.map((_cell, row): Cell => {
      const cut = words.map(({ cells }) => cells[row]!).find(({ state }) => state === "cut")
      return cut ? { ...cut, text: length } : OUTSIDE
    }),
  }
}

function agreedColumn(words: readonly Column[], join: Join): Column {
  const texts = (row: number): string[] => words.map(({ cells }) => cells[row]!.text)
  const bases = words.map(({ base }) => base)
  const count = `[${counted(countWords(join(bases)), "word")}]`
  return {
    base: withEnds(bases, count, join),
    cells: words[0]!.cells.map((cell, row) =>
      cell.state === "outside" ? cell : { ...cell, text: withEnds(texts(row), count, join) },
    ),
  }
}

/** The first and the last words of a stretch, with what stands for the rest between. */
function withEnds(texts: readonly string[], rest: string, join: Join): string {
  const shown = texts.filter(Boolean)
  return `${join(shown.slice(0, EDGE_WORDS))} … ${rest} … ${join(shown.slice(-EDGE_WORDS))}`
}

function lengthOf(text: string): string {
  const sentences = countSentences(text)
  return sentences > 1 ? `${inWords(sentences)} sentences` : counted(countWords(text), "word")
}

/** A shorter stretch is shown whole: shortening it would save nothing. */
const UNPRINTED_WORDS = 18

/** Words that all print alike, beyond which they are an article's rather than a quotation's. */
const AGREED_WORDS = 90

/** Words shown of either end. */
const EDGE_WORDS = 4
