import type { Token } from "../text/tokens.ts"
import { type Alignment, LINK } from "./align.ts"

/** Pairs of words compared at most: in longer texts an alignment finds as soon what they share. */
const MAX_PAIRS = 160_000

/**
 * The alignment of a witness that stands word for word in the base, in one place only: most quotations do, and nothing
 * need be computed for them. Null where it does not.
 */
export function alignWhole(base: readonly Token[], witness: readonly Token[]): Alignment | null {
  if (witness.length === 0 || base.length * witness.length > MAX_PAIRS) return null
  const place = onlyPlace(base, witness)
  if (place < 0) return null
  const toBase = new Int32Array(witness.length)
  const toWitness = new Int32Array(base.length).fill(-1)
  for (let w = 0; w < witness.length; w++) {
    toBase[w] = place + w
    toWitness[place + w] = w
  }
  return {
    toBase,
    toWitness,
    links: new Uint8Array(witness.length).fill(LINK.same),
    blocks: new Int32Array(witness.length),
    baseBlocks: new Int32Array(base.length),
    blockCount: 0,
    coarse: false,
  }
}

/** Where all the words stand in a row; -1 where they do so nowhere, or in two places. */
function onlyPlace(base: readonly Token[], words: readonly Token[]): number {
  let place = -1
  for (let b = 0; b + words.length <= base.length; b++) {
    let length = 0
    while (length < words.length && base[b + length]!.norm === words[length]!.norm) length++
    if (length < words.length) continue
    if (place >= 0) return -1
    place = b
  }
  return place
}
