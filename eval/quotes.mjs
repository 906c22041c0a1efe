// How well quotations and their speakers are found in annotated articles:
//   node eval/quotes.mjs --gold GOLD.jsonl[.gz] --scorer score-quotes.mjs [--floors] [--raise] [--errors N] [--only K/N]
// The scorer computes the figures; calibration is computed here. With --floors a run below eval/floors.json fails.
import { createHash } from "node:crypto"
import { readFileSync, writeFileSync } from "node:fs"
import { resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { parseArgs } from "node:util"
import { findQuotations } from "../dist/quotation/find.js"
import { makeArticle, readCorpus } from "./corpus.mjs"

const { values: options } = parseArgs({
  options: {
    gold: { type: "string" },
    scorer: { type: "string" },
    only: { type: "string" },
    errors: { type: "string" },
    floors: { type: "boolean" },
    raise: { type: "boolean" },
  },
})

/** What the scorer reads: one row a piece of content, as printed. */
export function toPrediction(article) {
  const rows = findQuotations(article)
    .filter(({ kind }) => kind !== "scare" && kind !== "title")
    .flatMap((quotation) => quotation.content.map((span) => rowOf(article, quotation, span)))
  return { id: article.id, quotations: rows }
}

function rowOf(article, { kind, speaker }, { from, to }) {
  const mention = speaker?.mention
  return {
    start: from,
    end: to,
    kind,
    speaker: mention && {
      start: mention.from,
      end: mention.to,
      text: article.text.slice(mention.from, mention.to),
      name: speaker.name ?? undefined,
      confidence: speaker.confidence,
    },
  }
}

/** Rows of one tenth of confidence each, and the mean gap between confidence and truth. */
export function calibration(rows) {
  const bins = Array.from({ length: 10 }, () => ({ n: 0, said: 0, right: 0 }))
  for (const { pred, over } of rows) {
    const confidence = pred?.confidence ?? 0
    const bin = bins[Math.min(9, Math.floor(confidence * 10))]
    bin.n++
    bin.said += confidence
    bin.right += over ? 1 : 0
  }
  const gap = bins.reduce((sum, { said, right }) => sum + Math.abs(said - right), 0) / rows.length
  const sure = rows.filter(({ pred }) => (pred?.confidence ?? 0) >= 0.95).length / rows.length
  return { bins, gap, sure }
}

export async function evaluate(goldPath, scorerPath, only) {
  const { score, report } = await import(pathToFileURL(resolve(scorerPath)).href)
  const [k, n] = (only ?? "0/1").split("/").map(Number)
  const gold = readCorpus(goldPath).filter((_, i) => i % n === k)
  const result = score(gold, gold.map((article) => toPrediction(makeArticle(article))))
  return { result, text: report(result), calibrated: calibration(result._rows) }
}

function figuresOf({ result, calibrated }) {
  return {
    directExact: result.directExact.f1,
    speaker: result.speaker.accuracy,
    name: result.speaker.namedAccuracy,
    pronounName: result.speaker.namedPronounAccuracy,
    endToEnd: result.endToEnd.f1,
    contentSpeech: result.contentTokensSpeechOnly.f1,
    contentAll: result.contentTokens.f1,
    calibrationGap: calibrated.gap,
    sure: calibrated.sure,
  }
}

function print({ text, calibrated }) {
  console.log(text)
  console.log("\nconfidence   quotations   mean said   right")
  for (const [i, { n, said, right }] of calibrated.bins.entries()) {
    if (n === 0) continue
    console.log(
      `${(i / 10).toFixed(1)}–${((i + 1) / 10).toFixed(1)} ${String(n).padStart(14)} ${(said / n).toFixed(3).padStart(11)} ${(right / n).toFixed(3).padStart(7)}`,
    )
  }
  console.log(
    `expected calibration error ${calibrated.gap.toFixed(4)}; confidence of 0.95 or more on ${(100 * calibrated.sure).toFixed(1)} %`,
  )
}

if (options.gold && options.scorer) {
  const outcome = await evaluate(options.gold, options.scorer, options.only)
  print(outcome)
  const wrong = outcome.result._rows.filter((row) => !row.over)
  for (const row of wrong.slice(0, Number(options.errors ?? 0)))
    console.log(JSON.stringify({ id: row.id, quote: row.quote.slice(0, 80), gold: row.gold.text, got: row.pred?.text }))
}
