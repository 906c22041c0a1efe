import type { LineageEdge, Node } from "../lineage/lineage.ts"
import { describeConfidence, describeEdge, listed, quoted, shorten } from "../report/words.ts"
import type { Story } from "../story/story.ts"
import { groupBy } from "../text/groupBy.ts"
import { articleAnchor, type Catalog, nameOf, textAt } from "./catalog.ts"
import { percent } from "./copies.ts"
import { type Html, html } from "./escape.ts"
import { type Box, type Layout, layOut, type Point } from "./layout.ts"

/** Who took it from whom: a drawing, and the same in sentences with the words it rests on. */
export function lineageView(story: Story, catalog: Catalog): Html | null {
  const edges = storyEdges(story, catalog)
  if (edges.length === 0) return null
  const isLong = edges.length > LISTED_EDGES
  const list = html`<ul class="lineage">${edges.map((edge) => html`<li>${tellEdge(edge, catalog)}</li>`)}</ul>`
  return html`<h4>Who took it from whom</h4>
${drawEdges(edges, catalog)}
${isLong ? html`<details class="more"><summary>${edges.length} connections in words</summary>${list}</details>` : list}`
}

/** Connections above which their list opens on demand. */
const LISTED_EDGES = 12

function storyEdges({ articles }: Story, { report }: Catalog): LineageEdge[] {
  const members = new Set(articles)
  const isMember = (node: Node): boolean => "article" in node && members.has(node.article)
  return report.lineage.filter(({ from, to }) => isMember(from) || isMember(to))
}

function tellEdge(
  { from, to, kind, directed, confidence, evidence }: LineageEdge,
  catalog: Catalog,
): Html {
  const words = evidence.map(({ article, span }) => {
    const text = textAt(catalog, article, span)
    return text && html`<li><bdi>${nameOf(catalog, article)}</bdi>: ${quoted(text)}</li>`
  })
  const shown = words.filter((word) => !!word)
  return html`${nodeLink(from, catalog)} <strong>${describeEdge(kind)}</strong> ${nodeLink(to, catalog)} <span class="sure" title="${percent(confidence)}">${describeConfidence(confidence)}${!directed && "; nothing tells who was first"}</span>${shown.length > 0 && html`<ul class="proof">${shown.slice(0, EVIDENCE)}</ul>`}${shown.length > EVIDENCE && html`<span class="note">and ${shown.length - EVIDENCE} more</span>`}`
}

/** Places of evidence shown for one connection. */
const EVIDENCE = 4

function nodeLink(node: Node, catalog: Catalog): Html {
  if (!("article" in node)) return html`<bdi>${node.name}</bdi>`
  const isPage = !catalog.articles.get(node.article)?.record
  const name = html`<bdi>${nodeName(node, catalog)}</bdi>`
  return isPage ? html`<a href="#${articleAnchor(node.article)}">${name}</a>` : name
}

function nodeName(node: Node, catalog: Catalog): string {
  if (!("article" in node)) return node.name
  const isRecord = catalog.articles.get(node.article)?.record
  return isRecord && catalog.records.length === 1 ? "the transcript" : nameOf(catalog, node.article)
}

function nodeKey(node: Node): string {
  return "article" in node ? `a ${node.article}` : `n ${node.name}`
}

/** Several connections of one pair are one line with several words on it. */
interface Drawn {
  readonly from: Node
  readonly to: Node
  readonly label: string
  readonly directed: boolean
}

function drawEdges(edges: readonly LineageEdge[], catalog: Catalog): Html {
  const pairs = drawnPairs(edges)
  const nodes = new Map(
    pairs.flatMap(({ from, to }) => [from, to]).map((node) => [nodeKey(node), node]),
  )
  if (nodes.size > LARGEST_DRAWING) {
    return html`<p class="note">${nodes.size} pages and sources are too many for a drawing; the list below has all connections.</p>`
  }
  const boxes = [...nodes].map(([id, node]) => boxOf(id, nodeName(node, catalog)))
  const layout = layOut(
    boxes,
    pairs.map(({ from, to }) => [nodeKey(from), nodeKey(to)] as const),
  )
  const sentence = `${pairs.length} connections between ${nodes.size} pages and sources; the list below says the same in words.`
  return html`<div class="scroll graph" role="group" tabindex="0" aria-label="Drawing: who took it from whom">
<svg role="img" aria-label="${sentence}" width="${Math.ceil(layout.width + 2 * MARGIN)}" height="${Math.ceil(layout.height + 2 * MARGIN)}" viewBox="${-MARGIN} ${-MARGIN} ${layout.width + 2 * MARGIN} ${layout.height + 2 * MARGIN}">
${pairs.map((pair, i) => drawLine(pair, layout.lines[i] ?? []))}${drawBoxes(layout, nodes, catalog)}</svg></div>
`
}

/** Pages and sources above which a drawing is no help. */
const LARGEST_DRAWING = 120

const MARGIN = 8

function drawnPairs(edges: readonly LineageEdge[]): Drawn[] {
  const key = ({ from, to }: LineageEdge): string =>
    [nodeKey(from), nodeKey(to)].toSorted().join("\n")
  const pairs = groupBy(
    edges.filter(({ from, to }) => nodeKey(from) !== nodeKey(to)),
    key,
  )
  return [...pairs.values()].map((together) => {
    const lead = together.find(({ directed }) => directed) ?? together[0]!
    const label = listed([...new Set(together.map(({ kind }) => describeEdge(kind)))])
    return { from: lead.from, to: lead.to, label, directed: lead.directed }
  })
}

function boxOf(id: string, name: string): Box {
  return { id, width: boxLabel(name).length * LETTER + 2 * PADDING, height: BOX_HEIGHT }
}

function boxLabel(name: string): string {
  const short = shorten(name, BOX_WORDS)
  return short.length > BOX_LETTERS ? `${short.slice(0, BOX_LETTERS - 1)}…` : short
}

const BOX_WORDS = 5
const BOX_LETTERS = 28
const BOX_HEIGHT = 34
const PADDING = 14

/** Pixels a letter of a label takes, on the wide side: nothing at report time can measure type. */
const LETTER = 7.6

function drawBoxes(layout: Layout, nodes: ReadonlyMap<string, Node>, catalog: Catalog): Html[] {
  return layout.boxes.map(({ id, x, y, width, height }) => {
    const node = nodes.get(id)!
    const isNamed = !("article" in node)
    const isRecord = "article" in node && catalog.articles.get(node.article)?.record
    const look = isRecord ? "record" : isNamed ? "named" : "page"
    const name = nodeName(node, catalog)
    return html`<g class="box ${look}"><title>${name}</title><rect x="${round(x - width / 2)}" y="${round(y - height / 2)}" width="${round(width)}" height="${height}" rx="4"/><text x="${round(x)}" y="${round(y)}" dy="0.35em" text-anchor="middle">${boxLabel(name)}</text></g>
`
  })
}

/** A line from the taking side to the source, with its word in the middle. */
function drawLine({ label, directed }: Drawn, points: readonly Point[]): Html {
  const middle = middleOf(points)
  const path = points
    .map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${round(x)} ${round(y)}`)
    .join(" ")
  return html`<g class="line${!directed && " both"}"><path d="${path}"${directed && html` marker-end="url(#arrow)"`}/><text x="${round(middle.x)}" y="${round(middle.y)}" dy="0.35em" text-anchor="middle">${label}</text></g>
`
}

function middleOf(points: readonly Point[]): Point {
  const half = (points.length - 1) / 2
  const a = points[Math.floor(half)] ?? { x: 0, y: 0 }
  const b = points[Math.ceil(half)] ?? a
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10
}
