import { readFileSync } from "node:fs"
import { collate } from "../apparatus/collate.ts"
import { wholePassage } from "../text/passage.ts"
import type { CollateOptions } from "./collate.ts"
import { formatCollations } from "./collate-formats.ts"
import { parseCollateInput } from "./collate-input.ts"
import { CallError, EXIT } from "./exit.ts"
import { reasonOf } from "./reason.ts"

/** Collates the sets of a file and prints them in the form that is asked for. */
export function runCollate(file: string, options: CollateOptions): void {
  const { sets, refusals } = parseCollateInput(readInput(file), file)
  const collations = sets.map(({ id, record, versions }) => ({
    id,
    hasRecord: record !== null,
    collation: collate(record === null ? null : wholePassage(record), versions, options),
  }))
  const format = options.json ? "json" : options.format
  const width = process.stdout.isTTY ? process.stdout.columns : undefined
  process.stdout.write(formatCollations(collations, format, width))
  for (const refusal of refusals) process.stderr.write(`stemma: ${refusal}\n`)
  if (refusals.length > 0) process.exitCode = EXIT.refused
}

function readInput(file: string): string {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8")
  } catch (error) {
    throw new CallError(
      `${file} cannot be read (${reasonOf(error)}); give the path of a JSON file, or - for standard input`,
    )
  }
}
