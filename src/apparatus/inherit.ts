import type { Copy, Reading, Trait } from "./copy.ts"

/** What became of an exemplar's change in a copy: it is there, its words are gone, or the base's words stand again. */
type Fate = "has" | "covers" | "lacks"

/** Whether a copy has a change of its exemplar, or has taken away the words in which it was. */
export function fateOf(trait: Trait, copy: Copy): Fate {
  if (copy.keys.has(trait.key)) return "has"
  const fates = trait.readings.map((reading) => fateOfReading(reading, copy))
  if (trait.removes) fates.push(keepsWords(copy, trait.from, trait.to) ? "lacks" : "has")
  if (trait.passed) fates.push(fateOfOrder(trait, trait.passed, copy))
  if (fates.length === 0 || fates.includes("lacks")) return "lacks"
  return fates.includes("has") ? "has" : "covers"
}

/** Whether a copy's change is in its exemplar already, all of it. */
export function hasTrait(exemplar: Copy, trait: Trait): boolean {
  if (exemplar.keys.has(trait.key)) return true
  if (trait.passed && fateOfOrder(trait, trait.passed, exemplar) !== "has") return false
  if (trait.removes && keepsWords(exemplar, trait.from, trait.to)) return false
  if (!trait.passed && !trait.removes && trait.readings.length === 0) return false
  return trait.readings.every(({ place, printed }) => exemplar.printed.get(place) === printed)
}

function fateOfReading({ place, from, to }: Reading, copy: Copy): Fate {
  if (copy.printed.has(place)) return "has"
  return lacksWords(copy, from, to) ? "covers" : "lacks"
}

function lacksWords({ missing }: Copy, from: number, to: number): boolean {
  return missing[to]! > missing[from]!
}

function keepsWords({ missing }: Copy, from: number, to: number): boolean {
  return missing[to]! - missing[from]! < to - from
}

/** Whether the words of a moved block and those that it passed stand in the moved order, as far as they are there. */
function fateOfOrder(
  { from, to }: Trait,
  passed: readonly [number, number],
  { order }: Copy,
): Fate {
  const moved = firstPresent(order, from, to)
  const other = firstPresent(order, passed[0], passed[1])
  if (moved < 0 || other < 0) return "covers"
  return moved < other === from < passed[0] ? "lacks" : "has"
}

/** Where the first of some words that is there stands; -1 where none is. */
function firstPresent(order: Int32Array, from: number, to: number): number {
  for (let b = from; b < to; b++) if (order[b]! >= 0) return order[b]!
  return -1
}
