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
  const sorted = anchors.toSorted((a, b) => a.query - b.query || a.position - b.position)
  const score = new Float64Array(sorted.length)
  const previous = new Int32Array(sorted.length).fill(-1)
  const leaders: number[] = []
  for (const [i, anchor] of sorted.entries()) {
    const own = sums[anchor.query + anchor.length]! - sums[anchor.query]!
    score[i] = own
    const follows = (j: number): void => {
      // No gap adds anything: most anchors before are ruled out by their score alone.
      if (score[j]! + own <= score[i]!) return
      const joined = score[j]! + continuation(sorted[j]!, anchor, sums)
      if (joined <= score[i]!) return
      score[i] = joined
      previous[i] = j
    }
    for (const j of leaders) follows(j)
    for (let j = i - 1; j >= Math.max(0, i - LOOKBACK); j--) follows(j)
    lead(leaders, score, i)
  }
  const best = leaders[0]
  return best === undefined ? null : { anchors: follow(sorted, previous, best), bits: score[best]! }
}

/** Keeps the anchors at which the heaviest chains end, heaviest first. */
function lead(leaders: number[], score: Float64Array, i: number): void {
  if (leaders.length === LEADERS && score[i]! <= score[leaders.at(-1)!]!) return
  let rank = leaders.length
  while (rank > 0 && score[leaders[rank - 1]!]! < score[i]!) rank--
  leaders.splice(rank, 0, i)
  if (leaders.length > LEADERS) leaders.pop()
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
