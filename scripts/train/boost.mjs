// Stochastic gradient boosting (Friedman 2001, 2002) of trees of depth three on a logistic loss, with histograms of quantiles.
// Each tree sees half of the rows and half of the features, and several such forests are averaged (bagging, Breiman 1996):
// what is learned then depends less on which articles happened to be labelled. Deterministic.

const DEPTH = 3
const RIDGE = 5
const BINS = 256
/** Rows that a leaf must have. */
const LEAST_ROWS = 10
/** The share of rows, and of features, that a tree sees. */
const SEEN = 0.5
const FORESTS = 3

/** Learns forests of `count` trees from rows of features `x`, labels `y` (0 or 1) and weights `w`: the trees of them all. */
export function learnTrees({ x, y, w }, { count, rate }) {
  const cuts = cutsOf(x)
  const width = cuts.length
  const bins = new Uint8Array(x.length * width)
  x.forEach((row, i) => {
    for (let k = 0; k < width; k++) bins[i * width + k] = binOf(cuts[k], row[k])
  })
  const model = {
    cuts,
    bins,
    width,
    rate: rate / FORESTS,
    slope: new Float64Array(x.length),
    curve: new Float64Array(x.length),
  }
  return Array.from({ length: FORESTS }, (_, k) => learnForest(model, { y, w }, count, k)).flat()
}

function learnForest(model, { y, w }, count, number) {
  const { slope, curve } = model
  const chance = chanceFrom(number)
  const odds = new Float64Array(y.length)
  const all = Int32Array.from(y, (_, i) => i)
  return Array.from({ length: count }, () => {
    for (let i = 0; i < y.length; i++) {
      const p = 1 / (1 + Math.exp(-odds[i] * FORESTS))
      slope[i] = (p - y[i]) * w[i]
      curve[i] = p * (1 - p) * w[i]
    }
    const rows = all.filter(() => chance() < SEEN)
    const isSeen = model.cuts.map(() => chance() < SEEN)
    const tree = grow({ ...model, isSeen }, rows, DEPTH, histogramOf(model, rows))
    addLeaves(model, tree, odds)
    return tree
  })
}

/** The log-odds that trees give to a row. */
export function oddsOf(trees, row) {
  let odds = 0
  for (let node of trees) {
    while (node.leaf === undefined) node = row[node.feature] < node.cut ? node.low : node.high
    odds += node.leaf
  }
  return odds
}

/** A line a tree, as src/story/boost.ts reads it: seven features, seven cuts, eight leaves, in heap order. */
export function formatTrees(trees) {
  return trees.map((tree) => {
    const nodes = [tree]
    for (let i = 0; i < 2 ** DEPTH - 1; i++) {
      const { low, high } = nodes[i]
      nodes[2 * i + 1] = low ?? nodes[i]
      nodes[2 * i + 2] = high ?? nodes[i]
    }
    const inner = nodes.slice(0, 2 ** DEPTH - 1)
    return [
      ...inner.map(({ feature }) => feature ?? 0),
      ...inner.map(({ cut }) => cut ?? 0),
      ...nodes.slice(2 ** DEPTH - 1).map(({ leaf }) => leaf),
    ].join(" ")
  })
}

/** Numbers from 0 to 1, the same on every run (xorshift, Marsaglia 2003). */
function chanceFrom(seed) {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

function cutsOf(x) {
  return x[0].map((_, k) => {
    const sorted = Float64Array.from(x, (row) => row[k]).sort()
    const quantiles = Array.from({ length: BINS - 2 }, (_, q) =>
      Number(sorted[Math.floor(((q + 1) * sorted.length) / (BINS - 1))].toPrecision(4)),
    )
    return Float64Array.from(new Set(quantiles))
  })
}

/** How many cuts a value reaches. */
function binOf(cuts, value) {
  let [from, to] = [0, cuts.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (value >= cuts[middle]) from = middle + 1
    else to = middle
  }
  return from
}

function addLeaves({ bins, width }, tree, odds) {
  for (let i = 0; i < odds.length; i++) {
    let node = tree
    while (node.leaf === undefined)
      node = bins[i * width + node.feature] <= node.bin ? node.low : node.high
    odds[i] += node.leaf
  }
}

/** For each bin of each feature: slope, curve and number of the rows in it. */
function histogramOf({ bins, width, slope, curve }, rows) {
  const sums = new Float64Array(width * BINS * 3)
  for (let r = 0; r < rows.length; r++) {
    const i = rows[r]
    const [g, h] = [slope[i], curve[i]]
    for (let k = 0, bin = i * width; k < width; k++, bin++) {
      const at = 3 * (k * BINS + bins[bin])
      sums[at] += g
      sums[at + 1] += h
      sums[at + 2]++
    }
  }
  return sums
}

function grow(model, rows, depth, sums) {
  const { cuts, bins, width, slope, curve, rate } = model
  let g = 0
  let h = 0
  for (const i of rows) {
    g += slope[i]
    h += curve[i]
  }
  const best = depth > 0 ? bestCut(model, sums, { g, h, n: rows.length }) : null
  if (!best) return { leaf: Number(((-rate * g) / (h + RIDGE)).toPrecision(4)) }
  const { feature, bin } = best
  const [low, high] = parted(rows, (i) => bins[i * width + feature] <= bin)
  const [lowSums, highSums] = depth > 1 ? halves(model, sums, low, high) : []
  return {
    feature,
    bin,
    cut: cuts[feature][bin],
    low: grow(model, low, depth - 1, lowSums),
    high: grow(model, high, depth - 1, highSums),
  }
}

function parted(rows, isLow) {
  const sorted = new Int32Array(rows.length)
  let [low, high] = [0, rows.length]
  for (let r = 0; r < rows.length; r++) sorted[isLow(rows[r]) ? low++ : --high] = rows[r]
  return [sorted.subarray(0, low), sorted.subarray(low)]
}

/** The histograms of both parts: the smaller is counted, the larger is what is left of `sums`, which is used up. */
function halves(model, sums, low, high) {
  const few = histogramOf(model, low.length < high.length ? low : high)
  for (let at = 0; at < sums.length; at++) sums[at] -= few[at]
  return low.length < high.length ? [few, sums] : [sums, few]
}

function bestCut({ cuts, isSeen }, sums, { g, h, n }) {
  let best = null
  for (let feature = 0; feature < cuts.length; feature++) {
    if (!isSeen[feature]) continue
    let gl = 0
    let hl = 0
    let nl = 0
    for (let bin = 0; bin < cuts[feature].length; bin++) {
      const at = 3 * (feature * BINS + bin)
      gl += sums[at]
      hl += sums[at + 1]
      nl += sums[at + 2]
      if (nl < LEAST_ROWS || n - nl < LEAST_ROWS) continue
      const gain = gl ** 2 / (hl + RIDGE) + (g - gl) ** 2 / (h - hl + RIDGE) - g ** 2 / (h + RIDGE)
      if (gain > 0 && (!best || gain > best.gain)) best = { gain, feature, bin }
    }
  }
  return best
}
