import { isFunctionWord } from "../text/function-words.ts"
import type { Token } from "../text/tokens.ts"
import { LIKENESS, likenessOfWords } from "./likeness.ts"
import { isNumber, joinedKey, variantKey } from "./variants.ts"

/** A text as an aligner reads it: a number for each word, equal where the words are. */
export interface Sequence {
  readonly length: number
  /** Equal for words of one compared form. */
  readonly ids: Int32Array
  /** Equal for variants of one word. */
  readonly keys: Int32Array
  /** The key of a word written together with the next one; -1 where none follows. */
  readonly joins: Int32Array
  /** Words of different families are not alike at all: their first letter, one for all numbers. */
  readonly families: Int32Array
  /** What a match of this word is worth. */
  readonly weights: Int32Array
  /** The kind of punctuation behind each word; 0 for none. */
  readonly stops: Uint8Array
  /** For each word, and for the end, 1 where a mark before it says that words were left out. */
  readonly cuts: Uint8Array
}

/** What a matched word is worth to an alignment: words that say little hold it less. */
export const FUNCTION_WEIGHT = 26
const CONTENT_WEIGHT = 40

const NUMBER_FAMILY = -1

/** Most words whose likeness is kept in a table, a byte for each pair: 16 MB. */
const MAX_TABLE = 4096

/** The words of the texts that are aligned with each other, numbered as they come. */
export class Lexicon {
  readonly #norms: string[] = []
  readonly #ids = new Map<string, number>()
  readonly #keyOf: number[] = []
  readonly #weightOf: number[] = []
  readonly #familyOf: number[] = []
  readonly #joined = new Map<number, number>()
  readonly #likeness: (Uint8Array | undefined)[] = []

  /** Numbers the words of a text. `stops` and `cuts` are those of the sequence. */
  sequence(tokens: readonly Token[], stops: Uint8Array, cuts?: Uint8Array): Sequence {
    const length = tokens.length
    const ids = new Int32Array(length)
    const keys = new Int32Array(length)
    const joins = new Int32Array(length).fill(-1)
    const families = new Int32Array(length)
    const weights = new Int32Array(length)
    for (let i = 0; i < length; i++) {
      const id = this.#id(tokens[i]!.norm)
      ids[i] = id
      keys[i] = this.#keyOf[id]!
      families[i] = this.#familyOf[id]!
      weights[i] = this.#weightOf[id]!
    }
    for (let i = 0; i + 1 < length; i++) joins[i] = this.#join(ids[i]!, ids[i + 1]!)
    return {
      length,
      ids,
      keys,
      joins,
      families,
      weights,
      stops,
      cuts: cuts ?? new Uint8Array(length + 1),
    }
  }

  /** How alike two words are; see `LIKENESS`. Looked up once, then read from a table. */
  likeness(a: number, b: number): number {
    if (this.#norms.length > MAX_TABLE) return this.#compare(a, b)
    const row = this.#likenessRow(a, b)
    if (row[b] === 0) row[b] = 1 + this.#compare(a, b)
    return row[b]! - 1
  }

  #likenessRow(a: number, b: number): Uint8Array {
    const known = this.#likeness[a]
    if (known && b < known.length) return known
    const row = new Uint8Array(Math.max(64, 2 ** Math.ceil(Math.log2(this.#norms.length + 1))))
    if (known) row.set(known)
    this.#likeness[a] = row
    return row
  }

  #compare(a: number, b: number): number {
    if (this.#keyOf[a] === this.#keyOf[b]) return LIKENESS.misprint
    const family = this.#familyOf[a]!
    if (family !== this.#familyOf[b]) return LIKENESS.none
    if (family === NUMBER_FAMILY) return LIKENESS.form
    return likenessOfWords(this.#norms[a]!, this.#norms[b]!)
  }

  #id(norm: string): number {
    const known = this.#ids.get(norm)
    if (known !== undefined) return known
    const id = this.#norms.length
    this.#ids.set(norm, id)
    this.#norms.push(norm)
    this.#weightOf.push(isFunctionWord(norm) ? FUNCTION_WEIGHT : CONTENT_WEIGHT)
    this.#familyOf.push(isNumber(norm) ? NUMBER_FAMILY : norm.charCodeAt(0))
    this.#keyOf.push(-1)
    const key = variantKey(norm)
    this.#keyOf[id] = key === norm ? id : this.#id(key)
    return id
  }

  #join(first: number, second: number): number {
    const pair = first * 0x4000000 + second
    const known = this.#joined.get(pair)
    if (known !== undefined) return known
    const joined = this.#keyOf[this.#id(joinedKey(this.#norms[first]!, this.#norms[second]!))]!
    this.#joined.set(pair, joined)
    return joined
  }
}
