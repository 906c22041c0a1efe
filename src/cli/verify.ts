import { Command } from "commander"
import type { Verdict } from "../apparatus/apparatus.ts"
import type { Standard } from "../apparatus/standard.ts"
import { collect, failOnOption, standardOption, VERDICTS } from "./options.ts"

export interface VerifyOptions {
  readonly quote?: string
  readonly speaker?: string
  readonly date?: string
  readonly quotes?: string
  readonly record: readonly string[]
  readonly index?: string
  readonly json?: true
  readonly standard: Standard
  readonly failOn: readonly Verdict[]
  readonly quiet?: true
  readonly color: boolean
}

const EXAMPLES = `
Examples:
  stemma verify --quote "We will not raise the fee." --record transcript.txt
  stemma verify --quote "I will never sell." --speaker "Teresa Valmonde" --index speeches.stemma
  stemma verify story.html wire.txt --record transcript.txt --fail-on altered,spliced
  stemma verify --quotes quotes.jsonl --index speeches.stemma > answers.jsonl

--quotes reads JSON Lines, {"id", "quote", "speaker"?, "date"?}, and writes an answer a line, in the same order:
{"id", "verdict", "record": {"id", "spans", "text", …} | null, "edits", "similarity", "why"}.

Exit codes: 0 done; 1 --fail-on found something; 2 wrong call; 3 some inputs were refused, the rest is done.`

/** `stemma verify`: did they say it, whole, like this? */
export function verifyCommand(): Command {
  return new Command("verify")
    .description("Check quotations against transcripts: one, those of a page, or many at once.")
    .argument("[inputs...]", "articles whose quotations to check")
    .option("--quote <text>", "one quotation")
    .option("--speaker <name>", "who is said to have said it")
    .option("--date <date>", "when it was printed, YYYY-MM-DD")
    .option("--quotes <file>", "many quotations as JSON Lines; - reads standard input")
    .option("--record <path>", "a transcript, or a directory of them; repeat for more", collect, [])
    .option("--index <file>", "transcripts indexed before with stemma index")
    .option("--json", "print JSON, a line a quotation")
    .addOption(standardOption())
    .addOption(failOnOption(VERDICTS.slice(0, VERDICTS.indexOf("agrees"))))
    .option("-q, --quiet", "no progress and no notices on stderr")
    .option("--no-color", "no colours (NO_COLOR does the same)")
    .addHelpText("after", EXAMPLES)
    .action(async (inputs: readonly string[], options: VerifyOptions) => {
      await (await import("./run-verify.ts")).runVerify(inputs, options)
    })
}
