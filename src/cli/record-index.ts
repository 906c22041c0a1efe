import { writeFileSync } from "node:fs"
import { Command } from "commander"
import { CallError, EXIT } from "./exit.ts"
import { tellNotices } from "./options.ts"
import { SILENT, startProgress } from "./progress.ts"
import { indexTranscripts } from "./records.ts"

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
    .action(makeIndex)
}

async function makeIndex(
  transcripts: readonly string[],
  options: { readonly output: string; readonly quiet?: true },
): Promise<void> {
  const progress = options.quiet ? SILENT : startProgress(process.stderr)
  const { index, notices } = await indexTranscripts(transcripts, progress)
  progress.end()
  if (!options.quiet) tellNotices(notices)
  if (index.records.length === 0) {
    throw new CallError("none of the inputs is a transcript that can be read; nothing was written.")
  }
  const { encodeIndex } = await import("../statement/index-file.ts")
  write(options.output, encodeIndex(index))
  const count = index.records.length
  process.stdout.write(
    `${options.output}: ${count} ${count === 1 ? "transcript" : "transcripts"}, ${index.words.total} words\n`,
  )
  if (notices.some(({ kind }) => kind === "refused" || kind === "damaged")) {
    process.exitCode = EXIT.refused
  }
}

function write(path: string, bytes: Uint8Array): void {
  try {
    writeFileSync(path, bytes)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CallError(`${path} cannot be written (${reason}); give -o a path you may write to.`)
  }
}
