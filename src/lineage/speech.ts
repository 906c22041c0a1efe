import type { Narration } from "./narration.ts"
import { SEED_WORDS, type Seeds } from "./seeds.ts"

/** Seeds that some page has inside quotation marks. */
export function spokenSeeds(
  narrations: readonly Narration[],
  seeds: readonly Seeds[],
): Set<number> {
  const spoken = new Set<number>()
  narrations.forEach(({ quoted }, page) => {
    const { hash, at } = seeds[page]!
    hash.forEach((seed, i) => {
      if (isQuoted(quoted, at[i]!)) spoken.add(seed)
    })
  })
  return spoken
}

function isQuoted(quoted: Uint8Array, at: number): boolean {
  for (let i = at; i < at + SEED_WORDS; i++) if (quoted[i] !== 1) return false
  return true
}

/**
 * A page with somebody's words known as such also where no marks stand around them (a transcript, a lost mark, a summary
 * of a speech): what others have in marks, a page that prints it without did not write either.
 */
export function markSpoken(
  narration: Narration,
  { hash, at }: Seeds,
  spoken: ReadonlySet<number>,
): Narration {
  if (!hash.some((seed) => spoken.has(seed))) return narration
  const quoted = narration.quoted.slice()
  hash.forEach((seed, i) => {
    if (!spoken.has(seed)) return
    for (let word = at[i]!; word < at[i]! + SEED_WORDS; word++) quoted[word] ||= 2
  })
  return { ...narration, quoted }
}
