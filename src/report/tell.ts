/** One sentence for each kind of finding, for a reader who knows nothing of the tool. */
import type { Edit } from "../apparatus/apparatus.ts"
import type { ReportStatement } from "./report.ts"
import { countSentences, inWords, listed, quoted } from "./words.ts"

interface Context {
  /** Names of those who printed it. */
  readonly who: readonly string[]
  readonly statement: ReportStatement
}

export function tellEdit(edit: Edit, context: Context): string {
  return asSentence(sentenceOf(edit, context))
}

function sentenceOf(edit: Edit, { who, statement }: Context): string {
  const they = listed(who)
  const whose = possessive(statement.speaker)
  const before = quoted(edit.baseText)
  const after = quoted(edit.witnessText)
  switch (edit.kind) {
    case "splice":
      return `${they} joined two passages of ${whose} words into one quotation${between(edit)}`
    case "omission":
      return `${they} cut ${before} from ${whose} words${hidden(edit)}`
    case "insertion":
      return `${they} added ${after} to ${whose} words; ${nobodyElse(statement)}`
    case "substitution":
      return `${they} printed ${after} where ${elsewhere(statement)} ${before}`
    case "transposition":
      return `${they} changed the order of ${whose} words: ${after || before}`
    case "truncation":
      return `${they} printed part of ${whose} sentence and left out ${before}`
    case "ellipsis":
      return `${they} left out ${before} and marked it`
    case "bracket":
      return `${they} put ${after} in brackets${before && ` for ${before}`}`
    case "emphasis":
      return `${they} added emphasis to ${after}`
    case "typographic":
      return `${they} printed ${after} for ${before}`
  }
}

function between(edit: Edit): string {
  const sentences = countSentences(edit.baseText)
  const [first, second] = edit.base
  if (first && second && second.from < first.from) return ", in reversed order"
  if (sentences < 2) return hidden(edit)
  return `; ${inWords(sentences)} sentences lie between them${edit.marked ? "" : ", and nothing shows it"}`
}

function hidden(edit: Edit): string {
  return edit.marked ? "" : ", and nothing shows it"
}

function elsewhere(statement: ReportStatement): string {
  return statement.records.length > 0 ? "the transcript has" : "other outlets have"
}

function nobodyElse(statement: ReportStatement): string {
  return statement.records.length > 0 ? "the transcript does not have it" : "no other outlet has it"
}

export function tellVerdict(
  verdict: "notFound" | "elsewhere" | "translation",
  { who, statement, text, why }: Context & { readonly text: string; readonly why: string },
): string {
  const from = statement.speaker ? ` from ${statement.speaker}` : ""
  const head = `${listed(who)} ${who.length === 1 ? "quotes" : "quote"} ${quoted(text)}${from}`
  if (verdict === "notFound") return `${head}; the transcript does not have it.`
  if (verdict === "translation") return `${head} in another translation than the transcript’s.`
  return `${head}. ${asSentence(why)}`
}

export function tellEcho({
  who,
  writers,
  statement,
}: Context & { readonly writers: readonly string[] }): string {
  const words = `${quoted(statement.base)} as ${possessive(statement.speaker)} words`
  return `${listed(who)} ${who.length === 1 ? "quotes" : "quote"} ${words}; they are ${listed(writers)}’s own.`
}

export function tellHeadline(who: readonly string[], text: string): string {
  return `The headline of ${listed(who)} quotes ${quoted(text)}; the text below it does not have these words.`
}

function possessive(speaker: string | null): string {
  if (!speaker) return "the speaker’s"
  return `${speaker}’s`
}

/** With a capital and a full stop, whatever the sentence came with. */
function asSentence(text: string): string {
  const trimmed = text.trim()
  if (!trimmed) return ""
  return trimmed[0]!.toUpperCase() + trimmed.slice(1) + (/[.!?…][”’]?$/.test(trimmed) ? "" : ".")
}
