import { firstWhere } from "../text/first-where.ts"
import type { Pairs } from "./candidates.ts"

/** Odds say no more than this for or against, before they are weighed among others. */
const SURE = 6

/**
 * What the neighbours of two articles say of them, a pair at a time. The likeness that makes a story differs from affair
 * to affair: two articles that are each other's nearest are together where the same likeness, between two that have
 * nearer ones, sets apart (local scaling, Zelnik-Manor and Perona 2004; shared neighbours, Jarvis and Patrick 1973). The
 * order is that of the learned trees.
 */
export function contextOf(
  count: number,
  pairs: Pairs,
  odds: Float64Array,
): (pair: number) => number[] {
  const near = neighboursOf(count, pairs, odds)
  return (pair) => {
    const [a, b] = [pairs.a[pair]!, pairs.b[pair]!]
    const [one, two] = [sideOf(near, a, b), sideOf(near, b, a)]
    return [
      bounded(odds[pair]!),
      Math.max(one.mediator, two.mediator),
      Math.min(one.rival, two.rival),
      Math.max(one.rival, two.rival),
      Math.max(one.common, two.common),
      Math.min(agreed(one), agreed(two)),
      Math.max(agreed(one), agreed(two)),
      one.rivals + two.rivals,
      Math.min(one.nearest, two.nearest),
      Math.min(one.crowd, two.crowd),
    ]
  }
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
function bounded(odds: number): number {
  return Math.max(-SURE, Math.min(SURE, odds))
}

function nearestOf(shares: Float64Array, from: number, to: number): number[] {
  const places = Array.from({ length: to - from }, (_, i) => from + i)
  return places.sort((x, y) => shares[y]! - shares[x]! || x - y).slice(0, NEAREST)
}

/** What the nearest of one article say of another; likeness is 0 to 1, and sums of it go up to `NEAREST`. */
interface Side {
  /** How like both is the one that is likest to both; and all of them together. */
  readonly mediator: number
  readonly common: number
  /** How much liker the one is to some third than the other is; and to all of them together. */
  readonly rival: number
  readonly rivals: number
  /** How like the one its nearest is; and all of them together. */
  readonly nearest: number
  readonly crowd: number
}

function sideOf(near: Neighbours, one: number, other: number): Side {
  let [mediator, common, rival, rivals, nearest, crowd] = [0, 0, 0, 0, 0, 0]
  for (const at of near.nearest[one]!) {
    const third = near.ids[at]!
    if (third === other) continue
    const [here, there] = [near.shares[at]!, shareTo(near, other, third)]
    const [both, apart] = [Math.min(here, there), here * (1 - there)]
    mediator = Math.max(mediator, both)
    common += both
    rival = Math.max(rival, apart)
    rivals += apart
    nearest = Math.max(nearest, here)
    crowd += here
  }
  return { mediator, common, rival, rivals, nearest, crowd }
}

/** With next to no neighbours there is next to no agreement of them. */
const HARDLY_ANY = 0.2

/** The share of one's nearest that are the other's too. */
function agreed({ common, crowd }: Side): number {
  return common / (crowd + HARDLY_ANY)
}

/** How like a third article is; 0 where the two were not compared. */
function shareTo({ starts, ids, shares }: Neighbours, article: number, third: number): number {
  const [from, to] = [starts[article]!, starts[article + 1]!]
  const at = from + firstWhere(to - from, (i) => ids[from + i]! >= third)
  return at < to && ids[at] === third ? shares[at]! : 0
}
