import type { LineageEdge, Node } from "../../lineage/lineage.ts"
import { capitalised, counted } from "../../report/counted.ts"
import { quoted } from "../../report/excerpt.ts"
import { describeConfidence, describeEdge } from "../../report/words.ts"
import type { Story } from "../../story/story.ts"
import { articleHref, type Catalog, nameOf, textAt } from "../catalog.ts"
import { percent } from "../copies.ts"
import { type Html, html } from "../escape.ts"
import { drawLineage } from "./drawing.ts"
import { nodeName } from "./node.ts"

/** Who took it from whom: a drawing, and the same in sentences with the words it rests on. */
export function lineageView(story: Story, catalog: Catalog): Html | null {
  const edges = storyEdges(story, catalog)
  if (edges.length === 0) return null
  const told = edges.filter((edge) => !isInFold(edge, catalog.foldOf))
  const folded = edges.length - told.length
  const isLong = told.length > LISTED_EDGES
  const list = html`<ul class="lineage">${told.map((edge) => html`<li>${tellEdge(edge, catalog)}</li>`)}</ul>`
  return html`${told.length > 0 && drawLineage(told, catalog)}
${isLong ? html`<details class="more"><summary>${told.length} connections in words</summary>${list}</details>` : list}
${folded > 0 && html`<p class="note">${capitalised(counted(folded, "connection"))} among pages that print one text ${folded === 1 ? "is" : "are"} not listed.</p>`}`
}

/** Connections above which their list opens on demand. */
const LISTED_EDGES = 12

function storyEdges({ articles }: Story, { report }: Catalog): LineageEdge[] {
  const members = new Set(articles)
  const isMember = (node: Node): boolean => "article" in node && members.has(node.article)
  return report.lineage.filter(({ from, to }) => isMember(from) || isMember(to))
}

/** Copies of one text among those who print it: that they do is told by itself. */
function isInFold({ from, to, kind }: LineageEdge, foldOf: Catalog["foldOf"]): boolean {
  if (!("article" in from) || !("article" in to)) return false
  const fold = foldOf.get(from.article)
  return (
    fold !== undefined && fold === foldOf.get(to.article) && kind !== "cites" && kind !== "links"
  )
}

function tellEdge(edge: LineageEdge, catalog: Catalog): Html {
  const { from, to, directed, confidence, evidence } = edge
  const words = evidence.map(({ article, span }) => {
    const text = textAt(catalog, article, span)
    return text && html`<li><bdi>${nameOf(catalog, article)}</bdi>: ${quoted(text)}</li>`
  })
  const shown = words.filter((word) => !!word)
  return html`${nodeLink(from, catalog)} <strong>${describeEdge(edge)}</strong> ${nodeLink(to, catalog)} <span class="sure" title="${percent(confidence)}">${describeConfidence(confidence)}${!directed && "; nothing tells who was first"}</span>${shown.length > 0 && html`<ul class="proof">${shown.slice(0, EVIDENCE)}</ul>`}${shown.length > EVIDENCE && html`<span class="note">and ${shown.length - EVIDENCE} more</span>`}`
}

/** Places of evidence shown for one connection. */
const EVIDENCE = 4

function nodeLink(node: Node, catalog: Catalog): Html {
  if (!("article" in node)) return html`<bdi>${node.name}</bdi>`
  const isPage = !catalog.articles.get(node.article)?.record
  const name = html`<bdi>${nodeName(node, catalog)}</bdi>`
  return isPage ? html`<a href="${articleHref(node.article, catalog)}">${name}</a>` : name
}
