import { hashWord, SHAPE } from "../text/words.ts"
import { has, IS } from "./lexicon.ts"
import type { Reading } from "./reading.ts"

const COMMA = hashWord(",")

/** What the case of words tells in an article. */
export interface Casing {
  /** For each block 1 where every word of weight is capitalised: there capitals make no name. */
  readonly titled: Uint8Array
  /** Words that stand capitalised somewhere else than at the head of a sentence or in a title. */
  readonly proper: ReadonlySet<number>
  /** In German, where every noun is capitalised: what stands behind a first name. */
  readonly surnames: ReadonlySet<number>
}

export function casingOf(reading: Reading): Casing {
  const titled = titledBlocks(reading)
  const proper = new Set<number>()
  const surnames = new Set<number>()
  if (reading.article.language === "de")
    for (let i = 1; i < reading.words.count; i++)
      if (isCapital(reading, i) && followsFirstName(reading, i))
        surnames.add(reading.words.hash[i]!)
  for (let i = 0; i < reading.words.count; i++) {
    if (!isCapital(reading, i) || headsSentence(reading, i) || isTitled(reading, titled, i))
      continue
    proper.add(reading.words.hash[i]!)
  }
  return { titled, proper, surnames }
}

function followsFirstName(reading: Reading, i: number): boolean {
  const { sentence } = reading
  if (!isCapital(reading, i - 1) || sentence[i - 1] !== sentence[i]) return false
  return (
    has(reading, i - 1, IS.male | IS.female) && !has(reading, i - 1, IS.small | IS.title | IS.place)
  )
}

export function isTitled({ block }: Reading, titled: Uint8Array, i: number): boolean {
  return block[i] !== -1 && titled[block[i]!] === 1
}

/** Headings, and other lines with a capital on each word longer than a preposition ("Mayor Says Ferries Will Sail"). */
function titledBlocks(reading: Reading): Uint8Array {
  const { words, blocks, block, article } = reading
  const capitals = new Uint16Array(blocks.length)
  const small = new Uint8Array(blocks.length)
  for (let i = 0; i < words.count; i++) {
    if (block[i] === -1) continue
    if (isCapital(reading, i)) capitals[block[i]!]!++
    else if (words.shape[i] === SHAPE.lower && words.to[i]! - words.from[i]! > LONGEST_SMALL)
      small[block[i]!] = 1
  }
  const titled = new Uint8Array(blocks.length)
  for (let index = 0; index < blocks.length; index++) {
    const isLine =
      article.language !== "de" && small[index] === 0 && capitals[index]! >= LEAST_TITLED
    if (isLine || blocks[index]!.kind === "heading") titled[index] = 1
  }
  return titled
}

/** Letters of the longest words that titles print without a capital: "with", "from". */
const LONGEST_SMALL = 4
/** Capitals from which a line is a title: a shorter one may be a name. */
const LEAST_TITLED = 6

/** Whether a token is the first word of its sentence or of words in marks. */
export function headsSentence(reading: Reading, i: number): boolean {
  for (let j = i - 1; j >= 0; j--) {
    if (reading.sentence[j] !== reading.sentence[i]) return true
    // “…,” Finch said: the sentence goes on.
    if (reading.part[j] !== reading.part[i])
      return reading.part[i] !== -1 || reading.words.hash[j] !== COMMA
    if (reading.words.shape[j] !== SHAPE.mark) return false
    if (j < i - 2) return false
  }
  return true
}

export function isCapital(reading: Reading, i: number): boolean {
  const shape = reading.words.shape[i]
  return shape === SHAPE.capital || shape === SHAPE.upper || hasArticle(reading, i)
}

export function nextIsCapital(reading: Reading, i: number): boolean {
  return i + 1 < reading.words.count && isCapital(reading, i + 1)
}

/** "el-Quasi": a name that begins with a small article. */
function hasArticle({ words }: Reading, i: number): boolean {
  const { text, from, to, shape } = words
  const at = from[i]!
  if (shape[i] !== SHAPE.lower || to[i]! - at < MIN_ARTICLED) return false
  if (text.charCodeAt(at + 2) !== HYPHEN) return false
  return ARTICLED.test(text.slice(at, to[i]!))
}

const HYPHEN = 0x2d
/** Characters of the shortest such name, so that small words are told apart at once. */
const MIN_ARTICLED = 5
const ARTICLED = /^(?:al|el|ul|ur|as|ad|an|ar|at|az|ed)-\p{Lu}/u
