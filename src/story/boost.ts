/** Gradient-boosted trees (Friedman 2001) of depth three, one after the other in one table. */
export type Trees = Float64Array

/** A line a tree: seven numbers of features, seven cuts and eight leaves, in heap order. */
export function readTrees(table: string): Trees {
  return Float64Array.from(table.split(/\s/), Number)
}

/** Inner nodes and leaves of one tree, as they lie in the table. */
const INNER = 7
const LEAVES = 8
const TREE = INNER * 2 + LEAVES

/** The log-odds that trees give to features. */
export function oddsOf(trees: Trees, features: readonly number[]): number {
  let odds = 0
  for (let tree = 0; tree < trees.length; tree += TREE) odds += leafOf(trees, tree, features)
  return odds
}

function leafOf(trees: Trees, tree: number, features: readonly number[]): number {
  let node = 0
  while (node < INNER) {
    const isLeft = features[trees[tree + node]!]! < trees[tree + INNER + node]!
    node = 2 * node + (isLeft ? 1 : 2)
  }
  return trees[tree + INNER + node]!
}
