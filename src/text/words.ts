import { EMPTY_HASH, growHash } from "./hash.ts"

/** What a token looks like; `upper` is two capitals or more, `mark` is any punctuation. */
export const SHAPE = {
  lower: 1,
  capital: 2,
  upper: 3,
  number: 4,
  mark: 5,
} as const

/**
 * The tokens of a text as columns, so that a long text costs no object a token. A token is a word with its inner
 * apostrophes and hyphens, a number, or one punctuation character; `'s` is a token of its own, and the dot of an
 * abbreviation belongs to it ("U.S.", "Sen.").
 */
export interface Words {
  readonly text: string
  readonly count: number
  readonly from: Int32Array
  readonly to: Int32Array
  /** Of the lower-cased word with straight apostrophes and without an abbreviation's dot: see `hashWord`. */
  readonly hash: Int32Array
  /** One of SHAPE. */
  readonly shape: Uint8Array
}

const SPACE = 0
const LETTER = 1
const DIGIT = 2
const APOSTROPHE = 3
const HYPHEN = 4
const MARK = 5
const TABLE_SIZE = 0x600

const classes = new Uint8Array(TABLE_SIZE)
const lowered = new Uint16Array(TABLE_SIZE)
for (let code = 0; code < TABLE_SIZE; code++) {
  const character = String.fromCharCode(code)
  const lower = character.toLowerCase()
  lowered[code] = lower.length === 1 ? lower.charCodeAt(0) : code
  classes[code] = classify(character, code)
}

function classify(character: string, code: number): number {
  if (/\s/.test(character)) return SPACE
  if (/[\p{L}\p{M}]/u.test(character)) return LETTER
  if (/\p{N}/u.test(character)) return DIGIT
  if (code === 0x27) return APOSTROPHE
  return code === 0x2d ? HYPHEN : MARK
}

function classOf(code: number): number {
  return code < TABLE_SIZE ? classes[code]! : classOfRare(code)
}

/** Above the table only punctuation blocks and spaces are told from letters; rare scripts read as words. */
function classOfRare(code: number): number {
  if (code === 0x2019) return APOSTROPHE
  if (code === 0x2010 || code === 0x2011) return HYPHEN
  if (code === 0x3000 || code === 0xfeff || (code >= 0x2000 && code <= 0x200b)) return SPACE
  if (code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f) return SPACE
  return (code >= 0x2010 && code < 0x2c00) || (code >= 0x3001 && code < 0x3040) ? MARK : LETTER
}

const BLANK = 0x20

/** The code unit at a place; beyond the ends a blank. `charCodeAt` is compiled in line only where it never misses. */
export function codeAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? text.charCodeAt(at) : BLANK
}

export function isSpace(code: number): boolean {
  return classOf(code) === SPACE
}

/** Letters and digits, of any script. */
export function isWordCode(code: number): boolean {
  const kind = classOf(code)
  return kind === LETTER || kind === DIGIT
}

function lower(code: number): number {
  return code < TABLE_SIZE ? lowered[code]! : code
}

/** FNV-1a over the lower-cased characters, 32 bits: the `hash` of a token that reads so. */
export function hashWord(word: string): number {
  return hashRange(word, 0, word.length)
}

/** The hashes of words with single spaces between them. */
export function hashWords(words: string): ReadonlySet<number> {
  return new Set(words.split(" ").map(hashWord))
}

/** The hash of the word that stands in a text at `from`. */
function hashRange(text: string, from: number, to: number): number {
  let hash = EMPTY_HASH
  for (let i = from; i < to; i++) hash = mix(hash, text.charCodeAt(i))
  return hash
}

function mix(hash: number, code: number): number {
  return growHash(hash, code === 0x2019 ? 0x27 : lower(code))
}

/** Titles and short forms whose dot does not end a sentence. */
const ABBREVIATIONS: ReadonlySet<number> = hashWords(
  "mr mrs ms dr const insp sen sens rep reps gov govs gen lt col sgt capt maj cpl adm rev hon prof st jr sr vs messrs pres supt " +
    "atty ave blvd inc corp co ltd no nos vol jan feb mar apr aug sept sep oct nov dec ala ariz ark calif colo conn del " +
    "fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo etc al approx dept est",
)

const isCapital = (code: number): boolean => lower(code) !== code

interface Columns {
  readonly from: Int32Array
  readonly to: Int32Array
  readonly hash: Int32Array
  readonly shape: Uint8Array
}

