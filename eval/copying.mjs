// Draws pairs that a report says were copied, evenly by chance, for reading: are they?
// Prints a line a pair, its articles named by a hash of their ids, with what the report says was copied and what was
// judged of it when it was read (eval/copying-read.json, by the rule in eval/stories.md); --unread leaves out what was
// read before; --show adds outlets, titles and the longest passages, which stay where they are read.
import { readFileSync } from "node:fs"
import { extractArticles } from "../dist/article/extract.js"
import { stableId } from "../dist/text/id.js"
import { mergeSpans } from "../dist/text/span.js"
import { readCall } from "./call.mjs"
import { articleRows, readRow } from "./manifest.mjs"

const { values, positionals } = readCall(
  "eval/copying.mjs REPORT.json CORPUS_DIR [--seed 1] [--count 100] [--unread] [--show]",
  {
    options: {
      seed: { type: "string", default: "1" },
      count: { type: "string", default: "100" },
      unread: { type: "boolean" },
      show: { type: "boolean" },
    },
    words: [2, 2],
  },
)
const [reportPath, corpus] = positionals
const { lineage } = JSON.parse(readFileSync(reportPath, "utf8"))
const rows = new Map(articleRows(corpus).map((row) => [row.id, row]))
/** Passages shown of each page, and characters of each. */
const PASSAGES = 4
const EXCERPT = 260

const { judged } = JSON.parse(readFileSync(new URL("copying-read.json", import.meta.url), "utf8"))

const drawn = lineage
  .filter(({ kind }) => kind === "copies")
  .map((edge) => ({ edge, key: stableId("", ...[edge.from.article, edge.to.article].sort()) }))
  .filter(({ key }) => !values.unread || !judged[key])
  .map((one) => ({ ...one, chance: stableId("", values.seed, one.key) }))
  .sort((a, b) => (a.chance < b.chance ? -1 : 1))
  .slice(0, Number(values.count))

for (const { edge, key } of drawn) {
  console.log(`${key} ${edge.copied} ${edge.confidence.toFixed(2)} ${judged[key] ?? "unread"}`)
  if (values.show) show(edge)
}

function show({ from, to, evidence }) {
  for (const { article: id } of [from, to]) {
    const article = readRow(corpus, rows.get(id), extractArticles)
    const spans = mergeSpans(
      evidence.filter(({ article }) => article === id).map(({ span }) => span),
    )
    const shared = spans.reduce((sum, span) => sum + span.to - span.from, 0)
    console.log(
      `  ${article.outlet} ${article.published?.value ?? "no date"} | ${article.title} | ${shared} of ${article.text.length} characters`,
    )
    const longest = spans.sort((a, b) => b.to - b.from - (a.to - a.from)).slice(0, PASSAGES)
    for (const span of longest) console.log(excerpt(article.text, span))
  }
}

function excerpt(text, { from, to }) {
  const before = text.slice(Math.max(0, from - 60), from)
  const words = text.slice(from, Math.min(to, from + EXCERPT))
  return `    [${to - from}] ${before}⟦${words}⟧${text.slice(to, to + 30)}`.replaceAll("\n", " ¶ ")
}
