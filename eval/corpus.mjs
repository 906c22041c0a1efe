// Reads annotated articles ({id, text, title?, quotations, attributions}, a JSON line each) and makes Articles of them.
import { readFileSync } from "node:fs"
import { gunzipSync } from "node:zlib"

export function readCorpus(path) {
  const bytes = readFileSync(path)
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8")
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

/** A line is a block; the first one is a heading where it is the title. */
export function makeArticle({ id, text, title = null, language = "en" }) {
  const blocks = [...text.matchAll(/[^\n]*\S[^\n]*/g)].map((match, index) => ({
    kind: index === 0 && title && match[0].trim() === title.trim() ? "heading" : "paragraph",
    from: match.index,
    to: match.index + match[0].length,
  }))
  return {
    id,
    source: id,
    record: false,
    outlet: null,
    title,
    headline: null,
    byline: null,
    published: null,
    language,
    url: null,
    text,
    blocks,
    links: [],
    emphasis: [],
    turns: [],
    place: null,
    revisionOf: null,
  }
}
