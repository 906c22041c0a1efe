import { LEVEL } from "./rarity.ts"
import { levelIn, type Term } from "./terms.ts"
import { heaviest, type Vector } from "./vector.ts"

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

const PARTS = 8

/**
 * The terms of an article in ascending order, and how often each stands in each part. A part is a vector of length 1:
 * its weights are made when they are asked for, from small numbers that cost little room.
 */
export interface Parts {
  readonly terms: Float64Array
  readonly indices: Int32Array
  readonly levels: Uint8Array
  /** The counts of one part after those of another, in the order of PART. */
  readonly counts: Uint16Array
  readonly lengths: readonly number[]
  /** The sum of a part's weights. */
  readonly sums: readonly number[]
}

/** The words of an article as parts see them. */
export interface Sections {
  readonly title: readonly Term[]
  readonly body: readonly Term[]
  readonly isName: (i: number) => boolean
}

const LEAD_WORDS = 120
const OPENING_WORDS = 250
const FIRST_NAMES = 15
const TOP_NAMES = 8
/** Of the title each word counts twice in the whole. */
const TITLE_WEIGHT = 2

export function partsOf({ title, body, isName }: Sections): Parts {
  const { places, ...columns } = placesOf([...title, ...body])
  const size = columns.terms.length
  const counts = new Uint16Array(PARTS * size)
  for (let i = 0; i < title.length; i++) {
    const place = places[i]!
    if (place < 0) continue
    counts[PART.title * size + place]!++
    counts[PART.lead * size + place]!++
    counts[PART.opening * size + place]!++
    counts[PART.body * size + place]! += TITLE_WEIGHT
  }
  let names = 0
  for (let i = 0; i < body.length; i++) {
    const place = places[title.length + i]!
    if (place < 0) continue
    counts[PART.body * size + place]!++
    if (i < OPENING_WORDS) counts[PART.opening * size + place]!++
    if (i < LEAD_WORDS) counts[PART.lead * size + place]!++
    if (!isName(i)) continue
    counts[PART.names * size + place]!++
    if (names++ < FIRST_NAMES) counts[PART.firstNames * size + place]!++
  }
  for (let place = 0; place < size; place++) {
    const named = counts[PART.names * size + place]!
    if (named > 0) counts[PART.titleNames * size + place] = counts[PART.title * size + place]!
  }
  return withTopNames({ ...columns, counts, lengths: lengthsOf(columns.levels, counts), sums: [] })
}

/** A number for each term's index, zero for all others. */
class Marks {
  #numbers: Int32Array = new Int32Array(2 ** 16)

  get(index: number): number {
    return index < this.#numbers.length ? this.#numbers[index]! : 0
  }

  set(index: number, number: number): void {
    if (index >= this.#numbers.length) this.#widen(index)
    this.#numbers[index] = number
  }

  #widen(index: number): void {
    const wider = new Int32Array(2 ** Math.ceil(Math.log2(index + 1)))
    wider.set(this.#numbers)
    this.#numbers = wider
  }
}

/** Which of an article's terms each is, counted from one: empty between two articles. */
const ordinals = new Marks()

interface Places {
  readonly terms: Float64Array
  readonly indices: Int32Array
  readonly levels: Uint8Array
  /** Where each word's term lies among the terms; -1 for words that tell nothing. */
  readonly places: Int32Array
}

function placesOf(words: readonly Term[]): Places {
  const found: Term[] = []
  const places = new Int32Array(words.length)
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (word.index < 0) continue
    let ordinal = ordinals.get(word.index)
    if (ordinal === 0) {
      ordinal = found.push(word)
      ordinals.set(word.index, ordinal)
    }
    places[i] = ordinal
  }
  for (const { index } of found) ordinals.set(index, 0)
  return inOrder(found, places)
}

/** Puts terms into ascending order; what were their numbers from one become their places. */
function inOrder(found: readonly Term[], places: Int32Array): Places {
  const terms = Float64Array.from(found, ({ term }) => term).sort()
  const indices = new Int32Array(found.length)
  const levels = new Uint8Array(found.length)
  const moved = new Int32Array(found.length + 1).fill(-1)
  found.forEach(({ term, index }, i) => {
    const place = placeIn(terms, term)
    indices[place] = index
    levels[place] = levelIn(term)
    moved[i + 1] = place
  })
  for (let i = 0; i < places.length; i++) places[i] = moved[places[i]!]!
  return { terms, indices, levels, places }
}

function placeIn(terms: Float64Array, term: number): number {
  let low = 0
  let high = terms.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (terms[middle]! < term) low = middle + 1
    else high = middle
  }
  return low
}

