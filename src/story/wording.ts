import type { Span } from "../text/span.ts"
import type { Place } from "./story.ts"

/**
 * What a speech verb adds to "said", after the classes of the linguists (Hooper 1975 on assertive verbs, Kiparsky and
 * Kiparsky 1970 on factives, gathered for news by Recasens, Danescu-Niculescu-Mizil and Jurafsky 2013): `plain` nothing,
 * `doubting` that the page does not vouch for it ("claimed"), `granting` that it is true ("pointed out", "admitted"),
 * `colouring` how it was said ("lashed out").
 */
export type VerbClass = "plain" | "doubting" | "granting" | "colouring"

/** One speech verb as an article uses it of one speaker. */
export interface VerbUse {
  readonly verb: string
  /** Null for verbs that are in none of the lists. */
  readonly class: VerbClass | null
  readonly speaker: string | null
  readonly spans: readonly Span[]
}

/** How one article words what the others of its story tell too. Counts and places, no judgement. */
export interface Wording {
  readonly article: string
  readonly verbs: readonly VerbUse[]
  /** Words inside quotation marks, by speaker, most first; null where nobody knows whose. */
  readonly quoted: readonly { readonly speaker: string | null; readonly words: number }[]
  /** Words in quotation marks that are no speech. */
  readonly scare: readonly Span[]
  /** Telling words that stand in no other article of the story, with the places where they stand. */
  readonly own: readonly { readonly word: string; readonly spans: readonly Span[] }[]
}

/** Something that the articles of a story carry or leave out. */
export interface Carried {
  readonly article: string
  /** A statement's id, or the number of a group in `Story.figures`. */
  readonly what: { readonly statement: string } | { readonly figures: number }
  /** The articles that carry it. */
  readonly carriedBy: readonly string[]
  /** Where it stands in the first of them. */
  readonly place: Place
}
