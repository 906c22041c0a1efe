import type { LineageEdge, Node } from "../lineage/lineage.ts"
import { describeConfidence, describeEdge, quoted } from "../report/words.ts"
import type { Story } from "../story/story.ts"
import { articleHref, type Catalog, nameOf, textAt } from "./catalog.ts"
import { percent } from "./copies.ts"
import { drawLineage } from "./drawing.ts"
import { type Html, html } from "./escape.ts"
import { nodeName } from "./node.ts"

/** Who took it from whom: a drawing, and the same in sentences with the words it rests on. */
export function lineageView(story: Story, catalog: Catalog): Html | null {
  const edges = storyEdges(story, catalog)
  if (edges.length === 0) return null
  const isLong = edges.length > LISTED_EDGES
  const list = html`<ul class="lineage">${edges.map((edge) => html`<li>${tellEdge(edge, catalog)}</li>`)}</ul>`
  return html`${drawLineage(edges, catalog)}
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
  return isPage ? html`<a href="${articleHref(node.article, catalog)}">${name}</a>` : name
}
