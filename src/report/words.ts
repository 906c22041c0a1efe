/**
 * The words of a newsroom for what the Report says in a scholar's: every output for people reads them here,
 * so that the terminal and the page never call one thing by two names.
 */

import type { Edit, EditKind, Touch, Verdict } from "../apparatus/apparatus.ts"
import type { Copied, LineageEdge } from "../lineage/lineage.ts"
import type { QuotationKind } from "../quotation/quotation.ts"
import type { Echo } from "../statement/statement.ts"
import { listed } from "../text/listed.ts"
import { passageParts } from "../text/passage.ts"
import type { Span } from "../text/span.ts"
import { counted, inWords } from "./counted.ts"
import { countSentences, countWords, quoted, shorten } from "./excerpt.ts"
import type { ReportStatement } from "./report.ts"

/** The sign that stands before a difference, so that nothing hangs on colour alone. */
export function editSign(kind: EditKind): string {
  return EDIT_SIGNS[kind]
}

/** What a kind of difference is called: in a filter, a legend, a count. Among outlets alone nobody knows who did it. */
export function editName(kind: EditKind, hasRecord: boolean): string {
  return (hasRecord ? undefined : PEER_NAMES[kind]) ?? EDIT_NAMES[kind]
}

/** What a description of a difference needs to know of its statement. */
type Base = Pick<ReportStatement, "base" | "records">

/**
 * One difference in a few words: `cut: “if compared to Europe”, not marked`.
 * With the printed spans of its witness, a truncation says at which end words are missing. With its statement, a
 * difference among outlets alone is told without taking a side: `missing here: “if compared to Europe”`.
 */
export function describeEdit(
  edit: Edit,
  printed: readonly Span[] = [],
  statement: Base | null = null,
): string {
  const isAmongPeers = statement !== null && statement.records.length === 0
  const among = isAmongPeers ? describeAmongPeers(edit, statement.base) : null
  if (among) return among
  const isToldSo = edit.marked || QUIET.has(edit.kind)
  return `${describeChange(edit, printed, statement)}${isToldSo ? "" : ", not marked"}`
}

/** Null where the words do not depend on who is right. */
function describeAmongPeers(edit: Edit, base: string): string | null {
  const others = quoted(edit.baseText)
  const here = quoted(edit.witnessText)
  if (edit.kind === "omission") return `missing here: ${others}`
  if (edit.kind === "insertion") return `only here: ${here}`
  if (edit.kind === "substitution") return `differs: ${here} here, ${others} elsewhere`
  if (edit.kind === "splice") return `joined: in other outlets ${describeGap(edit, base)}`
  return edit.kind === "transposition" ? `in another order: ${here || others}` : null
}

function describeChange(edit: Edit, printed: readonly Span[], statement: Base | null): string {
  const before = quoted(edit.baseText)
  const after = quoted(edit.witnessText)
  switch (edit.kind) {
    case "typographic":
      return `spelling or punctuation: ${exact(edit.witnessText)} for ${exact(edit.baseText)}`
    case "ellipsis":
      return before ? `left out and marked: ${before}` : "left out and marked"
    case "omission":
      return `cut: ${before}`
    case "truncation":
      return `${truncatedEnd(edit, printed)}, leaves out ${passageParts(edit.baseText, edit.base)
        .map((part) => quoted(part))
        .join(" and ")}`
    case "bracket":
      return before ? `in brackets: ${after} for ${before}` : `added in brackets: ${after}`
    case "insertion":
      return `added: ${after}`
    case "substitution":
      return `changed: ${before} became ${after}`
    case "transposition":
      return `moved: ${after || before}`
    case "splice":
      return `joined: ${describeGap(edit, statement?.base)}`
    case "emphasis":
      return `emphasis added: ${after}`
  }
}

/** At which end of a quotation words of the sentence are missing. */
function truncatedEnd(edit: Edit, printed: readonly Span[]): string {
  const at = edit.witness[0]
  const first = printed[0]
  if (!at || !first) return "part of a sentence"
  return at.from <= first.from ? "begins mid-sentence" : "ends mid-sentence"
}

/** What lies between two passages printed as one: `seven sentences lie between`, `14 words lie between`. */
export function describeGap(edit: Edit, base = ""): string {
  const [first, second] = edit.base
  if (first && second && second.from < first.from) return "two passages, in reversed order"
  if (!edit.baseText.trim()) return "two passages"
  const length = gapLength(edit, base)
  return `${length} ${length.startsWith("one ") ? "lies" : "lie"} between`
}

