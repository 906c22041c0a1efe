import { availableParallelism } from "node:os"
import { streamBatches } from "../intake/batches.ts"
import type { Source } from "../source/source.ts"
import { type Crew, hireCrew, type Trade } from "./crew.ts"
import { EXIT } from "./exit.ts"
import { isColoured } from "./paint.ts"
import { SILENT, startProgress } from "./progress.ts"
import type { Form } from "./quoted-form.ts"
import type { QuotesOptions } from "./quotes.ts"
import type { Outcome, Task } from "./quoting.ts"
import { writeOut } from "./write-out.ts"

/** Writes what is said in every article, as it is found. */
export async function runQuotes(inputs: readonly string[], options: QuotesOptions): Promise<void> {
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
  workplace: "process",
  work: async () => (await import("./quoting.ts")).quoteBatch,
  inHand: 1,
}

/** What is found in each batch, in the order of the inputs however many work at it. */
async function* outcomesOf(
  inputs: readonly string[],
  jobs: number,
  form: Form,
): AsyncGenerator<Outcome> {
  const underWay: (Outcome | Promise<Outcome>)[] = []
  let crew: Crew<Task, Outcome> | null = null
  let first: Source | null = null
  try {
    for await (const one of streamBatches(inputs)) {
      if ("notice" in one) underWay.push({ printed: NOTHING, articles: 0, notices: [one.notice] })
      else if (first === null && crew === null) first = one.source
      else {
        crew ??= await hireCrew(jobs, QUOTER)
        if (first !== null) underWay.push(crew.give({ source: first, form }))
        first = null
        underWay.push(crew.give({ source: one.source, form }))
      }
      while (underWay.length > IN_FLIGHT * jobs) yield await underWay.shift()!
    }
    // For a few pages no worker need start.
    if (first !== null) underWay.push((await hireCrew(1, QUOTER)).give({ source: first, form }))
    while (underWay.length > 0) yield await underWay.shift()!
  } finally {
    crew?.dismiss()
  }
}

const NOTHING = new Uint8Array(0)

/** Batches given out for each worker: one to do and one to wait. */
const IN_FLIGHT = 2
