// Reads a directory of articles with a manifest.jsonl ({id, path, type, outlet?, date?, url?, title?, lang?} a line).
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { sourceOf } from "../dist/source/source.js"

export function readLines(directory, file) {
  const lines = readFileSync(join(directory, file), "utf8").split("\n").filter(Boolean)
  return lines.map((line) => JSON.parse(line))
}

/** Rows of the manifest that are articles. */
export function articleRows(directory) {
  return readLines(directory, "manifest.jsonl").filter(({ type }) => type === "article")
}

/**
 * The article of one row, as the command would read it with the manifest, by the build whose reader is given; undefined
 * where nothing can be read.
 */
export function readRow(directory, row, extractArticles) {
  const { id, outlet, date, url, title, lang: language } = row
  const known = Object.entries({ id, outlet, date, url, title, language })
  const stated = Object.fromEntries(known.filter(([, value]) => value))
  const bytes = readFileSync(join(directory, row.path))
  return extractArticles(sourceOf(row.path, bytes, { stated })).articles[0]
}
