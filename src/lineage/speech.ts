import type { Narration } from "./narration.ts"
import { hasSeed, type SeedSet } from "./seed-set.ts"
import { SEED_WORDS, type Seeds } from "./seeds.ts"

/**
 * A page with somebody's words known as such also where no marks stand around them (a transcript, a lost mark, a summary
 * of a speech): what others have in marks, a page that prints it without did not write either.
 */
export function markSpoken(narration: Narration, { hash, at }: Seeds, spoken: SeedSet): Narration {
  let quoted: Uint8Array | null = null
  for (let i = 0; i < hash.length; i++) {
    if (!hasSeed(spoken, hash[i]!)) continue
    quoted ??= narration.quoted.slice()
    for (let word = at[i]!; word < at[i]! + SEED_WORDS; word++) quoted[word] ||= 2
  }
  return quoted ? { ...narration, quoted } : narration
}
