// Learns when two articles are one story: boosted trees over what two articles say (src/story/likeness.ts), then over how
// that compares with what their neighbours say (src/story/context.ts), twice.
// --write replaces the weights. CORPUS_DIR holds manifest.jsonl, articles/ and labels/stories.jsonl.
// Deterministic. Prints loss, BCubed and F1 of pairs in five-fold cross-validation, as means over several splits with the
// spread: no topic and no fortnight of a judged pair was learned from. Floors are those of the means, at the shipped threshold.
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { extractArticles } from "../dist/article/extract.js"
import { findCopying } from "../dist/lineage/copy.js"
import { narrationOf } from "../dist/lineage/narration.js"
import { findQuotations } from "../dist/quotation/find.js"
import { groupStatements } from "../dist/statement/group.js"
import { candidatePairs } from "../dist/story/candidates.js"
import { clusterByLikeness } from "../dist/story/cluster.js"
import { CONTEXT, contextOf } from "../dist/story/context.js"
import { FEATURE } from "../dist/story/feature.js"
import { STORY_LINKAGE } from "../dist/story/grouper.js"
import { featuresOf } from "../dist/story/likeness.js"
import { profileOf } from "../dist/story/profile.js"
import { Terms } from "../dist/story/terms.js"
import { NO_TIE, pairKey } from "../dist/story/tie.js"
import { findTies } from "../dist/story/ties.js"
import { readCall } from "../eval/call.mjs"
import { checkFloors, hashOf } from "../eval/floors.mjs"
import { articleRows, readRow } from "../eval/manifest.mjs"
import { formatTrees, learnTrees, oddsOf } from "./train/boost.mjs"
import { blocksOf, labelOf, readGold, scoreGroups } from "./train/stories-gold.mjs"

const {
  values,
  positionals: [corpus],
} = readCall("scripts/train-stories.mjs CORPUS_DIR [--write] [--splits 3] [--floors] [--raise]", {
  options: {
    write: { type: "boolean" },
    splits: { type: "string", default: "3" },
    floors: { type: "boolean" },
    raise: { type: "boolean" },
  },
  words: [1, 1],
})

const PAIR = { count: 160, rate: 0.1 }
const AMONG = { count: 100, rate: 0.1 }
const SETTLED = { count: 80, rate: 0.1 }
const FOLDS = 5
/** Sets differ in how many pairs a story has; these weights make them count alike. */
const SET_WEIGHTS = { allsides: 1, ecb: 0.4, basil: 6, wcl: 1 }
/** A false merge is worse than a miss; only one of the sets has room for many. */
const APART_WEIGHT = 1.6
/** A pair of which no neighbour is known. */
const ALONE = { a: Int32Array.of(0), b: Int32Array.of(1) }
const THRESHOLDS = [-0.4, -0.3, -0.2]

const articles = articleRows(corpus)
  .flatMap((row) => readRow(corpus, row, extractArticles) ?? [])
  .sort((a, b) => (a.id < b.id ? -1 : 1))
const count = articles.length
const terms = new Terms()
const profiles = articles.map((article) => profileOf(article, terms))
const gold = readGold(corpus, profiles)
const blocks = blocksOf(gold)
const ties = readTies()
const pairs = candidatePairs(profiles, ties)
const order = [...pairs.a.keys()]
const x = order.map((i) => {
  const [a, b] = [pairs.a[i], pairs.b[i]]
  return [...featuresOf(profiles[a], profiles[b], ties.get(pairKey(a, b, count)) ?? NO_TIE)]
})
const days = Float64Array.from(x, (row) => row[FEATURE.days])
const y = order.map((i) => labelOf(gold, pairs.a[i], pairs.b[i]))
const w = order.map(weightOf)
const judged = order.filter((i) => y[i] !== null && w[i] > 0)
console.log(
  `${count} articles, ${order.length} pairs, ${judged.length} judged, ${judged.filter((i) => y[i]).length} together`,
)

