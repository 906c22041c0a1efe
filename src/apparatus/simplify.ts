import { isFunctionWord } from "../text/function-words.ts"
import { type Change, compareChanges } from "./change.ts"
import type { Pair } from "./pair.ts"

/** Fewest words of the base, and least share of the stretch, that one rewording changes; and in how many places. */
const MIN_CHANGED = 4
const MIN_SHARE = 0.28
const MIN_PLACES = 2
/** Most unchanged words between two places of one rewording. */
const MAX_BETWEEN = 6

/**
 * The exact changes as people tell them: many words replaced in one stretch are one rewording, and so is a short phrase
 * cut on one side of a word and put in on the other.
 */
export function simplify(changes: readonly Change[], pair: Pair): Change[] {
  return joinTurned(joinRewordings(changes), pair)
}

/** Most words cut, and put in, around a word that stays, for the two to be one rewording: `help in the future`, `future aid`. */
const MAX_TURNED = 3

function joinTurned(changes: readonly Change[], pair: Pair): Change[] {
  const told: Change[] = []
  for (const change of changes) {
    const last = told.at(-1)
    if (last && isTurned(last, change, pair)) told[told.length - 1] = merge([last, change])
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

function joinRewordings(changes: readonly Change[]): Change[] {
  const told: Change[] = []
  let group: Change[] = []
  for (const change of changes) {
    if (!goesOn(group, change)) {
      told.push(...tell(group))
      group = []
    }
    group.push(change)
  }
  told.push(...tell(group))
  return told.sort(compareChanges)
}

/** Whether a change may belong to the same rewording as those before it. */
function goesOn(group: readonly Change[], change: Change): boolean {
  const last = group.findLast(isRewording)
  if (!last || !(isRewording(change) || change.kind === "typographic")) return false
  const between = change.baseFrom - last.baseTo
  return between >= 0 && between <= MAX_BETWEEN && change.witnessFrom >= last.witnessTo
}

function isRewording(change: Change): boolean {
  const { kind, marked } = change
  const words = change.baseTo - change.baseFrom
  if (kind === "typographic") return words > 0 && words !== change.witnessTo - change.witnessFrom
  if (marked) return false
  return kind === "substitution" || kind === "insertion" || (kind === "omission" && words <= 2)
}

function tell(group: readonly Change[]): readonly Change[] {
  const last = group.findLastIndex(isRewording)
  const parts = group.slice(0, last + 1)
  return isOneRewording(parts)
    ? [merge(parts.filter(isRewording)), ...group.slice(last + 1)]
    : group
}

function isOneRewording(parts: readonly Change[]): boolean {
  const places = parts.filter((change) => change.kind === "substitution")
  if (places.length < MIN_PLACES) return false
  const changed = parts
    .filter(isRewording)
    .reduce((sum, change) => sum + Math.max(1, change.baseTo - change.baseFrom), 0)
  const whole = merge(parts.filter(isRewording))
  return changed >= MIN_CHANGED && changed >= MIN_SHARE * (whole.baseTo - whole.baseFrom)
}

function merge(changes: readonly Change[]): Change {
  return {
    kind: "substitution",
    marked: false,
    certainty: "likely",
    baseFrom: Math.min(...changes.map((change) => change.baseFrom)),
    baseTo: Math.max(...changes.map((change) => change.baseTo)),
    witnessFrom: Math.min(...changes.map((change) => change.witnessFrom)),
    witnessTo: Math.max(...changes.map((change) => change.witnessTo)),
  }
}
