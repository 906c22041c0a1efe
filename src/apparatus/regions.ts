import { type Alignment, isKept } from "../alignment/align.ts"
import type { Pair } from "./pair.ts"
import { isInterrupted } from "./wording.ts"

/** Words between two kept ones, on either side; a range is empty where nothing differs. */
export interface Region {
  readonly baseFrom: number
  readonly baseTo: number
  readonly witnessFrom: number
  readonly witnessTo: number
  /** Whether it is the part of a region that was cut at a mark of ellipsis, which the other part tells of. */
  readonly isCut?: boolean
}

/** The regions between the kept words of the witness's main order, and those inside each moved block. */
export function findRegions(pair: Pair): Region[] {
  const { alignment, base, witness } = pair
  const last = lastKept(pair, 0)
  const moved = Array.from({ length: alignment.blockCount }, (_, i) => i + 1)
  return [
    ...chainRegions(pair, 0, { base: 0, witness: 0 }),
    ...looseRuns(pair, 0, last.base, base.words.length, last.witness, witness.words.length),
    ...moved.flatMap((block) => chainRegions(pair, block, null)),
  ]
}

/** A place in both texts, before which everything is dealt with. */
interface Place {
  readonly base: number
  readonly witness: number
}

/** The regions before each kept word of one block, from a place on; from its first kept word where none is given. */
function chainRegions(pair: Pair, block: number, start: Place | null): Region[] {
  const { alignment, witness } = pair
  const regions: Region[] = []
  let next = start
  for (let w = 0; w < witness.words.length; w++) {
    if (alignment.blocks[w] !== block || !isKept(alignment, w)) continue
    const b = alignment.toBase[w]!
    const loose = next
      ? looseRuns(pair, block, next.base, Math.max(b, next.base), next.witness, w)
      : []
    for (const region of loose) regions.push(region)
    next = { base: Math.max(next?.base ?? 0, lastBase(alignment, w) + 1), witness: w + 1 }
  }
  return regions
}

function lastKept(pair: Pair, block: number): Place {
  const { alignment, witness } = pair
  for (let w = witness.words.length - 1; w >= 0; w--) {
    if (alignment.blocks[w] === block && isKept(alignment, w)) {
      return { base: lastBase(alignment, w) + 1, witness: w + 1 }
    }
  }
  return { base: 0, witness: 0 }
}

/** The last word of the base that a kept word stands for: two, where the witness joins them. */
export function lastBase(alignment: Alignment, w: number): number {
  const b = alignment.toBase[w]!
  return alignment.toWitness[b + 1] === w ? b + 1 : b
}

/**
 * One region for the words of a block between two kept ones; several where words of another block stand between. Where
 * both texts go on without a word, as they mostly do, there is one only if the base skips something there.
 */
function looseRuns(
  pair: Pair,
  block: number,
  baseFrom: number,
  baseTo: number,
  witnessFrom: number,
  witnessTo: number,
): readonly Region[] {
  if (baseFrom === baseTo && witnessFrom === witnessTo)
    return isInterrupted(pair.base, baseFrom)
      ? [{ baseFrom, baseTo, witnessFrom, witnessTo }]
      : NONE
  const { blocks, baseBlocks } = pair.alignment
  const baseRuns = runs(baseFrom, baseTo, (b) => baseBlocks[b] === block)
  const witnessRuns = runs(witnessFrom, witnessTo, (w) => blocks[w] === block)
  if (baseRuns.length <= 1 && witnessRuns.length <= 1) {
    const [b = [baseFrom, baseFrom]] = baseRuns
    const [w = [witnessTo, witnessTo]] = witnessRuns
    return [{ baseFrom: b[0], baseTo: b[1], witnessFrom: w[0], witnessTo: w[1] }]
  }
  return [
    ...baseRuns.map(([from, to]) => ({
      baseFrom: from,
      baseTo: to,
      witnessFrom: witnessTo,
      witnessTo,
    })),
    ...witnessRuns.map(([from, to]) => ({
      baseFrom: baseTo,
      baseTo,
      witnessFrom: from,
      witnessTo: to,
    })),
  ]
}

const NONE: readonly Region[] = []

function runs(
  from: number,
  to: number,
  belongs: (k: number) => boolean,
): (readonly [number, number])[] {
  const found: [number, number][] = []
  for (let k = from; k < to; k++) {
    if (!belongs(k)) continue
    const last = found.at(-1)
    if (last && last[1] === k) last[1] = k + 1
    else found.push([k, k + 1])
  }
  return found
}
