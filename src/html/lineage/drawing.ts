import type { LineageEdge } from "../../lineage/lineage.ts"
import { compareText } from "../../text/compare-text.ts"
import { groupBy } from "../../text/group-by.ts"
import type { Catalog } from "../catalog.ts"
import { type Html, html } from "../escape.ts"
import { type Box, layOut, type Point } from "./layout.ts"
import { bundleNames, type Line, pairLines } from "./lines.ts"
import { type DrawnNode, NAME_BREAK, nodeKey, nodeName } from "./node.ts"

/** Who took it from whom, as a drawing: sources above, those who took from them below, words on every line. */
export function drawLineage(edges: readonly LineageEdge[], catalog: Catalog): Html {
  const lines = bundleNames(pairLines(edges, catalog.foldOf))
  const nodes = new Map(
    lines.flatMap(({ from, to }) => [from, to]).map((node) => [nodeKey(node), node]),
  )
  if (nodes.size > LARGEST_DRAWING) {
    return html`<p class="note">${nodes.size} pages and sources are too many for a drawing; the list below has all connections.</p>`
  }
  const boxes = [...nodes].map(([id, node]) => ({ ...boxOf(id, nodeName(node, catalog)), node }))
  const silent = silentKinds(lines)
  const routes = lines.map((line, i) => routeOf(line, i, silent))
  const labels = routes.flatMap(({ label }) => label ?? [])
  const layout = layOut(
    [...boxes, ...labels],
    routes.flatMap(({ pairs }) => pairs),
  )
  const drawn = new Map(layout.boxes.map((box) => [box.id, box]))
  const ways = new Map(
    routes.flatMap(({ pairs }) => pairs).map((pair, i) => [pair, layout.lines[i]!]),
  )
  const width = Math.ceil(layout.width) + 2 * MARGIN
  const height = Math.ceil(layout.height) + 2 * MARGIN
  const sentence = `${lines.length} connections between ${nodes.size} pages and sources; the list below says the same in words.`
  return html`<div class="scroll graph" role="group" tabindex="0" aria-label="Drawing: who took it from whom">
<svg role="img" aria-label="${sentence}" width="${width}" height="${height}" viewBox="${-MARGIN} ${-MARGIN} ${width} ${height}">
${routes.map(({ line, pairs }) =>
  drawLine(
    line,
    pairs.map((pair) => ways.get(pair)!),
  ),
)}${labels.map((label) => drawLabel(label, drawn.get(label.id)!))}${boxes.map((box) => drawBox(box, drawn.get(box.id)!, catalog))}</svg></div>
${silent && html`<p class="note">A line without words: the page at its foot ${silent} the one at its point.</p>`}`
}

/** A line on its way: through its label, which is a box of its own so that no two labels can meet. */
interface Route {
  readonly line: Line
  readonly label: TextBox | null
  readonly pairs: readonly (readonly [string, string])[]
}

function routeOf(line: Line, i: number, silent: string | null): Route {
  const from = nodeKey(line.from)
  const to = nodeKey(line.to)
  if (line.directed && line.kinds.join() === silent) {
    return { line, label: null, pairs: [[from, to]] }
  }
  const label = labelOf(line, i)
  return {
    line,
    label,
    pairs: [
      [from, label.id],
      [label.id, to],
    ],
  }
}

/** What most lines of a large drawing say, so that it need not be written on each; null for a small one. */
function silentKinds(lines: readonly Line[]): string | null {
  if (lines.length <= LABELLED) return null
  const groups = [...groupBy(lines, ({ kinds }) => kinds.join())].filter(
    ([, [one]]) => one?.kinds.length === 1,
  )
  const [most] = groups.toSorted(([a, x], [b, y]) => y.length - x.length || compareText(a, b))
  return most?.[0] ?? null
}

/** Lines that can all bear words. */
const LABELLED = 12

/** Pages and sources above which a drawing is no help. */
const LARGEST_DRAWING = 120

const MARGIN = 8

/** A box with its text in lines. */
interface TextBox extends Box {
  readonly lines: readonly string[]
}

function boxOf(id: string, name: string): TextBox {
  const names = name.split(NAME_BREAK)
  const lines = names.length > 1 ? names.map((one) => cut(one, LISTED_LETTERS)) : wrapName(name)
  return { id, ...sized(lines, PADDING) }
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
  return [name.slice(0, at), cut(name.slice(at).trim(), LINE_LETTERS)]
}

function cut(line: string, letters: number): string {
  return line.length > letters ? `${line.slice(0, letters - 1)}…` : line
}

/** Letters of a line of one name, and of one of several names under one another. */
const LINE_LETTERS = 26
const LISTED_LETTERS = 38

/** Pixels from line to line, around a name, around a label. */
const LEADING = 16
const PADDING = 14
const LABEL_PADDING = 4

/** Pixels a letter takes, on the wide side: nothing at report time can measure type. */
const LETTER = 7.4

function drawBox(
  { node, lines, width, height }: TextBox & { readonly node: DrawnNode },
  { x, y }: Point,
  catalog: Catalog,
): Html {
  const isRecord = "article" in node && catalog.articles.get(node.article)?.record
  const look = isRecord ? "record" : "name" in node ? "named" : "page"
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

/** From the taking side to the source, in as many stretches as its way has. */
function drawLine({ directed }: Line, ways: readonly (readonly Point[])[]): Html {
  const arrow = directed && html` marker-end="url(#arrow)"`
  return html`<g class="line${!directed && " both"}">${ways.map((way, i) => html`<path d="${pathOf(way)}"${i === ways.length - 1 && arrow}/>`)}</g>
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
