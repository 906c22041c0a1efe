import { EMPTY_HASH, growHash } from "../text/hash.ts"
import type { Span } from "../text/span.ts"
import { endsPlainly, isUnaccented, maybeToken, skip } from "../text/tokens.ts"

/** Slots of the first table, which doubles when half of them are taken: a power of two. */
const FIRST_SLOTS = 2 ** 14
/** What makes a small letter of a capital one. */
const LOWER = 0x20

/**
 * Places for words, counted as the words are met: an open table by two hashes of 32 bits, which together are taken for
 * the word. A word of plain letters is found where it stands in a text without a string being made of it.
 */
export class WordTable {
  /** By slot the place of a word, counted from one. */
  #slots: Int32Array = new Int32Array(FIRST_SLOTS)
  /** The hashes of each word: words that are met often are met early, and lie together. */
  readonly #firsts: number[] = []
  readonly #seconds: number[] = []
  /** Told of each new word, before it has its place. */
  readonly #onNew: (norm: string) => void
  /** Where the plain word ends that was read last. */
  end = 0

  constructor(onNew: (norm: string) => void) {
    this.#onNew = onNew
  }

  placeOf(norm: string): number {
    const { first, second } = hashesOf(norm)
    const place = this.#slots[this.#slotOf(first, second)]! - 1
    return place < 0 ? this.#add(first, second, norm) : place
  }

  /** The place of the word of unaccented letters that begins at `from`, in small letters; -1 where none does. */
  plainAt(text: string, from: number, to: number): number {
    let first = EMPTY_HASH
    let second = SECOND
    let at = from
    for (; at < to; at++) {
      const unit = text.charCodeAt(at)
      if (!isUnaccented(unit)) break
      first = growHash(first, unit | LOWER)
      second = growSecond(second, unit | LOWER)
    }
    if (!endsPlainly(text, from, at, to)) return -1
    this.end = at
    const place = this.#slots[this.#slotOf(first, second)]! - 1
    return place < 0 ? this.#add(first, second, text.slice(from, at).toLowerCase()) : place
  }

  #add(first: number, second: number, norm: string): number {
    this.#onNew(norm)
    this.#firsts.push(first)
    this.#seconds.push(second)
    const count = this.#firsts.length
    if (2 * count > this.#slots.length) this.#widen()
    else this.#slots[this.#slotOf(first, second)] = count
    return count - 1
  }

  #widen(): void {
    this.#slots = new Int32Array(2 * this.#slots.length)
    for (let i = 0; i < this.#firsts.length; i++)
      this.#slots[this.#slotOf(this.#firsts[i]!, this.#seconds[i]!)] = i + 1
  }

  /** The slot that has a word, or would have it. */
  #slotOf(first: number, second: number): number {
    const slots = this.#slots
    let slot = (first ^ (first >>> 15)) & (slots.length - 1)
    while (!this.#fits(slots[slot]! - 1, first, second)) slot = (slot + 1) & (slots.length - 1)
    return slot
  }

  #fits(place: number, first: number, second: number): boolean {
    return place < 0 || (this.#firsts[place] === first && this.#seconds[place] === second)
  }
}

/** Tells the place of each word of a span, as `findTokens` reads them. */
export function readPlaces(
  text: string,
  { from, to }: Span,
  table: WordTable,
  tell: (place: number) => void,
): void {
  for (let at = from; at < to; ) {
    const plain = table.plainAt(text, at, to)
    const token = plain < 0 ? maybeToken(text, at, to) : null
    if (plain >= 0) tell(plain)
    else if (token) tell(table.placeOf(token.norm))
    at = plain >= 0 ? table.end : (token?.to ?? skip(text, at, to))
  }
}

/** Two hashes of a word, grown by one code unit after the other: FNV-1a and one that multiplies by another prime. */
export function hashesOf(word: string): { first: number; second: number } {
  let first = EMPTY_HASH
  let second = SECOND
  for (let i = 0; i < word.length; i++) {
    first = growHash(first, word.charCodeAt(i))
    second = growSecond(second, word.charCodeAt(i))
  }
  return { first, second }
}

const SECOND = 0x2f0b4a27

function growSecond(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x85ebca6b) ^ (hash >>> 15)
}
