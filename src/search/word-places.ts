/** Where each word stands in a short text: a hash table with open addresses, so that its size is the text's. */
export interface WordPlaces {
  /** Word and last place by turns; -1 where a slot is free. A power of two. */
  readonly slots: Int32Array
  /** For each place, the place before it where the same word stands; -1 where there is none. */
  readonly previous: Int32Array
}

/**
 * A word that stands more often is found at its first so many places only: a page that repeats one word ten thousand
 * times costs a scan, not a square.
 */
const MAX_PLACES_PER_WORD = 64

/** Slots for each word: most words that are looked up are not there, and a free slot says so at once. */
const SLOTS_PER_WORD = 4

/** The places of the words; those without a number, below 0, stand nowhere. */
export function placesByWord(words: Int32Array): WordPlaces {
  const size = 2 ** Math.ceil(Math.log2(SLOTS_PER_WORD * (words.length + 1)))
  const slots = new Int32Array(2 * size).fill(-1)
  const previous = new Int32Array(words.length).fill(-1)
  const counts = new Uint8Array(size)
  for (let place = 0; place < words.length; place++) {
    const word = words[place]!
    if (word < 0) continue
    const slot = slotOf(slots, word)
    if (counts[slot >> 1] === MAX_PLACES_PER_WORD) continue
    counts[slot >> 1]!++
    previous[place] = slots[slot + 1]!
    slots[slot] = word
    slots[slot + 1] = place
  }
  return { slots, previous }
}

/** The last place where a word stands; -1 where it stands nowhere. */
export function lastPlace({ slots }: WordPlaces, word: number): number {
  return slots[slotOf(slots, word) + 1]!
}

/** The slot of a word, or the free one where it would be. */
function slotOf(slots: Int32Array, word: number): number {
  const mask = slots.length - 1
  let slot = (Math.imul(word, 0x9e3779b1) >>> 7) & mask & ~1
  while (slots[slot] !== word && slots[slot] !== -1) slot = (slot + 2) & mask
  return slot
}
