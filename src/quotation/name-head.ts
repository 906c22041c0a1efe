import { hashWord, hashWords, SHAPE } from "../text/words.ts"
import { isCapital } from "./casing.ts"
import { has, IS } from "./lexicon.ts"
import type { Reading } from "./reading.ts"

// Where the name itself begins, behind what is said before it: offices, houses, calls.

const OF = hashWord("of")
/** What a secretary or a speaker can be of in one word: behind it the name begins. */
const HOUSES = hashWords(
  "state defense defence war treasury labor labour energy commerce education transportation agriculture interior health house senate staff",
)
const LINKS = hashWords("of the and for")
/** Longest such house, in tokens: "of Housing and Urban Development". */
const MAX_HOUSE = 8

/** The index where the name behind an office begins, -1 where none does: "Secretary of State | Ada Finch". */
export function afterOfficeOf(reading: Reading, first: number): number {
  const { words, sentence, part } = reading
  if (!has(reading, first, IS.title) || words.hash[first + 1] !== OF) return -1
  let house = 0
  for (let i = first + 2; i < words.count && i < first + 2 + MAX_HOUSE; i++) {
    if (sentence[i] !== sentence[first] || part[i] !== part[first]) return -1
    if (LINKS.has(words.hash[i]!)) continue
    if (!isCapital(reading, i)) return -1
    if (house > 0 && has(reading, i, IS.male | IS.female | IS.title)) return i
    if (house === 1 && HOUSES.has(words.hash[i - 1]!)) return i
    if (house > 0 && has(reading, i - 1, IS.place) && !has(reading, i, IS.place)) return i
    house++
  }
  return -1
}

/** "then-Secretary of | State | Ada Finch", where the office has no capital: the index after its house. */
export function afterHouse({ words, bits }: Reading, first: number, last: number): number {
  const isHouse = HOUSES.has(words.hash[first]!) && words.hash[first - 1] === OF
  return isHouse && last > first + 1 && (bits[first - 2]! & IS.title) !== 0 ? first + 1 : first
}

/** The index after words in capitals before a first name: "SAN DIEGO Donald Trump" has a place, "WATCH …" a call before it. */
export function afterShout(reading: Reading, first: number, last: number): number {
  const { words } = reading
  let after = first
  while (words.shape[after] === SHAPE.upper && !has(reading, after, IS.title | IS.role)) after++
  if (after === first || words.to[after - 1]! - words.from[first]! <= ACRONYM) return first
  for (let i = after; i < last; i++)
    if (has(reading, i, IS.male | IS.female) && words.shape[i] === SHAPE.capital) return after
  return first
}

/** Letters of an acronym that says of which house somebody is, or of initials: "CBS", "JD". */
const ACRONYM = 3

/** The index after the titles that stand before a name: "Russian President | Vladimir Putin". */
export function leadingTitles(reading: Reading, first: number, last: number): number {
  if (isBody(reading, first, last)) return first
  let after = first
  for (let i = first; i < last; i++) {
    if (has(reading, i, IS.male | IS.female) && !has(reading, i, IS.title)) break
    if (has(reading, i, IS.title)) after = i + 1
  }
  while (after + 2 < last && isQuality(reading, after)) after++
  return afterOffice(reading, after, last)
}

/** "Communist Vladimir Putin": what somebody is, before a first name. */
function isQuality(reading: Reading, i: number): boolean {
  return has(reading, i, IS.nationality) && isGiven(reading, i + 1)
}

const BODIES = hashWords(
  "department ministry agency bureau office committee commission council court",
)

/** "Justice Department": words that are titles elsewhere, in the name of a body. */
function isBody({ words }: Reading, first: number, last: number): boolean {
  return last - first > 1 && BODIES.has(words.hash[last - 1]!)
}

/** "EPA Administrator | Ada Finch": an office that no list has, by the house before it and the first name behind it. */
function afterOffice(reading: Reading, first: number, last: number): number {
  if (isGiven(reading, first) || saysHouse(reading, last - 1)) return first
  let given = last - 2
  while (given > first && !isFirstName(reading, given)) given--
  while (given - 1 > first && isFirstName(reading, given - 1)) given--
  for (let i = first; i < given; i++) if (saysHouse(reading, i)) return given
  return first
}

function isGiven(reading: Reading, i: number): boolean {
  return has(reading, i, IS.male | IS.female)
}

function isFirstName(reading: Reading, i: number): boolean {
  return isGiven(reading, i) && !saysHouse(reading, i)
}

function saysHouse(reading: Reading, i: number): boolean {
  const bits = IS.organisation | IS.place | IS.nationality | IS.role | IS.title
  return reading.words.shape[i] === SHAPE.upper || has(reading, i, bits)
}
