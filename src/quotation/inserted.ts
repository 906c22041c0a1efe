import { hashWord, SHAPE, type Words } from "../text/words.ts"
import { IS } from "./lexicon.ts"
import type { MarkedPart } from "./marks.ts"

const COMMA = hashWord(",")
const DASHES = new Set(["—", "–", "-"].map(hashWord))
const STOPS = new Set([".", "!", "?", "…"].map(hashWord))
/** Most tokens from the mark that opens the clause to its verb: "s’est ensuite félicitée". */
const VERB_REACH = 4
/** Longest clause, in tokens. */
const MAX_CLAUSE = 24

/** A clause inside the marks, as tokens: the mark that opens it, and where the quotation goes on. */
interface Clause {
  readonly opens: number
  readonly resumes: number
}

/**
 * « Le port reste ouvert, a dit la maire, et les bateaux aussi »: French, Spanish and Russian pages put the clause that
 * names the speaker between the marks. The words before and after it become two parts, tied as one quotation.
 */
export function splitInserted(
  words: Words,
  bits: Int32Array,
  parts: readonly MarkedPart[],
): MarkedPart[] {
  let first = 0
  return parts.flatMap((part) => {
    while (first < words.count && words.from[first]! < part.from) first++
    const clause = clauseIn(words, bits, first, part.to)
    return clause ? splitAt(words, part, clause) : [part]
  })
}

function splitAt(words: Words, part: MarkedPart, { opens, resumes }: Clause): MarkedPart[] {
  const to = words.from[opens]!
  const end = words.to[opens - 1]!
  const first = { ...part, to: end, outer: { from: part.outer.from, to } }
  const from = words.from[resumes] ?? part.to
  if (from >= part.to) return [{ ...first, closed: true }]
  const rest = { ...part, from, outer: { from, to: part.outer.to }, continues: true }
  return [{ ...first, closed: false }, rest]
}

/** The clause in the tokens from `first` up to a character. */
function clauseIn(words: Words, bits: Int32Array, first: number, to: number): Clause | null {
  let last = first
  while (last < words.count && words.from[last]! < to) last++
  for (let i = first + 1; i < last; i++) {
    if (!opensClause(words, i)) continue
    const verb = verbOf(words, bits, i, last)
    if (verb === -1 || !isSubject(words, bits, verb, last)) continue
    const end = endOf(words, bits, verb, last, hasDash(words, i))
    if (end !== -1) return { opens: i, resumes: afterMarks(words, end, last) }
  }
  return null
}

function opensClause({ hash }: Words, i: number): boolean {
  return hash[i] === COMMA || DASHES.has(hash[i]!)
}

function hasDash({ hash }: Words, i: number): boolean {
  return DASHES.has(hash[i]!) || DASHES.has(hash[i + 1]!)
}

/** The speech verb right behind a mark; only auxiliaries and small words may stand before it. */
function verbOf({ hash, shape }: Words, bits: Int32Array, mark: number, last: number): number {
  let i = mark + 1
  while (i < last && DASHES.has(hash[i]!)) i++
  for (let k = 0; k < VERB_REACH && i < last; k++, i++) {
    if (bits[i]! & IS.cue) return i
    if (shape[i] !== SHAPE.lower || !(bits[i]! & (IS.auxiliary | IS.he | IS.she))) return -1
  }
  return -1
}

/** Whether who speaks stands right behind the verb, or hangs on it: "dit-elle", "a-t-il dit". */
function isSubject({ shape }: Words, bits: Int32Array, verb: number, last: number): boolean {
  const SHE = IS.he | IS.she | IS.they
  if (bits[verb]! & SHE || bits[verb - 1]! & SHE) return true
  if (verb + 1 >= last || shape[verb + 1] === SHAPE.mark) return false
  const isHigh = shape[verb + 1] === SHAPE.capital || shape[verb + 1] === SHAPE.upper
  return isHigh || (bits[verb + 1]! & (SHE | IS.determiner | IS.title | IS.role)) !== 0
}

/** The mark with which the clause ends, or the end of the part: a dash where a dash opened it. */
function endOf(
  { hash, shape }: Words,
  bits: Int32Array,
  verb: number,
  last: number,
  dashed: boolean,
): number {
  for (let i = verb + 1; i <= last && i <= verb + MAX_CLAUSE; i++) {
    if (i === last) return i
    if (dashed ? DASHES.has(hash[i]!) : STOPS.has(hash[i]!)) return i
    if (dashed || hash[i] !== COMMA) continue
    // "…, maire de Kervanec,": what follows the name still tells who speaks.
    const tells = shape[i + 1] === SHAPE.lower && bits[i + 1]! & (IS.title | IS.role)
    if (!tells) return i
  }
  return -1
}

function afterMarks({ hash }: Words, end: number, last: number): number {
  let i = end
  while (i < last && (hash[i] === COMMA || STOPS.has(hash[i]!) || DASHES.has(hash[i]!))) i++
  return i
}
