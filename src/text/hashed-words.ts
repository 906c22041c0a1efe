import { EMPTY_HASH, growHash } from "./hash.ts"
import { type Span, totalLength } from "./span.ts"
import { maybeToken, plainWordEnd, skip } from "./tokens.ts"

/** FNV-1a over the compared form of a word, 32 bits. */
export function hashNorm(norm: string): number {
  let hash = EMPTY_HASH
  for (let i = 0; i < norm.length; i++) hash = growHash(hash, norm.charCodeAt(i))
  return hash >>> 0
}

/** The words of a text as columns, for whoever only asks which are equal: no object and, for most, no string a word. */
export interface HashedWords {
  /** Of each word's compared form. */
  readonly hashes: Uint32Array
  /** Where each word begins and ends in its text. */
  readonly from: Uint32Array
  readonly to: Uint32Array
}

/** The words of spans of a text, as `findTokens` reads them, hashed as `hashNorm` does. */
export function hashWordsIn(text: string, spans: readonly Span[]): HashedWords {
  const room = totalLength(spans)
  const columns = room <= REUSED ? reused : columnsOf(room)
  let count = 0
  for (const span of spans) count = readSpan(text, span, columns, count)
  return {
    hashes: columns.hashes.slice(0, count),
    from: columns.from.slice(0, count),
    to: columns.to.slice(0, count),
  }
}

/** Texts up to this length, nearly all, are read into columns that are used again and again. */
const REUSED = 2 ** 16
const reused: HashedWords = columnsOf(REUSED)

function columnsOf(room: number): HashedWords {
  return {
    hashes: new Uint32Array(room),
    from: new Uint32Array(room),
    to: new Uint32Array(room),
  }
}

/** Puts the words of a span behind so many others; tells how many there are then. */
function readSpan(
  text: string,
  span: Span,
  { hashes, from, to }: HashedWords,
  count: number,
): number {
  let at = span.from
  while (at < span.to) {
    if (text.charCodeAt(at) === SPACE) {
      at++
      continue
    }
    const plain = plainWordEnd(text, at, span.to)
    const token = plain > at ? null : maybeToken(text, at, span.to)
    if (plain === at && !token) {
      at = skip(text, at, span.to)
      continue
    }
    hashes[count] = token ? hashNorm(token.norm) : hashPlain(text, at, plain)
    from[count] = at
    at = token ? token.to : plain
    to[count++] = at
  }
  return count
}

/** Between most words, and in none. */
const SPACE = 0x20
/** What makes a small letter of a capital one. */
const LOWER = 0x20

/** The hash of a word of unaccented letters in lower case. */
function hashPlain(text: string, from: number, to: number): number {
  let hash = EMPTY_HASH
  for (let at = from; at < to; at++) hash = growHash(hash, text.charCodeAt(at) | LOWER)
  return hash >>> 0
}
