// How many articles a second are searched for quotations, beside two taggers that only tag, in CPU time after reading?
// Without a path: the sample coverage, over and over. Figures are medians of the rounds; the three take turns.
import { readdirSync, readFileSync } from "node:fs"
import compromise from "compromise"
import winkModel from "wink-eng-lite-web-model"
import winkNLP from "wink-nlp"
import { findQuotations } from "../dist/quotation/find.js"
import { readCall } from "../eval/call.mjs"
import { makeArticle, readCorpus } from "../eval/corpus.mjs"
import { describeMachine, median } from "./machine.mjs"

const { positionals, values } = readCall(
  "bench/quotes.mjs [ARTICLES.jsonl] [--articles 200] [--rounds 5]",
  {
    options: {
      articles: { type: "string", default: "200" },
      rounds: { type: "string", default: "5" },
    },
    words: [0, 1],
  },
)

const SAMPLE = new URL("../examples/harbour/", import.meta.url)
/** compromise takes some thirty times as long: it is given fewer articles. */
const COMPROMISE_SHARE = 10

function sampleTexts() {
  return readdirSync(SAMPLE)
    .filter((name) => /\.(?:txt|md)$/.test(name))
    .map((name) => ({ id: name, text: readFileSync(new URL(name, SAMPLE), "utf8") }))
}

function take(texts, count) {
  return Array.from({ length: count }, (_, i) => ({ ...texts[i % texts.length], id: String(i) }))
}

const texts = positionals[0] ? readCorpus(positionals[0]) : sampleTexts()
const articles = take(texts, Number(values.articles)).map(makeArticle)
const wink = winkNLP(winkModel, ["sbd", "pos"])
const contenders = {
  "wink-nlp (sentences, parts of speech)": { run: (text) => wink.readDoc(text.text), share: 1 },
  "compromise (tagging)": { run: (text) => compromise(text.text).json(), share: COMPROMISE_SHARE },
  "stemma (quotations and speakers)": { run: (article) => findQuotations(article), share: 1 },
}

function rateOf({ run, share }) {
  const some = articles.slice(0, Math.max(1, Math.floor(articles.length / share)))
  const before = process.cpuUsage()
  for (const article of some) run(article)
  const { user, system } = process.cpuUsage(before)
  return (some.length * 1e6) / (user + system)
}

const rates = new Map(Object.keys(contenders).map((name) => [name, []]))
for (let round = 0; round <= Number(values.rounds); round++)
  for (const [name, contender] of Object.entries(contenders)) {
    const rate = rateOf(contender)
    // The first round only lets the code be compiled.
    if (round > 0) rates.get(name).push(rate)
  }

const characters = articles.reduce((sum, { text }) => sum + text.length, 0)
console.log(`machine: ${describeMachine()}`)
console.log(
  `corpus: ${positionals[0] ?? "examples/harbour"}, ${articles.length} articles of ${Math.round(characters / articles.length)} characters`,
)
const [winkRate, compromiseRate, ours] = [...rates.values()].map(median)
for (const [name, list] of rates)
  console.log(`${name.padEnd(40)} ${median(list).toFixed(0).padStart(6)} articles a CPU-second`)
console.log(
  `stemma: ${(ours / winkRate).toFixed(2)} of wink-nlp's rate, ${(ours / compromiseRate).toFixed(1)} times compromise's`,
)
