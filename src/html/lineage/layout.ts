import { dagre } from "d3-dag"
import { groupBy } from "../../text/group-by.ts"

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
 * Parts that nothing connects are drawn each by itself and set side by side, the largest first.
 */
export function layOut(
  boxes: readonly Box[],
  pairs: readonly (readonly [string, string])[],
): Layout {
  const parts = splitParts(boxes, pairs)
    .map((part) => layOutToFit(part.boxes, part.pairs))
    .toSorted((a, b) => b.boxes.length - a.boxes.length)
  const corners = shelve(parts)
  const drawn = parts.map((part, i) => moved(part, corners[i]!))
  const places = new Map(drawn.flatMap((part) => part.boxes.map((box) => [box.id, box])))
  const lines = new Map(
    drawn.flatMap((part) => part.pairs.map((pair, i) => [pair, part.lines[i]!])),
  )
  return {
    width: Math.max(0, ...corners.map(({ x }, i) => x + parts[i]!.width)),
    height: Math.max(0, ...corners.map(({ y }, i) => y + parts[i]!.height)),
    boxes: boxes.map(({ id }) => places.get(id)!),
    lines: pairs.map((pair) => lines.get(pair)!),
  }
}

type Pair = readonly [string, string]

/** A connected part of a graph, drawn. */
interface Part extends Layout {
  readonly pairs: readonly Pair[]
}

/** Boxes that lines connect, together. */
function splitParts(
  boxes: readonly Box[],
  pairs: readonly Pair[],
): { boxes: Box[]; pairs: Pair[] }[] {
  const leaders = new Map(boxes.map(({ id }) => [id, id]))
  const leaderOf = (id: string): string => {
    let at = id
    while (leaders.get(at) !== at) {
      leaders.set(at, leaders.get(leaders.get(at)!)!)
      at = leaders.get(at)!
    }
    return at
  }
  for (const [from, to] of pairs) leaders.set(leaderOf(from), leaderOf(to))
  const pairsOf = groupBy(pairs, ([from]) => leaderOf(from))
  return [...groupBy(boxes, ({ id }) => leaderOf(id))].map(([leader, together]) => ({
    boxes: together,
    pairs: pairsOf.get(leader) ?? [],
  }))
}

/** With its sources above; where that is wider than a window, with its sources on the left: pages scroll downwards. */
function layOutToFit(boxes: readonly Box[], pairs: readonly Pair[]): Part {
  if (boxes.length > WIDE_GRAPH) return layOutPart(boxes, pairs, "LR")
  const upright = layOutPart(boxes, pairs, "TB")
  return upright.width <= SHELF ? upright : layOutPart(boxes, pairs, "LR")
}

/** Sugiyama, Tagawa & Toda 1981, as d3-dag does it; a pair that closes a circle is drawn against the order. */
function layOutPart(boxes: readonly Box[], pairs: readonly Pair[], rankdir: "TB" | "LR"): Part {
  const graph = new dagre.graphlib.Graph()
  graph.setGraph({
    rankdir,
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
    pairs,
    boxes: boxes.map((box) => ({ ...box, x: graph.node(box.id).x, y: graph.node(box.id).y })),
    lines: pairs.map(([from, to]) => graph.edge(to, from).points.toReversed()),
  }
}

/** The upper left corner of each part: rows from left to right, as wide as a window or the widest part. */
function shelve(parts: readonly Layout[]): Point[] {
  const room = Math.max(SHELF, ...parts.map(({ width }) => width))
  let x = 0
  let y = 0
  let tallest = 0
  return parts.map(({ width, height }) => {
    if (x > 0 && x + width > room) {
      x = 0
      y += tallest + BETWEEN
      tallest = 0
    }
    const corner = { x, y }
    x += width + BETWEEN
    tallest = Math.max(tallest, height)
    return corner
  })
}

function moved(part: Part, by: Point): Part {
  const move = <P extends Point>(point: P): P => ({
    ...point,
    x: point.x + by.x,
    y: point.y + by.y,
  })
  return { ...part, boxes: part.boxes.map(move), lines: part.lines.map((line) => line.map(move)) }
}

/** Pixels of a row of parts, and between two of them. */
const SHELF = 1080
const BETWEEN = 44

/** Pixels between neighbours, and between layers. */
const SIDE_BY_SIDE = 28
const ABOVE = 26

/** Boxes that stand in no window side by side. */
const WIDE_GRAPH = 40

/** Boxes above which the better drawing takes longer than a reader waits. */
const LARGE_GRAPH = 80
