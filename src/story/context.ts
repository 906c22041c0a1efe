import { firstWhere } from "../text/first-where.ts"
import type { Pairs } from "./candidates.ts"

/** Odds say no more than this for or against, before they are weighed among others. */
const SURE = 6

/** How a pair stands among those whom its two articles are like. */
export interface Context {
  /** How like both is the third article that is likest to both: 0 to 1. */
  readonly mediator: Float64Array
  /** How much liker one of the two is to some third article than the other is: less and more of both sides, 0 to 1. */
  readonly rivalMin: Float64Array
  readonly rivalMax: Float64Array
}

/**
 * What the neighbours of two articles say of them. The likeness that makes a story differs from affair to affair:
 * two articles that are each other's nearest are together where the same likeness, between two that have nearer ones,
 * sets apart (local scaling, Zelnik-Manor and Perona 2004; shared neighbours, Jarvis and Patrick 1973).
 */
export function contextOf(count: number, pairs: Pairs, odds: Float64Array): Context {
  const near = neighboursOf(count, pairs, odds)
  const [mediator, rivalMin, rivalMax] = [pairs.a, pairs.a, pairs.a].map(
    ({ length }) => new Float64Array(length),
  )
  for (let pair = 0; pair < odds.length; pair++) {
    const [a, b] = [pairs.a[pair]!, pairs.b[pair]!]
    const [ofA, ofB] = [sideOf(near, a, b), sideOf(near, b, a)]
    mediator![pair] = Math.max(ofA.mediator, ofB.mediator)
    rivalMin![pair] = Math.min(ofA.rival, ofB.rival)
    rivalMax![pair] = Math.max(ofA.rival, ofB.rival)
  }
  return { mediator: mediator!, rivalMin: rivalMin!, rivalMax: rivalMax! }
}

/** Neighbours of each article: those of article `i` lie between `starts[i]` and `starts[i + 1]`, in ascending order. */
interface Neighbours {
  readonly starts: Int32Array
  readonly ids: Int32Array
  readonly shares: Float64Array
  /** Where the nearest of each lie in the lists: a few, so that a crowd costs no more than a handful. */
  readonly nearest: readonly (readonly number[])[]
}

const NEAREST = 12

function neighboursOf(count: number, { a, b }: Pairs, odds: Float64Array): Neighbours {
  const starts = new Int32Array(count + 1)
  for (let pair = 0; pair < odds.length; pair++) {
    starts[a[pair]! + 1]!++
    starts[b[pair]! + 1]!++
  }
  for (let i = 0; i < count; i++) starts[i + 1]! += starts[i]!
  const next = starts.slice(0, count)
  const ids = new Int32Array(2 * odds.length)
  const shares = new Float64Array(2 * odds.length)
  for (let pair = 0; pair < odds.length; pair++) {
    const share = shareOf(odds[pair]!)
    for (const [from, to] of [
      [a[pair]!, b[pair]!],
      [b[pair]!, a[pair]!],
    ] as const) {
      const at = next[from]!++
      ids[at] = to
      shares[at] = share
    }
  }
  const nearest = Array.from({ length: count }, (_, i) =>
    nearestOf(shares, starts[i]!, starts[i + 1]!),
  )
  return { starts, ids, shares, nearest }
}

/** The probability that odds say. */
function shareOf(odds: number): number {
  return 1 / (1 + Math.exp(-bounded(odds)))
}

/** Log-odds within what one pair can argue. */
export function bounded(odds: number): number {
  return Math.max(-SURE, Math.min(SURE, odds))
}

function nearestOf(shares: Float64Array, from: number, to: number): number[] {
  const places = Array.from({ length: to - from }, (_, i) => from + i)
  return places.sort((x, y) => shares[y]! - shares[x]! || x - y).slice(0, NEAREST)
}

/** What the nearest of one article say of another. */
function sideOf(near: Neighbours, one: number, other: number): { mediator: number; rival: number } {
  let mediator = 0
  let rival = 0
  for (const at of near.nearest[one]!) {
    const third = near.ids[at]!
    if (third === other) continue
    const [here, there] = [near.shares[at]!, shareTo(near, other, third)]
    mediator = Math.max(mediator, Math.min(here, there))
    rival = Math.max(rival, here * (1 - there))
  }
  return { mediator, rival }
}

/** How like a third article is; 0 where the two were not compared. */
function shareTo({ starts, ids, shares }: Neighbours, article: number, third: number): number {
  const [from, to] = [starts[article]!, starts[article + 1]!]
  const at = from + firstWhere(to - from, (i) => ids[from + i]! >= third)
  return at < to && ids[at] === third ? shares[at]! : 0
}
