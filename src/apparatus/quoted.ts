import type { Span } from "../text/span.ts"
import { type Change, changeBaseSpans, changeWitnessSpans } from "./change.ts"
import type { Pair } from "./pair.ts"
import { rawWord, STOP, type Wording } from "./wording.ts"

/**
 * The changes of a quotation that a page prints: it may begin and end with any sentence of the base, so that only the
 * words of a sentence begun are truncated; and how lines break is the page's affair.
 */
export function asQuoted(changes: readonly Change[], pair: Pair): Change[] {
  return changes.flatMap((change) => {
    if (change.kind === "truncation") {
      const told = withinSentence(change, pair)
      return told.baseFrom === told.baseTo ? [] : [told]
    }
    if (change.kind === "typographic" && (isLayout(change, pair) || isFirstCapital(change, pair)))
      return []
    return [change]
  })
}

/** The part of a truncation that belongs to a sentence of which something is printed; empty where none does. */
export function withinSentence(change: Change, pair: Pair): Change {
  const { base } = pair
  const { baseFrom, baseTo } = change
  if (isBegun(change, pair)) return { ...change, baseFrom: startOfSentence(base, baseTo, baseFrom) }
  return { ...change, baseTo: endOfSentence(base, baseFrom, baseTo) }
}

/** Whether a truncation is of words before what is printed, and not behind it. */
export function isBegun({ witnessFrom }: Change, { witness }: Pair): boolean {
  return witnessFrom === 0 || witnessFrom < witness.words.length
}

/** The first word of the sentence that word `k` stands in, not before `least`. */
function startOfSentence(base: Wording, k: number, least: number): number {
  let from = k
  while (from > least && base.stops[from - 1] !== STOP.sentence) from--
  return from
}

/** Behind the last word of the sentence that goes on at word `k`; `k` itself where a sentence ended before it. */
function endOfSentence(base: Wording, k: number, most: number): number {
  let to = k
  while (to < most && base.stops[to - 1] !== STOP.sentence) to++
  return to
}

/** Whether only white space differs: line breaks and the kind of space. */
function isLayout(change: Change, pair: Pair): boolean {
  const isBlank = (spans: readonly Span[], text: string): boolean =>
    spans.every(({ from, to }) => /^\s*$/.test(text.slice(from, to)))
  return (
    isBlank(changeBaseSpans(change, pair.base), pair.base.text) &&
    isBlank(changeWitnessSpans(change, pair.witness), pair.witness.text)
  )
}

/** Whether it is the case of the first letter, which the page's own sentence gives it. */
function isFirstCapital(change: Change, pair: Pair): boolean {
  if (change.witnessFrom > 0 || change.witnessTo !== 1 || change.baseTo - change.baseFrom !== 1)
    return false
  const [was, is] = [rawWord(pair.base, change.baseFrom), rawWord(pair.witness, 0)]
  return was.slice(1) === is.slice(1) && was[0]!.toLowerCase() === is[0]!.toLowerCase()
}
