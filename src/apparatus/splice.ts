import type { Change } from "./change.ts"
import type { Pair } from "./pair.ts"
import type { Region } from "./regions.ts"
import { isInterrupted, STOP, type Wording } from "./wording.ts"

/** Least words between two passages whose joining is a splice. */
export const SPLICE_WORDS = 12

/** Whether so much is missing, over a sentence's end and without an interruption, that two passages were joined. */
export function isSplice(pair: Pair, region: Region): boolean {
  if (isInterrupted(pair.witness, region.witnessTo)) return false
  if (isBetweenPassages(pair.base, region.baseFrom, region.baseTo)) return true
  return (
    region.baseTo - region.baseFrom >= SPLICE_WORDS &&
    crossesSentence(pair.base, region.baseFrom, region.baseTo)
  )
}

/** Whether a sentence ends before, among or behind some words that are missing. */
export function crossesSentence(base: Wording, from: number, to: number): boolean {
  for (let b = Math.max(0, from - 1); b < to; b++) if (base.stops[b] === STOP.sentence) return true
  return false
}

/** Whether missing words go from one passage of the base to the next: more lies between than within any of them. */
export function isBetweenPassages(base: Wording, from: number, to: number): boolean {
  for (let b = from; b <= to; b++) if (isInterrupted(base, b)) return true
  return false
}

/**
 * Where all that lies between two passages stands, which the base does not hold where it is those passages only; nothing
 * where the words of the base say it.
 */
export function skippedSpans(base: Wording, from: number, to: number): Pick<Change, "baseSpans"> {
  const before = base.words[from - 1]
  const after = base.words[to]
  if (!before || !after || !isBetweenPassages(base, from, to)) return {}
  return { baseSpans: [{ from: before.to, to: after.from }] }
}
