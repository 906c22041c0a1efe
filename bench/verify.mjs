// How long does it take to index transcripts, to open the index, and to check one quotation against it?
// QUOTES holds {quote} a line. Without paths: the sample's transcript and sentences of it. Times are CPU times; beside
// them, what a scan of all transcripts for a quotation's three rarest words costs, whole words in any case: reading the
// words as the command does, with a regular expression, and with indexOf in texts folded before, whose cost is not
// counted. A scan only finds the words: it says nothing of what differs. Both are warm: other quotations went before.
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { verifyQuotation } from "../dist/apparatus/verify.js"
import { extractArticles } from "../dist/article/extract.js"
import { queryFor } from "../dist/search/query.js"
import { sourceOf } from "../dist/source/source.js"
import { decodeIndex, encodeIndex } from "../dist/statement/index-file.js"
import { indexRecords } from "../dist/statement/record-index.js"
import { wholePassage } from "../dist/text/passage.js"
import { findTokens } from "../dist/text/tokens.js"
import { readCall } from "../eval/call.mjs"
import { describeMachine, median } from "./machine.mjs"

/** Quotations checked, and of them scanned for: scanning takes long. Those behind them warm the machine up. */
const MOST_QUOTES = 1000
const SCANNED = 10
const WARM_SCANS = 2

const {
  positionals: [directory, quotesFile],
} = readCall("bench/verify.mjs [TRANSCRIPTS_DIR QUOTES.jsonl]", { words: [0, 2] })
const sample = new URL("../examples/harbour/record.txt", import.meta.url).pathname
const paths = directory
  ? readdirSync(directory)
      .sort()
      .map((name) => join(directory, name))
  : [sample]

function timed(work) {
  const before = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  return [result, (user + system) / 1000]
}

const [records, reading] = timed(() =>
  paths.flatMap((path) => {
    const source = sourceOf(path, readFileSync(path), { role: "record" })
    return extractArticles(source).articles
  }),
)
const [file, indexing] = timed(() => encodeIndex(indexRecords(records)))
const [index, opening] = timed(() => decodeIndex(file))
const given = readQuotes()
const quotes = given.slice(0, MOST_QUOTES)
const others = given.length > MOST_QUOTES ? given.slice(MOST_QUOTES) : given
for (const quote of others) check(quote)
const checking = quotes.map((quote) => timed(() => check(quote))[1])
const some = quotes.slice(0, SCANNED).map(rarestWords)
const folded = records.map(({ text }) => text.toLowerCase().replaceAll("’", "'"))
const scans = { "reading every word": readAll, "a regular expression": match, indexOf: seek }

console.log(`machine: ${describeMachine()}`)
console.log(
  `corpus: ${records.length} transcripts of ${index.words.total} words, ${quotes.length} quotations`,
)
console.log(
  `reading ${format(reading)}, indexing ${format(indexing)}, ${megabytes(file.length)} MB`,
)
console.log(`opening the index ${format(opening)}`)
console.log(
  `one quotation: median ${format(median(checking))}, worst ${format(Math.max(...checking))}`,
)
for (const [way, scan] of Object.entries(scans)) {
  for (const words of others.slice(0, WARM_SCANS).map(rarestWords)) scan(words)
  const time = median(some.map((words) => timed(() => scan(words))[1]))
  const times = (time / median(checking)).toFixed(0)
  console.log(`scanning for its three rarest words, ${way}: median ${format(time)}, ${times} times`)
}

function check(quote) {
  return verifyQuotation({ quote, speaker: null, date: null }, index)
}

function rarestWords(quote) {
  const { tokens, bits } = queryFor(index.words, wholePassage(quote))
  const rarest = tokens.map(({ from, to }, i) => [bits[i], quote.slice(from, to)])
  rarest.sort((a, b) => b[0] - a[0])
  return rarest.slice(0, 3).map(([, word]) => word)
}

/** Every word as the command compares it: entities, accents and apostrophes make no difference. */
function readAll(words) {
  const norms = new Set(words.flatMap((word) => findTokens(word).map(({ norm }) => norm)))
  return records.map(({ text }) => findTokens(text).filter(({ norm }) => norms.has(norm)).length)
}

function match(words) {
  return words.map(matchOne)
}

function matchOne(word) {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "giu")
  return records.map(({ text }) => text.match(pattern)?.length ?? 0)
}

function seek(words) {
  return words.map(seekOne)
}

function seekOne(word) {
  const wanted = word.toLowerCase().replaceAll("’", "'")
  const isLetter = (unit) => /[\p{L}\p{N}]/u.test(unit ?? "")
  return folded.map((text) => {
    let count = 0
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      if (!isLetter(text[at - 1]) && !isLetter(text[at + wanted.length])) count++
    }
    return count
  })
}

function readQuotes() {
  if (!quotesFile) return records[0].text.split(/(?<=[.?!])\s/).filter((line) => line.length > 30)
  const lines = readFileSync(quotesFile, "utf8").split("\n").filter(Boolean)
  return lines.map((line) => JSON.parse(line).quote)
}

function format(milliseconds) {
  return milliseconds < 1000
    ? `${milliseconds.toFixed(milliseconds < 10 ? 2 : 0)} ms`
    : `${(milliseconds / 1000).toFixed(1)} s`
}

function megabytes(bytes) {
  return (bytes / 1e6).toFixed(1)
}
