import { addTo } from "./group-by.ts"

/** The numbers below `count`, those in one list that pairs lead between (Tarjan 1975); lists and numbers ascend. */
export function joinSets(count: number, pairs: Iterable<readonly [number, number]>): number[][] {
  const parents = Int32Array.from({ length: count }, (_, i) => i)
  const rootOf = (item: number): number => {
    let root = item
    while (parents[root] !== root) root = parents[root] = parents[parents[root]!]!
    return root
  }
  for (const [a, b] of pairs) {
    const [x, y] = [rootOf(a), rootOf(b)]
    parents[Math.max(x, y)] = Math.min(x, y)
  }
  const sets = new Map<number, number[]>()
  for (let i = 0; i < count; i++) addTo(sets, rootOf(i), i)
  return [...sets.values()]
}
