import { type Change, compareChanges } from "./change.ts"
import { findEmphasised } from "./emphasis.ts"
import { findMoved } from "./moved.ts"
import { nameRegion } from "./name-region.ts"
import type { Pair } from "./pair.ts"
import { findRegions } from "./regions.ts"
import { findTypographic } from "./typographic.ts"

/** Every difference of a witness from the base, exact, in the base's order. */
export function findChanges(pair: Pair): Change[] {
  const words = findRegions(pair).flatMap((region) => nameRegion(pair, region))
  const changes = [...words, ...findMoved(pair), ...nameAsides(pair)]
  const emphasis = findEmphasised(pair)
  const typographic = findTypographic(pair, [...changes, ...emphasis])
  return [...changes, ...emphasis, ...typographic].sort(compareChanges)
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
