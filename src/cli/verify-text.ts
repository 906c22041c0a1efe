import type { Edit } from "../apparatus/apparatus.ts"
import type { FoundPassage } from "../apparatus/verify.ts"
import { compareEdits } from "../report/weigh.ts"
import { describeDate, describeEdit, describeVerdict, quoted } from "../report/words.ts"
import { listed } from "../text/listed.ts"
import type { Paint } from "./paint.ts"
import type { Answer } from "./verify.ts"

/** Words of a quotation or a passage shown; the rest is in the JSON. */
const SHOWN_WORDS = 60

/** Answers for a person: the verdict, who said it where, the passage, what differs. */
export function formatAnswers(answers: readonly Answer[], paint: Paint): string {
  if (answers.length === 0) return "No quotation in quotation marks was found.\n"
  let source: string | null = null
  const lines = answers.flatMap((answer) => {
    const head =
      answer.source !== null && answer.source !== source ? [paint.bold(answer.source), ""] : []
    source = answer.source
    return [...head, ...formatAnswer(answer, paint), ""]
  })
  return lines.join("\n")
}

const FAITHFUL: ReadonlySet<string> = new Set(["verbatim", "clean"])

function formatAnswer({ quote, verification }: Answer, paint: Paint): string[] {
  const { verdict, record, edits, why } = verification
  const tone = FAITHFUL.has(verdict) ? paint.good : paint.warn
  return [
    `${tone(describeVerdict(verdict))}: ${quoted(quote, SHOWN_WORDS)}`,
    `  ${why}`,
    ...(record ? formatPassage(record, paint) : []),
    ...edits
      .toSorted(compareEdits)
      .filter((edit) => !isQuiet(edit))
      .map((edit) => `  - ${describeEdit(edit)}`),
  ]
}

/** What a reader need not be told: signs, and a sentence begun later where nothing hangs on it. */
function isQuiet({ kind, touches }: Edit): boolean {
  return kind === "typographic" || (kind === "truncation" && touches.length === 0)
}

function formatPassage(record: FoundPassage, paint: Paint): string[] {
  const { speakers, date, place, time, title, source, text } = record
  const occasion = [
    listed(speakers),
    date ? describeDate(date.value) : "",
    place ?? "",
    time ? `at ${time}` : "",
  ].filter((part) => part !== "")
  return [
    `  ${paint.dim("said:")} ${quoted(text, SHOWN_WORDS)}`,
    `  ${paint.dim("by:")} ${occasion.join(", ") || "a speaker the transcript does not name"}`,
    `  ${paint.dim("in:")} ${[title, source].filter(Boolean).join(", ")}`,
  ]
}
