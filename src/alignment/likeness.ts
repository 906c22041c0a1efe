import { areNeighbours } from "./neighbours.ts"
import { isNumber } from "./variants.ts"

/** How alike two different words are: `misprint` is the same word with a slip, `form` shares its stem. */
export const LIKENESS = { none: 0, form: 1, misprint: 2 } as const

/** Shortest word in which a slip is told from another word: `form` and `from` are both words. */
const MISPRINT_LENGTH = 6
/** Shortest shared beginning of two forms of a word. */
const STEM_LENGTH = 4

export function likenessOf(a: string, b: string): number {
  if (a === b) return LIKENESS.misprint
  if (isNumber(a) || isNumber(b)) return isNumber(a) && isNumber(b) ? LIKENESS.form : LIKENESS.none
  return likenessOfWords(a, b)
}

/** The same for two different words that are known to be no numbers. */
export function likenessOfWords(a: string, b: string): number {
  if (isMisprint(a, b)) return LIKENESS.misprint
  return isForm(a, b) ? LIKENESS.form : LIKENESS.none
}

/**
 * One letter dropped, doubled, changed or swapped with its neighbour, inside a word of some length, and not so that
 * another word comes of it: `ideas` and `ideals` are two.
 */
function isMisprint(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < MISPRINT_LENGTH - 1 || Math.abs(a.length - b.length) > 1)
    return false
  if (Math.max(a.length, b.length) < MISPRINT_LENGTH) return false
  const from = sharedStart(a, b)
  const tail = sharedEnd(a, b, from)
  if (from === 0 || a.includes("'") || b.includes("'")) return false
  const restA = a.slice(from, a.length - tail)
  const restB = b.slice(from, b.length - tail)
  return isOneSlip(restA, restB, tail) && !isPlural(a, restA, restB, tail) && !areNeighbours(a, b)
}

/** Whether the one letter is all that tells several from one: `henchman`, `henchmen`. */
function isPlural(word: string, a: string, b: string, tail: number): boolean {
  const vowels = [a, b].sort().join("")
  return tail === 1 && vowels === "ae" && word.at(-1) === "n" && word.at(-3) === "m"
}

function isOneSlip(a: string, b: string, tail: number): boolean {
  const swapped = a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0]
  return swapped || (tail > 0 && a.length <= 1 && b.length <= 1)
}

/** A shared stem: `save` and `saves`, `Russia` and `Russian`. */
function isForm(a: string, b: string): boolean {
  const shared = sharedStart(a, b)
  return shared >= STEM_LENGTH && shared * 5 >= Math.max(a.length, b.length) * 3
}

function sharedStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let n = 0
  while (n < most && a.charCodeAt(n) === b.charCodeAt(n)) n++
  return n
}

function sharedEnd(a: string, b: string, from: number): number {
  const most = Math.min(a.length, b.length) - from
  let n = 0
  while (n < most && a.charCodeAt(a.length - 1 - n) === b.charCodeAt(b.length - 1 - n)) n++
  return n
}