/** Term frequencies, dampened: what a count of that many makes of a term's rarity. */
const DAMPENED = Float64Array.from({ length: 2 ** 11 }, (_, count) =>
  count === 0 ? 0 : 1 + Math.log(count),
)
const RARITIES = Float64Array.from({ length: 2 ** 8 }, (_, level) => level * LEVEL)

function lengthsOf(levels: Uint8Array, counts: Uint16Array): number[] {
  const size = levels.length
  return Array.from({ length: PARTS }, (_, part) => {
    let sum = 0
    for (let place = 0; place < size; place++) {
      const weight = DAMPENED[counts[part * size + place]!]! * RARITIES[levels[place]!]!
      sum += weight * weight
    }
    return Math.sqrt(sum) || 1
  })
}

/** The weight of the term at a place in one part; 0 where the part lacks it. */
function weightAt({ levels, counts, lengths }: Parts, part: number, place: number): number {
  const count = counts[part * levels.length + place]!
  return count === 0 ? 0 : (DAMPENED[count]! * RARITIES[levels[place]!]!) / lengths[part]!
}

/** One part as a vector. */
export function vectorIn(parts: Parts, part: number): Vector {
  const size = parts.terms.length
  const terms = new Float64Array(size)
  const weights = new Float64Array(size)
  let held = 0
  for (let place = 0; place < size; place++) {
    if (parts.counts[part * size + place] === 0) continue
    terms[held] = parts.terms[place]!
    weights[held++] = weightAt(parts, part, place)
  }
  return { terms: terms.subarray(0, held), weights: weights.subarray(0, held) }
}

/** Fills in the names that weigh most, with the weights that they have among all names. */
function withTopNames(parts: Parts): Parts {
  const { terms, counts, lengths } = parts
  const size = terms.length
  for (const term of heaviest(vectorIn(parts, PART.names), TOP_NAMES).terms) {
    const place = placeIn(terms, term)
    counts[PART.topNames * size + place] = counts[PART.names * size + place]!
  }
  const whole = { ...parts, lengths: lengths.with(PART.topNames, lengths[PART.names]!) }
  return { ...whole, sums: lengths.map((_, part) => sumOf(whole, part)) }
}

function sumOf(parts: Parts, part: number): number {
  let sum = 0
  for (let place = 0; place < parts.terms.length; place++) sum += weightAt(parts, part, place)
  return sum
}

/** Terms that two articles share, by their places in both: good until the next two are compared. */
export interface Shared {
  readonly a: Parts
  readonly b: Parts
  readonly count: number
}

/** Room for the places of shared terms; an article has fewer terms than this, for only so many words are read. */
const placesA = new Int32Array(2 ** 11)
const placesB = new Int32Array(2 ** 11)

/** Where the terms of one article lie, counted from one: it is often compared with many in a row. */
const held = new Marks()
let holder: Parts | null = null

function hold(parts: Parts): void {
  if (holder === parts) return
  for (const index of holder?.indices ?? []) held.set(index, 0)
  parts.indices.forEach((index, place) => {
    held.set(index, place + 1)
  })
  holder = parts
}

/** Both must have been read with the same `Terms`. */
export function sharedTerms(a: Parts, b: Parts): Shared {
  hold(a)
  const { indices } = b
  let count = 0
  for (let j = 0; j < indices.length; j++) {
    const place = held.get(indices[j]!)
    if (place === 0) continue
    placesA[count] = place - 1
    placesB[count++] = j
  }
  return { a, b, count }
}

/** Cosine of a part of one article and a part of the other. */
export function cosine({ a, b, count }: Shared, partA: number, partB: number): number {
  let sum = 0
  for (let k = 0; k < count; k++)
    sum += weightAt(a, partA, placesA[k]!) * weightAt(b, partB, placesB[k]!)
  return sum
}

/** Share of a part's weight on terms that the whole of the other article has; null where the part is empty. */
export function coveredOf({ a, b, count }: Shared, part: number, side: "a" | "b"): number | null {
  const [parts, places] = side === "a" ? [a, placesA] : [b, placesB]
  let held = 0
  for (let k = 0; k < count; k++) held += weightAt(parts, part, places[k]!)
  return parts.sums[part] === 0 ? null : held / parts.sums[part]!
}

/** What the terms that a part of both articles has tell together. */
export function rarityOf({ a, b, count }: Shared, part: number): number {
  const [fromA, fromB] = [part * a.terms.length, part * b.terms.length]
  let sum = 0
  for (let k = 0; k < count; k++) {
    if (a.counts[fromA + placesA[k]!] && b.counts[fromB + placesB[k]!])
      sum += RARITIES[a.levels[placesA[k]!]!]!
  }
  return sum
}
