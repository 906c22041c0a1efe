import { dagre } from "d3-dag"

export interface Box {
  readonly id: string
  readonly width: number
  readonly height: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** Boxes with the middle of each, and for each pair the points its line runs through, from first to second. */
export interface Layout {
  readonly width: number
  readonly height: number
  readonly boxes: readonly (Box & Point)[]
  readonly lines: readonly (readonly Point[])[]
}

/**
 * Draws a graph in layers: the second of a pair stands above the first, as a source above what was taken from it.
 * Sugiyama, Tagawa & Toda 1981, as d3-dag does it; a pair that closes a circle is drawn against the order.
 */
export function layOut(
  boxes: readonly Box[],
  pairs: readonly (readonly [string, string])[],
): Layout {
  const graph = new dagre.graphlib.Graph()
  graph.setGraph({
    rankdir: "TB",
    nodesep: SIDE_BY_SIDE,
    ranksep: ABOVE,
    quality: boxes.length > LARGE_GRAPH ? "fast" : "medium",
  })
  for (const { id, width, height } of boxes) graph.setNode(id, { width, height })
  for (const [from, to] of pairs) graph.setEdge(to, from)
  dagre.layout(graph)
  const { width, height } = graph.graph()
  return {
    width,
    height,
    boxes: boxes.map((box) => ({ ...box, x: graph.node(box.id).x, y: graph.node(box.id).y })),
    lines: pairs.map(([from, to]) => graph.edge(to, from).points.toReversed()),
  }
}

/** Pixels between neighbours, and between layers. */
const SIDE_BY_SIDE = 28
const ABOVE = 26

/** Boxes above which the better drawing takes longer than a reader waits. */
const LARGE_GRAPH = 80