const splits = Array.from({ length: Number(values.splits) }, (_, seed) => crossValidate(seed))
for (const [t, threshold] of THRESHOLDS.entries()) {
  const sets = meansOf(splits.map(({ scores }) => scores[t]))
  console.log(`threshold ${threshold}: ${sets.map(lineOf).join(" | ")}`)
  if (threshold === STORY_LINKAGE.together && (values.floors || values.raise)) checkMeans(sets)
}
if (values.write) writeWeights(splits[0])

/** For each set the mean of each figure over the splits, and how far the splits lie from it. */
function meansOf(rows) {
  return rows[0].map(({ set }, k) => {
    const figures = ["precision", "recall", "f1", "pairs"].map((name) => {
      const all = rows.map((row) => row[k][name])
      const mean = all.reduce((sum, one) => sum + one, 0) / all.length
      const square = all.reduce((sum, one) => sum + (one - mean) ** 2, 0) / all.length
      return { name, mean, spread: Math.sqrt(square) }
    })
    return { set, figures }
  })
}

function lineOf({ set, figures }) {
  const parts = figures.map(
    ({ name, mean, spread }) => `${name} ${(100 * mean).toFixed(1)} ±${(100 * spread).toFixed(1)}`,
  )
  return `${set} ${parts.join(" ")}`
}

function checkMeans(sets) {
  const figures = Object.fromEntries(
    sets.flatMap(({ set, figures }) => figures.map(({ name, mean }) => [`${set} ${name}`, mean])),
  )
  const hash = hashOf(readFileSync(join(corpus, "labels/stories.jsonl"), "utf8"))
  checkFloors("stories", {
    hash,
    corpus: `corpora, held out in ${values.splits} splits`,
    figures,
    raise: values.raise,
  })
}

/** Common statements and copied passages, as the whole program would find them without a record. */
function readTies() {
  const quotations = articles.flatMap((article) => findQuotations(article))
  const statements = groupStatements(quotations, articles)
  const ties = new Map(findTies(articles, statements, []))
  const narrations = articles.map((article) => narrationOf(article, []))
  for (const { a, b, passages } of findCopying(narrations)) {
    const copied = passages.reduce((sum, { a: span }) => sum + span.to - span.from, 0)
    const key = pairKey(a, b, count)
    ties.set(key, { statements: ties.get(key)?.statements ?? 0, copied })
  }
  return ties
}

function weightOf(i) {
  const set = gold.storyOf[pairs.a[i]]?.set
  return (SET_WEIGHTS[set] ?? 0) * (set === "allsides" && y[i] === 0 ? APART_WEIGHT : 1)
}

