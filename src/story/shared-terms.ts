import { heft, type PART, PARTS, type Parts } from "./parts.ts"
import { LEVEL } from "./rarity.ts"
import { SparseNumbers } from "./sparse-numbers.ts"
import { dampened } from "./vector.ts"

/** Terms that two articles share, by their rows in both: good until the next two are compared. */
export interface Shared {
  readonly a: Parts
  readonly b: Parts
  readonly count: number
}

/** Room for the rows of shared terms; an article has fewer terms than this, for only so many words are read. */
const rowsA = new Int32Array(2 ** 11)
const rowsB = new Int32Array(2 ** 11)
/** How much each shared term tells. */
const rarities = new Float64Array(2 ** 11)
/** Which rows of either article are shared. */
const isSharedA = new Uint8Array(2 ** 11)
const isSharedB = new Uint8Array(2 ** 11)

/** In which row the terms of one article stand, counted from one: it is often compared with many in a row. */
const held = new SparseNumbers()
let holder: Parts | null = null

function hold(parts: Parts): void {
  if (holder === parts) return
  for (const index of holder?.indices ?? []) held.set(index, 0)
  for (let row = 0; row < parts.indices.length; row++) held.set(parts.indices[row]!, row + 1)
  holder = parts
}

/** Both must have been read with the same `Terms`. */
export function sharedTerms(a: Parts, b: Parts): Shared {
  hold(a)
  const { indices } = b
  isSharedA.fill(0, 0, a.indices.length)
  isSharedB.fill(0, 0, indices.length)
  let count = 0
  for (let row = 0; row < indices.length; row++) {
    const other = held.get(indices[row]!)
    if (other === 0) continue
    isSharedA[other - 1] = 1
    isSharedB[row] = 1
    rowsA[count] = PARTS * (other - 1)
    rowsB[count] = PARTS * row
    rarities[count++] = b.levels[row]! * LEVEL
  }
  return { a, b, count }
}

/** Cosine of a part of one article and a part of the other. */
export function cosine({ a, b, count }: Shared, partA: number, partB: number): number {
  const [countsA, countsB] = [a.counts, b.counts]
  let sum = 0
  for (let k = 0; k < count; k++) {
    const [inA, inB] = [countsA[rowsA[k]! + partA]!, countsB[rowsB[k]! + partB]!]
    if (inA > 0 && inB > 0) sum += dampened(inA) * dampened(inB) * rarities[k]! * rarities[k]!
  }
  return sum / (a.lengths[partA]! * b.lengths[partB]!)
}

/** Share of a part's weight on terms that the whole of the other article has; null where the part is empty. */
export function coveredOf({ a, b, count }: Shared, part: number, side: "a" | "b"): number | null {
  const [{ counts, sums }, rows] = side === "a" ? [a, rowsA] : [b, rowsB]
  const whole = sums[part]!
  if (whole === 0) return null
  let covered = 0
  for (let k = 0; k < count; k++) {
    const held = counts[rows[k]! + part]!
    if (held > 0) covered += dampened(held) * rarities[k]!
  }
  return covered / whole
}

/** What the terms that a part of both articles has tell together. */
export function rarityOf({ a, b, count }: Shared, part: number): number {
  const [countsA, countsB] = [a.counts, b.counts]
  let sum = 0
  for (let k = 0; k < count; k++)
    if (countsA[rowsA[k]! + part]! > 0 && countsB[rowsB[k]! + part]! > 0) sum += rarities[k]!
  return sum
}

/** What the heaviest name tells that the other article lacks altogether: one of the top names, or of the title's. */
export function missingOf(
  { a, b }: Shared,
  part: typeof PART.topNames | typeof PART.titleNames,
  side: "a" | "b",
): number {
  const [{ counts, levels, tellingNames }, isShared] =
    side === "a" ? [a, isSharedA] : [b, isSharedB]
  let most = 0
  for (const row of tellingNames) {
    const held = counts[PARTS * row + part]!
    if (held > 0 && isShared[row] === 0) most = Math.max(most, heft(held, levels[row]!))
  }
  return most
}
