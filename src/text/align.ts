import { alignWindow, type Links, type Window } from "./affine.ts"
import type { Lexicon, Sequence } from "./lexicon.ts"
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
  let coarse = false
  for (const window of findSharedRuns(base, witness, links)) {
    coarse = !fill(base, witness, lexicon, links, window) || coarse
  }
  return { ...links, ...findMoves(base, witness, links), coarse }
}

/** Most cells of one window that are computed: 25 million are a quarter of a second and 25 MB. */
const MAX_CELLS = 26e6

function fill(
  base: Sequence,
  witness: Sequence,
  lexicon: Lexicon,
  links: Links,
  window: Window,
): boolean {
  const rows = window.baseTo - window.baseFrom
  const columns = window.witnessTo - window.witnessFrom
  if (rows === 0 || columns === 0) return true
  if (rows * columns > MAX_CELLS) return false
  alignWindow(base, witness, lexicon, links, window)
  return true
}
