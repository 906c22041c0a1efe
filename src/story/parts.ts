import { sortHashed } from "../text/sort-hashed.ts"
import type { ProfileWords } from "./profile-words.ts"
import { LEVEL } from "./rarity.ts"
import { SparseNumbers } from "./sparse-numbers.ts"
import { NUMBERS, type Terms } from "./terms.ts"
import { dampened, heaviest } from "./vector.ts"

/**
 * What is compared of an article: its words, the first of them, its title; the first capitalised words inside sentences,
 * those that weigh most, and those of the title. Title and first words of the body say what happened; `opening` has more
 * of it, `body` as much as news takes to tell it.
 */
export const PART = {
  title: 0,
  lead: 1,
  opening: 2,
  body: 3,
  names: 4,
  firstNames: 5,
  topNames: 6,
  titleNames: 7,
} as const

export const PARTS = 8

/**
 * The terms of an article in ascending order of their numbers, and how often each stands in each part. A part is a
 * vector of length 1: its weights are made when they are asked for, from small numbers that cost little room.
 */
export interface Parts {
  readonly indices: Int32Array
  readonly levels: Uint8Array
  /** A row a term, with its counts in the order of PART; what a spammer repeats more often than fits counts no more. */
  readonly counts: Uint8ClampedArray
  /** What brings the weights of each part to length 1, and the sum of these weights before. */
  readonly lengths: Float64Array
  readonly sums: Float64Array
  /** The rows of the names that weigh most, and of those of the title. */
  readonly tellingNames: readonly number[]
}

const LEAD_WORDS = 120
const OPENING_WORDS = 250
const FIRST_NAMES = 15
const TOP_NAMES = 8
/** Of the title each word counts twice in the whole. */
const TITLE_WEIGHT = 2

export function partsOf(words: ProfileWords, terms: Terms): Parts {
  const indices = sortHashed(findTerms(words), terms.numbers, NUMBERS)
  const levels = new Uint8Array(indices.length)
  for (let row = 0; row < indices.length; row++) {
    levels[row] = terms.levels[indices[row]!]!
    rows.set(indices[row]!, row + 1)
  }
  const counts = countParts(words, indices.length)
  for (const index of indices) rows.set(index, 0)
  countTopNames(levels, counts)
  const { lengths, sums } = measure(levels, counts)
  return { indices, levels, counts, lengths, sums, tellingNames: rowsOfNames(counts) }
}

function rowsOfNames(counts: Uint8ClampedArray): number[] {
  const named: number[] = []
  for (let at = 0; at < counts.length; at += PARTS)
    if (counts[at + PART.topNames]! + counts[at + PART.titleNames]! > 0) named.push(at / PARTS)
  return named
}

/** In which row the terms of the article stand that is being read, counted from one: empty between two articles. */
const rows = new SparseNumbers()

/** The places of the terms that tell something, each once. */
function findTerms({ terms, count }: ProfileWords): number[] {
  const found: number[] = []
  for (let i = 0; i < count; i++) {
    const index = terms[i]!
    if (index >= 0 && rows.get(index) === 0) rows.set(index, found.push(index))
  }
  return found
}

function countParts(
  { terms, title, count, isName }: ProfileWords,
  size: number,
): Uint8ClampedArray {
  const counts = new Uint8ClampedArray(PARTS * size)
  for (let i = 0; i < title; i++) {
    const row = PARTS * (rows.get(terms[i]!) - 1)
    if (row < 0) continue
    counts[row + PART.title]!++
    counts[row + PART.lead]!++
    counts[row + PART.opening]!++
    counts[row + PART.body]! += TITLE_WEIGHT
  }
  let names = 0
  for (let i = title; i < count; i++) {
    const row = PARTS * (rows.get(terms[i]!) - 1)
    if (row < 0) continue
    counts[row + PART.body]!++
    if (i - title < OPENING_WORDS) counts[row + PART.opening]!++
    if (i - title < LEAD_WORDS) counts[row + PART.lead]!++
    if (isName[i] === 0) continue
    counts[row + PART.names]!++
    if (names++ < FIRST_NAMES) counts[row + PART.firstNames]!++
  }
  for (let row = 0; row < counts.length; row += PARTS)
    if (counts[row + PART.names]! > 0) counts[row + PART.titleNames] = counts[row + PART.title]!
  return counts
}

/** Counts the names that weigh most. */
function countTopNames(levels: Uint8Array, counts: Uint8ClampedArray): void {
  const named: number[] = []
  const hefts: number[] = []
  for (let row = 0; row < levels.length; row++) {
    const count = counts[PARTS * row + PART.names]!
    if (count === 0) continue
    named.push(row)
    hefts.push(heft(count, levels[row]!))
  }
  for (const i of heaviest(hefts, TOP_NAMES)) {
    const at = PARTS * named[i]!
    counts[at + PART.topNames] = counts[at + PART.names]!
  }
}

/** What a term weighs before its part is brought to length 1. */
export function heft(count: number, level: number): number {
  return dampened(count) * (level * LEVEL)
}

/** How long the parts are as vectors of such weights, and the sums of these. */
function measure(levels: Uint8Array, counts: Uint8ClampedArray): Pick<Parts, "lengths" | "sums"> {
  const squares = new Float64Array(PARTS)
  const sums = new Float64Array(PARTS)
  for (let row = 0; row < levels.length; row++) {
    const at = PARTS * row
    const end = counts[at + PART.names] === 0 ? PART.names : PARTS
    for (let part = 0; part < end; part++) {
      const weight = heft(counts[at + part]!, levels[row]!)
      squares[part]! += weight * weight
      sums[part]! += weight
    }
  }
  return { lengths: squares.map((sum) => Math.sqrt(sum) || 1), sums }
}

/** Terms by their places among all, with their weights. */
export interface TellingTerms {
  readonly indices: readonly number[]
  readonly weights: readonly number[]
}

/** The terms that weigh most in the whole, in ascending order of their numbers. */
export function tellingTerms(
  { indices, levels, counts, lengths }: Parts,
  count: number,
): TellingTerms {
  const weights: number[] = []
  for (let row = 0; row < levels.length; row++)
    weights.push(heft(counts[PARTS * row + PART.body]!, levels[row]!) / lengths[PART.body]!)
  const chosen = heaviest(weights, count)
  return {
    indices: chosen.map((row) => indices[row]!),
    weights: chosen.map((row) => weights[row]!),
  }
}
