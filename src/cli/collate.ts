import { readFileSync } from "node:fs"
import { Command, Option } from "commander"
import { STANDARDS, type Standard } from "../apparatus/standard.ts"
import { CallError, EXIT } from "./exit.ts"

interface Flags {
  readonly format: "text" | "json" | "csv" | "tei"
  readonly json?: true
  readonly standard: Standard
}

/** `stemma collate FILE`: versions of a text aligned word by word, each difference named. */
export function collateCommand(): Command {
  return new Command("collate")
    .description("Align versions of a text word by word and name what was done to them.")
    .argument("<file>", "JSON of sets to collate, also CollateX's; - reads standard input")
    .addOption(
      new Option("--format <format>", "what to print")
        .choices(["text", "json", "csv", "tei"])
        .default("text"),
    )
    .option("--json", "the same as --format json")
    .addOption(
      new Option("--standard <house>", "whose rules say which changes are permitted")
        .choices(STANDARDS)
        .default("none"),
    )
    .addHelpText("after", EXAMPLES)
    .action(collateFile)
}

const EXAMPLES = `
Examples:
  stemma collate versions.json
  stemma collate versions.json --format tei > versions.xml
  echo '[{"id":"a","witnesses":[{"id":"x","text":"We will act."},{"id":"y","text":"We act."}]}]' | stemma collate - --json

The file holds [{"id", "record"?, "witnesses": [{"id", "text", "time"?}]}].
`

async function collateFile(file: string, flags: Flags): Promise<void> {
  const [{ parseCollateInput }, { collate }, { wholePassage }, { formatCollations }] =
    await Promise.all([
      import("./collate-input.ts"),
      import("../apparatus/collate.ts"),
      import("../text/passage.ts"),
      import("./collate-formats.ts"),
    ])
  const { sets, refusals } = parseCollateInput(readInput(file), file)
  const collations = sets.map(({ id, record, versions }) => ({
    id,
    hasRecord: record !== null,
    collation: collate(record === null ? null : wholePassage(record), versions, flags),
  }))
  const format = flags.json ? "json" : flags.format
  const width = process.stdout.isTTY ? process.stdout.columns : undefined
  process.stdout.write(formatCollations(collations, format, width))
  for (const refusal of refusals) process.stderr.write(`stemma: ${refusal}\n`)
  if (refusals.length > 0) process.exitCode = EXIT.refused
}

function readInput(file: string): string {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8")
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error)
    throw new CallError(
      `${file} cannot be read (${reason}); give the path of a JSON file, or - for standard input`,
    )
  }
}
