import type { Links } from "./affine.ts"
import type { Sequence } from "./lexicon.ts"

/** Least weight of a moved block: a content word and a function word. */
const MIN_MOVED_WEIGHT = 64
/** Least weight of a block that is all that was left over in both its places, and how far apart these may be. */
const MIN_WHOLE_WEIGHT = 40
const MAX_WHOLE_DISTANCE = 16
/** Most comparisons between leftover words; beyond it moves are not looked for. */
const MAX_COMPARISONS = 1e6
/** Most moved blocks of one witness; a text with more of them is not that text any more. */
const MAX_BLOCKS = 40
/** Weight up to which words that alone keep their order between leftovers may be part of a moved block instead. */
const WEAK_ISLAND = 30
/** Most words, on either side, between two parts of one moved block. */
const MAX_BETWEEN = 4

/** The link kinds of `LINK` in align.ts. */
const SAME = 1
const OTHER = 3

/** A stretch shared by both texts out of order. */
interface Block {
  readonly b: number
  readonly w: number
  readonly baseLength: number
  readonly length: number
  readonly weight: number
}

/** For each word of either text the moved block it belongs to, from 1; 0 for words in their order. */
export interface Moves {
  readonly blocks: Int32Array
  readonly baseBlocks: Int32Array
  readonly blockCount: number
}

/**
 * Links the words of runs that stand elsewhere in the base, heaviest first, and numbers these blocks in the witness's
 * order. Only words that the alignment in order left over on both sides can move.
 */
export function findMoves(base: Sequence, witness: Sequence, links: Links): Moves {
  const blocks = new Int32Array(witness.length)
  const baseBlocks = new Int32Array(base.length)
  const loose = findLoose(base, witness, links)
  const free = indices(loose.witness).length * indices(loose.base).length
  if (free === 0 || free > MAX_COMPARISONS) return { blocks, baseBlocks, blockCount: 0 }
  const found: Block[] = []
  while (found.length < MAX_BLOCKS) {
    const block = heaviestBlock(base, witness, links, loose)
    if (!block) break
    found.push(block)
    settle(links, loose, block)
  }
  const parts = outOfOrder(joinParts(found, links, loose), links)
  parts.forEach(({ b, w, baseLength, length }, i) => {
    blocks.fill(i + 1, w, w + length)
    baseBlocks.fill(i + 1, b, b + baseLength)
  })
  return { blocks, baseBlocks, blockCount: parts.length }
}

/** The blocks that did move: one that stands behind and before the same words in both texts only was left over. */
function outOfOrder(parts: readonly Block[], links: Links): Block[] {
  const isMoved = new Uint8Array(links.toBase.length)
  for (const { w, length } of parts) isMoved.fill(1, w, w + length)
  return parts.filter((part) => {
    const isInOrder = links.toBase.every(
      (b, w) =>
        b < 0 || isMoved[w] === 1 || (w < part.w ? b < part.b : b >= part.b + part.baseLength),
    )
    if (isInOrder) isMoved.fill(0, part.w, part.w + part.length)
    return !isInOrder
  })
}

/** Words linked to nothing, or weakly, that may yet belong to a moved block: 1 for such a word. */
interface Loose {
  readonly base: Uint8Array
  readonly witness: Uint8Array
}

function findLoose(base: Sequence, witness: Sequence, links: Links): Loose {
  const inWitness = weakIslands(witness, links)
  for (let w = 0; w < witness.length; w++) if (isLoose(links, w)) inWitness[w] = 1
  const inBase = new Uint8Array(base.length)
  for (let b = 0; b < base.length; b++) {
    const w = links.toWitness[b]!
    inBase[b] = w < 0 || inWitness[w] ? 1 : 0
  }
  return { base: inBase, witness: inWitness }
}

function indices(flags: Uint8Array): number[] {
  const found: number[] = []
  for (let i = 0; i < flags.length; i++) if (flags[i]) found.push(i)
  return found
}

/** Whether a word of the witness has no place, or only shares one with another word. */
function isLoose(links: Links, w: number): boolean {
  return links.toBase[w]! < 0 || links.links[w] === OTHER
}

/** Words of little weight that stand alone between loose ones. */
function weakIslands(witness: Sequence, links: Links): Uint8Array {
  const weak = new Uint8Array(witness.length)
  let w = 0
  while (w < witness.length) {
    if (isLoose(links, w)) {
      w++
      continue
    }
    const from = w
    let weight = 0
    while (w < witness.length && !isLoose(links, w) && (w === from || follows(links, w))) {
      weight += witness.weights[w]!
      w++
    }
    const isCutOff =
      from > 0 && w < witness.length && (isLoose(links, from - 1) || isLoose(links, w))
    if (weight <= WEAK_ISLAND && isCutOff) weak.fill(1, from, w)
  }
  return weak
}

