import { formatTei, type NamedCollation } from "../apparatus/tei.ts"
import { describeEdit, describeTouches, editSign } from "../report/words.ts"
import { passageText } from "../text/passage.ts"
import { widthOf } from "./width.ts"

/** Widest line of the table, in columns, where nothing tells how wide the terminal is. */
const DEFAULT_WIDTH = 80

/** Collations as text for a terminal so many columns wide, JSON, CSV or TEI. */
export function formatCollations(
  collations: readonly NamedCollation[],
  format: "text" | "json" | "csv" | "tei",
  width: number = DEFAULT_WIDTH,
): string {
  switch (format) {
    case "json":
      return `${JSON.stringify(collations.map(toJSON))}\n`
    case "csv":
      return `set,place,witness,reading\n${collations.map(formatCsv).join("")}`
    case "tei":
      return formatTei(collations)
    case "text":
      return collations.map((named) => formatText(named, width)).join("\n")
  }
}

function toJSON({ id, collation }: NamedCollation): object {
  const { base, table, versions, copyTree } = collation
  return { id, base: passageText(base), table, witnesses: versions, copyTree }
}

function rowNames({ hasRecord, collation }: NamedCollation): string[] {
  return [hasRecord ? "R" : "base", ...collation.versions.map(({ id }) => id)]
}

/** One line a reading: set, place, witness, words. */
function formatCsv(named: NamedCollation): string {
  const names = rowNames(named)
  const lines: string[] = []
  const count = named.collation.table[0]?.length ?? 0
  for (let place = 0; place < count; place++) {
    named.collation.table.forEach((row, i) => {
      const reading = row[place]
      if (reading != null)
        lines.push(
          [named.id, String(place + 1), names[i]!, reading.trimEnd()].map(quoteCsv).join(","),
        )
    })
  }
  return lines.map((line) => `${line}\n`).join("")
}

function quoteCsv(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replace(/"/g, '""')}"` : value
}

function formatText(named: NamedCollation, width: number): string {
  const { collation } = named
  const changes = collation.versions.map(({ id, edits, coarse }) => {
    const lines = edits.map((edit) => {
      const touches = describeTouches(edit)
      return `  ${editSign(edit.kind)} ${describeEdit(edit)}${touches ? ` (touches ${touches})` : ""}`
    })
    const limit = coarse ? "\n  (too long or too repetitive to be aligned exactly throughout)" : ""
    return `${id}:${edits.length === 0 ? " no difference" : ""}${limit}\n${lines.map((line) => `${line}\n`).join("")}`
  })
  return `${named.id}\n\n${formatTable(collation.table, rowNames(named), width)}\n${changes.join("")}`
}

/** The table in blocks that fit a line, each row with its name. */
function formatTable(
  table: readonly (readonly (string | null)[])[],
  names: readonly string[],
  width: number,
): string {
  const margin = Math.max(...names.map(widthOf)) + 2
  const cells = table.map((row) => row.map((cell) => (cell ?? "–").trim().replace(/\s+/g, " ")))
  const count = cells[0]?.length ?? 0
  const widths = Array.from({ length: count }, (_, place) =>
    Math.max(...cells.map((row) => widthOf(row[place]!))),
  )
  const blocks: string[] = []
  for (let from = 0; from < count; ) {
    const to = blockEnd(widths, from, width - margin)
    const lines = cells.map((row, i) => {
      const words = row.slice(from, to).map((cell, k) => pad(cell, widths[from + k]!))
      return `${pad(names[i]!, margin)}${words.join(" ")}`.trimEnd()
    })
    blocks.push(lines.map((line) => `${line}\n`).join(""))
    from = to
  }
  return blocks.join("\n")
}

function blockEnd(widths: readonly number[], from: number, room: number): number {
  let to = from
  let used = 0
  while (to < widths.length && (to === from || used + widths[to]! <= room))
    used += widths[to++]! + 1
  return to
}

function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)))
}
