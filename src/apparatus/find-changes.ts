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

/** What the page put in besides words: `[sic]`, an attribution. A note on emphasis belongs to the emphasis. */
function nameAsides(pair: Pair): Change[] {
  const { alignment, base } = pair
  return pair.asides.flatMap(({ kind, span, before }): Change[] => {
    if (kind === "note") return []
    const after = before > 0 ? alignment.toBase[before - 1]! : -1
    const next = alignment.toBase[before] ?? base.words.length
    const place = after >= 0 ? after + 1 : Math.max(0, next)
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
