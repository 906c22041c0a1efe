import type { Edit } from "../apparatus/apparatus.ts"
import type { FoundPassage } from "../apparatus/verify.ts"
import { describeDate } from "../occasion/describe-date.ts"
import { quoted } from "../report/excerpt.ts"
import { compareEdits, hasSameWords } from "../report/weigh.ts"
import { describeEdit, describeVerdict } from "../report/words.ts"
import { listed } from "../text/listed.ts"
import { passageParts } from "../text/passage.ts"
import type { Paint } from "./paint.ts"
import type { Answer } from "./run-verify.ts"

/** Words of a quotation or a passage shown; the rest is in the JSON. */
const SHOWN_WORDS = 60

/** Answers for a person: the verdict, who said it where, the passage, what differs. */
export function formatAnswers(answers: readonly Answer[], looked: Looked, paint: Paint): string {
  if (answers.length === 0) return "No quotation in quotation marks was found.\n"
  let source: string | null = null
  const lines = answers.flatMap((answer) => {
    const head =
      answer.source !== null && answer.source !== source ? [paint.bold(answer.source), ""] : []
    source = answer.source
    return [...head, ...formatAnswer(answer, paint), ""]
  })
  return [...lines, ...formatMissing(answers, looked)].join("\n")
}

/** How it was looked for. */
export interface Looked {
  readonly records: number
  /** Whether the day was known on which the quotations were printed. */
  readonly dated: boolean
}

/** Where was looked for what was not found, and what may help. */
function formatMissing(answers: readonly Answer[], { records, dated }: Looked): string[] {
  if (!answers.some(({ verification }) => MISSING.has(verification.verdict))) return []
  const where = records === 1 ? "one transcript" : `${records} transcripts`
  const hint = dated
    ? "."
    : ";\nwith --date, the day they were printed, other wordings of the days before are found too."
  return [
    `Looked in ${where}. Words that are not found may have been spoken elsewhere, or in another language${hint}`,
    "",
  ]
}

const MISSING: ReadonlySet<string> = new Set(["notFound", "unclear"])

function formatAnswer({ quote, verification }: Answer, paint: Paint): string[] {
  const { verdict, record, edits, why } = verification
  const isClaimed = verdict !== "unclear"
  const shown = isClaimed ? edits.toSorted(compareEdits).filter((edit) => !isQuiet(edit)) : []
  const isFaithful = hasSameWords(verdict) && shown.every(({ touches }) => touches.length === 0)
  const tone = isFaithful ? paint.good : paint.warn
  return [
    `${tone(describeVerdict(verdict))}: ${quoted(quote, SHOWN_WORDS)}`,
    `  ${why}`,
    ...(record ? formatPassage(record, isClaimed ? "said" : "nearest", paint) : []),
    ...shown.map((edit) => `  - ${describeEdit(edit)}`),
  ]
}

/** What a reader need not be told: signs, and a sentence begun later where nothing hangs on it. */
function isQuiet({ kind, touches }: Edit): boolean {
  return kind === "typographic" || (kind === "truncation" && touches.length === 0)
}

function formatPassage(record: FoundPassage, how: "said" | "nearest", paint: Paint): string[] {
  const { speakers, date, place, time, title, source, text, spans } = record
  const occasion = [
    listed(speakers),
    date
      ? `${describeDate(date.value)}${date.from === "file name" ? " by its file name" : ""}`
      : "",
    place ?? "",
    time ? `at ${time}` : "",
  ].filter((part) => part !== "")
  return [
    `  ${paint.dim(`${how}:`)} ${passageParts(text, spans)
      .map((part) => quoted(part, SHOWN_WORDS))
      .join(" … ")}`,
    `  ${paint.dim("by:")} ${occasion.join(", ") || "a speaker the transcript does not name"}`,
    `  ${paint.dim("in:")} ${[title, source].filter(Boolean).join(", ")}`,
  ]
}
