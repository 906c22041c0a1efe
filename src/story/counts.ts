import type { ProfileWords } from "./profile-words.ts"
import type { Term, Terms } from "./terms.ts"

/** Numbers with the word they count, "nine boats", by the numbers of both, in ascending order. */
export interface Counts {
  readonly units: Float64Array
  readonly amounts: Float64Array
  /** How much each unit tells. */
  readonly rarities: Float64Array
}

/** What is counted stands this near behind the number, in words. */
const REACH = 2

export function countsOf(words: ProfileWords, terms: Terms): Counts {
  const found: { unit: number; amount: number; rarity: number }[] = []
  for (const i of words.special) {
    const { amount, form } = terms.at(words.forms[i]!)
    if (i < words.title || amount !== "count") continue
    const unit = unitAfter(i, words, terms)
    if (unit) found.push({ unit: unit.term, amount: form, rarity: unit.rarity })
  }
  if (found.length === 0) return NO_COUNTS
  found.sort((a, b) => a.unit - b.unit || a.amount - b.amount)
  return {
    units: Float64Array.from(found, ({ unit }) => unit),
    amounts: Float64Array.from(found, ({ amount }) => amount),
    rarities: Float64Array.from(found, ({ rarity }) => rarity),
  }
}

const NONE = new Float64Array(0)
const NO_COUNTS: Counts = { units: NONE, amounts: NONE, rarities: NONE }

function unitAfter(i: number, { forms, count }: ProfileWords, terms: Terms): Term | null {
  for (let j = i + 1; j <= i + REACH && j < count; j++) {
    const word = terms.at(forms[j]!)
    if (word.term >= 0 && word.amount === null) return word
  }
  return null
}

/** No unit is worth more than this against two articles that count it differently. */
const MOST = 3

/** How much two articles count the same things and never the same number of them. */
export function conflictOf(a: Counts, b: Counts): number {
  let conflict = 0
  let i = 0
  let j = 0
  while (i < a.units.length && j < b.units.length) {
    const unit = a.units[i]!
    const other = b.units[j]!
    const iEnd = endOf(a.units, i)
    const jEnd = endOf(b.units, j)
    if (unit === other && !sharesAmount(a, i, iEnd, b, j, jEnd))
      conflict += Math.min(MOST, a.rarities[i]!)
    if (unit <= other) i = iEnd
    if (other <= unit) j = jEnd
  }
  return conflict
}

function endOf(units: Float64Array, at: number): number {
  let end = at
  while (end < units.length && units[end] === units[at]) end++
  return end
}

function sharesAmount(
  a: Counts,
  aFrom: number,
  aTo: number,
  b: Counts,
  bFrom: number,
  bTo: number,
): boolean {
  for (let i = aFrom; i < aTo; i++)
    for (let j = bFrom; j < bTo; j++) if (a.amounts[i] === b.amounts[j]) return true
  return false
}
