// Gradient-boosted trees (Friedman 2001) of depth three on a logistic loss, with histograms of quantiles. Deterministic.

const DEPTH = 3
const RIDGE = 5
const BINS = 255
/** Rows that a leaf must have. */
const LEAST_ROWS = 10

/** Learns `count` trees from rows of features `x`, labels `y` (0 or 1) and weights `w`. */
export function learnTrees({ x, y, w }, { count, rate }) {
  const cuts = cutsOf(x)
  const width = cuts.length
  const bins = new Uint8Array(x.length * width)
  x.forEach((row, i) => {
    for (let k = 0; k < width; k++) bins[i * width + k] = binOf(cuts[k], row[k])
  })
  const odds = new Float64Array(x.length)
  const slope = new Float64Array(x.length)
  const curve = new Float64Array(x.length)
  const all = Int32Array.from(x, (_, i) => i)
  const trees = []
  for (let t = 0; t < count; t++) {
    for (let i = 0; i < x.length; i++) {
      const p = 1 / (1 + Math.exp(-odds[i]))
      slope[i] = (p - y[i]) * w[i]
      curve[i] = p * (1 - p) * w[i]
    }
    const tree = grow({ cuts, bins, width, slope, curve, rate, odds }, all, DEPTH)
    trees.push(tree)
  }
  return trees
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

function cutsOf(x) {
  return x[0].map((_, k) => {
    const sorted = Float64Array.from(x, (row) => row[k]).sort()
    const quantiles = Array.from({ length: BINS - 1 }, (_, q) =>
      Number(sorted[Math.floor(((q + 1) * sorted.length) / BINS)].toPrecision(4)),
    )
    return [...new Set(quantiles)]
  })
}

function binOf(cuts, value) {
  let bin = 0
  while (bin < cuts.length && value >= cuts[bin]) bin++
  return bin
}

function grow(model, rows, depth) {
  const { cuts, bins, width, slope, curve, rate, odds } = model
  let g = 0
  let h = 0
  for (const i of rows) {
    g += slope[i]
    h += curve[i]
  }
  const best = depth > 0 ? bestCut(model, rows, g, h) : null
  if (!best) {
    const leaf = Number(((-rate * g) / (h + RIDGE)).toPrecision(4))
    for (const i of rows) odds[i] += leaf
    return { leaf }
  }
  const isLow = (i) => bins[i * width + best.feature] <= best.bin
  return {
    feature: best.feature,
    cut: cuts[best.feature][best.bin],
    low: grow(model, rows.filter(isLow), depth - 1),
    high: grow(
      model,
      rows.filter((i) => !isLow(i)),
      depth - 1,
    ),
  }
}

function bestCut({ cuts, bins, width, slope, curve }, rows, g, h) {
  const gs = new Float64Array(width * BINS)
  const hs = new Float64Array(width * BINS)
  const ns = new Int32Array(width * BINS)
  for (const i of rows) {
    for (let k = 0; k < width; k++) {
      const at = k * BINS + bins[i * width + k]
      gs[at] += slope[i]
      hs[at] += curve[i]
      ns[at]++
    }
  }
  let best = null
  for (let feature = 0; feature < width; feature++) {
    let gl = 0
    let hl = 0
    let nl = 0
    for (let bin = 0; bin < cuts[feature].length; bin++) {
      gl += gs[feature * BINS + bin]
      hl += hs[feature * BINS + bin]
      nl += ns[feature * BINS + bin]
      if (nl < LEAST_ROWS || rows.length - nl < LEAST_ROWS) continue
      const gain = gl ** 2 / (hl + RIDGE) + (g - gl) ** 2 / (h - hl + RIDGE) - g ** 2 / (h + RIDGE)
      if (gain > 0 && (!best || gain > best.gain)) best = { gain, feature, bin }
    }
  }
  return best
}
