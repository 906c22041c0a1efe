import type { Span } from "../text/span.ts"
import type { Reading } from "./reading.ts"

export type MentionKind = "person" | "name" | "organisation" | "place" | "role" | "pronoun"

/** Words that can name a speaker: "Vladimir Putin", "the Russian leader", "he". Token indices are half open. */
export interface Mention extends Span {
  readonly kind: MentionKind
  readonly first: number
  readonly last: number
  /** The tokens of the name itself, without titles; for a role its noun. */
  readonly core: readonly number[]
  /** Titles, nationalities and roles said with it, as token indices. */
  readonly attributes: readonly number[]
}

/** Every mention is made here: objects of one layout are what the compiled rules were compiled for. */
export function makeMention(
  reading: Reading,
  kind: MentionKind,
  first: number,
  last: number,
  core: readonly number[],
  attributes: readonly number[],
): Mention {
  const { from, to } = reading.words
  return { kind, first, last, core, attributes, from: from[first]!, to: to[last - 1]! }
}
