import type { Query } from "./query.ts"
import { bucketSize, positionsOf, tripleAt } from "./triples.ts"
import { frequency, textAt, type WordIndex } from "./word-index.ts"

/** Words of text that one cell of the score board stands for; a passage lies in one cell or two neighbours. */
const CELL = 64
/** Positions looked at for one query's words, about, and for its triples: rare ones come first, what is left out tells
 * least. */
const MAX_POSITIONS = 4_000
/** A cell's neighbourhood counts as a place worth a look at this share of the best one's bits. */
const WORTH_A_LOOK = 0.5

/** A text and how many bits of the query stand close together somewhere in it. */
export interface Ranked {
  readonly text: number
  readonly bits: number
}

/**
 * The texts, of those that may be, in which the query's words stand close together, best first: an inverted index of
 * words and of word triples, read from the rarest on, each counted once a cell.
 */
export function rankTexts(
  query: Query,
  index: WordIndex,
  limit: number,
  mayBe: (text: number) => boolean = () => true,
): Ranked[] {
  const board = boardOf(index)
  for (const posting of rareWords(query, index)) count(posting, board)
  for (const posting of rareTriples(query, index)) count(posting, board)
  const ranked = bestTexts(index, board, mayBe)
  wipe(board)
  return ranked.slice(0, limit)
}

/** What stands in each cell, in bits, and the cells in which anything does. */
interface Board {
  readonly cells: Float64Array
  readonly touched: Int32Array
  /** How many of `touched` are. */
  count: number
}

/** An index's board is made once and wiped after each query: making it anew costs more than most queries. */
const BOARDS = new WeakMap<WordIndex, Board>()

function boardOf(index: WordIndex): Board {
  const known = BOARDS.get(index)
  if (known) return known
  const size = Math.ceil(index.words.length / CELL) + 1
  const board = { cells: new Float64Array(size), touched: new Int32Array(size), count: 0 }
  BOARDS.set(index, board)
  return board
}

function wipe(board: Board): void {
  for (let i = 0; i < board.count; i++) board.cells[board.touched[i]!] = 0
  board.count = 0
}

/** Where one thing of the query stands, ascending, and what it tells. */
interface Posting {
  readonly positions: Uint32Array | readonly number[]
  readonly bits: number
}

function count({ positions, bits }: Posting, board: Board): void {
  const { cells, touched } = board
  let last = -1
  for (let i = 0; i < positions.length; i++) {
    const cell = Math.floor(positions[i]! / CELL)
    if (cell === last) continue
    if (cells[cell] === 0) touched[board.count++] = cell
    cells[cell]! += bits
    last = cell
  }
}

/** The query's distinct words, rarest first, as many as the budget allows. */
function rareWords(query: Query, index: WordIndex): Posting[] {
  const words = [...new Set(query.words)].filter((word) => word >= 0)
  return withinBudget(words, (word) => frequency(index, word)).map((word) => ({
    positions: index.postings.subarray(index.postingStarts[word], index.postingStarts[word + 1]),
    bits: Math.log2((index.total + 1) / frequency(index, word)),
  }))
}

/** The query's distinct triples, rarest first, as many as the budget allows. */
function rareTriples({ words }: Query, index: WordIndex): Posting[] {
  const { triples, total } = index
  const buckets = new Map<number, number>()
  for (let place = 0; place + 2 < words.length; place++) {
    const bucket = tripleAt(triples, words, place)
    if (bucket >= 0 && bucketSize(triples, bucket) > 0) buckets.set(bucket, place)
  }
  const rare = withinBudget([...buckets.keys()], (bucket) => bucketSize(triples, bucket))
  return rare.flatMap((bucket) => {
    const positions = positionsOf(triples, index.words, words, buckets.get(bucket)!)
    return positions.length === 0
      ? []
      : [{ positions, bits: Math.log2((total + 1) / positions.length) }]
  })
}

/** Things of the query by how often they stand somewhere, rarest first. */
function withinBudget(things: readonly number[], size: (thing: number) => number): number[] {
  let spent = 0
  return things
    .toSorted((a, b) => size(a) - size(b) || a - b)
    .filter((thing, rank) => {
      spent += size(thing)
      return rank === 0 || spent <= MAX_POSITIONS
    })
}

function bestTexts(
  index: WordIndex,
  { cells, touched, count }: Board,
  mayBe: (text: number) => boolean,
): Ranked[] {
  const byText = new Map<number, number>()
  let best = 0
  for (let i = 0; i < count; i++) {
    const cell = touched[i]!
    const bits = cells[cell]! + cells[cell + 1]!
    if (bits < WORTH_A_LOOK * best) continue
    const last = textAt(index, Math.min(index.words.length, (cell + 2) * CELL) - 1)
    for (let text = textAt(index, cell * CELL); text <= last; text++) {
      if (!mayBe(text)) continue
      best = Math.max(best, bits)
      byText.set(text, Math.max(bits, byText.get(text) ?? 0))
    }
  }
  return [...byText]
    .map(([text, bits]) => ({ text, bits }))
    .filter(({ bits }) => bits >= WORTH_A_LOOK * best)
    .sort((a, b) => b.bits - a.bits || a.text - b.text)
}