function follows(links: Links, w: number): boolean {
  return links.toBase[w] === links.toBase[w - 1]! + 1
}

/** The heaviest run of equal loose words; of equals the first in the witness, then in the base. */
function heaviestBlock(
  base: Sequence,
  witness: Sequence,
  links: Links,
  loose: Loose,
): Block | null {
  const free = indices(loose.base)
  let best: Block | null = null
  let before = new Map<number, Block>()
  let previous = -2
  for (const w of indices(loose.witness)) {
    const here = new Map<number, Block>()
    for (const b of free) {
      if (base.keys[b] !== witness.keys[w] || links.toBase[w] === b) continue
      const grown = previous === w - 1 ? before.get(b - 1) : undefined
      const length = (grown?.length ?? 0) + 1
      const block = {
        b: grown?.b ?? b,
        w: grown?.w ?? w,
        baseLength: length,
        length,
        weight: (grown?.weight ?? 0) + witness.weights[w]!,
      }
      here.set(b, block)
      if ((!best || block.weight > best.weight) && isTelling(block, links, loose)) best = block
    }
    before = here
    previous = w
  }
  return best
}

/** Whether a block weighs enough to have been moved rather than to stand in two places by chance. */
function isTelling(block: Block, links: Links, loose: Loose): boolean {
  if (block.weight >= MIN_MOVED_WEIGHT) return true
  if (block.weight < MIN_WHOLE_WEIGHT) return false
  const { b, w, length } = block
  const isWhole =
    !loose.base[b - 1] &&
    !loose.base[b + length] &&
    !loose.witness[w - 1] &&
    !loose.witness[w + length]
  const at = w > 0 ? links.toBase[w - 1]! : 0
  return isWhole && Math.abs(at - b) <= MAX_WHOLE_DISTANCE
}

/** Links a block's words, undoing the weak links they had. */
function settle(links: Links, loose: Loose, block: Block): void {
  for (let k = 0; k < block.length; k++) {
    const w = block.w + k
    const b = block.b + k
    unlink(links, w, links.toBase[w]!)
    if (links.toWitness[b]! >= 0) unlink(links, links.toWitness[b]!, b)
    links.toBase[w] = b
    links.toWitness[b] = w
    links.links[w] = SAME
    loose.base[b] = 0
    loose.witness[w] = 0
  }
}

function unlink(links: Links, w: number, b: number): void {
  links.toBase[w] = -1
  links.links[w] = 0
  if (b >= 0 && links.toWitness[b] === w) links.toWitness[b] = -1
}

/** Blocks that follow each other closely in both texts, with only loose words between, as one. */
function joinParts(found: readonly Block[], links: Links, loose: Loose): Block[] {
  const joined: Block[] = []
  for (const block of found.toSorted((x, y) => x.w - y.w)) {
    const last = joined.at(-1)
    if (last && isContinued(last, block, loose)) {
      linkBetween(last, block, links)
      joined[joined.length - 1] = {
        ...last,
        baseLength: block.b + block.baseLength - last.b,
        length: block.w + block.length - last.w,
      }
    } else joined.push(block)
  }
  return joined
}

function isContinued(last: Block, next: Block, loose: Loose): boolean {
  const b = last.b + last.baseLength
  const w = last.w + last.length
  if (next.b < b || next.b - b > MAX_BETWEEN || next.w - w > MAX_BETWEEN) return false
  for (let k = b; k < next.b; k++) if (!loose.base[k]) return false
  for (let k = w; k < next.w; k++) if (!loose.witness[k]) return false
  return true
}

/** Other words in the same places, where as many stand between two parts in both texts. */
function linkBetween(last: Block, next: Block, links: Links): void {
  const b = last.b + last.baseLength
  const w = last.w + last.length
  const count = next.w - w
  for (let k = 0; k < count; k++) unlink(links, w + k, links.toBase[w + k]!)
  for (let k = b; k < next.b; k++)
    if (links.toWitness[k]! >= 0) unlink(links, links.toWitness[k]!, k)
  if (count !== next.b - b) return
  for (let k = 0; k < count; k++) {
    links.toBase[w + k] = b + k
    links.toWitness[b + k] = w + k
    links.links[w + k] = OTHER
  }
}
