import type { Links } from "./affine.ts"
import type { Sequence } from "./lexicon.ts"

/** Pairs of words compared at most: in longer texts shared runs lead there as soon. */
const MAX_PAIRS = 160_000

/**
 * Links a witness that stands word for word in the base, in one place only: most quotations do, and no programme need
 * be computed for them. Says whether it does.
 */
export function linkWhole(base: Sequence, witness: Sequence, links: Links): boolean {
  if (base.length * witness.length > MAX_PAIRS || witness.cuts.includes(1)) return false
  const place = onlyPlace(base.ids, witness.ids)
  if (place < 0) return false
  for (let w = 0; w < witness.length; w++) {
    links.toBase[w] = place + w
    links.toWitness[place + w] = w
  }
  links.links.fill(1)
  return true
}

/** Where all the words stand in a row; -1 where they do so nowhere, or in two places. */
function onlyPlace(base: Int32Array, words: Int32Array): number {
  let place = -1
  for (let b = 0; b + words.length <= base.length; b++) {
    let length = 0
    while (length < words.length && base[b + length] === words[length]) length++
    if (length < words.length) continue
    if (place >= 0) return -1
    place = b
  }
  return place
}
