// Learns when two articles are one story: gradient-boosted trees over the features of src/story/likeness.ts.
//   node scripts/train-stories.mjs CORPUS_DIR [--write]     (after npm run build; --write replaces the weights)
// CORPUS_DIR holds manifest.jsonl, articles/ and labels/stories.jsonl. Deterministic. Prints the log loss and the pairs
// that are wrong in five-fold cross-validation by story, and BCubed F1 of the stories grouped so.
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { articleRows, readLines, readRow } from "../eval/manifest.mjs"

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: "boolean" }, dist: { type: "string" } },
})
const [corpus] = positionals
const dist = values.dist ?? new URL("../dist", import.meta.url).pathname
const { extractArticles } = await import(join(dist, "article/extract.js"))
const { profileOf } = await import(join(dist, "story/profile.js"))
const { candidatePairs, featuresOf, pairKey } = await import(join(dist, "story/likeness.js"))
const { clusterByLikeness } = await import(join(dist, "story/cluster.js"))
const { Terms } = await import(join(dist, "story/terms.js"))
const { narrationOf } = await import(join(dist, "lineage/narration.js"))
const { findCopying } = await import(join(dist, "lineage/copy.js"))

const TREES = 160
const DEPTH = 3
const RATE = 0.1
const RIDGE = 5
const BINS = 32
const FOLDS = 5
/** Sets differ in how many pairs a story has; these weights make them count alike. */
const SET_WEIGHTS = { allsides: 1, ecb: 0.4, basil: 2, wcl: 1 }
/** Labels judge only pairs at most so many days apart. */
const JUDGED_DAYS = 4

const articles = articleRows(corpus)
  .flatMap((row) => readRow(corpus, row, extractArticles) ?? [])
  .sort((a, b) => (a.id < b.id ? -1 : 1))
const terms = new Terms()
const profiles = articles.map((article) => profileOf(article, terms))
const pairs = candidatePairs(profiles, copiedTies())
const stories = readLines(corpus, "labels/stories.jsonl").filter(({ clean }) => clean)
const storyOf = new Map(stories.flatMap((story) => story.articles.map((id) => [id, story])))
const x = pairs.map(({ a, b, tie }) => featuresOf(profiles[a], profiles[b], tie))
const y = pairs.map(labelOf)
const judged = [...pairs.keys()].filter((i) => y[i] !== null && weightOf(i) > 0)
const { cuts, bins } = binFeatures()
console.log(
  `${articles.length} articles, ${pairs.length} pairs, ${judged.length} judged, ${judged.filter((i) => y[i]).length} together`,
)

crossValidate()
if (values.write) writeWeights(learn(judged))

/** Copied passages, as lineage would find them where no quotation is known. */
function copiedTies() {
  const ties = new Map()
  for (const { a, b, passages } of findCopying(
    articles.map((article) => narrationOf(article, [])),
  )) {
    const copied = passages.reduce((sum, { a: span }) => sum + span.to - span.from, 0)
    ties.set(pairKey(a, b, articles.length), { statements: 0, copied })
  }
  return ties
}

/** 1 together, 0 apart, null where the labels cannot tell. */
function labelOf({ a, b }) {
  const [first, second] = [storyOf.get(articles[a].id), storyOf.get(articles[b].id)]
  if (!first || !second || first.set !== second.set) return null
  if (first === second) return 1
  if (
    first.mayOverlapWith.includes(second.storyId) ||
    second.mayOverlapWith.includes(first.storyId)
  )
    return null
  const days =
    profiles[a].day !== null && profiles[b].day !== null
      ? Math.abs(profiles[a].day - profiles[b].day)
      : 0
  return days > JUDGED_DAYS ? null : 0
}

function weightOf(i) {
  return SET_WEIGHTS[storyOf.get(articles[pairs[i].a].id).set] ?? 0
}

function binFeatures() {
  const cuts = x[0].map((_, k) => {
    const sorted = Float64Array.from(judged, (i) => x[i][k]).sort()
    const quantiles = Array.from({ length: BINS - 1 }, (_, q) =>
      Number(sorted[Math.floor(((q + 1) * sorted.length) / BINS)].toPrecision(4)),
    )
    return [...new Set(quantiles)]
  })
  const bins = x.map((row) =>
    Uint8Array.from(row, (value, k) => cuts[k].filter((cut) => value >= cut).length),
  )
  return { cuts, bins }
}

function learn(rows) {
  const odds = new Float64Array(x.length)
  const slope = new Float64Array(x.length)
  const curve = new Float64Array(x.length)
  const trees = []
  for (let t = 0; t < TREES; t++) {
    for (const i of rows) {
      const p = 1 / (1 + Math.exp(-odds[i]))
      slope[i] = (p - y[i]) * weightOf(i)
      curve[i] = p * (1 - p) * weightOf(i)
    }
    const tree = grow(rows, DEPTH, slope, curve)
    trees.push(tree)
    for (const i of rows) odds[i] += evaluate(tree, x[i])
  }
  return trees
}

