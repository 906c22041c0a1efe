// How well the same words are found across articles.
// DIR holds manifest.jsonl, articles, transcripts, labels/quote_record_pairs.jsonl (quotations with their passages of a
// transcript) and labels/statements.jsonl (those that are one statement). Printed without and with the transcripts given:
// - the scorer's own two figures, as its code has them;
// - precision as its head defines it: pairs of one labelled statement are right too, whether or not they overlap;
// - by passages: a labelled quotation is where a witness's own spans are, not wherever its whole quotation prints the
//   words, and two are one statement where their passages of a transcript meet, or a chain of its witnesses joins them.
import { readFileSync, writeFileSync } from "node:fs"
import { basename, join } from "node:path"
import { extractArticles } from "../dist/article/extract.js"
import { findQuotations } from "../dist/quotation/find.js"
import { sourceOf } from "../dist/source/source.js"
import { groupStatements } from "../dist/statement/group.js"
import { locateAll } from "../dist/statement/locate.js"
import { indexRecords } from "../dist/statement/record-index.js"
import { vouchedQuotations } from "../dist/statement/witness.js"
import { groupBy } from "../dist/text/group-by.js"
import { readCall } from "./call.mjs"
import { checkFloors, hashOf } from "./floors.mjs"
import { articleRows, readLines, readRow } from "./manifest.mjs"
import { inFolder, runScript } from "./programs.mjs"

const { values: options } = readCall(
  "eval/statements.mjs --corpus DIR [--scorer score-statements.mjs] [--floors] [--raise] [--errors N]",
  {
    options: {
      corpus: { type: "string" },
      scorer: { type: "string" },
      floors: { type: "boolean" },
      raise: { type: "boolean" },
      errors: { type: "string", default: "0" },
    },
    needed: ["corpus"],
  },
)

/** Characters of a labelled quotation that a witness must print to have it. */
const MIN_PRINTED = 12

const overlaps = (a, b) => a.from < b.to && b.from < a.to
const common = (a, b) => Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from))
const pairsOf = (list) => list.flatMap((a, i) => list.slice(i + 1).map((b) => [a, b]))

function readCorpus(directory) {
  const labels = readLines(directory, "labels/quote_record_pairs.jsonl")
  const labelled = new Set(labels.map(({ articleId }) => articleId))
  const rows = articleRows(directory).filter(({ id }) => labelled.has(id))
  const articles = rows.map((row) => readRow(directory, row, extractArticles))
  const byId = new Map(articles.map((article) => [article.id, article]))
  const offsets = new Map(rows.map(({ id, bodyOffset }) => [id, bodyOffset]))
  const statements = readLines(directory, "labels/statements.jsonl")
  const statementOf = new Map(
    statements.flatMap(({ statementId, versions }) => versions.map((id) => [id, statementId])),
  )
  return {
    articles,
    records: recordsIn(directory),
    statements,
    labels: labels.map((label) => ({
      ...label,
      statement: statementOf.get(label.id) ?? null,
      printed: printedSpan(label, byId.get(label.articleId).text, offsets.get(label.articleId)),
      passage: { from: label.transcriptStart, to: label.transcriptEnd },
    })),
  }
}

function recordsIn(directory) {
  return readLines(directory, "manifest.jsonl")
    .filter(({ type }) => type === "transcript")
    .flatMap(({ id, path, date, title }) => {
      const stated = Object.fromEntries(Object.entries({ id, date, title }).filter(([, v]) => v))
      const bytes = readFileSync(join(directory, path))
      return extractArticles(sourceOf(path, bytes, { role: "record", stated })).articles
    })
}

/** Labels count code points of the body. */
function printedSpan({ quote, quoteStart }, text, bodyOffset) {
  let from = 0
  for (let i = 0; i < bodyOffset + quoteStart; i++) from += text.codePointAt(from) > 0xffff ? 2 : 1
  return { from, to: from + quote.length }
}

/** Each statement's witnesses, with the labels they print and their passages of the transcripts. */
function witnessesOf(statement, labelsIn, locations) {
  return statement.witnesses.map(({ quotation, article, spans }) => {
    const labels = (labelsIn.get(article) ?? []).filter(({ printed }) => {
      const shared = spans.reduce((sum, span) => sum + common(span, printed), 0)
      return shared >= Math.min(MIN_PRINTED, printed.to - printed.from)
    })
    const location = locations.get(quotation)
    const located = location && !location.unsure ? location.segments : []
    const passages = [
      ...labels.map(({ transcriptId, passage }) => ({ record: transcriptId, ...passage })),
      ...located
        .filter(({ printed }) => spans.some((span) => overlaps(span, printed)))
        .map(({ record }) => ({ record: location.record, ...record })),
    ]
    return { article, labels, passages }
  })
}

/** Witnesses whose passages meet, directly or by way of others, have one root. */
function chain(witnesses) {
  const parent = witnesses.map((_, i) => i)
  const root = (i) => (parent[i] === i ? i : root(parent[i]))
  const meet = (a, b) =>
    a.passages.some((x) => b.passages.some((y) => x.record === y.record && overlaps(x, y)))
  witnesses.forEach((a, i) => {
    witnesses.slice(i + 1).forEach((b, j) => {
      if (meet(a, b)) parent[root(i)] = root(i + 1 + j)
    })
  })
  return witnesses.map((_, i) => root(i))
}

/** The scorer's measure of two wordings from different transcripts. */
function isAlike(a, b) {
  const words = (text) =>
    new Set(
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, " ")
        .trim()
        .split(" "),
    )
  const [x, y] = [words(a), words(b)]
  return [...x].filter((word) => y.has(word)).length >= 0.5 * Math.min(x.size, y.size)
}

