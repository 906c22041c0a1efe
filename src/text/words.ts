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

/** Above the table only punctuation blocks and spaces are told from letters; rare scripts read as words. */
function classOf(code: number): number {
  // Beyond the end of a text `code` is NaN, which reads as space.
  if (!(code >= TABLE_SIZE)) return classes[code] ?? SPACE
  if (code === 0x2019) return APOSTROPHE
  if (code === 0x2010 || code === 0x2011) return HYPHEN
  if (code === 0x3000 || code === 0xfeff || (code >= 0x2000 && code <= 0x200b)) return SPACE
  if (code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f) return SPACE
  return (code >= 0x2010 && code < 0x2c00) || (code >= 0x3001 && code < 0x3040) ? MARK : LETTER
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
  return code < TABLE_SIZE ? (lowered[code] ?? code) : code
}

const HASH_SEED = 0x811c9dc5 | 0
const HASH_PRIME = 0x01000193

/** FNV-1a over the lower-cased characters, 32 bits: the `hash` of a token that reads so. */
export function hashWord(word: string): number {
  return hashRange(word, 0, word.length)
}

/** The hash of the word that stands in a text at `from`. */
export function hashRange(text: string, from: number, to: number): number {
  let hash = HASH_SEED
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    hash = Math.imul(hash ^ (code === 0x2019 ? 0x27 : lower(code)), HASH_PRIME)
  }
  return hash
}

/** Titles and short forms whose dot does not end a sentence. */
const ABBREVIATIONS: ReadonlySet<number> = new Set(
  (
    "mr mrs ms dr sen sens rep reps gov govs gen lt col sgt capt maj cpl adm rev hon prof st jr sr vs messrs pres supt " +
    "atty ave blvd inc corp co ltd no nos vol jan feb mar apr aug sept sep oct nov dec ala ariz ark calif colo conn del " +
    "fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo etc al approx dept est"
  )
    .split(" ")
    .map(hashWord),
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
  const { from, to, hash, shape } = columns
  let count = 0
  const push = (start: number, end: number, hashed: number, shaped: number): void => {
    from[count] = start
    to[count] = end
    hash[count] = hashed
    shape[count++] = shaped
  }
  let i = 0
  while (i < text.length) {
    const code = text.charCodeAt(i)
    const kind = classOf(code)
    if (kind === SPACE) {
      i++
      continue
    }
    if (kind !== LETTER && kind !== DIGIT) {
      const clitic =
        kind === APOSTROPHE && count > 0 && to[count - 1] === i ? cliticEnd(text, i) : 0
      const end = clitic || i + 1
      push(i, end, hashRange(text, i, end), SHAPE.mark)
      i = end
      continue
    }
    const end = wordEnd(text, i)
    const hashed = hashRange(text, i, end)
    const dotted = dottedEnd(text, i, end, hashed)
    push(
      i,
      dotted,
      dotted > end + 1 ? hashRange(text, i, dotted - 1) : hashed,
      shapeOf(text, i, end, kind),
    )
    i = dotted
  }
  return {
    text,
    count,
    from: from.slice(0, count),
    to: to.slice(0, count),
    hash: hash.slice(0, count),
    shape: shape.slice(0, count),
  }
}

/** Where the word that begins at `start` ends: inner apostrophes and hyphens belong to it, a final `'s` does not. */
function wordEnd(text: string, start: number): number {
  let i = start + 1
  for (; i < text.length; i++) {
    const kind = classOf(text.charCodeAt(i))
    if (kind === LETTER || kind === DIGIT) continue
    if (kind !== APOSTROPHE && kind !== HYPHEN && !isInnerDot(text, i)) break
    if (!isWordCode(text.charCodeAt(i + 1))) break
    if (kind === APOSTROPHE && cliticEnd(text, i)) break
  }
  return i
}

/** "3.5", "1,000". */
function isInnerDot(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code !== 0x2e && code !== 0x2c) return false
  return classOf(text.charCodeAt(at - 1)) === DIGIT && classOf(text.charCodeAt(at + 1)) === DIGIT
}

/** The end of `'s` at an apostrophe, 0 where there is none. */
function cliticEnd(text: string, at: number): number {
  const next = text.charCodeAt(at + 1)
  return (next === 0x73 || next === 0x53) && !isWordCode(text.charCodeAt(at + 2)) ? at + 2 : 0
}

/** Takes in the dots of "U.S.", of an initial and of a known abbreviation. */
function dottedEnd(text: string, start: number, end: number, hashed: number): number {
  if (text.charCodeAt(end) !== 0x2e) return end
  if (end - start > 1) return ABBREVIATIONS.has(hashed) ? end + 1 : end
  if (classOf(text.charCodeAt(start)) !== LETTER) return end
  let i = end + 1
  while (classOf(text.charCodeAt(i)) === LETTER && text.charCodeAt(i + 1) === 0x2e) i += 2
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
