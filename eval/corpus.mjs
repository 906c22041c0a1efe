// Reads annotated articles ({id, text, title?, quotations, attributions}, a JSON line each) and makes Articles of them,
// the way the command does.
import { readFileSync } from "node:fs"
import { gunzipSync } from "node:zlib"
import { extractArticles } from "../dist/article/extract.js"
import { sourceOf } from "../dist/source/source.js"

export function readCorpus(path) {
  const bytes = readFileSync(path)
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8")
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

export function makeArticle({ id, text, title, date, language }) {
  const row = `${JSON.stringify({ id, text, title, date, language })}\n`
  return extractArticles(sourceOf(`${id}.jsonl`, row)).articles[0]
}
