import type { LineageEdge, Node } from "../lineage/lineage.ts"
import { describeEdge } from "../report/words.ts"
import { groupBy } from "../text/group-by.ts"
import type { Catalog } from "./catalog.ts"
import { type Html, html } from "./escape.ts"
import { type Box, layOut, type Point } from "./layout.ts"
import { nodeKey, nodeName } from "./node.ts"

/** Who took it from whom, as a drawing: sources above, those who took from them below, words on every line. */
export function drawLineage(edges: readonly LineageEdge[], catalog: Catalog): Html {
  const lines = pairLines(edges)
  const nodes = new Map(
    lines.flatMap(({ from, to }) => [from, to]).map((node) => [nodeKey(node), node]),
  )
  if (nodes.size > LARGEST_DRAWING) {
    return html`<p class="note">${nodes.size} pages and sources are too many for a drawing; the list below has all connections.</p>`
  }
  const boxes = [...nodes].map(([id, node]) => ({ ...boxOf(id, nodeName(node, catalog)), node }))
  const labels = lines.map(labelOf)
  // A line's label is a box of its own on the way, so that no two labels can meet.
  const pairs = lines.flatMap(({ from, to }, i): [string, string][] => [
    [nodeKey(from), labels[i]!.id],
    [labels[i]!.id, nodeKey(to)],
  ])
  const layout = layOut([...boxes, ...labels], pairs)
  const width = Math.ceil(layout.width) + 2 * MARGIN
  const height = Math.ceil(layout.height) + 2 * MARGIN
  const sentence = `${lines.length} connections between ${nodes.size} pages and sources; the list below says the same in words.`
  return html`<div class="scroll graph" role="group" tabindex="0" aria-label="Drawing: who took it from whom">
<svg role="img" aria-label="${sentence}" width="${width}" height="${height}" viewBox="${-MARGIN} ${-MARGIN} ${width} ${height}">
${lines.map((line, i) => drawLine(line, [layout.lines[2 * i]!, layout.lines[2 * i + 1]!]))}${labels.map((label, i) => drawLabel(label, layout.boxes[boxes.length + i]!))}${boxes.map((box, i) => drawBox(box, layout.boxes[i]!, catalog))}</svg></div>
`
}

/** Pages and sources above which a drawing is no help. */
const LARGEST_DRAWING = 120

const MARGIN = 8

/** All connections of one pair, as one line. */
interface Line {
  readonly from: Node
  readonly to: Node
  readonly kinds: readonly string[]
  readonly directed: boolean
}

function pairLines(edges: readonly LineageEdge[]): Line[] {
  const pairs = groupBy(
    edges.filter(({ from, to }) => nodeKey(from) !== nodeKey(to)),
    ({ from, to }) => [nodeKey(from), nodeKey(to)].toSorted().join("\n"),
  )
  return [...pairs.values()].map((together) => {
    const { from, to, directed } = together.find((edge) => edge.directed) ?? together[0]!
    const kinds = [...new Set(together.map(({ kind }) => describeEdge(kind)))]
    return { from, to, kinds, directed }
  })
}

/** A box with its text in lines. */
interface TextBox extends Box {
  readonly lines: readonly string[]
}

function boxOf(id: string, name: string): TextBox {
  return { id, ...sized(wrapName(name), PADDING) }
}

function labelOf({ kinds }: Line, i: number): TextBox {
  return { id: `label ${i}`, ...sized(kinds, LABEL_PADDING) }
}

function sized(lines: readonly string[], padding: number): Omit<TextBox, "id"> {
  const longest = Math.max(...lines.map(({ length }) => length))
  return { lines, width: longest * LETTER + 2 * padding, height: lines.length * LEADING + padding }
}

/** A name in two lines at most, cut where it is longer. */
function wrapName(name: string): string[] {
  if (name.length <= LINE_LETTERS) return [name]
  const space = name.lastIndexOf(" ", LINE_LETTERS)
  const at = space > 0 ? space : LINE_LETTERS
  const rest = name.slice(at).trim()
  const cut = rest.length > LINE_LETTERS ? `${rest.slice(0, LINE_LETTERS - 1)}…` : rest
  return [name.slice(0, at), cut]
}

const LINE_LETTERS = 26

/** Pixels from line to line, around a name, around a label. */
const LEADING = 16
const PADDING = 14
const LABEL_PADDING = 4

/** Pixels a letter takes, on the wide side: nothing at report time can measure type. */
const LETTER = 7.4

function drawBox(
  { node, lines, width, height }: TextBox & { readonly node: Node },
  { x, y }: Point,
  catalog: Catalog,
): Html {
  const isRecord = "article" in node && catalog.articles.get(node.article)?.record
  const look = isRecord ? "record" : "article" in node ? "page" : "named"
  return html`<g class="box ${look}"><title>${nodeName(node, catalog)}</title><rect x="${round(x - width / 2)}" y="${round(y - height / 2)}" width="${round(width)}" height="${height}" rx="4"/>${textLines(lines, { x, y })}</g>
`
}

function drawLabel({ lines }: TextBox, at: Point): Html {
  return html`<g class="label">${textLines(lines, at)}</g>`
}

function textLines(lines: readonly string[], { x, y }: Point): Html[] {
  const top = y - ((lines.length - 1) * LEADING) / 2
  return lines.map(
    (line, i) =>
      html`<text x="${round(x)}" y="${round(top + i * LEADING)}" dy="0.35em" text-anchor="middle">${line}</text>`,
  )
}

/** From the taking side to the label, from the label to the source. */
function drawLine(
  { directed }: Line,
  [before, after]: readonly [readonly Point[], readonly Point[]],
): Html {
  const arrow = directed && html` marker-end="url(#arrow)"`
  return html`<g class="line${!directed && " both"}"><path d="${pathOf(before)}"/><path d="${pathOf(after)}"${arrow}/></g>
`
}

/** From edge to edge: the layout's first and last points are the middles of the boxes. */
function pathOf(points: readonly Point[]): string {
  const shown = points.length >= 4 ? points.slice(1, -1) : points
  return shown.map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${round(x)} ${round(y)}`).join("")
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10
}
