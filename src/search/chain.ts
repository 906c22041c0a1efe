import type { Anchor } from "./anchors.ts"

/** Anchors that together read as one: in the query's order, wherever they stand in the text. */
export interface Chain {
  readonly anchors: readonly Anchor[]
  /** What the anchors tell less what their gaps and jumps cost, in bits. */
  readonly bits: number
}

/** An anchor is tried as the continuation of so many anchors before it (minimap2's h), and of the best so far. */
const LOOKBACK = 32
const LEADERS = 16
/** Added to a jump backwards in the text: a quotation seldom reverses the order of what was said. In bits. */
const BACKWARD_BITS = 8

/**
 * The heaviest chain of anchors. A gap costs the bits that describe it, twice the logarithm of how much longer it is
 * on one side, so that far apart passages join only when each has words of its own to show: that is what a splice is.
 * After minimap2 (Li 2018) and the glocal alignment of Shuffle-LAGAN (Brudno et al. 2003).
 *
 * @param sums running sum of the bits of the query's words
 */
export function heaviestChain(anchors: readonly Anchor[], sums: Float64Array): Chain | null {
  if (anchors.length === 0) return null
  const sorted = anchors.toSorted((a, b) => a.query - b.query || a.position - b.position)
  const score = new Float64Array(sorted.length)
  const previous = new Int32Array(sorted.length).fill(-1)
  const chains = { sorted, sums, score, previous }
  const leaders = new Int32Array(LEADERS)
  let led = 0
  for (let i = 0; i < sorted.length; i++) {
    score[i] = bitsOf(sorted[i]!, sums)
    for (let rank = 0; rank < led; rank++) tryBehind(chains, leaders[rank]!, i)
    for (let j = i - 1; j >= 0 && j >= i - LOOKBACK; j--) tryBehind(chains, j, i)
    led = lead(leaders, led, score, i)
  }
  const best = leaders[0]!
  return { anchors: follow(sorted, previous, best), bits: score[best]! }
}

/** The heaviest chain that ends at each anchor: its bits, and the anchor before, -1 for none. In columns no number is boxed. */
interface Chains {
  readonly sorted: readonly Anchor[]
  readonly sums: Float64Array
  readonly score: Float64Array
  readonly previous: Int32Array
}

function bitsOf({ query, length }: Anchor, sums: Float64Array): number {
  return sums[query + length]! - sums[query]!
}

/** Lets the chain that ends at `i` go on from `j` where that makes it heavier. */
function tryBehind({ sorted, sums, score, previous }: Chains, j: number, i: number): void {
  // No gap adds anything: most anchors before are ruled out by their score alone.
  if (score[j]! + bitsOf(sorted[i]!, sums) <= score[i]!) return
  const joined = score[j]! + continuation(sorted[j]!, sorted[i]!, sums)
  if (joined <= score[i]!) return
  score[i] = joined
  previous[i] = j
}

/** Keeps the anchors at which the heaviest chains end, heaviest first; tells how many there are. */
function lead(leaders: Int32Array, led: number, score: Float64Array, i: number): number {
  if (led === LEADERS && score[i]! <= score[leaders[led - 1]!]!) return led
  let rank = Math.min(led, LEADERS - 1)
  while (rank > 0 && score[leaders[rank - 1]!]! < score[i]!) {
    leaders[rank] = leaders[rank - 1]!
    rank--
  }
  leaders[rank] = i
  return Math.min(led + 1, LEADERS)
}

/** What `next` adds behind `last`: the bits of its words that `last` does not have already, less the gap's cost. */
function continuation(last: Anchor, next: Anchor, sums: Float64Array): number {
  const end = next.query + next.length
  const overlap = Math.max(0, last.query + last.length - next.query)
  if (overlap >= next.length) return Number.NEGATIVE_INFINITY
  const from = next.query + overlap
  const gap = from - (last.query + last.length)
  const distance = next.position + overlap - (last.position + last.length)
  return sums[end]! - sums[from]! - gapBits(gap, distance)
}

function gapBits(gap: number, distance: number): number {
  if (distance < 0) return BACKWARD_BITS + 2 * log2(2 + gap - distance)
  return 2 * log2(1 + Math.abs(distance - gap))
}

/** Most gaps are short; the logarithm of each is asked for a million times a second. */
const LOGARITHMS = Float64Array.from({ length: 1024 }, (_, n) => Math.log2(n))

function log2(n: number): number {
  return n < LOGARITHMS.length ? LOGARITHMS[n]! : Math.log2(n)
}

/** The chain that ends at `end`, each anchor cut back to the words that the one before it does not have. */
function follow(sorted: readonly Anchor[], previous: Int32Array, end: number): Anchor[] {
  const chain: Anchor[] = []
  for (let i = end; i >= 0; i = previous[i]!) {
    const anchor = sorted[i]!
    const before = previous[i]! >= 0 ? sorted[previous[i]!]! : null
    const overlap = before ? Math.max(0, before.query + before.length - anchor.query) : 0
    chain.push({
      query: anchor.query + overlap,
      position: anchor.position + overlap,
      length: anchor.length - overlap,
    })
  }
  return chain.reverse()
}
