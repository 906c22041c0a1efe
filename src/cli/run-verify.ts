import type { Verdict } from "../apparatus/apparatus.ts"
import type { Verification } from "../apparatus/verify.ts"
import type { Notice } from "../source/notice.ts"
import type { RecordIndex } from "../statement/record-index.ts"
import { CallError, EXIT } from "./exit.ts"
import { tellNotices } from "./options.ts"
import { choosePaint } from "./paint.ts"
import { type Progress, SILENT, startProgress } from "./progress.ts"
import { loadRecords } from "./records.ts"
import type { VerifyOptions } from "./verify.ts"
import { answerClaims, type ReadClaims, readClaims } from "./verify-claims.ts"
import { formatAnswers, type Looked } from "./verify-text.ts"

/** A quotation with where it was printed, and the answer. */
export interface Answer {
  readonly id: string
  /** The page as given; null for a quotation given by itself. */
  readonly source: string | null
  readonly quote: string
  readonly speaker: string | null
  readonly verification: Verification
}

/** Answers every quotation given, and prints the answers in its order. */
export async function runVerify(inputs: readonly string[], options: VerifyOptions): Promise<void> {
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
