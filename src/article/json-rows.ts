import type { Notice } from "../source/notice.ts"
import type { Published } from "./article.ts"
import { cleanByline } from "./byline.ts"
import type { Metadata } from "./page.ts"
import { parseDate } from "./published.ts"

/** One article of a JSON input, before its text is looked at. */
export interface JsonRow {
  readonly id: string | null
  readonly text: string
  readonly metadata: Metadata
}

type Fields = Readonly<Record<string, unknown>>

/** Faulty lines told one by one; the rest are counted. */
const MOST_NOTICES = 20

/**
 * The rows of JSON lines: our own names and news-please's. A broken line costs that line. Lines are told as they are
 * counted in the file, some of which may come before the text.
 */
export function readJsonLines(
  text: string,
  path: string,
  linesBefore: number,
): { rows: JsonRow[]; notices: Notice[] } {
  const rows: JsonRow[] = []
  const faults: string[] = []
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue
    const row = readRow(parseJson(line))
    if (typeof row === "string") faults.push(`Line ${linesBefore + i + 1} of ${path} ${row}`)
    else rows.push(row)
  }
  return { rows, notices: tell(faults, path) }
}

/** The articles of one JSON value: an object, or a list of them. */
export function readJson(text: string, path: string): { rows: JsonRow[]; notices: Notice[] } {
  const value = parseJson(text)
  const list = Array.isArray(value) ? value : [value]
  const rows: JsonRow[] = []
  const faults: string[] = []
  for (const [i, item] of list.entries()) {
    const row = readRow(item)
    if (typeof row === "string")
      faults.push(list.length > 1 ? `Item ${i + 1} of ${path} ${row}` : `${path} ${row}`)
    else rows.push(row)
  }
  return { rows, notices: tell(faults, path) }
}

function tell(faults: readonly string[], path: string): Notice[] {
  const notices: Notice[] = faults
    .slice(0, MOST_NOTICES)
    .map((fault) => ({ kind: "damaged", source: path, text: `${fault}; it was left out.` }))
  const rest = faults.length - MOST_NOTICES
  if (rest > 0)
    notices.push({
      kind: "damaged",
      source: path,
      text: `${rest} more rows of ${path} could not be read and were left out.`,
    })
  return notices
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The row of a JSON value, or what is wrong with it. */
function readRow(value: unknown): JsonRow | string {
  if (value === undefined) return "is not valid JSON"
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "is not an object"
  const fields = value as Fields
  const text = string(fields, "text", "maintext", "content", "body")
  if (text === null || text.trim() === "") return "has no `text`"
  return { id: idOf(fields), text, metadata: metadataOf(fields) }
}

function idOf(fields: Fields): string | null {
  return typeof fields.id === "number" ? String(fields.id) : string(fields, "id")
}

function metadataOf(fields: Fields): Metadata {
  const byline = string(fields, "byline", "author") ?? names(fields.authors)
  return {
    title: string(fields, "title", "headline"),
    outlet: string(fields, "outlet", "source_domain", "publisher", "source"),
    byline: byline === null ? null : cleanByline(byline),
    published: dateOf(fields),
    language: string(fields, "language", "lang"),
    url: string(fields, "url", "link"),
  }
}

function dateOf(fields: Fields): Published | null {
  const given = fields.date ?? fields.published ?? fields.date_publish ?? fields.date_published
  const found =
    typeof given === "string" || typeof given === "number" ? parseDate(String(given)) : null
  return found && { ...found, from: "json" }
}

function names(value: unknown): string | null {
  const list = Array.isArray(value) ? value.filter((name) => typeof name === "string") : []
  return list.length > 0 ? list.join(", ") : null
}

function string(fields: Fields, ...keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = fields[key]
    if (typeof value === "string" && value !== "") return value
  }
  return null
}
