import { textRange, type WordIndex } from "../search/word-index.ts"
import { nearStem } from "../text/near.ts"

/** Words in one run that make two texts the same words even where pages name two speakers for them: one of the pages
 * is wrong. */
export const MIN_RUN = 8

/**
 * The least that must be known of an index's texts to say what two of them can have in common at most: most that share
 * rare words share little else, and need not be compared.
 */
export interface Reach {
  /** Words that are equal or near forms of each other have one stem. */
  readonly stems: Uint32Array
  /** A hash of the MIN_RUN stems from each position on; 0 where its text ends before. */
  readonly runs: Uint32Array
  /** Room for a mark on each stem, and on each run by the low bits of its hash; all zero between two questions. */
  readonly stemMarks: Uint8Array
  readonly runMarks: Uint8Array
}

const RUN_MARKS = 2 ** 14

export function reachOf(index: WordIndex, texts: number): Reach {
  const numbers = new Map<string, number>()
  const stems = Uint32Array.from(index.forms, (form) => {
    const stem = nearStem(form)
    const number = numbers.get(stem) ?? numbers.size
    numbers.set(stem, number)
    return number
  })
  const runs = new Uint32Array(index.words.length)
  for (let text = 0; text < texts; text++) {
    const { from, to } = textRange(index, text)
    for (let position = from; position + MIN_RUN <= to; position++)
      runs[position] = hashRun(index.words, stems, position)
  }
  return {
    stems,
    runs,
    stemMarks: new Uint8Array(numbers.size),
    runMarks: new Uint8Array(RUN_MARKS),
  }
}

function hashRun(words: Uint32Array, stems: Uint32Array, at: number): number {
  let hash = 0x9e3779b9
  for (let i = at; i < at + MIN_RUN; i++) {
    hash = Math.imul(hash ^ stems[words[i]!]!, 0x85ebca6b)
    hash ^= hash >>> 15
  }
  return hash >>> 0 || 1
}

/** At least as many bits of a text's words as stand in another, near forms among them. */
export function reachableBits(
  text: number,
  other: number,
  index: WordIndex,
  bitsOf: Float64Array,
  { stems, stemMarks }: Reach,
): number {
  const { words } = index
  const there = textRange(index, other)
  for (let i = there.from; i < there.to; i++) stemMarks[stems[words[i]!]!] = 1
  const own = textRange(index, text)
  let bits = 0
  for (let i = own.from; i < own.to; i++)
    if (stemMarks[stems[words[i]!]!] === 1) bits += bitsOf[words[i]!]!
  for (let i = there.from; i < there.to; i++) stemMarks[stems[words[i]!]!] = 0
  return bits
}

/** False only where two texts have no run of MIN_RUN words in common, near forms among its words. */
export function mayShareRun(
  text: number,
  other: number,
  index: WordIndex,
  { runs, runMarks }: Reach,
): boolean {
  const own = textRange(index, text)
  for (let i = own.from; i < own.to; i++) if (runs[i] !== 0) runMarks[placeOf(runs[i]!)] = 1
  const there = textRange(index, other)
  let shares = false
  for (let i = there.from; i < there.to && !shares; i++)
    shares = runs[i] !== 0 && runMarks[placeOf(runs[i]!)] === 1
  for (let i = own.from; i < own.to; i++) if (runs[i] !== 0) runMarks[placeOf(runs[i]!)] = 0
  return shares
}

function placeOf(run: number): number {
  return run & (RUN_MARKS - 1)
}