/** Whether two labelled quotations are the same words, as the scorer's code has it. */
function isSamePassage(a, b) {
  return a.transcriptId === b.transcriptId
    ? overlaps(a.passage, b.passage)
    : isAlike(a.quote, b.quote)
}

const isSameStatement = (a, b) => a.statement !== null && a.statement === b.statement

function scorePassages(statements, corpus, locations) {
  const labelsIn = groupBy(corpus.labels, ({ articleId }) => articleId)
  const places = new Map(corpus.labels.map(({ id }) => [id, new Set()]))
  const wrong = []
  let right = 0
  statements.forEach((statement, i) => {
    const witnesses = witnessesOf(statement, labelsIn, locations)
    for (const label of witnesses.flatMap(({ labels }) => labels)) places.get(label.id).add(i)
    const roots = chain(witnesses)
    const labelled = witnesses
      .map((witness, w) => ({ ...witness, root: roots[w] }))
      .filter(({ labels }) => labels.length > 0)
    for (const [a, b] of pairsOf(labelled)) {
      if (a.article === b.article) continue
      const isRight =
        a.root === b.root ||
        a.labels.some((x) => b.labels.some((y) => isSamePassage(x, y) || isSameStatement(x, y)))
      if (isRight) right++
      else wrong.push([a, b])
    }
  })
  return { recall: recallOf(corpus, places), precision: right / (right + wrong.length), wrong }
}

function recallOf({ statements, labels }, places) {
  const byId = new Map(labels.map((label) => [label.id, label]))
  const pairs = statements
    .flatMap(({ versions }) => pairsOf(versions.map((id) => byId.get(id)).filter(Boolean)))
    .filter(([a, b]) => a.articleId !== b.articleId)
  return pairs.filter(([a, b]) => isTogether(places, a, b)).length / pairs.length
}

function isTogether(places, a, b) {
  return [...places.get(a.id)].some((place) => places.get(b.id).has(place))
}

/** The scorer's mapping, and precision with pairs of one labelled statement right. */
function scoreDocumented(report, { labels }) {
  const norm = (text) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim()
  const texts = new Map(report.quotations.map(({ id, text }) => [id, norm(text)]))
  const found = new Map()
  report.statements.forEach((statement, i) => {
    for (const { article, quotation } of statement.witnesses)
      found.set(article, [...(found.get(article) ?? []), { text: texts.get(quotation), place: i }])
  })
  const places = new Map(
    labels.map(({ id, articleId, quote }) => {
      const words = norm(quote)
      const [head, tail] = [words.split(" ").slice(0, 8), words.split(" ").slice(-8)]
      const holds = ({ text }) =>
        text &&
        (text.includes(head.join(" ")) || text.includes(tail.join(" ")) || words.includes(text))
      return [id, new Set((found.get(articleId) ?? []).filter(holds).map(({ place }) => place))]
    }),
  )
  const pairs = pairsOf(labels.filter(({ id }) => places.get(id).size > 0)).filter(
    ([a, b]) => a.articleId !== b.articleId && isTogether(places, a, b),
  )
  const right = pairs.filter(([a, b]) => isSamePassage(a, b) || isSameStatement(a, b))
  return right.length / pairs.length
}

function runScorer(scorer, directory, report) {
  return inFolder((file) => {
    writeFileSync(file("report.json"), JSON.stringify(report))
    const said = runScript(scorer, directory, file("report.json"))
    const [recall, precision] = [...said.matchAll(/pair \w+[^:]*: ([\d.]+) %/g)].map(
      ([, percent]) => Number(percent) / 100,
    )
    return { recall, precision }
  })
}

const percent = (share) => `${(100 * share).toFixed(1)} %`

/** The three figures of one run; its name stands before each. */
function measure(name, articles, { corpus, quotations, locations }) {
  const statements = groupStatements(quotations, articles)
  const report = { quotations, statements }
  const passages = scorePassages(statements, corpus, locations)
  const documented = scoreDocumented(report, corpus)
  console.log(`${name}:`)
  const figures = {
    [`${name} documented`]: documented,
    [`${name} recall`]: passages.recall,
    [`${name} precision`]: passages.precision,
  }
  if (options.scorer) {
    const asIs = runScorer(options.scorer, options.corpus, report)
    console.log(
      `  as its code has it: recall ${percent(asIs.recall)}, precision ${percent(asIs.precision)}`,
    )
    figures[`${name} as is`] = asIs.precision
  }
  console.log(`  as its head defines it: precision ${percent(documented)}`)
  console.log(
    `  by passages: recall ${percent(passages.recall)}, precision ${percent(passages.precision)}`,
  )
  for (const [a, b] of passages.wrong.slice(0, Number(options.errors)))
    console.log(`    ${[a, b].map(({ labels }) => labels[0].id).join(" and ")}`)
  return figures
}

const corpus = readCorpus(options.corpus)
const quotations = corpus.articles.flatMap((article) => findQuotations(article))
const all = [...corpus.articles, ...corpus.records]
const locations = locateAll(
  vouchedQuotations(quotations),
  new Map(all.map((article) => [article.id, article])),
  indexRecords(all),
)
const given = { corpus, quotations, locations }
const figures = {
  ...measure("pages", corpus.articles, given),
  ...measure("with transcripts", all, given),
}
if (options.floors || options.raise)
  checkFloors("statements", {
    hash: hashOf(readFileSync(join(options.corpus, "labels/statements.jsonl"))),
    corpus: basename(options.corpus),
    figures,
    raise: options.raise,
  })
