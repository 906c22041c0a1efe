import type { Query } from "./query.ts"
import { frequency, textAt, type WordIndex } from "./wordIndex.ts"

/** Words of text that one cell of the score board stands for; a passage lies in one cell or two neighbours. */
const CELL = 64
/** Positions looked at for one query, about: rare words come first, so what is left out tells least. */
const MAX_POSITIONS = 30_000
/** A cell's neighbourhood counts as a place worth a look at this share of the best one's bits. */
const WORTH_A_LOOK = 0.5

/** A text and how many bits of the query stand close together somewhere in it. */
export interface Ranked {
  readonly text: number
  readonly bits: number
}

/**
 * The texts in which the query's words stand close together, best first: an inverted index read from the rarest word
 * on, each word counted once a cell.
 */
export function rankTexts(query: Query, index: WordIndex, limit: number): Ranked[] {
  const cells = new Float64Array(Math.ceil(index.words.length / CELL) + 1)
  const touched: number[] = []
  for (const [word, bits] of rareFirst(query, index)) {
    let last = -1
    const end = index.postingStarts[word + 1]!
    for (let entry = index.postingStarts[word]!; entry < end; entry++) {
      const cell = Math.floor(index.postings[entry]! / CELL)
      if (cell === last) continue
      if (cells[cell] === 0) touched.push(cell)
      cells[cell]! += bits
      last = cell
    }
  }
  return bestTexts(index, cells, touched).slice(0, limit)
}

/** The query's distinct words with their bits, rarest first, as many as the budget of positions allows. */
function rareFirst(query: Query, index: WordIndex): [number, number][] {
  const bits = new Map<number, number>()
  for (const [place, word] of query.words.entries()) {
    if (word >= 0) bits.set(word, query.bits[place]!)
  }
  const sorted = [...bits].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  let positions = 0
  return sorted.filter(([word], rank) => {
    positions += frequency(index, word)
    return rank === 0 || positions <= MAX_POSITIONS
  })
}

function bestTexts(index: WordIndex, cells: Float64Array, touched: readonly number[]): Ranked[] {
  const pair = (cell: number): number => cells[cell]! + cells[cell + 1]!
  let best = 0
  for (const cell of touched) best = Math.max(best, pair(cell))
  const byText = new Map<number, number>()
  for (const cell of touched) {
    const bits = pair(cell)
    if (bits < WORTH_A_LOOK * best) continue
    for (const text of textsOf(index, cell)) {
      byText.set(text, Math.max(bits, byText.get(text) ?? 0))
    }
  }
  return [...byText]
    .map(([text, bits]) => ({ text, bits }))
    .sort((a, b) => b.bits - a.bits || a.text - b.text)
}

/** The texts that have words in a cell or the one behind it. */
function textsOf(index: WordIndex, cell: number): number[] {
  const first = textAt(index, cell * CELL)
  const last = textAt(index, Math.min(index.words.length - 1, (cell + 2) * CELL - 1))
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}
