import { Command } from "commander"
import type { Verdict } from "../apparatus/apparatus.ts"
import type { Standard } from "../apparatus/standard.ts"
import { collect, failOnOption, jobsOption, standardOption } from "./options.ts"

export interface CompareOptions {
  readonly record: readonly string[]
  readonly manifest?: string
  readonly json?: true
  readonly html?: string
  readonly jobs?: number
  readonly htmlDir?: string
  readonly text: boolean
  readonly standard: Standard
  readonly failOn: readonly Verdict[]
  readonly all?: true
  readonly quiet?: true
  readonly color: boolean
}

const EXAMPLES = `
Examples:
  stemma compare coverage/ --record transcript.txt     what each page did to the words
  stemma compare coverage/ --html report.html          the same as one page to read and share
  stemma compare archive/ --html-dir report/           many stories: one page each, with a list to search
  stemma compare a.html b.html https://example.org/c   without a transcript: page against page
  stemma compare feed.xml --json | jq '.statements'    everything, for programs
  stemma compare story.md --record hearing.srt --fail-on altered,spliced --quiet
                                                       a check before publishing: exit code 1 when found

Inputs are files, directories, globs, web addresses, or - for standard input:
HTML, Markdown, plain text, JSON Lines, feeds (RSS, Atom, RDF, JSON Feed), subtitles (SRT, VTT).

Exit codes: 0 done; 1 --fail-on found something; 2 wrong call; 3 some inputs were refused or damaged, the rest is done.`

/** `stemma compare`: the main job. */
export function compareCommand(): Command {
  return new Command("compare")
    .description("Compare how pages print the same words, with or without the transcript.")
    .argument(
      "<inputs...>",
      "articles: files, directories, globs, web addresses, - for standard input",
    )
    .option("--record <path>", "a transcript or document; repeat for more", collect, [])
    .option(
      "--manifest <file>",
      "JSON Lines with metadata that pages lack: {path, outlet, date, url, title, language}",
    )
    .option("--json", "print the whole report as JSON")
    .option("--html <file>", "write the report as one self-contained page")
    .option(
      "--html-dir <dir>",
      "write a page for each story, and index.html which lists and searches them",
    )
    .addOption(jobsOption())
    .option("--no-text", "leave the articles' full text out of the JSON")
    .addOption(standardOption())
    .addOption(failOnOption())
    .option("--all", "show every statement, also those in which nothing differs")
    .option("-q, --quiet", "no progress and no notices on stderr")
    .option("--no-color", "no colours (NO_COLOR does the same)")
    .addHelpText("after", EXAMPLES)
    .action(async (inputs: readonly string[], options: CompareOptions) => {
      await (await import("./run-compare.ts")).runCompare(inputs, options)
    })
}
