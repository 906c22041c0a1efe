import { encodeIndex } from "../statement/index-file.ts"
import { CallError, EXIT } from "./exit.ts"
import { tellNotices } from "./options.ts"
import { prepareOutput, writeOutput } from "./output-file.ts"
import { SILENT, startProgress } from "./progress.ts"
import type { IndexOptions } from "./record-index.ts"
import { indexTranscripts } from "./records.ts"

/** Reads the transcripts and writes one file of them. */
export async function runIndex(
  transcripts: readonly string[],
  options: IndexOptions,
): Promise<void> {
  prepareOutput(options.output, "-o")
  const progress = options.quiet ? SILENT : startProgress(process.stderr)
  const { index, notices } = await indexTranscripts(transcripts, progress)
  progress.end()
  if (!options.quiet) tellNotices(notices)
  if (index.records.length === 0) {
    throw new CallError("none of the inputs is a transcript that can be read; nothing was written.")
  }
  writeOutput(options.output, encodeIndex(index), "-o")
  const count = index.records.length
  process.stdout.write(
    `${options.output}: ${count} ${count === 1 ? "transcript" : "transcripts"}, ${index.words.total} words\n`,
  )
  if (notices.some(({ kind }) => kind === "refused" || kind === "damaged")) {
    process.exitCode = EXIT.refused
  }
}
