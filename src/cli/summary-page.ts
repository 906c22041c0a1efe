import type { Report, ReportArticle } from "../report/report.ts"
import type { Paint } from "./paint.ts"

export interface SummaryOptions {
  readonly paint: Paint
  /** Columns; default 80. */
  readonly width?: number
  /** Show everything, also statements in which nothing differs. */
  readonly all?: boolean
}

/** What every part of the summary needs to know. */
export interface SummaryPage extends SummaryOptions {
  readonly report: Report
  readonly articles: ReadonlyMap<string, ReportArticle>
  readonly names: ReadonlyMap<string, string>
  readonly width: number
  /** Quotations that a reader would expect in the transcript, by id. */
  readonly absences: ReadonlySet<string>
}

export function nameOf(article: string, page: SummaryPage): string {
  return page.names.get(article) ?? article
}

/** Breaks a line at spaces; a word longer than the line stands alone. Nothing in it can move the cursor or turn letters. */
export function wrap(
  text: string,
  width: number,
  indent: string,
  hang: string = `${indent}  `,
): string {
  const lines: string[] = []
  let line = indent
  for (const word of text.replace(UNPRINTABLE, "").split(/\s+/u).filter(Boolean)) {
    const isFirst = line.trim() === ""
    if (!isFirst && line.length + 1 + word.length > width) {
      lines.push(line)
      line = hang + word
    } else line = isFirst ? line + word : `${line} ${word}`
  }
  return [...lines, line].join("\n")
}

/** Controls other than white space, and marks that turn the direction of what follows: a page could write over ours. */
const UNPRINTABLE = /[\0-\x08\x0E-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069]/g
