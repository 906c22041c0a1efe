import type { Edit, EditKind, Touch, Verdict } from "../apparatus/apparatus.ts"
import { compareText } from "../text/compare-text.ts"
import { isFunctionWord } from "../text/function-words.ts"
import { normsIn } from "../text/tokens.ts"
import { countWords } from "./excerpt.ts"
import type { ReportWitness } from "./report.ts"

/**
 * How much a difference tells a reader, 0 for what nobody needs to be told first. Compares within a report;
 * it is an order of reading, not a measure of anything: what touches the meaning goes before what does not,
 * what is hidden before what is shown, what is certain before what is likely.
 */
export function weighEdit(edit: Edit): number {
  if (edit.permitted) return 0
  const touch = Math.max(0, ...edit.touches.map((name) => TOUCH_WEIGHTS[name]))
  if (QUIET_KINDS.has(edit.kind) && touch === 0) return 0
  if (touch === 0 && isSlight(edit)) return SLIGHT_WEIGHT
  const kind = edit.marked ? MARKED_WEIGHT : KIND_WEIGHTS[isReversed(edit) ? "omission" : edit.kind]
  const length = Math.min(countWords(edit.baseText || edit.witnessText), LONG_EDIT) / LONG_EDIT
  const doubt =
    (edit.certainty === "likely" ? LIKELY_COST : 0) + (isReworded(edit) ? REWORDED_COST : 0)
  return Math.max(LEAST_WEIGHT, kind + touch + length - doubt)
}

/** Whether nothing was done to the words that a reader must be told. */
export function isFaithful({ verdict, edits }: ReportWitness): boolean {
  return hasSameWords(verdict) && edits.every((edit) => weighEdit(edit) === 0)
}

/** Whether nothing at all is to be told of it: its words are faithful, and it does not print them as newer than they are. */
export function isPlain(witness: ReportWitness): boolean {
  return witness.old === null && isFaithful(witness)
}

/** Whether the words printed are those spoken, or those the others print; what stands around them may still be missed. */
export function hasSameWords(verdict: Verdict): boolean {
  return SAME_WORDS.has(verdict)
}

const SAME_WORDS: ReadonlySet<Verdict> = new Set(["verbatim", "clean", "agrees"])

/** Whether a sentence is printed without the negation it began with: no less than words cut out of it. */
function isReversed({ kind, touches }: Edit): boolean {
  return kind === "truncation" && touches.includes("negation")
}

/** Whether only words that hold a sentence together differ: “the”, “of” for “in”. Nobody needs to be told that first. */
function isSlight({ kind, baseText, witnessText }: Edit): boolean {
  return kind !== "emphasis" && normsIn(`${baseText} ${witnessText}`).every(isFunctionWord)
}

function isReworded({ kind, baseText, witnessText }: Edit): boolean {
  return (
    kind === "substitution" && countWords(baseText) > REWORDED && countWords(witnessText) > REWORDED
  )
}

/** Most telling first; the order in the text breaks ties, the id what is left. */
export function compareEdits(a: Edit, b: Edit): number {
  return (
    weighEdit(b) - weighEdit(a) ||
    (a.witness[0]?.from ?? 0) - (b.witness[0]?.from ?? 0) ||
    (a.base[0]?.from ?? 0) - (b.base[0]?.from ?? 0) ||
    compareText(a.id, b.id)
  )
}

/** Told only when they touch something: half of all faithful quotations are parts of sentences. */
export const QUIET_KINDS: ReadonlySet<EditKind> = new Set([
  "typographic",
  "truncation",
  "ellipsis",
  "bracket",
])

const KIND_WEIGHTS: Readonly<Record<EditKind, number>> = {
  splice: 80,
  omission: 40,
  insertion: 38,
  substitution: 36,
  transposition: 30,
  truncation: 20,
  emphasis: 8,
  bracket: 4,
  ellipsis: 4,
  typographic: 2,
}

/** Listed where it stands, and not among what is told first. */
const SLIGHT_WEIGHT = 12

/** What tells anything weighs more than what tells nothing. */
const LEAST_WEIGHT = 1

/** A page that shows its change has told its reader already. */
const MARKED_WEIGHT = 4

const TOUCH_WEIGHTS: Readonly<Record<Touch, number>> = {
  negation: 38,
  number: 30,
  modality: 26,
  name: 22,
  pronoun: 8,
  tense: 6,
}

/** Words beyond which a longer difference does not tell more. */
const LONG_EDIT = 40

const LIKELY_COST = 3

/** A change of more words than this on both sides is a new wording rather than a word put in another's place. */
const REWORDED = 8
const REWORDED_COST = 20
