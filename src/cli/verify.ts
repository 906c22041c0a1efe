import { Command } from "commander"
import type { Verdict } from "../apparatus/apparatus.ts"
import type { Verification } from "../apparatus/verify.ts"
import type { Notice } from "../source/notice.ts"
import type { RecordIndex } from "../statement/record-index.ts"
import { CallError, EXIT } from "./exit.ts"
import { collect, failOnOption, standardOption, tellNotices, VERDICTS } from "./options.ts"
import { choosePaint } from "./paint.ts"
import { type Progress, SILENT, startProgress } from "./progress.ts"
import { loadRecords } from "./records.ts"
import type { ReadClaims } from "./verify-claims.ts"
import type { Looked } from "./verify-text.ts"

export interface VerifyOptions {
  readonly quote?: string
  readonly speaker?: string
  readonly date?: string
  readonly quotes?: string
  readonly record: readonly string[]
  readonly index?: string
  readonly json?: true
  readonly standard: "ap" | "reuters" | "none"
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
    .action(verify)
}

/** A quotation with where it was printed, and the answer. */
export interface Answer {
  readonly id: string
  /** The page as given; null for a quotation given by itself. */
  readonly source: string | null
  readonly quote: string
  readonly speaker: string | null
  readonly verification: Verification
}

async function verify(inputs: readonly string[], options: VerifyOptions): Promise<void> {
  const ways = [inputs.length > 0, options.quote !== undefined, options.quotes !== undefined]
  if (ways.filter(Boolean).length !== 1) {
    throw new CallError(
      "give one of: articles, --quote TEXT, --quotes FILE; see stemma verify --help.",
    )
  }
  if (options.quote?.trim() === "") throw new CallError("--quote has no words; give a quotation.")
  const progress = options.quiet ? SILENT : startProgress(process.stderr)
  const { index, notices } = await loadRecords(options, progress)
  const answered = await answer(inputs, options, index, progress)
  progress.end()
  const all = [...notices, ...answered.notices]
  if (!options.quiet) tellNotices(all)
  const dated = options.quote === undefined || options.date !== undefined
  await print(answered.answers, { records: index.records.length, dated }, options)
  process.exitCode = exitCode(answered.answers, all, options.failOn)
}

interface Answered {
  readonly answers: readonly Answer[]
  readonly notices: readonly Notice[]
}

async function answer(
  inputs: readonly string[],
  options: VerifyOptions,
  index: RecordIndex,
  progress: Progress,
): Promise<Answered> {
  if (inputs.length > 0) {
    const { answerPages } = await import("./verify-pages.ts")
    return answerPages(inputs, options, index, progress)
  }
  const { answerClaims, readClaims } = await import("./verify-claims.ts")
  const { claims, notices } =
    options.quotes === undefined ? oneClaim(options) : readClaims(options.quotes)
  return { answers: answerClaims(claims, options.standard, index, progress), notices }
}

function oneClaim({ quote, speaker, date }: VerifyOptions): ReadClaims {
  const claim = { id: "quote", quote: quote ?? "", speaker: speaker ?? null, date: date ?? null }
  return { claims: [claim], notices: [] }
}

async function print(
  answers: readonly Answer[],
  looked: Looked,
  options: VerifyOptions,
): Promise<void> {
  if (options.json || options.quotes !== undefined) {
    for (const { verification, source, ...rest } of answers) {
      const line = { ...rest, ...(source !== null && { source }), ...verification }
      process.stdout.write(`${JSON.stringify(line)}\n`)
    }
    return
  }
  const { formatAnswers } = await import("./verify-text.ts")
  process.stdout.write(formatAnswers(answers, looked, choosePaint(process.stdout, options.color)))
}

/** Findings asked for win over refused inputs. */
function exitCode(
  answers: readonly Answer[],
  notices: readonly Notice[],
  failOn: readonly Verdict[],
): number {
  if (answers.some(({ verification }) => failOn.includes(verification.verdict)))
    return EXIT.findings
  const isRefused = notices.some(({ kind }) => kind === "refused" || kind === "damaged")
  return isRefused ? EXIT.refused : EXIT.done
}