function newColumns(capacity: number): Columns {
  return {
    from: new Int32Array(capacity),
    to: new Int32Array(capacity),
    hash: new Int32Array(capacity),
    shape: new Uint8Array(capacity),
  }
}

/** Texts up to this length, nearly all, are scanned into columns that are used again and again. */
const REUSED_CAPACITY = 1 << 16
const reused = newColumns(REUSED_CAPACITY)

/** Reads the tokens of a text in one pass over its characters. */
export function scanWords(text: string): Words {
  const columns = text.length <= REUSED_CAPACITY ? reused : newColumns(text.length)
  let count = 0
  for (let i = 0; i < text.length; ) {
    const kind = classOf(text.charCodeAt(i))
    if (kind === SPACE) i++
    else {
      i =
        kind === LETTER || kind === DIGIT
          ? readWord(text, i, kind, columns, count)
          : readMark(text, i, kind, columns, count)
      count++
    }
  }
  return {
    text,
    count,
    from: columns.from.slice(0, count),
    to: columns.to.slice(0, count),
    hash: columns.hash.slice(0, count),
    shape: columns.shape.slice(0, count),
  }
}

/** Puts the mark or the clitic at `start` into the columns; returns where it ends. */
function readMark(text: string, start: number, kind: number, columns: Columns, at: number): number {
  const { from, to, hash, shape } = columns
  const clings = kind === APOSTROPHE && at > 0 && to[at - 1] === start
  const end = (clings && cliticEnd(text, start)) || start + 1
  from[at] = start
  to[at] = end
  hash[at] = hashRange(text, start, end)
  shape[at] = SHAPE.mark
  return end
}

/** The same for a word, with its hash made on the way: most of a text is read here. */
function readWord(text: string, start: number, kind: number, columns: Columns, at: number): number {
  const { from, to, hash, shape } = columns
  let hashed = EMPTY_HASH
  let end = start
  do {
    hashed = mix(hashed, text.charCodeAt(end))
    end++
  } while (end < text.length && goesOn(text, end))
  const dotted = dottedEnd(text, start, end, hashed)
  from[at] = start
  to[at] = dotted
  hash[at] = dotted > end + 1 ? hashRange(text, start, dotted - 1) : hashed
  shape[at] = shapeOf(text, start, end, kind)
  return dotted
}

/** Whether a word runs on over a place: inner apostrophes and hyphens belong to it, a final `'s` does not. */
function goesOn(text: string, at: number): boolean {
  const kind = classOf(text.charCodeAt(at))
  if (kind === LETTER || kind === DIGIT) return true
  if (kind !== APOSTROPHE && kind !== HYPHEN && !isInnerDot(text, at)) return false
  if (!isWordCode(codeAt(text, at + 1))) return false
  return kind !== APOSTROPHE || cliticEnd(text, at) === 0
}

/** "3.5", "1,000". */
function isInnerDot(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code !== 0x2e && code !== 0x2c) return false
  return classOf(codeAt(text, at - 1)) === DIGIT && classOf(codeAt(text, at + 1)) === DIGIT
}

/** The end of `'s` at an apostrophe, 0 where there is none. */
function cliticEnd(text: string, at: number): number {
  const next = codeAt(text, at + 1)
  return (next === 0x73 || next === 0x53) && !isWordCode(codeAt(text, at + 2)) ? at + 2 : 0
}

/** Takes in the dots of "U.S.", of an initial and of a known abbreviation. */
function dottedEnd(text: string, start: number, end: number, hashed: number): number {
  if (codeAt(text, end) !== 0x2e) return end
  if (end - start > 1) return ABBREVIATIONS.has(hashed) ? end + 1 : end
  if (classOf(text.charCodeAt(start)) !== LETTER) return end
  let i = end + 1
  while (classOf(codeAt(text, i)) === LETTER && codeAt(text, i + 1) === 0x2e) i += 2
  return i > end + 1 || isCapital(text.charCodeAt(start)) ? i : end
}

function shapeOf(text: string, start: number, end: number, kind: number): number {
  if (kind === DIGIT) return SHAPE.number
  if (!isCapital(text.charCodeAt(start))) return SHAPE.lower
  if (end - start < 2) return SHAPE.capital
  for (let i = start + 1; i < end; i++) {
    const code = text.charCodeAt(i)
    if (classOf(code) === LETTER && !isCapital(code)) return SHAPE.capital
  }
  return SHAPE.upper
}
