// Learns when two articles are one story: boosted trees over what two articles say (src/story/likeness.ts), then over how
// that compares with what their neighbours say (src/story/context.ts), twice.
//   node scripts/train-stories.mjs CORPUS_DIR [--write] [--splits 3]     (after npm run build; --write replaces the weights)
// CORPUS_DIR holds manifest.jsonl, articles/ and labels/stories.jsonl. Deterministic. Prints the mean over splits of the
// loss, BCubed and F1 of pairs in five-fold cross-validation: no topic and no fortnight of a judged pair was learned from.
import { writeFileSync } from "node:fs"
import { parseArgs } from "node:util"
import { extractArticles } from "../dist/article/extract.js"
import { findCopying } from "../dist/lineage/copy.js"
import { narrationOf } from "../dist/lineage/narration.js"
import { findQuotations } from "../dist/quotation/find.js"
import { groupStatements } from "../dist/statement/group.js"
import { candidatePairs } from "../dist/story/candidates.js"
import { clusterByLikeness } from "../dist/story/cluster.js"
import { contextFeatures } from "../dist/story/compare.js"
import { contextOf } from "../dist/story/context.js"
import { STORY_LINKAGE } from "../dist/story/grouper.js"
import { DAYS, featuresOf } from "../dist/story/likeness.js"
import { profileOf } from "../dist/story/profile.js"
import { Terms } from "../dist/story/terms.js"
import { NO_TIE, pairKey } from "../dist/story/tie.js"
import { findTies } from "../dist/story/ties.js"
import { articleRows, readRow } from "../eval/manifest.mjs"
import { formatTrees, learnTrees, oddsOf } from "./train/boost.mjs"
import { blocksOf, labelOf, readGold, scoreGroups } from "./train/stories-gold.mjs"

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: "boolean" }, splits: { type: "string", default: "3" } },
})
const [corpus] = positionals

const PAIR = { count: 160, rate: 0.1 }
const CONTEXT = { count: 100, rate: 0.1 }
const SETTLED = { count: 80, rate: 0.1 }
const FOLDS = 5
/** Sets differ in how many pairs a story has; these weights make them count alike. */
const SET_WEIGHTS = { allsides: 1, ecb: 0.4, basil: 12, wcl: 1 }
/** A false merge is worse than a miss; only one of the sets has room for many. */
const APART_WEIGHT = 1.6
/** A pair of which no neighbour is known. */
const LONELY = { mediator: [0], rivalMin: [0], rivalMax: [0] }
const THRESHOLDS = [0, 0.1, 0.2]

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
  return featuresOf(profiles[a], profiles[b], ties.get(pairKey(a, b, count)) ?? NO_TIE)
})
const days = Float64Array.from(x, (row) => row[DAYS])
const y = order.map((i) => labelOf(gold, pairs.a[i], pairs.b[i]))
const w = order.map(weightOf)
const judged = order.filter((i) => y[i] !== null && w[i] > 0)
console.log(
  `${count} articles, ${order.length} pairs, ${judged.length} judged, ${judged.filter((i) => y[i]).length} together`,
)

const splits = Array.from({ length: Number(values.splits) }, (_, seed) => crossValidate(seed))
for (const [t, threshold] of THRESHOLDS.entries()) {
  const rows = splits.map(({ scores }) => scores[t])
  const mean = (k, key) => (100 * rows.reduce((sum, row) => sum + row[k][key], 0)) / rows.length
  const sets = rows[0].map(
    ({ set }, k) =>
      `${set} P ${mean(k, "precision").toFixed(1)} R ${mean(k, "recall").toFixed(1)} F1 ${mean(k, "f1").toFixed(1)} pairs ${mean(k, "pairs").toFixed(1)}`,
  )
  console.log(`threshold ${threshold}: ${sets.join(" | ")}`)
}
if (values.write) writeWeights(splits[0])

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
  const first = outOfFold(folds, x, [], PAIR)
  const among = contextRows(first)
  const thinned = thinnedRows(first, seed)
  const second = outOfFold(folds, among, thinned, CONTEXT)
  const settled = contextRows(second).map((row, i) => [...row, first[i]])
  const third = outOfFold(folds, settled, [], SETTLED)
  const scores = THRESHOLDS.map((together) => {
    const likenesses = order.map((i) => ({ a: pairs.a[i], b: pairs.b[i], odds: third[i] }))
    return scoreGroups(gold, clusterByLikeness(count, likenesses, { ...STORY_LINKAGE, together }))
  })
  console.log(
    `split ${seed}: loss ${[first, second, third].map((odds) => lossOf(odds).toFixed(4)).join(", ")}`,
  )
  return { scores, rows: { among, thinned, settled } }
}

