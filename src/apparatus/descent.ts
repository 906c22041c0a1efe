import { type Copy, hasOrCovers } from "./copy.ts"

/** From which other versions one was copied; none where it comes from the record itself, or nothing tells. */
export interface Descent {
  readonly parents: readonly string[]
  /** Probability that these are its parents, 0 to 1. */
  readonly confidence: number
}

/** What it costs to suppose that a copy undid a change of its exemplar, in new changes: nobody restores by chance. */
const UNDONE = 3
/** What it costs that words with a change in them were taken away after it. */
const COVERED = 0.2

/**
 * The likeliest parents of each copy. Copies with one text are a chain in their order: nothing tells which of them a
 * later one followed, and so it follows the last.
 */
export function findDescent(copies: readonly Copy[]): Descent[] {
  const last = new Map(copies.map((copy) => [copy.text, copy]))
  const candidates = [...last.values()]
  const before = new Map<string, Copy>()
  return copies.map((copy) => {
    const twin = before.get(copy.text)
    before.set(copy.text, copy)
    return twin ? { parents: [twin.id], confidence: 0.5 } : descentOf(copy, candidates)
  })
}

function descentOf(copy: Copy, candidates: readonly Copy[]): Descent {
  const own = copy.changes.length
  let best: Copy | null = null
  let least = own
  let second = Number.POSITIVE_INFINITY
  for (const candidate of candidates) {
    if (candidate.text === copy.text || !mayPrecede(candidate, copy)) continue
    const cost = costOf(copy, candidate)
    if (cost < least) {
      second = least
      least = cost
      best = candidate
    } else if (cost < second) second = cost
  }
  if (!best) return { parents: [], confidence: confidenceOf(second - own) }
  return { parents: [best.id], confidence: confidenceOf(second - least) }
}

/** Whether the times allow that one was copied from the other. */
function mayPrecede(exemplar: Copy, copy: Copy): boolean {
  if (exemplar.time === null || copy.time === null) return true
  const length = Math.min(exemplar.time.length, copy.time.length)
  return exemplar.time.slice(0, length) <= copy.time.slice(0, length)
}

/** How many changes it takes to make the copy of the exemplar. */
function costOf(copy: Copy, exemplar: Copy): number {
  let shared = 0
  let cost = 0
  for (const trait of exemplar.changes) {
    const state = hasOrCovers(copy, trait)
    if (state === "has") shared++
    else cost += state === "covers" ? COVERED : UNDONE
  }
  return cost + copy.changes.length - shared
}

/** From the lead over the next best explanation: none is a toss-up. */
function confidenceOf(lead: number): number {
  return Math.round(100 * (1 - 0.5 ** (1 + Math.max(0, lead)))) / 100
}
