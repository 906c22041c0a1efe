/** One sentence for each kind of finding, for a reader who knows nothing of the tool. */

import type { Edit } from "../apparatus/apparatus.ts"
import { describeDate } from "../occasion/describe-date.ts"
import type { OldWords } from "../statement/old-words.ts"
import { listed } from "../text/listed.ts"
import type { Span } from "../text/span.ts"
import { capitalised, counted } from "./counted.ts"
import { quoted } from "./excerpt.ts"
import type { ReportStatement } from "./report.ts"
import { describeGap } from "./words.ts"

interface EditContext extends Context {
  /** The quotation as printed, and where. */
  readonly text: string
  readonly printed: readonly Span[]
}

interface Context {
  /** Names of those who printed it. */
  readonly who: readonly string[]
  readonly statement: ReportStatement
}

export function tellEdit(edit: Edit, context: EditContext): string {
  const among = context.statement.records.length === 0 ? tellAmongPeers(edit, context) : null
  return asSentence(among ?? tellAgainstRecord(edit, context))
}

function tellAgainstRecord(edit: Edit, { who, statement, text, printed }: EditContext): string {
  const they = listed(who)
  const whose = possessive(statement.speaker)
  const before = cited(edit.baseText)
  const after = cited(edit.witnessText)
  switch (edit.kind) {
    case "splice":
      return `${they} joined two passages of ${whose} words into one quotation${joint(edit, statement.base)}; ${describeGap(edit, statement.base)}${hidden(edit)}`
    case "omission":
      return `${they} cut ${before} from ${whose} words${hidden(edit)}`
    case "insertion":
      return `${they} added ${after} to ${whose} words; the transcript does not have it`
    case "substitution":
      return `${they} printed ${after} where the transcript has ${before}`
    case "transposition":
      return `${they} changed the order of ${whose} words: ${after || before}`
    case "truncation":
      return `${they} printed ${cited(text)} and left out ${before} ${isAtStart(edit, printed) ? "before" : "after"} it`
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

/** Where no record says who is right, nobody cut and nobody added. Null where the words are the same either way. */
function tellAmongPeers(edit: Edit, { who, statement }: Context): string | null {
  const they = listed(who)
  const whose = possessive(statement.speaker)
  const others = cited(edit.baseText)
  const here = cited(edit.witnessText)
  const print = who.length === 1 ? "prints" : "print"
  if (edit.kind === "omission") {
    return `${they} ${print} ${whose} words without ${others}, which other outlets have there`
  }
  if (edit.kind === "insertion") {
    return `Only ${they} ${print} ${here} among ${whose} words`
  }
  if (edit.kind === "substitution")
    return `${they} ${print} ${here} where other outlets have ${others}`
  if (edit.kind === "splice") {
    return `${they} ${print} two passages of ${whose} words as one quotation${joint(edit, statement.base)}; in other outlets ${describeGap(edit, statement.base)}`
  }
  if (edit.kind !== "transposition") return null
  return `${they} ${print} ${whose} words in another order than other outlets: ${here || others}`
}

function isAtStart(edit: Edit, printed: readonly Span[]): boolean {
  return (edit.witness[0]?.from ?? 0) <= (printed[0]?.from ?? 0)
}

/** The words on both sides of a join: `, “… to Europe” and “After all …”`; empty where what lies between is in parts. */
function joint({ baseText }: Edit, base: string): string {
  const at = baseText.trim() === "" ? -1 : base.indexOf(baseText)
  if (at < 0) return ""
  const before = wordsOf(base.slice(0, at)).slice(-JOINT_WORDS).join(" ")
  const after = wordsOf(base.slice(at + baseText.length))
    .slice(0, JOINT_WORDS)
    .join(" ")
  return before && after ? `, ${cited(`… ${before}`)} and ${cited(`${after} …`)}` : ""
}

const JOINT_WORDS = 5

function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word))
}

function hidden(edit: Edit): string {
  return edit.marked ? "" : ", and nothing shows it"
}

/** Words in the course of a sentence: without a mark that only leads on to words that are not shown. */
function cited(text: string): string {
  return quoted(text.trim().replace(/[.,;:–—-]$/, ""))
}

interface VerdictContext {
  readonly who: readonly string[]
  /** Whom the page names. */
  readonly speaker: string | null
  readonly text: string
  readonly why: string
  /** How many transcripts were given. */
  readonly records: number
}

export function tellVerdict(
  verdict: "notFound" | "elsewhere" | "translation",
  { who, speaker, text, why, records }: VerdictContext,
): string {
  const from = speaker ? ` from ${speaker}` : ""
  const head = `${listed(who)} ${who.length === 1 ? "quotes" : "quote"} ${cited(text)}${from}`
  if (verdict === "notFound") {
    return `${head}; ${records > 1 ? `none of the ${counted(records, "transcript")} has it` : "the transcript does not have it"}.`
  }
  if (verdict === "translation") return `${head} in another translation than the transcript’s.`
  return `${head}. ${asSentence(capitalised(why.trim()))}`
}

export function tellEcho({
  who,
  writers,
  statement,
}: Context & { readonly writers: readonly string[] }): string {
  const whose = statement.speaker ? `${possessive(statement.speaker)} words` : "speech"
  const quote = who.length === 1 ? "quotes" : "quote"
  return `${listed(who)} ${quote} ${cited(statement.base)} as ${whose}; in ${listed(writers)} they are the page’s own words, not a quotation.`
}

interface OldContext extends Context {
  readonly text: string
  /** Of all articles, by id. */
  readonly names: ReadonlyMap<string, string>
}

/** Both dates, and what each rests on; whether the words were said again in between nobody can tell. */
export function tellOld({ said, told }: OldWords, context: OldContext): string {
  const { who, statement, text, names } = context
  const day = describeDate(told.value)
  const date =
    told.by === "page" ? `as said on ${day}` : `on ${day} without saying when they were spoken`
  const printed = `${listed(who)} ${who.length === 1 ? "prints" : "print"} ${possessive(statement.speaker)} words ${cited(text)} ${date}`
  return `${printed}; ${tellProof(said, names)}.`
}

/** The same beside the words themselves: `Old words, printed on 3 May 2031 without their date; the transcript is of 9 June 2028.`. */
export function describeOld({ said, told }: OldWords, names: OldContext["names"]): string {
  const day = describeDate(told.value)
  const date =
    told.by === "page" ? `given as said on ${day}` : `printed on ${day} without their date`
  return `Old words, ${date}; ${tellProof(said, names)}.`
}

function tellProof({ by, article, value }: OldWords["said"], names: OldContext["names"]): string {
  const outlet = names.get(article) ?? "another page"
  const proof = {
    record: "the transcript is of",
    page: `${outlet} dates them to`,
    published: `${outlet} printed them on`,
  }
  return `${proof[by]} ${describeDate(value)}`
}

/** @param near what the text below prints like it; null for nothing, empty where the report came without texts */
export function tellHeadline(who: readonly string[], text: string, near: string | null): string {
  const head = `The headline of ${listed(who)} quotes ${cited(text)}; the text below it`
  if (near === null) return `${head} does not have these words.`
  return `${head} prints it differently${near && `: ${cited(near)}`}.`
}

function possessive(speaker: string | null): string {
  if (!speaker) return "the speaker’s"
  return `${speaker}’s`
}

/** With a full stop, unless one stands there; a name at its beginning keeps its letters. */
function asSentence(text: string): string {
  return /[.!?…][”’]?$/.test(text) ? text : `${text}.`
}
