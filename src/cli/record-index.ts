import { Command } from "commander"

export interface IndexOptions {
  readonly output: string
  readonly quiet?: true
}

const EXAMPLES = `
Examples:
  stemma index transcripts/ -o speeches.stemma
  stemma index *.srt debates/ -o hearings.stemma
  stemma verify --quote "We will not raise the fee." --index speeches.stemma

The file holds the transcripts' text and where every word stands; it opens in a fraction of a second.`

/** `stemma index`: transcripts read once, to check quotations against from then on. */
export function indexCommand(): Command {
  return new Command("index")
    .description("Make one file of many transcripts, which stemma verify opens at once.")
    .argument("<transcripts...>", "files, directories, globs, web addresses")
    .requiredOption("-o, --output <file>", "where to write the index")
    .option("-q, --quiet", "no progress and no notices on stderr")
    .addHelpText("after", EXAMPLES)
    .action(async (transcripts: readonly string[], options: IndexOptions) => {
      await (await import("./run-index.ts")).runIndex(transcripts, options)
    })
}
