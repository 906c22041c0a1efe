import { compareText } from "../text/compare-text.ts"
import type { Span } from "../text/span.ts"
import type { EditKind } from "./apparatus.ts"
import { spansOf, type Wording } from "./wording.ts"

/** A difference between a witness and the base, in words of each: half-open ranges, either of which may be empty. */
export interface Change {
  readonly kind: EditKind
  readonly marked: boolean
  readonly certainty: "certain" | "likely"
  readonly baseFrom: number
  readonly baseTo: number
  readonly witnessFrom: number
  readonly witnessTo: number
  /** Where the words alone do not say it: a mark, a gap, a bracket. */
  readonly baseSpans?: readonly Span[]
  readonly witnessSpans?: readonly Span[]
}

export function changeBaseSpans(change: Change, base: Wording): readonly Span[] {
  return change.baseSpans ?? spansOf(base, change.baseFrom, change.baseTo)
}

export function changeWitnessSpans(change: Change, witness: Wording): readonly Span[] {
  return change.witnessSpans ?? spansOf(witness, change.witnessFrom, change.witnessTo)
}

/** Base order, then witness order, then kind: no two changes are equal in all three. */
export function compareChanges(a: Change, b: Change): number {
  return (
    a.baseFrom - b.baseFrom ||
    a.baseTo - b.baseTo ||
    a.witnessFrom - b.witnessFrom ||
    a.witnessTo - b.witnessTo ||
    compareText(a.kind, b.kind)
  )
}
