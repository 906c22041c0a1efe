import { TREES } from "./boost-weights.ts"

const trees = Float64Array.from(TREES.split(/\s/), Number)

/** Inner nodes and leaves of one tree of depth three, as they lie in the table. */
const INNER = 7
const LEAVES = 8
const TREE = INNER * 2 + LEAVES

/**
 * Log-odds of a pair's features by gradient-boosted trees (Friedman 2001) of depth three, learned by
 * scripts/train-stories.mjs. A tree is seven numbers of features, seven cuts and eight leaves, in heap order.
 */
export function likenessOdds(features: readonly number[]): number {
  let odds = 0
  for (let tree = 0; tree < trees.length; tree += TREE) odds += leafOf(tree, features)
  return odds
}

function leafOf(tree: number, features: readonly number[]): number {
  let node = 0
  while (node < INNER) {
    const isLeft = features[trees[tree + node]!]! < trees[tree + INNER + node]!
    node = 2 * node + (isLeft ? 1 : 2)
  }
  return trees[tree + INNER + node]!
}
