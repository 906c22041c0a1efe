/** Gradient-boosted trees (Friedman 2001) of depth three: of each tree its inner nodes and its leaves, in heap order. */
export interface Trees {
  readonly features: Int32Array
  readonly cuts: Float64Array
  readonly leaves: Float64Array
}

const INNER = 7
const LEAVES = 8

/** A line a tree: seven numbers of features, seven cuts and eight leaves. */
export function readTrees(table: string): Trees {
  const lines = table.split("\n")
  const features = new Int32Array(INNER * lines.length)
  const cuts = new Float64Array(INNER * lines.length)
  const leaves = new Float64Array(LEAVES * lines.length)
  lines.forEach((line, tree) => {
    line.split(" ").forEach((number, at) => {
      if (at < INNER) features[INNER * tree + at] = Number(number)
      else if (at < 2 * INNER) cuts[INNER * (tree - 1) + at] = Number(number)
      else leaves[LEAVES * tree + at - 2 * INNER] = Number(number)
    })
  })
  return { features, cuts, leaves }
}

/**
 * The log-odds that trees give to features. Each step is a sum and no branch, for a processor guesses every second of
 * them wrongly.
 */
export function oddsOf({ features: at, cuts, leaves }: Trees, features: Float64Array): number {
  let odds = 0
  for (let root = 0, leaf = 0; root < cuts.length; root += INNER, leaf += LEAVES) {
    const half = reaches(features[at[root]!]!, cuts[root]!)
    const second = root + 1 + half
    const quarter = 2 * half + reaches(features[at[second]!]!, cuts[second]!)
    const third = root + 3 + quarter
    odds += leaves[leaf + 2 * quarter + reaches(features[at[third]!]!, cuts[third]!)]!
  }
  return odds
}

/** 1 or 0. */
function reaches(value: number, cut: number): number {
  return Number(value >= cut) | 0
}
