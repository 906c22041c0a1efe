// Reads a directory of articles with a manifest.jsonl ({id, path, type, outlet?, date?, url?, title?, lang?} a line).
import { readFileSync } from "node:fs"
import { join } from "node:path"

export function readLines(directory, file) {
  const lines = readFileSync(join(directory, file), "utf8").split("\n").filter(Boolean)
  return lines.map((line) => JSON.parse(line))
}

/** Rows of the manifest that are articles. */
export function articleRows(directory) {
  return readLines(directory, "manifest.jsonl").filter(({ type }) => type === "article")
}

/** The article of one row, as the command would read it with the manifest; undefined where nothing can be read. */
export function readRow(directory, row, extractArticles) {
  const { id, outlet, date, url, title, lang: language } = row
  const known = Object.entries({ id, outlet, date, url, title, language })
  const stated = Object.fromEntries(known.filter(([, value]) => value))
  const bytes = new Uint8Array(readFileSync(join(directory, row.path)))
  const source = {
    path: row.path,
    role: "article",
    bytes,
    mediaType: null,
    charset: null,
    url: null,
    stated,
  }
  return extractArticles(source).articles[0]
}
