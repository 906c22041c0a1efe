import type { CueBeside } from "./beside.ts"
import type { Mention } from "./mention.ts"
import type { People } from "./people.ts"
import type { Reading } from "./reading.ts"

/** What is known of an article before its pronouns and roles are resolved. */
export interface Stage {
  readonly reading: Reading
  readonly mentions: readonly Mention[]
  readonly people: People
  /** What the tagger says of each token: see TAG. */
  readonly tags: Uint8Array
  /** The speech verb beside each mention. */
  readonly beside: readonly CueBeside[]
}

/** Whom a mention means. */
export interface Referent {
  readonly person: number
  /** The mention by name that shows it. */
  readonly by: number
  /** Probability, 0 to 1. */
  readonly certainty: number
}

/** How many mentions before one are looked at. */
export const MAX_BACK = 80

/** 1 where a sentence begins with a mention. */
export function headsSentence({ sentence }: Reading, { first }: Mention): number {
  return first === 0 || sentence[first - 1] !== sentence[first] ? 1 : 0
}

export function isHeading({ reading, mentions }: Stage, m: number): boolean {
  return reading.blocks[reading.block[mentions[m]!.first]!]?.kind === "heading"
}
