import type { Pairs } from "./candidates.ts"

/** Odds say no more than this for or against, before they are weighed among others. */
const SURE = 6

/** How many numbers the neighbours of two articles say of them. */
export const CONTEXT = 10

/** Writes what neighbours say of a pair into a row, from its beginning. */
export type Context = (pair: number, row: Float64Array) => void

/**
 * What the neighbours of two articles say of them, a pair at a time. The likeness that makes a story differs from affair
 * to affair: two articles that are each other's nearest are together where the same likeness, between two that have
 * nearer ones, sets apart (local scaling, Zelnik-Manor and Perona 2004; shared neighbours, Jarvis and Patrick 1973). The
 * order is that of the learned trees.
 */
export function contextOf(count: number, pairs: Pairs, odds: Float64Array): Context {
  const near = neighboursOf(count, pairs, odds)
  const sides = sidesOf(near)
  return (pair, row) => {
    const one = SIDE.all * near.atB[pair]!
    const two = SIDE.all * near.atA[pair]!
    const least = (what: number): number => Math.min(sides[one + what]!, sides[two + what]!)
    const most = (what: number): number => Math.max(sides[one + what]!, sides[two + what]!)
    row[0] = bounded(odds[pair]!)
    row[1] = most(SIDE.mediator)
    row[2] = least(SIDE.rival)
    row[3] = most(SIDE.rival)
    row[4] = most(SIDE.common)
    row[5] = least(SIDE.agreed)
    row[6] = most(SIDE.agreed)
    row[7] = sides[one + SIDE.rivals]! + sides[two + SIDE.rivals]!
    row[8] = least(SIDE.nearest)
    row[9] = least(SIDE.crowd)
  }
}

/** Neighbours of each article: those of article `i` lie between `starts[i]` and `starts[i + 1]`, in ascending order. */
interface Neighbours {
  readonly starts: Int32Array
  readonly ids: Int32Array
  readonly shares: Float64Array
  /** Where each pair lies among the neighbours of its first article, and among those of its second. */
  readonly atA: Int32Array
  readonly atB: Int32Array
  /** Where the nearest of each lie in the lists: a few, so that a crowd costs no more than a handful; behind them -1. */
  readonly nearest: Int32Array
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
  const atA = new Int32Array(odds.length)
  const atB = new Int32Array(odds.length)
  for (let pair = 0; pair < odds.length; pair++) {
    atA[pair] = next[a[pair]!]!++
    atB[pair] = next[b[pair]!]!++
    ids[atA[pair]!] = b[pair]!
    ids[atB[pair]!] = a[pair]!
    shares[atA[pair]!] = shares[atB[pair]!] = shareOf(odds[pair]!)
  }
  const nearest = new Int32Array(NEAREST * count).fill(-1)
  for (let i = 0; i < count; i++)
    findNearest(
      shares,
      starts[i]!,
      starts[i + 1]!,
      nearest.subarray(NEAREST * i, NEAREST * (i + 1)),
    )
  return { starts, ids, shares, atA, atB, nearest }
}

/** The probability that odds say. */
function shareOf(odds: number): number {
  return 1 / (1 + Math.exp(-bounded(odds)))
}

/** Log-odds within what one pair can argue. */
function bounded(odds: number): number {
  return Math.max(-SURE, Math.min(SURE, odds))
}

/** Writes the places of the largest shares, the largest first and of equal ones the first. */
function findNearest(shares: Float64Array, from: number, to: number, nearest: Int32Array): void {
  let found = 0
  for (let place = from; place < to; place++) {
    const share = shares[place]!
    if (found === NEAREST && shares[nearest[found - 1]!]! >= share) continue
    let at = found < NEAREST ? found++ : found - 1
    for (; at > 0 && shares[nearest[at - 1]!]! < share; at--) nearest[at] = nearest[at - 1]!
    nearest[at] = place
  }
}

/** What the nearest of one article say of another; likeness is 0 to 1, and sums of it go up to `NEAREST`. */
const SIDE = {
  /** How like both is the one that is likest to both; and all of them together. */
  mediator: 0,
  common: 1,
  /** How much liker the one is to some third than the other is; and to all of them together. */
  rival: 2,
  rivals: 3,
  /** How like the one its nearest is; and all of them together. */
  nearest: 4,
  crowd: 5,
  /** The share of one's nearest that are the other's too. */
  agreed: 6,
  all: 7,
} as const

/** For each neighbour of each article what the neighbour's nearest say of the article. */
function sidesOf({ starts, ids, shares, nearest }: Neighbours): Float64Array {
  const sides = new Float64Array(SIDE.all * ids.length)
  /** How like the article that is looked at each other is; 0 where the two were not compared. */
  const likeness = new Float64Array(starts.length - 1)
  for (let other = 0; other < likeness.length; other++) {
    const from = starts[other]!
    const to = starts[other + 1]!
    for (let at = from; at < to; at++) likeness[ids[at]!] = shares[at]!
    for (let at = from; at < to; at++) addSide(ids[at]!, other, at)
    for (let at = from; at < to; at++) likeness[ids[at]!] = 0
  }
  return sides

  function addSide(one: number, other: number, at: number): void {
    let mediator = 0
    let common = 0
    let rival = 0
    let rivals = 0
    let crowd = 0
    let closest = 0
    for (let k = NEAREST * one; k < NEAREST * (one + 1) && nearest[k]! >= 0; k++) {
      const third = ids[nearest[k]!]!
      if (third === other) continue
      const here = shares[nearest[k]!]!
      const there = likeness[third]!
      const both = Math.min(here, there)
      const apart = here * (1 - there)
      mediator = Math.max(mediator, both)
      common += both
      rival = Math.max(rival, apart)
      rivals += apart
      closest = Math.max(closest, here)
      crowd += here
    }
    const side = SIDE.all * at
    sides[side + SIDE.mediator] = mediator
    sides[side + SIDE.common] = common
    sides[side + SIDE.rival] = rival
    sides[side + SIDE.rivals] = rivals
    sides[side + SIDE.nearest] = closest
    sides[side + SIDE.crowd] = crowd
    sides[side + SIDE.agreed] = common / (crowd + HARDLY_ANY)
  }
}

/** With next to no neighbours there is next to no agreement of them. */
const HARDLY_ANY = 0.2
