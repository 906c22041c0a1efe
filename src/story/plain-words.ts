import type { Term } from "./terms.ts"

/** Slots of the first table, which doubles when half of them are taken. */
const FIRST_SLOTS = 2 ** 15
/** A slot holds two hashes and the number of the term, counted from one. */
const SLOT = 3
/** What makes a small letter of a capital one. */
const LOWER = 0x20

/**
 * Words of unaccented letters, found where they stand in a text without a string being made of them: an open table by
 * two hashes of 32 bits, which together are taken for the word.
 */
export class PlainWords {
  readonly #terms: Term[] = []
  #slots: Int32Array = new Int32Array(SLOT * FIRST_SLOTS)

  /** The term of the word that stands in a text; made where the word is new. */
  of(text: string, from: number, to: number, make: (norm: string) => Term): Term {
    let first = 0x811c9dc5 | 0
    let second = 0x2f0b4a27
    for (let i = from; i < to; i++) {
      const unit = text.charCodeAt(i) | LOWER
      first = Math.imul(first ^ unit, 0x01000193)
      second = Math.imul(second ^ unit, 0x85ebca6b) ^ (second >>> 15)
    }
    const number = this.#slots[slotOf(this.#slots, first, second) + 2]!
    if (number > 0) return this.#terms[number - 1]!
    const term = make(text.slice(from, to).toLowerCase())
    this.#add(first, second, term)
    return term
  }

  #add(first: number, second: number, term: Term): void {
    const number = this.#terms.push(term)
    if (2 * SLOT * number > this.#slots.length) this.#slots = widened(this.#slots)
    put(this.#slots, first, second, number)
  }
}

/** Where a word is in the table, or where it belongs. */
function slotOf(slots: Int32Array, first: number, second: number): number {
  const count = slots.length / SLOT
  let slot = (first ^ (first >>> 15)) & (count - 1)
  for (;;) {
    const at = SLOT * slot
    if (slots[at + 2] === 0 || (slots[at] === first && slots[at + 1] === second)) return at
    slot = (slot + 1) & (count - 1)
  }
}

function put(slots: Int32Array, first: number, second: number, number: number): void {
  const at = slotOf(slots, first, second)
  slots[at] = first
  slots[at + 1] = second
  slots[at + 2] = number
}

function widened(slots: Int32Array): Int32Array {
  const wider = new Int32Array(2 * slots.length)
  for (let at = 0; at < slots.length; at += SLOT)
    if (slots[at + 2]! > 0) put(wider, slots[at]!, slots[at + 1]!, slots[at + 2]!)
  return wider
}
