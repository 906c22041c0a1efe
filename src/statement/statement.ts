import type { Span } from "../text/span.ts"

/** A passage of a record that a statement's witnesses print. */
export interface RecordPassage {
  readonly article: string
  /** In text order; several where a splice joins passages far apart. */
  readonly spans: readonly Span[]
}

/** Where one quotation's words stand in a record: a segment for each passage it takes up. */
export interface Location {
  readonly record: string
  /** In the order in which the quotation prints them; `printed` points into the article. */
  readonly segments: readonly { readonly printed: Span; readonly record: Span }[]
  /** Share of the quotation's words that stand there, 0 to 1. */
  readonly similarity: number
  /** In whose turns the words stand, as the record names them; empty where it names nobody or they quote somebody. */
  readonly speakers: readonly string[]
  /** Other words stand between those in common all along: another translation of the same speech, or a paraphrase. */
  readonly retold: boolean
  /** Below the floor of evidence: the nearest passage, shown but not claimed. */
  readonly unsure: boolean
}

/** One article's version of a statement: a quotation, or the part of it that belongs here. */
export interface Witness {
  readonly quotation: string
  readonly article: string
  /** Printed words, in the article's text. */
  readonly spans: readonly Span[]
  readonly location: Location | null
}

/** The statement's words where no quotation marks vouch for them, or marks around another outlet's narration. */
export interface Echo {
  readonly article: string
  readonly span: Span
  readonly how: "narrationQuoted" | "unquoted" | "headline"
}

/** The same words by the same speaker on the same occasion, wherever they stand. */
export interface Statement {
  readonly id: string
  readonly speaker: string | null
  readonly records: readonly RecordPassage[]
  readonly witnesses: readonly Witness[]
  readonly echoes: readonly Echo[]
}