/** A number from 0 to 1 for a name, the same on every run. */
function chanceOf(...names) {
  let hash = 0x811c9dc5
  for (const letter of names.join(" ")) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

/** Odds of every pair by trees that know neither of its blocks, stage by stage, each learned from the one before. */
function crossValidate(seed) {
  const folds = blocks.map((block) =>
    block === null ? -1 : Math.floor(FOLDS * chanceOf("fold", seed, block)),
  )
  const full = { at: order, weight: 1, context: (odds) => contextOf(count, pairs, odds) }
  const piles = [full, ...thinPiles(seed)]
  const alone = [{ ...full, rows: x }]
  const [first] = outOfFold(folds, alone, PAIR)
  const among = piles.map((pile) => withRows(pile, pick(first, pile.at)))
  const second = outOfFold(folds, among, AMONG)
  const settled = piles.map((pile, k) => {
    const { rows, ...rest } = withRows(pile, second[k])
    return { ...rest, rows: rows.map((row, r) => [...row, first[pile.at[r]]]) }
  })
  const [third] = outOfFold(folds, settled, SETTLED)
  const scores = THRESHOLDS.map((together) => {
    const likenesses = order.map((i) => ({ a: pairs.a[i], b: pairs.b[i], odds: third[i] }))
    return scoreGroups(gold, clusterByLikeness(count, likenesses, { ...STORY_LINKAGE, together }))
  })
  console.log(
    `split ${seed}: loss ${[first, second[0], third].map((odds) => lossOf(odds).toFixed(4)).join(", ")}`,
  )
  return { scores, learned: { PAIR_TREES: alone, CONTEXT_TREES: among, SETTLED_TREES: settled } }
}

/**
 * The same pairs in thinner piles: half of the articles, a seventh of the blocks, the two alone. What neighbours say must
 * not depend on how many there are.
 */
function thinPiles(seed) {
  const half = articles.map(({ id }) => chanceOf("half", seed, id) < 0.5)
  const few = articles.map(({ id }, i) => chanceOf("few", seed, blocks[i] ?? id) < 0.15)
  return [
    pileOf(half, 0.5),
    pileOf(few, 2),
    {
      at: judged,
      weight: 0.5,
      context: (odds) => (r, row) => contextOf(2, ALONE, odds.subarray(r, r + 1))(0, row),
    },
  ]
}

function pileOf(kept, weight) {
  const at = order.filter((i) => kept[pairs.a[i]] && kept[pairs.b[i]])
  const some = { a: Int32Array.from(pick(pairs.a, at)), b: Int32Array.from(pick(pairs.b, at)) }
  return { at, weight, context: (odds) => contextOf(count, some, odds) }
}

function pick(list, at) {
  return Float64Array.from(at, (i) => list[i])
}

function withRows(pile, odds) {
  const writeContext = pile.context(odds)
  const context = new Float64Array(CONTEXT)
  const rows = Array.from(odds, (_, r) => {
    writeContext(r, context)
    return [...context, days[pile.at[r]]]
  })
  return { ...pile, rows }
}

/** For each pile the odds of its pairs. */
function outOfFold(folds, piles, shape) {
  const odds = piles.map(({ at }) => new Float64Array(at.length))
  for (let fold = 0; fold < FOLDS; fold++) {
    const isFree = (i) => folds[pairs.a[i]] !== fold && folds[pairs.b[i]] !== fold
    const trees = learnTrees(gather(piles, isFree), shape)
    piles.forEach(({ at, rows }, k) => {
      at.forEach((i, r) => {
        if (Math.max(0, folds[pairs.a[i]], folds[pairs.b[i]]) === fold)
          odds[k][r] = oddsOf(trees, rows[r])
      })
    })
  }
  return odds
}

/** Judged pairs of all piles to learn from. */
function gather(piles, isFree = () => true) {
  const [xs, ys, ws] = [[], [], []]
  for (const { at, rows, weight } of piles) {
    at.forEach((i, r) => {
      if (y[i] === null || w[i] === 0 || !isFree(i)) return
      xs.push(rows[r])
      ys.push(y[i])
      ws.push(w[i] * weight)
    })
  }
  return { x: xs, y: ys, w: ws }
}

function lossOf(odds) {
  const sum = judged.reduce(
    (all, i) => all + w[i] * Math.log1p(Math.exp(y[i] ? -odds[i] : odds[i])),
    0,
  )
  return sum / judged.reduce((all, i) => all + w[i], 0)
}

function writeWeights({ learned }) {
  const shapes = { PAIR_TREES: PAIR, CONTEXT_TREES: AMONG, SETTLED_TREES: SETTLED }
  const head =
    "/** Learned by scripts/train-stories.mjs; a line a tree: seven features, seven cuts, eight leaves. */\n"
  const text = Object.entries(learned).map(([name, piles]) => {
    const trees = formatTrees(learnTrees(gather(piles), shapes[name]))
    return `export const ${name}: string = \`${trees.join("\n")}\`\n`
  })
  writeFileSync(new URL("../src/story/boost-weights.ts", import.meta.url), head + text.join(""))
}
