// How well pages are read: word 4-gram F1 of the article's body against a ground truth.
// DIR holds ground-truth.json ({id: {articleBody, url}}, as the article extraction benchmark has it) and ID.html.gz.
// Body: every block but furniture, captions and the headline; with captions the figure in brackets.
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { gunzipSync } from "node:zlib"
import { extractArticles } from "../dist/article/extract.js"
import { sourceOf } from "../dist/source/source.js"
import { readCall } from "./call.mjs"

const {
  values,
  positionals: [dir],
} = readCall("eval/reading.mjs DIR [--worst N]", {
  options: { worst: { type: "string", default: "0" } },
  words: [1, 1],
})

const truths = Object.entries(JSON.parse(readFileSync(join(dir, "ground-truth.json"), "utf8")))
const began = process.cpuUsage().user
const scores = truths.flatMap(([id, truth]) => {
  const path = join(dir, `${id}.html.gz`)
  if (!existsSync(path)) return []
  const bytes = gunzipSync(readFileSync(path))
  const { articles } = extractArticles(sourceOf(path, bytes, { url: truth.url }))
  const score = (without) => overlap(bodyOf(articles[0], without), truth.articleBody)
  return [{ id, url: truth.url, ...score(["furniture", "caption"]), wide: score(["furniture"]) }]
})
const seconds = (process.cpuUsage().user - began) / 1e6

const precision = mean(scores.map((score) => score.precision))
const recall = mean(scores.map((score) => score.recall))
const wide = [mean(scores.map((s) => s.wide.precision)), mean(scores.map((s) => s.wide.recall))]
console.log(`${scores.length} pages, ${(scores.length / seconds).toFixed(0)} a CPU-second`)
console.log(
  `precision ${precision.toFixed(3)} recall ${recall.toFixed(3)} F1 ${f1(precision, recall).toFixed(3)} (${f1(...wide).toFixed(3)} with captions)`,
)
const worst = scores.toSorted((a, b) => f1(a.precision, a.recall) - f1(b.precision, b.recall))
for (const { id, precision, recall, url } of worst.slice(0, Number(values.worst)))
  console.log(id.slice(0, 8), precision.toFixed(3), recall.toFixed(3), url)

function bodyOf(article, without) {
  const blocks = article?.blocks ?? []
  return blocks
    .filter((block) => !without.includes(block.kind) && block.from !== article.headline?.from)
    .map((block) => article.text.slice(block.from, block.to))
    .join("\n")
}

/** Shared 4-grams of words, each as often as both have it. */
function overlap(found, truth) {
  const [own, wanted] = [shingles(found), shingles(truth)]
  let shared = 0
  for (const [shingle, times] of own) shared += Math.min(times, wanted.get(shingle) ?? 0)
  return {
    precision: shared / Math.max(1, total(own)),
    recall: shared / Math.max(1, total(wanted)),
  }
}

function shingles(text) {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const counts = new Map()
  for (let i = 0; i < Math.max(1, words.length - 3); i++) {
    const shingle = words.slice(i, i + 4).join(" ")
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1)
  }
  return counts
}

function total(counts) {
  return [...counts.values()].reduce((sum, count) => sum + count, 0)
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}

function f1(p, r) {
  return p + r === 0 ? 0 : (2 * p * r) / (p + r)
}
