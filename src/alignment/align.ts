import { alignWindow, type Links, type Window } from "./affine.ts"
import { FUNCTION_WEIGHT, type Lexicon, type Sequence } from "./lexicon.ts"
import { findMoves } from "./moves.ts"
import { findSharedRuns } from "./shared-runs.ts"

/** How a word of the witness stands to the word of the base it is aligned with. */
export const LINK = {
  none: 0,
  /** The same word, or a variant of it. */
  same: 1,
  /** The same word with a slip in it. */
  misprint: 2,
  /** Another word in its place. */
  other: 3,
} as const

/** Two texts aligned word by word. */
export interface Alignment {
  /** For each word of the witness its place in the base, -1 for none. Two words may share one place: `can not`. */
  readonly toBase: Int32Array
  /** For each word of the base its place in the witness, -1 for none. */
  readonly toWitness: Int32Array
  /** For each word of the witness, one of `LINK`. */
  readonly links: Uint8Array
  /** For each word of the witness the moved block it belongs to, counted from 1; 0 for words in their order. */
  readonly blocks: Int32Array
  /** The same for each word of the base. */
  readonly baseBlocks: Int32Array
  readonly blockCount: number
  /** Whether the texts were too long or too repetitive to be aligned exactly throughout. */
  readonly coarse: boolean
}

/** Whether a word of the witness stands in the base as the same word. */
export function isKept(alignment: Alignment, w: number): boolean {
  const link = alignment.links[w]
  return link === LINK.same || link === LINK.misprint
}

/**
 * Aligns a witness with a base: rare shared runs anchor long texts (seeds chained as in minimap2, Li 2018), an affine
 * dynamic programme (Gotoh 1982) fills what lies between, and runs left over on both sides are tried as moved blocks
 * (glocal alignment, Brudno et al. 2003). Missing words at either end of the base cost little: quotations are parts.
 */
export function align(base: Sequence, witness: Sequence, lexicon: Lexicon): Alignment {
  const links: Links = {
    toBase: new Int32Array(witness.length).fill(-1),
    toWitness: new Int32Array(base.length).fill(-1),
    links: new Uint8Array(witness.length),
  }
  const isWhole = isSame(base.ids, witness.ids)
  if (isWhole) linkAll(links)
  const coarse = !isWhole && alignWindows(base, witness, lexicon, links)
  dropIslands(base, witness, links)
  return { ...links, ...findMoves(base, witness, links), coarse }
}

/** Most quotations are printed by one page alone and are their own base. */
function isSame(a: Int32Array, b: Int32Array): boolean {
  return a.length === b.length && a.every((id, i) => id === b[i])
}

function linkAll({ toBase, toWitness, links }: Links): void {
  for (let w = 0; w < links.length; w++) {
    toBase[w] = w
    toWitness[w] = w
  }
  links.fill(LINK.same)
}

/** Aligns what lies between shared runs; tells whether some of it was too much. */
function alignWindows(base: Sequence, witness: Sequence, lexicon: Lexicon, links: Links): boolean {
  let left = MAX_CELLS
  let coarse = false
  for (const window of findSharedRuns(base, witness, links)) {
    const cells = (window.baseTo - window.baseFrom) * (window.witnessTo - window.witnessFrom)
    if (cells === 0) continue
    if (cells > left || (cells > MANY_CELLS && isForeign(base, witness, window))) coarse = true
    else {
      alignWindow(base, witness, lexicon, links, window)
      left -= cells
    }
  }
  return coarse
}

/** Fewest words missing on either side, and together, of a word that says too little to stand alone among them. */
const MIN_MISSING = 3
const MIN_MISSING_TOGETHER = 12

/** Unlinks function words that alone stand between two long omissions: "and" more likely joins what was kept. */
function dropIslands(base: Sequence, witness: Sequence, links: Links): void {
  for (let w = 1; w + 1 < witness.length; w++) {
    const b = links.toBase[w]!
    const before = links.toBase[w - 1]!
    const after = links.toBase[w + 1]!
    if (b < 0 || before < 0 || after < 0 || witness.cuts[w] || witness.cuts[w + 1]) continue
    const missing = [b - before - 1, after - b - 1] as const
    const isIsland =
      Math.min(...missing) >= MIN_MISSING && missing[0] + missing[1] >= MIN_MISSING_TOGETHER
    if (!isIsland || base.weights[b]! > FUNCTION_WEIGHT) continue
    links.toBase[w] = -1
    links.links[w] = LINK.none
    links.toWitness[b] = -1
  }
}

/** Most cells that are computed for one witness: some 25 million, two texts of 5,000 words, take a third of a second. */
const MAX_CELLS = 26e6
/** From so many cells on it is worth asking whether the two stretches have anything to do with each other. */
const MANY_CELLS = 250_000
/** Least share of the shorter stretch's words that the other must have too. */
const MIN_SHARED = 0.02

/** Whether two stretches have hardly a word in common. */
function isForeign(base: Sequence, witness: Sequence, window: Window): boolean {
  const { baseFrom, baseTo, witnessFrom, witnessTo } = window
  const known = new Set(base.keys.subarray(baseFrom, baseTo))
  let shared = 0
  for (let w = witnessFrom; w < witnessTo; w++) if (known.has(witness.keys[w]!)) shared++
  return shared < MIN_SHARED * Math.min(baseTo - baseFrom, witnessTo - witnessFrom)
}
