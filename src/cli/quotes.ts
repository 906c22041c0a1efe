import { Command } from "commander"
import { jobsOption } from "./options.ts"

export interface QuotesOptions {
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
    .action(async (inputs: readonly string[], options: QuotesOptions) => {
      await (await import("./run-quotes.ts")).runQuotes(inputs, options)
    })
}
