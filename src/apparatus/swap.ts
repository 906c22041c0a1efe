import type { Change } from "./change.ts"
import type { Pair } from "./pair.ts"
import { normsOf, STOP, type Wording } from "./wording.ts"

/** Most words on either side that are told to have changed places, and most that may stand between them. */
const MAX_SWAPPED = 4
const MAX_BETWEEN = 8

/** Two words put in each other's place are one change of order: `the pilots, the crews` and `the crews, the pilots`. */
export function joinSwaps(changes: readonly Change[], pair: Pair): Change[] {
  const told: Change[] = []
  for (const change of changes) {
    const last = told.findLastIndex(({ kind }) => kind !== "typographic")
    const before = told[last]
    if (before && isSwap(before, change, pair)) told[last] = joined(before, change)
    else told.push(change)
  }
  return told
}

function isSwap(a: Change, b: Change, { base, witness }: Pair): boolean {
  const apart = b.baseFrom - a.baseTo
  return (
    [a, b].every(({ kind, marked }) => kind === "substitution" && !marked) &&
    a.baseTo - a.baseFrom <= MAX_SWAPPED &&
    apart > 0 &&
    apart <= MAX_BETWEEN &&
    apart === b.witnessFrom - a.witnessTo &&
    isOneSentence(base, a.baseFrom, b.baseTo) &&
    words(base, a.baseFrom, a.baseTo) === words(witness, b.witnessFrom, b.witnessTo) &&
    words(base, b.baseFrom, b.baseTo) === words(witness, a.witnessFrom, a.witnessTo)
  )
}

function isOneSentence({ stops }: Wording, from: number, to: number): boolean {
  return !stops.subarray(from, to - 1).includes(STOP.sentence)
}

function words(wording: Wording, from: number, to: number): string {
  return normsOf(wording, from, to).join(" ")
}

function joined(a: Change, b: Change): Change {
  const { baseFrom, witnessFrom } = a
  const { baseTo, witnessTo } = b
  const spans = { baseFrom, baseTo, witnessFrom, witnessTo }
  return { kind: "transposition", marked: false, certainty: "likely", ...spans }
}
