// How well quotations and their speakers are found in annotated articles. The scorer computes the figures; calibration is
// computed here. With --floors a run below eval/floors.json fails.
import { basename, resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { readCall } from "./call.mjs"
import { makeArticle, readCorpus } from "./corpus.mjs"
import { checkFloors, hashOf } from "./floors.mjs"
import { calibration, toPrediction } from "./predict.mjs"

const { values: options } = readCall(
  "eval/quotes.mjs --gold GOLD.jsonl[.gz] --scorer score-quotes.mjs [--floors] [--raise] [--errors N] [--only K/N]",
  {
    options: {
      gold: { type: "string" },
      scorer: { type: "string" },
      only: { type: "string" },
      errors: { type: "string", default: "0" },
      floors: { type: "boolean" },
      raise: { type: "boolean" },
    },
    needed: ["gold", "scorer"],
  },
)

async function evaluate(goldPath, scorerPath, only) {
  const { score, report } = await import(pathToFileURL(resolve(scorerPath)).href)
  const [k, n] = (only ?? "0/1").split("/").map(Number)
  const gold = readCorpus(goldPath).filter((_, i) => i % n === k)
  const result = score(
    gold,
    gold.map((article) => toPrediction(makeArticle(article))),
  )
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

const outcome = await evaluate(options.gold, options.scorer, options.only)
print(outcome)
const wrong = outcome.result._rows.filter((row) => !row.over)
for (const { id, quote, gold, pred } of wrong.slice(0, Number(options.errors)))
  console.log(JSON.stringify({ id, quote: quote.slice(0, 80), gold: gold.text, got: pred?.text }))
if (options.floors || options.raise)
  checkFloors("quotes", {
    hash: hashOf(JSON.stringify(readCorpus(options.gold))),
    corpus: basename(options.gold),
    figures: figuresOf(outcome),
    raise: options.raise,
    less: new Set(["calibrationGap"]),
  })
