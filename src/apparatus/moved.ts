import { isKept } from "../alignment/align.ts"
import type { Change } from "./change.ts"
import type { Pair } from "./pair.ts"
import { lastBase, type Region } from "./regions.ts"
import { crossesSentence, isBetweenPassages, SPLICE_WORDS, skippedSpans } from "./splice.ts"

/** Passages printed in another order than spoken. */
export function findMoved(pair: Pair): Change[] {
  const { alignment } = pair
  const changes: Change[] = []
  for (let block = 1; block <= alignment.blockCount; block++) {
    const change = maybeMoved(pair, block)
    if (change) changes.push(change)
  }
  return changes
}

function maybeMoved(pair: Pair, block: number): Change | null {
  const { alignment, base } = pair
  const first = alignment.blocks.indexOf(block)
  const last = alignment.blocks.lastIndexOf(block)
  if (first < 0 || !isKept(alignment, first) || !isKept(alignment, last)) return null
  const region = {
    baseFrom: alignment.toBase[first]!,
    baseTo: lastBase(alignment, last) + 1,
    witnessFrom: first,
    witnessTo: last + 1,
  }
  const gap = gapBetween(pair, region)
  const isSplice =
    gap &&
    (isBetweenPassages(base, gap[0], gap[1]) ||
      (gap[1] - gap[0] >= SPLICE_WORDS && crossesSentence(base, gap[0], gap[1])))
  const change = { ...region, marked: false, certainty: "likely" } as const
  return isSplice
    ? {
        ...change,
        ...skippedSpans(base, gap[0], gap[1]),
        kind: "splice",
        baseFrom: gap[0],
        baseTo: gap[1],
      }
    : { ...change, kind: "transposition" }
}

/** The words of the base, left out, between a moved block and what stands beside it in the witness. */
function gapBetween(pair: Pair, block: Region): readonly [number, number] | null {
  const { alignment, witness } = pair
  const before = block.witnessFrom > 0 ? alignment.toBase[block.witnessFrom - 1]! : -1
  const after = block.witnessTo < witness.words.length ? alignment.toBase[block.witnessTo]! : -1
  if (after >= 0 && after < block.baseFrom)
    return [startOfGap(pair, block.baseFrom), block.baseFrom]
  if (before >= block.baseTo) return [block.baseTo, endOfGap(pair, block.baseTo)]
  return null
}

function startOfGap(pair: Pair, to: number): number {
  let from = to
  while (from > 0 && pair.alignment.toWitness[from - 1]! < 0) from--
  return from
}

function endOfGap(pair: Pair, from: number): number {
  let to = from
  while (to < pair.base.words.length && pair.alignment.toWitness[to]! < 0) to++
  return to
}
