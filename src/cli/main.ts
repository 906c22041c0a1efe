#!/usr/bin/env node
import { realpathSync } from "node:fs"
import { createRequire } from "node:module"
import { fileURLToPath } from "node:url"
import { Command } from "commander"
import { collateCommand } from "./collate.ts"
import { compareCommand } from "./compare.ts"
import { CallError, EXIT } from "./exit.ts"
import { quotesCommand } from "./quotes.ts"
import { indexCommand } from "./record-index.ts"
import { verifyCommand } from "./verify.ts"

const { version } = createRequire(import.meta.url)("../../package.json") as { version: string }

const EXAMPLES = `
Examples:
  stemma compare coverage/ --record transcript.txt                      what each page did to the words
  stemma compare coverage/ --record transcript.txt --html report.html   the same as one page to read and share
  stemma compare --help                                                 more examples, and the exit codes`

/** The whole command line. A command's file is light to load: what does its work, `run-….ts`, is imported when it runs. */
export function program(): Command {
  const root = new Command("stemma")
    .description("Show what the news did to a quotation, with the evidence.")
    .version(version)
    .addHelpText("after", EXAMPLES)
    .exitOverride()
  const commands = [
    compareCommand(),
    quotesCommand(),
    verifyCommand(),
    indexCommand(),
    collateCommand(),
  ]
  for (const command of commands) {
    root.addCommand(
      command
        .copyInheritedSettings(root)
        .showHelpAfterError(`(stemma ${command.name()} --help shows examples)`),
    )
  }
  return root
}

async function main(): Promise<void> {
  process.stdout.on("error", leaveQuietlyWhenReaderLeaves)
  try {
    await program().parseAsync()
  } catch (error) {
    process.exitCode = report(error)
  }
}

/** Says what went wrong in one sentence and answers the exit code. */
function report(error: unknown): number {
  if (error instanceof CallError) {
    process.stderr.write(`stemma: ${error.message}\n`)
    return EXIT.wrongCall
  }
  if (isCommanderError(error)) return error.exitCode === 0 ? EXIT.done : EXIT.wrongCall
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(
    `stemma: this is a fault of Stemma, not of your input: ${message}\nPlease report it with the command you ran; STEMMA_DEBUG=1 shows where it happened.\n`,
  )
  if (process.env.STEMMA_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`)
  return EXIT.fault
}

function isCommanderError(error: unknown): error is { exitCode: number } {
  return error instanceof Error && "code" in error && String(error.code).startsWith("commander.")
}

function leaveQuietlyWhenReaderLeaves(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") process.exit(0)
  throw error
}

/** Run as a command, not imported to document itself. */
if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  await main()
