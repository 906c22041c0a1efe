// Reads annotated articles ({id, text, title?, quotations, attributions}, a JSON line each) and makes Articles of them,
// the way the command does.
import { readFileSync } from "node:fs"
import { gunzipSync } from "node:zlib"
import { extractArticles } from "../dist/article/extract.js"

export function readCorpus(path) {
  const bytes = readFileSync(path)
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8")
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

export function makeArticle({ id, text, title, date, language }) {
  const bytes = Buffer.from(`${JSON.stringify({ id, text, title, date, language })}\n`)
  const { articles } = extractArticles({
    path: `${id}.jsonl`,
    role: "article",
    bytes,
    mediaType: null,
    charset: null,
    url: null,
    stated: {},
  })
  return articles[0]
}
