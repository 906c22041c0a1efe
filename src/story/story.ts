import type { Span } from "../text/span.ts"
import type { Act } from "./acts.ts"
import type { FigureGroup } from "./figure.ts"
import type { Carried, Wording } from "./wording.ts"

/** A place in an article. */
export interface Place {
  readonly article: string
  readonly span: Span
}

/** An article's headline, and whether the words it quotes stand in the article's own quotations. */
export interface Headline {
  readonly article: string
  readonly span: Span | null
  readonly text: string
  readonly quoted: readonly {
    readonly span: Span
    /** Where the body prints the same words, in marks or not; null: nowhere. */
    readonly body: Span | null
    /** Where the body prints most of them, in other words between; null: nowhere, or as they are. */
    readonly near: Span | null
  }[]
  /** Who and what it names, as far as the article's own spelling tells. */
  readonly names: readonly Span[]
  /** What it says was done, where its grammar is certain. */
  readonly acts: readonly Act[]
}

/** Something that happened or appeared at a time, with the words that say so. */
export interface Moment {
  /** ISO 8601, cut to the precision. */
  readonly value: string
  readonly precision: string
  readonly what: "published" | "said" | "mentioned" | "record"
  readonly places: readonly Place[]
}

/** Articles about one event. */
export interface Story {
  readonly id: string
  readonly title: string
  readonly articles: readonly string[]
  readonly keywords: readonly string[]
  readonly summary: readonly Place[]
  readonly headlines: readonly Headline[]
  readonly timeline: readonly Moment[]
  /** Figures of the same thing in two articles or more. */
  readonly figures: readonly FigureGroup[]
  /** How each article words it, in the order of `articles`. */
  readonly wording: readonly Wording[]
  /** What more than half of three articles or more carry and this one does not. */
  readonly missing: readonly Carried[]
  /** What only one of three articles or more carries. */
  readonly only: readonly Carried[]
}
