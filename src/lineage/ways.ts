import type { LineageEdge, Node } from "./lineage.ts"
import { nodeKey } from "./merge-edges.ts"

/** From whom to whom the directed edges lead. */
export function waysOf(edges: readonly LineageEdge[]): ReadonlySet<string> {
  return new Set(edges.filter(({ directed }) => directed).map(({ from, to }) => wayKey(from, to)))
}

/** What says nothing itself has the direction of whatever else leads from one of the two to the other, and only one way. */
export function directedBy(edge: LineageEdge, ways: ReadonlySet<string>): LineageEdge {
  const there = ways.has(wayKey(edge.from, edge.to))
  if (there === ways.has(wayKey(edge.to, edge.from))) return edge
  return there
    ? { ...edge, directed: true }
    : { ...edge, from: edge.to, to: edge.from, directed: true }
}

function wayKey(from: Node, to: Node): string {
  return `${nodeKey(from)}\t${nodeKey(to)}`
}
