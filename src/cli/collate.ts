import { Command, Option } from "commander"
import type { Standard } from "../apparatus/standard.ts"
import { standardOption } from "./options.ts"

export interface CollateOptions {
  readonly format: "text" | "json" | "csv" | "tei"
  readonly json?: true
  readonly standard: Standard
}

const EXAMPLES = `
Examples:
  stemma collate versions.json
  stemma collate versions.json --format tei > versions.xml
  echo '[{"id":"a","witnesses":[{"id":"x","text":"We will act."},{"id":"y","text":"We act."}]}]' | stemma collate - --json

The file holds [{"id", "record"?, "witnesses": [{"id", "text", "time"?}]}].
`

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
    .addOption(standardOption())
    .addHelpText("after", EXAMPLES)
    .action(async (file: string, options: CollateOptions) => {
      await (await import("./run-collate.ts")).runCollate(file, options)
    })
}
