import { availableParallelism } from "node:os"
import { Command } from "commander"
import type { Batch } from "../intake/batches.ts"
import { type Crew, hireCrew, type Trade } from "./crew.ts"
import { EXIT } from "./exit.ts"
import { jobsOption } from "./options.ts"
import { choosePaint, type Paint } from "./paint.ts"
import { SILENT, startProgress } from "./progress.ts"
import type { Outcome, Quoted } from "./quoting.ts"
import { writeOut } from "./write-out.ts"

interface QuotesOptions {
  readonly json?: true
  readonly text?: true
  readonly jobs?: number
  readonly quiet?: true
  readonly color: boolean
}

const EXAMPLES = `
Examples:
  stemma quotes story.html                       who is quoted, in which words
  stemma quotes archive.jsonl > quotes.jsonl     one JSON line an article: {id, quotations}
  zcat archive.jsonl.gz | stemma quotes - --jobs 4
  stemma quotes coverage/ --text | less          the readable form, not on a terminal

JSON Lines are read as a stream, whatever their length. Languages: English in full; German, French, Spanish and
Russian where words stand in quotation marks.

Exit codes: 0 done; 2 wrong call; 3 some inputs were refused or damaged, the rest is done.`

/** `stemma quotes`: what articles print as said, and who said it. */
export function quotesCommand(): Command {
  return new Command("quotes")
    .description("Find every quotation, and who said it.")
    .argument(
      "<inputs...>",
      "articles: files, directories, globs, web addresses, - for standard input",
    )
    .option("--json", "JSON Lines also on a terminal")
    .option("--text", "the readable form also when piped")
    .addOption(jobsOption())
    .option("-q, --quiet", "no progress and no notices on stderr")
    .option("--no-color", "no colours (NO_COLOR does the same)")
    .addHelpText("after", EXAMPLES)
    .action(quotes)
}

async function quotes(inputs: readonly string[], options: QuotesOptions): Promise<void> {
  const progress = options.quiet ? SILENT : startProgress(process.stderr)
  const readable = options.text ?? (process.stdout.isTTY === true && !options.json)
  const print = readable ? readableForm(choosePaint(process.stdout, options.color)) : jsonLine
  let articles = 0
  let isRefused = false
  for await (const outcome of outcomesOf(inputs, options.jobs ?? availableParallelism())) {
    for (const article of outcome.articles) await writeOut(print(article))
    articles += outcome.articles.length
    progress.tell(`Finding quotations: ${articles} articles`, 0, 0)
    for (const { kind, text } of outcome.notices) {
      isRefused ||= kind === "refused" || kind === "damaged"
      if (!options.quiet) process.stderr.write(`stemma: ${kind}: ${text}\n`)
    }
  }
  progress.end()
  process.exitCode = isRefused ? EXIT.refused : EXIT.done
}

const QUOTER: Trade<Batch, Outcome> = {
  module: new URL("./quoting-worker.js", import.meta.url),
  work: async () => (await import("./quoting.ts")).quoteBatch,
}

/** What is found in each batch, in the order of the inputs however many work at it. */
async function* outcomesOf(inputs: readonly string[], jobs: number): AsyncGenerator<Outcome> {
  const { streamBatches } = await import("../intake/batches.ts")
  const batches = streamBatches(inputs)
  const underWay: (Outcome | Promise<Outcome>)[] = []
  let crew: Crew<Batch, Outcome> | null = null
  try {
    for await (const one of batches) {
      if ("notice" in one) {
        underWay.push({ articles: [], notices: [one.notice] })
        continue
      }
      // The first batch is done here: for a few pages no thread need start.
      crew ??= underWay.length > 0 ? await hireCrew(jobs, QUOTER) : null
      underWay.push(crew ? crew.give(one) : (await hireCrew(1, QUOTER)).give(one))
      if (underWay.length > IN_FLIGHT * jobs) yield await underWay.shift()!
    }
    while (underWay.length > 0) yield await underWay.shift()!
  } finally {
    await crew?.dismiss()
  }
}

/** Batches given out for each worker: one to do and one to wait. */
const IN_FLIGHT = 2

function jsonLine({ id, quotations }: Quoted): string {
  return `${JSON.stringify({ id, quotations })}\n`
}

type Printer = (article: Quoted) => string

/** `Nora Quill, to Radio Sund (said): “…”`, a line a quotation. */
function readableForm(paint: Paint): Printer {
  return ({ title, quotations }) => {
    const lines = quotations.map((quotation) => {
      const { kind, speaker, via, text } = quotation
      const channel = via.length > 0 ? `, to ${via.map(({ name }) => name).join(", ")}` : ""
      const words = text.replace(/\s+/g, " ")
      if (kind === "scare" || kind === "title") return paint.dim(`  ${LABELS[kind]}: ${words}`)
      const sure = speaker && speaker.confidence < DOUBTFUL ? " (probably)" : ""
      const name = paint.bold(speaker?.name ?? "Somebody")
      return `  ${name}${channel}${sure}, ${LABELS[kind]}: ${words}`
    })
    return `${paint.bold(title)}\n${lines.join("\n")}${lines.length > 0 ? "\n" : ""}\n`
  }
}

/** Confidence below which the readable form says so. */
const DOUBTFUL = 0.65

const LABELS = {
  direct: "word for word",
  mixed: "partly word for word",
  indirect: "in the page’s words",
  scare: "words in marks, not speech",
  title: "a title",
} as const
