import { compareText } from "../text/compare-text.ts"
import { covers } from "../text/span.ts"
import type { LineageEdge, Node } from "./lineage.ts"
import { outletKey } from "./outlets.ts"

/** One edge for each pair, kind and direction: all evidence, the highest confidence. */
export function mergeEdges(edges: readonly LineageEdge[]): LineageEdge[] {
  const merged = new Map<string, LineageEdge>()
  for (const edge of edges) {
    const key = [nodeKey(edge.from), nodeKey(edge.to), edge.kind, edge.directed].join("\t")
    const known = merged.get(key)
    merged.set(
      key,
      known ? joinEdges(known, edge) : { ...edge, evidence: joinEvidence(edge.evidence) },
    )
  }
  return [...merged].toSorted(([a], [b]) => compareText(a, b)).map(([, edge]) => edge)
}

function joinEdges(a: LineageEdge, b: LineageEdge): LineageEdge {
  return {
    ...a,
    confidence: Math.max(a.confidence, b.confidence),
    evidence: joinEvidence([...a.evidence, ...b.evidence]),
  }
}

type Place = LineageEdge["evidence"][number]

/** In order, without what lies inside another piece of evidence. */
function joinEvidence(evidence: readonly Place[]): Place[] {
  const places = evidence.toSorted(
    (a, b) =>
      compareText(a.article, b.article) || a.span.from - b.span.from || b.span.to - a.span.to,
  )
  const kept: Place[] = []
  for (const place of places) {
    const last = kept.at(-1)
    if (last?.article !== place.article || !covers(last.span, place.span)) kept.push(place)
  }
  return kept
}

/** What names one node and no other. */
export function nodeKey(node: Node): string {
  return "article" in node ? `a ${node.article}` : `n ${outletKey(node.name)}`
}
