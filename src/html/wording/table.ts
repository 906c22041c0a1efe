import { findTokens } from "../../text/tokens.ts"

type Table = readonly (readonly (string | null)[])[]

/**
 * The table without columns in which nothing but marks stands: a full stop goes to the word before it in its own row,
 * for a reader a quotation ends with its last word.
 */
export function withoutMarkColumns(table: Table): (string | null)[][] {
  const width = Math.max(0, ...table.map((row) => row.length))
  const isKept = Array.from({ length: width }, (_, column) =>
    table.some((row) => hasWord(row[column] ?? null)),
  )
  if (!isKept.includes(true)) return table.map((row) => [...row])
  return table.map((row) => carryMarks(row, isKept))
}

function hasWord(cell: string | null): boolean {
  return cell !== null && findTokens(cell).length > 0
}

function carryMarks(
  row: readonly (string | null)[],
  isKept: readonly boolean[],
): (string | null)[] {
  const kept: (string | null)[] = []
  let last = -1
  let ahead = ""
  for (const [column, keeps] of isKept.entries()) {
    const cell = row[column] ?? null
    if (keeps) kept.push(cell === null ? null : ahead + cell)
    else if (cell !== null && last >= 0) kept[last] += cell
    else if (cell !== null) ahead += cell
    if (keeps && cell !== null) {
      last = kept.length - 1
      ahead = ""
    }
  }
  return kept
}
