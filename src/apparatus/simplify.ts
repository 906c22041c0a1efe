import { isFunctionWord } from "../text/function-words.ts"
import type { Change } from "./change.ts"
import type { Pair } from "./pair.ts"
import { joined, joinRewordings } from "./reword.ts"

/**
 * The exact changes as people tell them: many words replaced in one stretch are one rewording, and so is a short phrase
 * cut on one side of a word and put in on the other.
 */
export function simplify(changes: readonly Change[], pair: Pair): Change[] {
  return joinTurned(joinRewordings(changes, pair), pair)
}

/** Most words cut, and put in, around a word that stays, for the two to be one rewording: `help in the future`, `future aid`. */
const MAX_TURNED = 3

function joinTurned(changes: readonly Change[], pair: Pair): Change[] {
  const told: Change[] = []
  for (const change of changes) {
    const last = told.at(-1)
    if (last && isTurned(last, change, pair)) told[told.length - 1] = joined([last, change])
    else told.push(change)
  }
  return told
}

function isTurned(a: Change, b: Change, { base }: Pair): boolean {
  const kinds =
    a.kind === "omission" ? b.kind === "insertion" : a.kind === "insertion" && b.kind === "omission"
  if (!kinds || a.marked || b.marked) return false
  const isShort = [a, b].every(
    (change) =>
      change.baseTo - change.baseFrom <= MAX_TURNED &&
      change.witnessTo - change.witnessFrom <= MAX_TURNED,
  )
  const keepsOne = b.baseFrom - a.baseTo === 1 && b.witnessFrom - a.witnessTo === 1
  return isShort && keepsOne && !isFunctionWord(base.words[a.baseTo]!.norm)
}