function outOfFold(folds, rows, more, shape) {
  const odds = new Float64Array(order.length)
  for (let fold = 0; fold < FOLDS; fold++) {
    const isFree = (i) => folds[pairs.a[i]] !== fold && folds[pairs.b[i]] !== fold
    const trees = learnTrees(gather(rows, more, isFree), shape)
    for (const i of order) {
      if (Math.max(0, folds[pairs.a[i]], folds[pairs.b[i]]) === fold)
        odds[i] = oddsOf(trees, rows[i])
    }
  }
  return odds
}

/** Judged pairs to learn from, with those of thinner piles. */
function gather(rows, more, isFree = () => true) {
  const chosen = judged.filter(isFree)
  const others = more.filter(({ i }) => isFree(i))
  return {
    x: [...chosen.map((i) => rows[i]), ...others.map(({ row }) => row)],
    y: [...chosen.map((i) => y[i]), ...others.map(({ i }) => y[i])],
    w: [...chosen.map((i) => w[i]), ...others.map(({ i, weight }) => w[i] * weight)],
  }
}

function contextRows(odds) {
  const context = contextOf(count, pairs, odds)
  return order.map((i) => contextFeatures(context, i, odds, days))
}

/**
 * The same pairs in thinner piles: half of the articles, a seventh of the blocks, the two alone. What neighbours say must
 * not depend on how many there are.
 */
function thinnedRows(odds, seed) {
  const half = articles.map(({ id }) => chanceOf("half", seed, id) < 0.5)
  const few = articles.map(({ id }, i) => chanceOf("few", seed, blocks[i] ?? id) < 0.15)
  const alone = judged.map((i) => ({
    i,
    row: contextFeatures(LONELY, 0, [odds[i]], [days[i]]),
    weight: 0.5,
  }))
  return [...rowsAmong(half, odds, 0.5), ...rowsAmong(few, odds, 2), ...alone]
}

function rowsAmong(kept, odds, weight) {
  const left = order.filter((i) => kept[pairs.a[i]] && kept[pairs.b[i]])
  const some = {
    a: Int32Array.from(left, (i) => pairs.a[i]),
    b: Int32Array.from(left, (i) => pairs.b[i]),
  }
  const someOdds = Float64Array.from(left, (i) => odds[i])
  const someDays = Float64Array.from(left, (i) => days[i])
  const context = contextOf(count, some, someOdds)
  return left.flatMap((i, at) => {
    const row = contextFeatures(context, at, someOdds, someDays)
    return y[i] === null || w[i] === 0 ? [] : { i, row, weight }
  })
}

function lossOf(odds) {
  const sum = judged.reduce(
    (all, i) => all + w[i] * Math.log1p(Math.exp(y[i] ? -odds[i] : odds[i])),
    0,
  )
  return sum / judged.reduce((all, i) => all + w[i], 0)
}

function writeWeights({ rows }) {
  const tables = {
    PAIR_TREES: learnTrees(gather(x, []), PAIR),
    CONTEXT_TREES: learnTrees(gather(rows.among, rows.thinned), CONTEXT),
    SETTLED_TREES: learnTrees(gather(rows.settled, []), SETTLED),
  }
  const head =
    "/** Learned by scripts/train-stories.mjs; a line a tree: seven features, seven cuts, eight leaves. */\n"
  const text = Object.entries(tables).map(
    ([name, trees]) => `export const ${name}: string = \`${formatTrees(trees).join("\n")}\`\n`,
  )
  writeFileSync(new URL("../src/story/boost-weights.ts", import.meta.url), head + text.join(""))
}
