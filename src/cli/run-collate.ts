import { collate } from "../apparatus/collate.ts"
import { wholePassage } from "../text/passage.ts"
import type { CollateOptions } from "./collate.ts"
import { formatCollations } from "./collate-formats.ts"
import { parseCollateInput } from "./collate-input.ts"
import { EXIT } from "./exit.ts"
import { readGivenText } from "./read-given.ts"

/** Collates the sets of a file and prints them in the form that is asked for. */
export function runCollate(file: string, options: CollateOptions): void {
  const given = readGivenText(file, "the path of a JSON file, or - for standard input")
  const { sets, refusals } = parseCollateInput(given, file)
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