/** How much an edit leaves out, as a reader counts: `seven sentences`, `14 words`. */
export function gapLength(edit: Edit, base: string): string {
  const sentences = countSentences(wholeSentences(edit.baseText, base))
  return sentences > 1
    ? `${inWords(sentences)} sentences`
    : counted(countWords(edit.baseText), "word")
}

/** A stretch of the base with the stop behind it, if one stands there. */
function wholeSentences(text: string, base: string): string {
  const at = base.indexOf(text)
  const [stop] =
    at < 0 ? [] : (/^["”’)]?[.!?…]/.exec(base.slice(at + text.length, at + text.length + 2)) ?? [])
  return text + (stop ?? "")
}

/** What a difference touches, for a half-sentence after it: `the negation and a number`; empty when nothing. */
export function describeTouches({ touches }: Pick<Edit, "touches">): string {
  return listed(touches.map((touch) => TOUCH_NAMES[touch]))
}

/** A verdict as a label. */
export function describeVerdict(verdict: Verdict): string {
  return VERDICT_NAMES[verdict]
}

/** A probability as a word; the number belongs into the details. */
export function describeConfidence(confidence: number): "sure" | "likely" | "unsure" {
  if (confidence >= SURE) return "sure"
  return confidence >= LIKELY ? "likely" : "unsure"
}

/** At nine in ten a newsroom would print it, at six in ten it would make a call first. */
const SURE = 0.9
const LIKELY = 0.6

export function describeQuotationKind(kind: QuotationKind): string {
  return QUOTATION_NAMES[kind]
}

/** The verb of who took it from whom: `A cites B`. */
export function describeEdge({ kind, copied }: Pick<LineageEdge, "kind" | "copied">): string {
  return copied ? COPY_NAMES[copied] : EDGE_NAMES[kind]
}

/** How a statement's words stand outside its quotations. */
export function describeEcho(how: Echo["how"]): string {
  return ECHO_NAMES[how]
}

/** Words to the letter, for differences of spelling and marks. */
function exact(text: string): string {
  return text.trim() ? `“${shorten(text)}”` : "nothing"
}

/** Kinds of which no reader asks whether they were marked. */
const QUIET: ReadonlySet<EditKind> = new Set(["typographic", "truncation", "emphasis"])

const EDIT_SIGNS: Readonly<Record<EditKind, string>> = {
  splice: "⋈",
  omission: "−",
  insertion: "+",
  substitution: "≠",
  transposition: "⇄",
  ellipsis: "…",
  bracket: "[ ]",
  emphasis: "!",
  truncation: "|",
  typographic: "~",
}

const EDIT_NAMES: Readonly<Record<EditKind, string>> = {
  splice: "joined",
  omission: "cut",
  insertion: "added",
  substitution: "changed",
  transposition: "moved",
  ellipsis: "left out and marked",
  bracket: "in brackets",
  emphasis: "emphasis added",
  truncation: "begins or ends mid-sentence",
  typographic: "spelling or punctuation",
}

const PEER_NAMES: Readonly<Partial<Record<EditKind, string>>> = {
  omission: "missing",
  insertion: "only here",
  substitution: "differs",
  transposition: "other order",
}

const TOUCH_NAMES: Readonly<Record<Touch, string>> = {
  negation: "the negation",
  number: "a number",
  name: "a name",
  pronoun: "a pronoun",
  modality: "a qualifier",
  tense: "the tense",
}

const VERDICT_NAMES: Readonly<Record<Verdict, string>> = {
  notFound: "not in the transcript",
  unclear: "unclear whether it is in the transcript",
  translation: "another translation",
  elsewhere: "said by someone else or at another time",
  spliced: "two passages joined",
  altered: "changed, and not marked",
  abridged: "changed, and marked",
  clean: "the same words",
  verbatim: "word for word",
  joined: "joined: other outlets have words between",
  differs: "differs from other outlets",
  agrees: "agrees with other outlets",
}

const QUOTATION_NAMES: Readonly<Record<QuotationKind, string>> = {
  direct: "quoted",
  mixed: "partly quoted",
  indirect: "reported, not quoted",
  scare: "in quotation marks, not speech",
  title: "a title or a name",
}

const EDGE_NAMES: Readonly<Record<LineageEdge["kind"], string>> = {
  cites: "cites",
  links: "links to",
  copies: "copies",
  sharesReading: "shares a change with",
}

const COPY_NAMES: Readonly<Record<Copied, string>> = {
  narration: "copies",
  quotations: "has the same quotations as",
  standing: "has the same standing text as",
}

const ECHO_NAMES: Readonly<Record<Echo["how"], string>> = {
  narrationQuoted: "has these words as its own, not as a quotation",
  unquoted: "prints the words without quotation marks",
  headline: "prints the words in its headline",
}
