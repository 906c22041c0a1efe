import type { Links, Window } from "./affine.ts"
import type { Sequence } from "./lexicon.ts"

/** Below so many cells a window is computed whole: no anchor can be wrong that is not set. */
const SMALL = 160_000
/** Lengths of the shared runs that anchor, longest first: a long one that occurs once cannot be chance. */
const RUNS: readonly number[] = [12, 6, 4, 3]

/**
 * Fixes the words of runs that occur once in both texts and stand in the same order, and answers the windows between
 * them, in text order. Short texts are one window.
 */
export function findSharedRuns(base: Sequence, witness: Sequence, links: Links): Window[] {
  const whole = { baseFrom: 0, baseTo: base.length, witnessFrom: 0, witnessTo: witness.length }
  let windows: Window[] = [whole]
  for (const run of RUNS) {
    if (windows.every(isSmall)) break
    windows = windows.flatMap((window) =>
      isSmall(window) ? [window] : divide(base, witness, links, window, run),
    )
  }
  return windows.flatMap((window) =>
    isSmall(window) ? [window] : trim(base, witness, links, window),
  )
}

function isSmall(window: Window): boolean {
  return (window.baseTo - window.baseFrom) * (window.witnessTo - window.witnessFrom) <= SMALL
}

/** A run shared by both texts: where it begins in each, and its length in words. */
interface Run {
  readonly b: number
  readonly w: number
  readonly length: number
}

function divide(
  base: Sequence,
  witness: Sequence,
  links: Links,
  window: Window,
  length: number,
): Window[] {
  const seeds = sharedOnce(base, witness, window, length)
  return between(window, heaviestChain(maximalRuns(base, witness, window, seeds)), (run) => {
    for (let k = 0; k < run.length; k++) link(links, run.b + k, run.w + k)
  })
}

function link(links: Links, b: number, w: number): void {
  links.toBase[w] = b
  links.toWitness[b] = w
  links.links[w] = 1
}

/** The windows that a chain of runs leaves, each run being told to `fix`. */
function between(window: Window, chain: readonly Run[], fix: (run: Run) => void): Window[] {
  const windows: Window[] = []
  let { baseFrom, witnessFrom } = window
  for (const run of chain) {
    fix(run)
    windows.push({ baseFrom, baseTo: run.b, witnessFrom, witnessTo: run.w })
    baseFrom = run.b + run.length
    witnessFrom = run.w + run.length
  }
  windows.push({ baseFrom, baseTo: window.baseTo, witnessFrom, witnessTo: window.witnessTo })
  return windows
}

/** Where runs of that many words begin that occur once in each text, in the witness's order. */
function sharedOnce(base: Sequence, witness: Sequence, window: Window, length: number): Run[] {
  const inBase = runsOnce(base.keys, window.baseFrom, window.baseTo, length)
  const inWitness = runsOnce(witness.keys, window.witnessFrom, window.witnessTo, length)
  const seeds: Run[] = []
  for (const [hash, w] of inWitness) {
    const b = inBase.get(hash)
    if (w < 0 || b === undefined || b < 0) continue
    if (sameKeys(base, b, witness, w, length)) seeds.push({ b, w, length })
  }
  return seeds.sort((x, y) => x.w - y.w)
}

/** The place of each run by its hash, -1 where it occurs again. */
function runsOnce(keys: Int32Array, from: number, to: number, length: number): Map<number, number> {
  const places = new Map<number, number>()
  for (let i = from; i + length <= to; i++) {
    let hash = 0
    for (let k = 0; k < length; k++)
      hash = (Math.imul(hash, 0x01000193) ^ (keys[i + k]! + 0x9e37)) >>> 0
    places.set(hash, places.has(hash) ? -1 : i)
  }
  return places
}

function sameKeys(
  base: Sequence,
  b: number,
  witness: Sequence,
  w: number,
  length: number,
): boolean {
  for (let k = 0; k < length; k++) if (base.keys[b + k] !== witness.keys[w + k]) return false
  return true
}

/** Seeds of one diagonal that touch or overlap, as one run each. */
function maximalRuns(
  base: Sequence,
  witness: Sequence,
  window: Window,
  seeds: readonly Run[],
): Run[] {
  const runs: Run[] = []
  for (const seed of seeds) {
    const last = runs.at(-1)
    const goesOn = last && seed.b - last.b === seed.w - last.w && seed.w <= last.w + last.length
    if (goesOn) runs[runs.length - 1] = { ...last, length: seed.w + seed.length - last.w }
    else runs.push(seed)
  }
  return runs.filter(
    (run) => run.b >= window.baseFrom && sameKeys(base, run.b, witness, run.w, run.length),
  )
}

/** The runs in one order in both texts that hold most words: a heaviest increasing subsequence, with a Fenwick tree. */
function heaviestChain(runs: readonly Run[]): Run[] {
  const order = [...new Set(runs.map((run) => run.b))].sort((x, y) => x - y)
  const rank = new Map(order.map((b, i) => [b, i]))
  const tree = new Int32Array(order.length + 1).fill(-1)
  const weight = new Float64Array(runs.length)
  const before = new Int32Array(runs.length).fill(-1)
  let best = -1
  runs.forEach((run, i) => {
    const at = rank.get(run.b)!
    const previous = heaviestBefore(tree, weight, at)
    before[i] = previous
    weight[i] = run.length + (previous < 0 ? 0 : weight[previous]!)
    enter(tree, weight, at, i)
    if (best < 0 || weight[i]! > weight[best]!) best = i
  })
  const chain: Run[] = []
  for (let i = best; i >= 0; i = before[i]!) chain.push(runs[i]!)
  return withoutOverlap(chain.reverse())
}

function heaviestBefore(tree: Int32Array, weight: Float64Array, at: number): number {
  let best = -1
  for (let i = at; i > 0; i -= i & -i) {
    const one = tree[i]!
    if (one >= 0 && (best < 0 || weight[one]! > weight[best]!)) best = one
  }
  return best
}

function enter(tree: Int32Array, weight: Float64Array, at: number, run: number): void {
  for (let i = at + 1; i < tree.length; i += i & -i) {
    if (tree[i]! < 0 || weight[run]! > weight[tree[i]!]!) tree[i] = run
  }
}

/** Shortens each run by what the one before it already holds. */
function withoutOverlap(chain: readonly Run[]): Run[] {
  const runs: Run[] = []
  let b = 0
  let w = 0
  for (const run of chain) {
    const cut = Math.max(0, b - run.b, w - run.w)
    if (cut >= run.length) continue
    runs.push({ b: run.b + cut, w: run.w + cut, length: run.length - cut })
    b = run.b + run.length
    w = run.w + run.length
  }
  return runs
}

/** Equal words at both ends of a window without anchors are fixed: what the same word a thousand times leaves to do. */
function trim(base: Sequence, witness: Sequence, links: Links, window: Window): Window[] {
  let { baseFrom, baseTo, witnessFrom, witnessTo } = window
  while (
    baseFrom < baseTo &&
    witnessFrom < witnessTo &&
    base.keys[baseFrom] === witness.keys[witnessFrom]
  ) {
    link(links, baseFrom++, witnessFrom++)
  }
  while (
    baseFrom < baseTo &&
    witnessFrom < witnessTo &&
    base.keys[baseTo - 1] === witness.keys[witnessTo - 1]
  ) {
    link(links, --baseTo, --witnessTo)
  }
  return [{ baseFrom, baseTo, witnessFrom, witnessTo }]
}
