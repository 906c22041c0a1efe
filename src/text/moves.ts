import type { Links } from "./affine.ts"
import type { Lexicon, Sequence } from "./lexicon.ts"

/** Least weight of a moved block: a content word and a function word, or two content words. */
const MIN_MOVED_WEIGHT = 64
/** Most comparisons between leftover words; beyond it moves are not looked for. */
const MAX_COMPARISONS = 4e6
/** Weight up to which words that alone keep their order between leftovers may be part of a moved block instead. */
const WEAK_ISLAND = 30

/** A stretch shared by both texts out of order. */
interface Block {
  readonly b: number
  readonly w: number
  readonly length: number
  readonly weight: number
}

/**
 * Links the words of runs that stand elsewhere in the base, heaviest first, and numbers these blocks from 1 in the
 * witness's order. Only words that the alignment in order left over on both sides can move.
 */
export function findMoves(
  base: Sequence,
  witness: Sequence,
  _lexicon: Lexicon,
  links: Links,
): Int32Array {
  const blocks = new Int32Array(witness.length)
  const free = leftovers(base, witness, links)
  if (free.witness.length * free.base.length > MAX_COMPARISONS) return blocks
  const moved: Block[] = []
  for (;;) {
    const block = heaviestBlock(base, witness, links, blocks, free)
    if (!block) break
    moved.push(block)
    settle(witness, links, blocks, block)
  }
  numberBlocks(blocks, moved)
  return blocks
}

/** Words linked to nothing, or weakly: places that may belong to a moved block. */
interface Leftovers {
  readonly base: number[]
  readonly witness: number[]
}

function leftovers(base: Sequence, witness: Sequence, links: Links): Leftovers {
  const weakWitness = weakIslands(witness, links)
  const free: Leftovers = { base: [], witness: [] }
  for (let w = 0; w < witness.length; w++) {
    if (isLoose(links, w) || weakWitness[w]) free.witness.push(w)
  }
  for (let b = 0; b < base.length; b++) {
    const w = links.toWitness[b]!
    if (w < 0 || isLoose(links, w) || weakWitness[w]) free.base.push(b)
  }
  return free
}

/** Whether a word of the witness has no place, or only shares one with another word. */
function isLoose(links: Links, w: number): boolean {
  return links.toBase[w]! < 0 || links.links[w] === 3
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
    const cutOff = from > 0 && w < witness.length && (isLoose(links, from - 1) || isLoose(links, w))
    if (weight <= WEAK_ISLAND && cutOff) weak.fill(1, from, w)
  }
  return weak
}

function follows(links: Links, w: number): boolean {
  return links.toBase[w] === links.toBase[w - 1]! + 1
}

function heaviestBlock(
  base: Sequence,
  witness: Sequence,
  links: Links,
  blocks: Int32Array,
  free: Leftovers,
): Block | null {
  const isFree = new Uint8Array(base.length)
  for (const b of free.base) if (!isMoved(links, blocks, b)) isFree[b] = 1
  let best: Block | null = null
  let before = new Map<number, Block>()
  let previous = -2
  for (const w of free.witness) {
    const here = new Map<number, Block>()
    if (blocks[w]) {
      before = here
      continue
    }
    for (const b of free.base) {
      if (!isFree[b] || base.keys[b] !== witness.keys[w] || links.toBase[w] === b) continue
      const grown = previous === w - 1 ? before.get(b - 1) : undefined
      const block = {
        b: grown?.b ?? b,
        w: grown?.w ?? w,
        length: (grown?.length ?? 0) + 1,
        weight: (grown?.weight ?? 0) + witness.weights[w]!,
      }
      here.set(b, block)
      if (block.weight >= MIN_MOVED_WEIGHT && (!best || block.weight > best.weight)) best = block
    }
    before = here
    previous = w
  }
  return best
}

function isMoved(links: Links, blocks: Int32Array, b: number): boolean {
  const w = links.toWitness[b]!
  return w >= 0 && blocks[w]! > 0
}

/** Links a block's words, undoing the weak links they had. */
function settle(witness: Sequence, links: Links, blocks: Int32Array, block: Block): void {
  for (let k = 0; k < block.length; k++) {
    const w = block.w + k
    const b = block.b + k
    unlink(links, w, links.toBase[w]!)
    if (links.toWitness[b]! >= 0) unlink(links, links.toWitness[b]!, b)
    links.toBase[w] = b
    links.toWitness[b] = w
    links.links[w] = 1
    blocks[w] = witness.length + block.w
  }
}

function unlink(links: Links, w: number, b: number): void {
  links.toBase[w] = -1
  links.links[w] = 0
  if (b >= 0 && links.toWitness[b] === w) links.toWitness[b] = -1
}

function numberBlocks(blocks: Int32Array, moved: readonly Block[]): void {
  moved
    .toSorted((x, y) => x.w - y.w)
    .forEach((block, i) => {
      blocks.fill(i + 1, block.w, block.w + block.length)
    })
}
