import type { ReportQuotation } from "../report/report.ts"
import { type Paint, paintFor } from "./paint.ts"

/** What is printed of one article. */
export interface Quoted {
  readonly id: string
  readonly quotations: readonly ReportQuotation[]
  /** For people; not printed as JSON. */
  readonly title: string
}

/** How quotations are printed: as JSON Lines, or for people. */
export type Form = "json" | "text" | "coloured text"

export function printerOf(form: Form): (article: Quoted) => string {
  return form === "json" ? jsonLine : readableForm(paintFor(form === "coloured text"))
}

function jsonLine({ id, quotations }: Quoted): string {
  return `${JSON.stringify({ id, quotations })}\n`
}

/** `Nora Quill, to Radio Sund (said): “…”`, a line a quotation. */
function readableForm(paint: Paint): (article: Quoted) => string {
  return ({ title, quotations }) => {
    const lines = quotations.map((quotation) => {
      const { kind, speaker, via, text } = quotation
      const channel = via.length > 0 ? `, to ${via.map(({ name }) => name).join(", ")}` : ""
      const words = text.replace(/\s+/g, " ")
      if (kind === "scare" || kind === "title") return paint.dim(`  ${LABELS[kind]}: ${words}`)
      const sure = speaker && speaker.confidence < DOUBTFUL ? " (probably)" : ""
      const name = paint.bold(speaker?.name ?? "Somebody")
      return `  ${name}${channel}${sure}, ${LABELS[kind]}: ${words}`
    })
    return `${paint.bold(title)}\n${lines.join("\n")}${lines.length > 0 ? "\n" : ""}\n`
  }
}

/** Confidence below which the readable form says so. */
const DOUBTFUL = 0.65

const LABELS = {
  direct: "word for word",
  mixed: "partly word for word",
  indirect: "in the page’s words",
  scare: "words in marks, not speech",
  title: "a title",
} as const
