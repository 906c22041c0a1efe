import type { Query } from "./query.ts"
import { positionsOf } from "./triples.ts"
import { frequency, textAt, type WordIndex } from "./word-index.ts"

/** Words of text that one cell of the score board stands for; a passage lies in one cell or two neighbours. */
const CELL = 64
/** Positions looked at for one query's words, about, and for its triples: rare ones come first, what is left out tells
 * least. */
const MAX_POSITIONS = 16_000
/** A cell's neighbourhood counts as a place worth a look at this share of the best one's bits. */
const WORTH_A_LOOK = 0.5

/** A text and how many bits of the query stand close together somewhere in it. */
export interface Ranked {
  readonly text: number
  readonly bits: number
}

/**
 * The texts in which the query's words stand close together, best first: an inverted index of words and of word
 * triples, read from the rarest on, each counted once a cell.
 */
export function rankTexts(query: Query, index: WordIndex, limit: number): Ranked[] {
  const cells = new Float64Array(Math.ceil(index.words.length / CELL) + 1)
  const touched: number[] = []
  for (const { positions, bits } of [...rareWords(query, index), ...rareTriples(query, index)]) {
    let last = -1
    for (const position of positions) {
      const cell = Math.floor(position / CELL)
      if (cell === last) continue
      if (cells[cell] === 0) touched.push(cell)
      cells[cell]! += bits
      last = cell
    }
  }
  return bestTexts(index, cells, touched).slice(0, limit)
}

/** Where one thing of the query stands, ascending, and what it tells. */
interface Posting {
  readonly positions: Uint32Array | readonly number[]
  readonly bits: number
}

/** The query's distinct words, rarest first, as many as the budget allows. */
function rareWords(query: Query, index: WordIndex): Posting[] {
  const words = [...new Set(query.words)].filter((word) => word >= 0)
  return withinBudget(
    words.map((word) => ({
      positions: index.postings.subarray(index.postingStarts[word], index.postingStarts[word + 1]),
      bits: Math.log2((index.total + 1) / frequency(index, word)),
    })),
  )
}

/** The query's distinct triples, rarest first, as many as the budget allows. */
function rareTriples(query: Query, index: WordIndex): Posting[] {
  const postings: Posting[] = []
  const seen = new Set<string>()
  for (let place = 0; place + 2 < query.words.length; place++) {
    const triple = [query.words[place]!, query.words[place + 1]!, query.words[place + 2]!] as const
    const key = triple.join()
    if (seen.has(key) || triple.some((word) => word < 0)) continue
    seen.add(key)
    const positions = positionsOf(index.triples, index.words, triple)
    if (positions.length === 0) continue
    postings.push({ positions, bits: Math.log2((index.total + 1) / positions.length) })
  }
  return withinBudget(postings)
}

function withinBudget(postings: readonly Posting[]): Posting[] {
  let spent = 0
  return postings
    .toSorted((a, b) => a.positions.length - b.positions.length)
    .filter(({ positions }, rank) => {
      spent += positions.length
      return rank === 0 || spent <= MAX_POSITIONS
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
