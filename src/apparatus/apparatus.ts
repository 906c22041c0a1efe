import type { Passage } from "../text/passage.ts"
import type { Span } from "../text/span.ts"
import type { Token } from "../text/tokens.ts"

export type EditKind =
  | "typographic"
  | "ellipsis"
  | "omission"
  | "truncation"
  | "bracket"
  | "insertion"
  | "substitution"
  | "transposition"
  | "splice"
  | "emphasis"

export type Touch = "negation" | "number" | "name" | "pronoun" | "modality" | "tense"

/** A named difference between a witness and the base. */
export interface Edit {
  readonly id: string
  readonly kind: EditKind
  /** Whether the page shows the reader that it changed something: …, [ ]. */
  readonly marked: boolean
  readonly certainty: "certain" | "likely"
  readonly touches: readonly Touch[]
  /** Whether the chosen house standard allows it. */
  readonly permitted: boolean
  /** In the base's text; zero-length where the witness adds. */
  readonly base: readonly Span[]
  /** In the witness's text; zero-length where the witness omits. */
  readonly witness: readonly Span[]
  readonly baseText: string
  readonly witnessText: string
}

/** Against a record, worst first. */
export type RecordVerdict =
  | "notFound"
  | "unclear"
  | "translation"
  | "elsewhere"
  | "spliced"
  | "altered"
  | "abridged"
  | "clean"
  | "verbatim"

/** Against the other outlets only: nobody knows which is right. */
export type PeerVerdict = "joined" | "differs" | "agrees"

export type Verdict = RecordVerdict | PeerVerdict

/** A witness as a node of the copy tree; `R` is the record, `latent` a copy that nobody has. */
export interface CopyNode {
  readonly id: string
  readonly parents: readonly string[]
  readonly latent?: true
  /** Probability that these are its parents, 0 to 1. */
  readonly confidence: number
}

/** What is collated: an id and the words, in their own text. */
export interface Version {
  readonly id: string
  readonly passage: Passage
  /** Publication time, ISO 8601, where known: a constraint on who copied whom, not proof. */
  readonly time?: string | null
  /** Its words, where they are divided and compared in a way of their own. */
  readonly words?: readonly Token[]
  /** Where in the base its words stand, if that is known: a line said twice is aligned with the right one. */
  readonly place?: readonly Span[]
  /** What its page sets in italics or bold, in the page's text. */
  readonly emphasis?: readonly Span[]
}

/** What was done in one version. */
export interface CollatedVersion {
  readonly id: string
  readonly edits: readonly Edit[]
  /** Share of its words that stand in the base, 0 to 1. */
  readonly similarity: number
  /** Words that stand in one place: witness from, to, base from, to. */
  readonly align: readonly (readonly [number, number, number, number])[]
  /** Whether it was too long or too repetitive to be aligned exactly throughout. */
  readonly coarse: boolean
}

/** Versions aligned word by word, exact and lossless, with what was done named for people. */
export interface Collation {
  /** The record's passage, else the composite: then `text` is the composite and its one span the whole. */
  readonly base: Passage
  /** Row 0 the base, then a row a version in the order given; one column a place; null where nothing stands. */
  readonly table: readonly (readonly (string | null)[])[]
  readonly versions: readonly CollatedVersion[]
  readonly copyTree: readonly CopyNode[]
}
