import { listed } from "../text/listed.ts"
import { findTokens } from "../text/tokens.ts"
import type { Edit, EditKind, PeerVerdict, RecordVerdict, Touch } from "./apparatus.ts"

/** What is known of a quotation besides its differences. */
export interface Found {
  readonly edits: readonly Edit[]
  /** Share of the quotation's words that stand in the record, 0 to 1; null where its place was not found. */
  readonly similarity: number | null
  /** Whether the place is only the nearest that was found. */
  readonly unsure?: boolean
  /** Whether the words were spoken in another language than they are printed in: it is said, or they are retold. */
  readonly translated?: "said" | "retold" | null
  /** Whose the words are, or when they were said, where that is not what the page says; null where it agrees. */
  readonly elsewhere?: string | null
}

export interface Judgement<V> {
  readonly verdict: V
  /** One sentence, in a newsroom's words. */
  readonly why: string
}

/** Below this share of shared words nothing can be said about a quotation but that its like is there. */
const UNCLEAR_BELOW = 0.5
/** Below this share what was found is not the quotation. */
const NOT_FOUND_BELOW = 0.3

/** The verdict on a quotation against a record; the first that applies, worst first. */
export function judgeAgainstRecord(found: Found): Judgement<RecordVerdict> {
  const { edits, similarity, elsewhere } = found
  if (!found.unsure && isBelow(found, NOT_FOUND_BELOW)) {
    return { verdict: "notFound", why: "These words were not found in the transcript." }
  }
  if (found.translated && edits.some(isAltering)) {
    return {
      verdict: "translation",
      why: WHY_TRANSLATED[found.translated],
    }
  }
  if (found.unsure || similarity === null || similarity < UNCLEAR_BELOW) {
    return {
      verdict: "unclear",
      why: "Too little of this stands in the transcript, or in too common words, to say whether it is meant.",
    }
  }
  if (elsewhere) return { verdict: "elsewhere", why: elsewhere }
  return judgeEdits(edits)
}

const WHY_TRANSLATED = {
  said: "The words were spoken in another language: the transcript and the page may be two translations of them.",
  retold:
    "The transcript says the same in other words all along, as two translations of one speech do.",
} as const

/** Whether too few of the words were found; two translations may have few in common. */
function isBelow({ similarity, translated }: Found, share: number): boolean {
  return similarity === null || (similarity < share && !translated)
}

const ALTERING: readonly EditKind[] = ["omission", "insertion", "substitution", "transposition"]
const ABRIDGING: readonly EditKind[] = ["ellipsis", "bracket"]

/** Whether an edit changes words, and nothing shows it. */
export function isAltering(edit: Edit): boolean {
  return ALTERING.includes(edit.kind) && !edit.marked
}

function judgeEdits(edits: readonly Edit[]): Judgement<RecordVerdict> {
  const splices = edits.filter((edit) => edit.kind === "splice")
  if (splices.length > 0) return { verdict: "spliced", why: whySpliced(splices[0]!) }
  const altering = edits.filter(isAltering)
  if (altering.length > 0) return { verdict: "altered", why: whyAltered(altering) }
  const abridging = edits.filter((edit) => ABRIDGING.includes(edit.kind))
  if (abridging.length > 0) {
    return {
      verdict: "abridged",
      why: `Words were left out or put in, and the page shows where${bearing(abridging)}.`,
    }
  }
  const but = negated(edits)
  const signs = edits.filter((edit) => edit.kind === "typographic" || edit.kind === "emphasis")
  if (signs.length > 0)
    return {
      verdict: "clean",
      why: `Every word is as in the transcript; spelling or punctuation differs${but}.`,
    }
  return { verdict: "verbatim", why: `Word for word as in the transcript${but}.` }
}

/** The words may be faithful and the sentence not: `the money is certain`, from `I do not say that the money is certain`. */
function negated(edits: readonly Edit[]): string {
  const isNegated = edits.some(({ kind, touches }) => {
    return kind === "truncation" && touches.includes("negation")
  })
  return isNegated ? ", but what it leaves out of the sentence touches a negation" : ""
}

function whySpliced(splice: Edit): string {
  const words = findTokens(splice.baseText).length
  return `Two passages that have ${words} words between them are printed as one, and nothing shows it.`
}

const ACTIONS: Readonly<Partial<Record<EditKind, string>>> = {
  omission: "left out",
  insertion: "put in",
  substitution: "changed",
  transposition: "moved",
}

const TOUCHED: Readonly<Record<Touch, string>> = {
  negation: "a negation",
  number: "a number",
  name: "a name",
  pronoun: "a pronoun",
  modality: "how firmly it was said",
  tense: "the tense",
}

/** What was done, worst first, and what it bears on. */
function whyAltered(edits: readonly Edit[]): string {
  const done = [...new Set(edits.map((edit) => ACTIONS[edit.kind]!))]
  return `Words were ${listed(done)}, and nothing shows it${bearing(edits)}.`
}

function bearing(edits: readonly Edit[]): string {
  const touches = [...new Set(edits.flatMap((edit) => edit.touches))]
  return touches.length > 0
    ? `; this touches ${listed(touches.map((touch) => TOUCHED[touch]))}`
    : ""
}

const HARMLESS: readonly EditKind[] = ["typographic", "emphasis", "truncation"]

/** The verdict on a quotation against what other outlets printed, where there is no record. */
export function judgeAgainstPeers(edits: readonly Edit[], others: number): Judgement<PeerVerdict> {
  if (edits.some((edit) => edit.kind === "splice")) {
    return {
      verdict: "joined",
      why: "Other outlets have words between passages that are printed as one here.",
    }
  }
  if (edits.some((edit) => !HARMLESS.includes(edit.kind))) {
    return { verdict: "differs", why: "Other outlets print these words differently." }
  }
  const why =
    others > 0
      ? "The words are the same as in other outlets."
      : "No other outlet prints these words."
  return { verdict: "agrees", why }
}
