// How well quotations are found in transcripts, and what was done to them is named.
// DIR holds transcripts and labels/: quote_record_pairs.jsonl (quotations and their passages, checked with and without the
// day they were printed), synthetic_alterations.jsonl (altered on purpose) and retranslations.jsonl (another translation of the
// same words, or of others). Everything goes through the command. The scorer computes the figures; edits a
// quotation and retranslations are counted here.
import { readFileSync, writeFileSync } from "node:fs"
import { basename, join } from "node:path"
import { readCall } from "./call.mjs"
import { readCorpus } from "./corpus.mjs"
import { checkFloors, hashOf } from "./floors.mjs"
import { inFolder, runScript, runStemma } from "./programs.mjs"
import { isSameWords } from "./same-words.mjs"

const { values: options } = readCall(
  "eval/verify.mjs --corpus DIR --scorer score-verify.mjs [--floors] [--raise]",
  {
    options: {
      corpus: { type: "string" },
      scorer: { type: "string" },
      floors: { type: "boolean" },
      raise: { type: "boolean" },
    },
    needed: ["corpus", "scorer"],
  },
)

const RUNS = [
  {
    name: "pairs",
    labels: "quote_record_pairs.jsonl",
    claimOf: ({ id, quote, date }) => ({ id, quote, date }),
    score: scorePairs,
  },
  {
    name: "pairs without a day",
    labels: "quote_record_pairs.jsonl",
    claimOf: ({ id, quote }) => ({ id, quote }),
    score: scorePairs,
  },
  {
    name: "synthetic",
    labels: "synthetic_alterations.jsonl",
    claimOf: ({ id, quote, attributedTo }) => ({ id, quote, speaker: attributedTo }),
    score: (...files) => runScorer(...files, "--synthetic"),
  },
  {
    name: "retranslations",
    labels: "retranslations.jsonl",
    claimOf: ({ id, quote, date }) => ({ id, quote, date }),
    score: scoreRetranslations,
  },
]

/** Figures of which less is better, by what their names say. */
const LESS = /false alarms\)|yet called verbatim or clean|edits a quotation|called the same/

const shareOf = (list, isRight) => list.filter(isRight).length / list.length

const isOfWords = ({ kind }) => kind !== "typographic"

/** Edits as the scorer counts them for false alarms: beginning or ending inside a sentence is none. */
const isOfContent = (edit) => isOfWords(edit) && edit.kind !== "truncation"

/**
 * The scorer's shares by their names, `located, all: 99.8 % (2955/2961)`, and of two on one line the last; then edits a
 * quotation, those that change words inside it, those that change or cut words, and all: naming everything is no answer.
 */
function runScorer(labels, answers, ...flags) {
  const shares = runScript(options.scorer, labels, answers, ...flags).matchAll(
    /^([^:]+):.* % \((\d+)\/(\d+)\)$/gm,
  )
  const edits = readCorpus(answers).map(({ edits }) => edits)
  const told = edits.flat()
  return [
    ...[...shares].map(([, name, right, all]) => [name, right / all]),
    ["edits a quotation, cut edges aside", told.filter(isOfContent).length / edits.length],
    ["edits a quotation", told.filter(isOfWords).length / edits.length],
    ["edits a quotation, signs among them", told.length / edits.length],
  ]
}

/** What the scorer says, and of quotations whose words differ by our own reading how many are called verbatim or clean. */
function scorePairs(labels, answers) {
  const said = readCorpus(answers)
  const differing = readCorpus(labels)
    .map((row, i) => ({ row, answer: said[i] }))
    .filter(({ row }) => !row.heldOut && row.kind !== "verbatim")
    .filter(({ row }) => !isSameWords(row.quote, row.transcriptSpan))
  const isClean = ({ answer }) => ["verbatim", "clean"].includes(answer.verdict)
  const missed = differing.filter(isClean).map(({ row }) => row.id)
  console.log(`${missed.length} of ${differing.length} called clean: ${missed.join(" ")}`)
  return [
    ...runScorer(labels, answers),
    ["words differ by same-words.mjs, yet called verbatim or clean", shareOf(differing, isClean)],
  ]
}

/** Pairs of one statement that are claimed where they stand, and of two statements that are claimed at all. */
function scoreRetranslations(labels, answers) {
  const said = readCorpus(answers)
  const all = readCorpus(labels).map((row, i) => ({ row, answer: said[i] }))
  const isClaimed = ({ answer }) => !["notFound", "unclear"].includes(answer.verdict)
  const isThere = ({ row, answer: { record } }) =>
    basename(record.source, ".txt") === row.transcriptId &&
    record.spans.some(({ from, to }) => from < row.transcriptEnd && row.transcriptStart < to)
  const same = all.filter(({ row }) => row.label === "same-statement")
  const other = all.filter(({ row }) => row.label !== "same-statement")
  return [
    ["same statement, located", shareOf(same, (one) => isClaimed(one) && isThere(one))],
    ["other statements, called the same", shareOf(other, isClaimed)],
  ]
}

/** The figures of one run, by their names. */
function measure({ name, labels, claimOf, score }, index, file) {
  const path = join(options.corpus, "labels", labels)
  const claims = readCorpus(path).map((row) => `${JSON.stringify(claimOf(row))}\n`)
  writeFileSync(file("claims"), claims.join(""))
  const said = runStemma("verify", "--quotes", file("claims"), "--index", index, "--json", "-q")
  writeFileSync(file("answers"), said)
  const figures = score(path, file("answers"))
  console.log(`${name}, ${claims.length} quotations:`)
  for (const [what, value] of figures) console.log(`  ${value.toFixed(3)}  ${what}`)
  return figures.map(([what, value]) => [`${name}: ${what}`, value])
}

const figures = inFolder((file) => {
  runStemma("index", join(options.corpus, "transcripts"), "-o", file("index"), "-q")
  return RUNS.flatMap((run) => measure(run, file("index"), file))
})
const labels = [...new Set(RUNS.map(({ labels }) => labels))]
if (options.floors || options.raise)
  checkFloors("verify", {
    hash: hashOf(labels.map((name) => readFileSync(join(options.corpus, "labels", name))).join("")),
    corpus: basename(options.corpus),
    figures: Object.fromEntries(figures),
    raise: options.raise,
    less: new Set(figures.map(([name]) => name).filter((name) => LESS.test(name))),
  })
