import { type Change, compareChanges } from "./change.ts"
import { findEmphasised } from "./emphasis.ts"
import { findMoved } from "./moved.ts"
import { nameRegion } from "./name-region.ts"
import type { Pair } from "./pair.ts"
import { findRegions } from "./regions.ts"
import { findTypographic } from "./typographic.ts"

/** Every difference of a witness from the base, exact, in the base's order. */
export function findChanges(pair: Pair): Change[] {
  const moved = findMoved(pair)
  const words = findRegions(pair)
    .flatMap((region) => nameRegion(pair, region))
    .filter((change) => !moved.some((one) => tellsOf(one, change)))
    .map((change) => maybeBegun(change, moved) ?? change)
  const changes = [...words, ...moved, ...nameAsides(pair)]
  const emphasis = findEmphasised(pair)
  const typographic = findTypographic(pair, [...changes, ...emphasis])
  return [...changes, ...emphasis, ...typographic].sort(compareChanges)
}

/** Whether two passages joined in reversed order tell of words left out: those that lie between them in the base. */
function tellsOf(moved: Change, change: Change): boolean {
  return (
    moved.kind === "splice" &&
    (change.kind === "splice" || change.kind === "omission") &&
    change.baseFrom < change.baseTo &&
    change.witnessFrom === change.witnessTo &&
    moved.baseFrom <= change.baseFrom &&
    change.baseTo <= moved.baseTo
  )
}

/**
 * Of words left out with which the base begins: that a sentence is begun where they end, if a passage from further on is
 * printed before it. Null for others.
 */
function maybeBegun(change: Change, moved: readonly Change[]): Change | null {
  const { kind, marked, baseFrom, witnessFrom } = change
  if (kind !== "omission" || marked || baseFrom > 0) return null
  const isBehind = moved.some((one) => one.kind === "splice" && one.witnessTo === witnessFrom)
  return isBehind ? { ...change, kind: "truncation" } : null
}

/** What the page put in besides words: `[sic]`, an attribution. A note on emphasis belongs to the emphasis. */
function nameAsides(pair: Pair): Change[] {
  return pair.asides.flatMap(({ kind, span, before }): Change[] => {
    if (kind === "note") return []
    const place =
      (kind === "attribution" ? maybeBorder(pair, before) : null) ?? placeOf(pair, before)
    return [
      {
        kind: kind === "attribution" ? "insertion" : "bracket",
        marked: true,
        certainty: "certain",
        baseFrom: place,
        baseTo: place,
        witnessFrom: before,
        witnessTo: before,
        witnessSpans: [span],
      },
    ]
  })
}

/** The place in the base of what stands before a word of the witness: behind the word that precedes it there. */
function placeOf({ alignment, base }: Pair, w: number): number {
  const after = w > 0 ? alignment.toBase[w - 1]! : -1
  const next = alignment.toBase[w] ?? base.words.length
  return after >= 0 ? after + 1 : Math.max(0, next)
}

/** Where two clauses meet in the base that stand around a word of the witness in the other order; null elsewhere. */
function maybeBorder({ alignment }: Pair, w: number): number | null {
  const { toBase, blocks } = alignment
  if (w === 0 || w === toBase.length) return null
  const [before, behind] = [blocks[w - 1]!, blocks[w]!]
  if (before === behind || toBase[w]! < 0 || toBase[w]! >= toBase[w - 1]!) return null
  return before > 0 ? toBase[blocks.indexOf(before)]! : toBase[blocks.lastIndexOf(behind)]! + 1
}
