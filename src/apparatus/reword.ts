import { leastOf, mostOf } from "../text/extremes.ts"
import { type Change, compareChanges } from "./change.ts"
import type { Pair } from "./pair.ts"
import { STOP } from "./wording.ts"

/**
 * What is earned by a word that is replaced, and lost by one that stays, in halves of a bit: within a rewording two words
 * of five are others, outside three of a hundred. A rewording must earn `ENTRY`: three words replaced side by side do.
 */
const REPLACED = 7
const STAYING = 0.8
const ENTRY = 16

/** Most words left out among others put in their place. */
const MAX_LEFT_OUT = 2

/**
 * Many words replaced in one sentence are one rewording: the stretches of a sentence in which words differ as they only do
 * where somebody writes it anew, found as the likelier of two states along the changes (Viterbi 1967).
 */
export function joinRewordings(changes: readonly Change[], pair: Pair): Change[] {
  return bySentence(changes, pair).flatMap(tell).sort(compareChanges)
}

/** Changes together as long as they may belong to one rewording. */
function bySentence(changes: readonly Change[], pair: Pair): Change[][] {
  const sentences: Change[][] = []
  let last: Change | null = null
  for (const change of changes) {
    if (last && goesOn(last, change, pair)) sentences.at(-1)!.push(change)
    else {
      sentences.push([change])
      last = null
    }
    if (isRewording(change)) last = change
  }
  return sentences
}

/** Whether a change may belong to one rewording with the last one before it. */
function goesOn(last: Change, change: Change, { base }: Pair): boolean {
  if (!isRewording(change) && change.kind !== "typographic") return false
  if (change.baseFrom < last.baseTo || change.witnessFrom < last.witnessTo) return false
  return !base.stops.subarray(Math.max(0, last.baseTo - 1), change.baseFrom).includes(STOP.sentence)
}

function isRewording(change: Change): boolean {
  const { kind, marked } = change
  const words = change.baseTo - change.baseFrom
  if (kind === "typographic") return words > 0 && words !== change.witnessTo - change.witnessFrom
  if (marked) return false
  if (kind === "omission") return words <= MAX_LEFT_OUT
  return kind === "substitution" || kind === "insertion"
}

/** The changes of a sentence with those of each rewording joined. */
function tell(sentence: readonly Change[]): readonly Change[] {
  const parts = sentence.filter(isRewording)
  const rewordings = findRewordings(parts)
  if (rewordings.length === 0) return sentence
  let next = 0
  const others = sentence.filter(({ baseFrom, baseTo }) => {
    while (next < rewordings.length && rewordings[next]!.baseTo < baseFrom) next++
    const one = rewordings[next]
    return !(one && one.baseFrom <= baseFrom && baseTo <= one.baseTo)
  })
  return [...others, ...rewordings]
}

function findRewordings(parts: readonly Change[]): Change[] {
  let outside = 0
  let inside = Number.NEGATIVE_INFINITY
  const steps: { readonly enters: boolean; readonly stays: boolean }[] = []
  parts.forEach((part, i) => {
    const between = i === 0 ? 0 : part.baseFrom - parts[i - 1]!.baseTo
    const entering = outside - ENTRY
    const going = inside - STAYING * between
    const leaving = inside
    steps.push({ enters: entering > going, stays: leaving > outside })
    outside = Math.max(outside, leaving)
    inside = Math.max(entering, going) + earned(part)
  })
  const found: Change[] = []
  let isInside = inside > outside
  let to = parts.length
  for (let i = parts.length - 1; i >= 0; i--) {
    if (!isInside) {
      isInside = steps[i]!.stays
      to = i
      continue
    }
    if (!steps[i]!.enters) continue
    if (to - i > 1) found.push(joined(parts.slice(i, to)))
    isInside = false
    to = i
  }
  return found.reverse()
}

function earned({ kind, baseFrom, baseTo }: Change): number {
  return kind === "substitution" ? REPLACED * (baseTo - baseFrom) : 0
}

/** Several changes told as one. */
export function joined(changes: readonly Change[]): Change {
  return {
    kind: "substitution",
    marked: false,
    certainty: "likely",
    baseFrom: leastOf(changes, ({ baseFrom }) => baseFrom),
    baseTo: mostOf(changes, ({ baseTo }) => baseTo),
    witnessFrom: leastOf(changes, ({ witnessFrom }) => witnessFrom),
    witnessTo: mostOf(changes, ({ witnessTo }) => witnessTo),
  }
}
