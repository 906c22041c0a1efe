import { availableParallelism } from "node:os"
import { Command } from "commander"
import type { Batch } from "../intake/batches.ts"
import { type Crew, hireCrew, type Trade } from "./crew.ts"
import { EXIT } from "./exit.ts"
import { jobsOption } from "./options.ts"
import { isColoured } from "./paint.ts"
import { SILENT, startProgress } from "./progress.ts"
import type { Form } from "./quoted-form.ts"
import type { Outcome, Task } from "./quoting.ts"
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
  const jobs = options.jobs ?? availableParallelism()
  let articles = 0
  let isRefused = false
  for await (const outcome of outcomesOf(inputs, jobs, formOf(options))) {
    await writeOut(outcome.printed)
    articles += outcome.articles
    progress.tell(`Finding quotations: ${articles} articles`, 0, 0)
    for (const { kind, text } of outcome.notices) {
      isRefused ||= kind === "refused" || kind === "damaged"
      if (!options.quiet) process.stderr.write(`stemma: ${kind}: ${text}\n`)
    }
  }
  progress.end()
  process.exitCode = isRefused ? EXIT.refused : EXIT.done
}

function formOf({ text, json, color }: QuotesOptions): Form {
  if (!(text ?? (process.stdout.isTTY === true && !json))) return "json"
  return isColoured(process.stdout, color) ? "coloured text" : "text"
}

const QUOTER: Trade<Task, Outcome> = {
  module: new URL("./quoting-worker.js", import.meta.url),
  work: async () => (await import("./quoting.ts")).quoteBatch,
}

/** What is found in each batch, in the order of the inputs however many work at it. */
async function* outcomesOf(
  inputs: readonly string[],
  jobs: number,
  form: Form,
): AsyncGenerator<Outcome> {
  const { streamBatches } = await import("../intake/batches.ts")
  const underWay: (Outcome | Promise<Outcome>)[] = []
  let crew: Crew<Task, Outcome> | null = null
  let first: Batch | null = null
  try {
    for await (const one of streamBatches(inputs)) {
      if ("notice" in one) underWay.push({ printed: NOTHING, articles: 0, notices: [one.notice] })
      else if (first === null && crew === null) first = one
      else {
        crew ??= await hireCrew(jobs, QUOTER)
        if (first !== null) underWay.push(crew.give({ batch: first, form }))
        first = null
        underWay.push(crew.give({ batch: one, form }))
      }
      while (underWay.length > IN_FLIGHT * jobs) yield await underWay.shift()!
    }
    // For a few pages no thread need start.
    if (first !== null) underWay.push((await hireCrew(1, QUOTER)).give({ batch: first, form }))
    while (underWay.length > 0) yield await underWay.shift()!
  } finally {
    await crew?.dismiss()
  }
}

const NOTHING = new Uint8Array(0)

/** Batches given out for each worker: one to do and one to wait. */
const IN_FLIGHT = 2