function grow(rows, depth, slope, curve) {
  let g = 0
  let h = 0
  for (const i of rows) {
    g += slope[i]
    h += curve[i]
  }
  const leaf = Number(((-RATE * g) / (h + RIDGE)).toPrecision(4))
  if (depth === 0) return { leaf }
  const best = bestCut(rows, g, h, slope, curve)
  if (!best)
    return {
      feature: 0,
      cut: 0,
      low: grow([], depth - 1, slope, curve),
      high: grow([], depth - 1, slope, curve),
      all: leaf,
    }
  const isLow = (i) => bins[i][best.feature] <= best.bin
  return {
    feature: best.feature,
    cut: cuts[best.feature][best.bin],
    low: grow(rows.filter(isLow), depth - 1, slope, curve),
    high: grow(
      rows.filter((i) => !isLow(i)),
      depth - 1,
      slope,
      curve,
    ),
  }
}

function bestCut(rows, g, h, slope, curve) {
  let best = null
  for (let feature = 0; feature < cuts.length; feature++) {
    const gs = new Float64Array(BINS + 1)
    const hs = new Float64Array(BINS + 1)
    for (const i of rows) {
      gs[bins[i][feature]] += slope[i]
      hs[bins[i][feature]] += curve[i]
    }
    let gl = 0
    let hl = 0
    for (let bin = 0; bin < cuts[feature].length; bin++) {
      gl += gs[bin]
      hl += hs[bin]
      if (hl < 1 || h - hl < 1) continue
      const gain = gl ** 2 / (hl + RIDGE) + (g - gl) ** 2 / (h - hl + RIDGE) - g ** 2 / (h + RIDGE)
      if (gain > 0.5 && (!best || gain > best.gain)) best = { gain, feature, bin }
    }
  }
  return best
}

function evaluate(tree, row) {
  let node = tree
  while (node.leaf === undefined) {
    if (node.all !== undefined) return node.all
    node = row[node.feature] < node.cut ? node.low : node.high
  }
  return node.leaf
}

function crossValidate() {
  const fold = (i) => {
    const story = storyOf.get(articles[i].id)
    return story
      ? [...story.storyId].reduce(
          (hash, letter) => (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0,
          7,
        ) >>> 0
      : 0
  }
  const folds = articles.map((_, i) => fold(i) % FOLDS)
  const odds = new Float64Array(pairs.length)
  for (let f = 0; f < FOLDS; f++) {
    const trees = learn(judged.filter((i) => folds[pairs[i].a] !== f && folds[pairs[i].b] !== f))
    pairs.forEach(({ a, b }, i) => {
      if (Math.max(folds[a], folds[b]) === f)
        odds[i] = trees.reduce((sum, tree) => sum + evaluate(tree, x[i]), 0)
    })
  }
  const loss =
    judged.reduce((sum, i) => sum + Math.log(1 + Math.exp(y[i] ? -odds[i] : odds[i])), 0) /
    judged.length
  console.log(
    `cross-validated: log loss ${loss.toFixed(4)}, wrong ${judged.filter((i) => odds[i] > 0 !== (y[i] === 1)).length}`,
  )
  reportStories(odds)
}

/** Mean precision and recall of each labelled article's story (BCubed), over all its set. */
function reportStories(odds) {
  for (const threshold of [-1, -0.5, 0]) {
    const likenesses = pairs.map(({ a, b }, i) => ({ a, b, odds: odds[i] }))
    const groups = clusterByLikeness(articles.length, likenesses, threshold)
    const groupOf = new Map(
      groups.flatMap((group) =>
        group.map((i) => [articles[i].id, new Set(group.map((j) => articles[j].id))]),
      ),
    )
    const figures = ["allsides", "ecb", "basil"].map((set) => {
      const members = stories
        .filter((story) => story.set === set)
        .flatMap((story) => story.articles)
      const known = new Set(members)
      let precision = 0
      let recall = 0
      for (const id of members) {
        const mates = new Set(storyOf.get(id).articles)
        const together = [...groupOf.get(id)].filter((other) => known.has(other))
        const right = together.filter((other) => mates.has(other)).length
        precision += right / together.length / members.length
        recall += right / mates.size / members.length
      }
      return `${set} P ${(100 * precision).toFixed(1)} R ${(100 * recall).toFixed(1)}`
    })
    console.log(
      `threshold ${threshold}: ${figures.join(", ")} (strict: the labels' leave to overlap is not used)`,
    )
  }
}

/** Seven features, seven cuts, eight leaves a tree, in heap order; a node that does not split gives its value to all leaves. */
function writeWeights(trees) {
  const rows = trees.map((tree) => {
    const nodes = heapOf(tree)
    const inner = nodes.slice(0, 7)
    const numbers = [
      ...inner.map(({ feature }) => feature),
      ...inner.map(({ cut }) => cut),
      ...nodes.slice(7).map(({ leaf }) => leaf),
    ]
    return numbers.join(" ")
  })
  const head =
    "/** Learned by scripts/train-stories.mjs; a line a tree: seven features, seven cuts, eight leaves. */\n"
  const file = new URL("../src/story/boost-weights.ts", import.meta.url)
  writeFileSync(file, `${head}export const TREES: string = \`${rows.join("\n")}\`\n`)
}

function heapOf(root) {
  const nodes = [root]
  for (let i = 0; i < 7; i++) {
    const { low, high, all, leaf } = nodes[i]
    const value = all ?? leaf
    const flat = { feature: 0, cut: 0, leaf: value, all: value }
    if (value !== undefined && nodes[i].feature === undefined)
      Object.assign(nodes[i], { feature: 0, cut: 0 })
    nodes[2 * i + 1] = value === undefined ? low : { ...flat }
    nodes[2 * i + 2] = value === undefined ? high : { ...flat }
  }
  return nodes
}
