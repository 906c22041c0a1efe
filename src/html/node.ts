import type { Node } from "../lineage/lineage.ts"
import { type Catalog, nameOf } from "./catalog.ts"

/** What a page, a record or a source that is only named is called. */
export function nodeName(node: Node, catalog: Catalog): string {
  if (!("article" in node)) return node.name
  const isRecord = catalog.articles.get(node.article)?.record
  return isRecord && catalog.records.length === 1 ? "the transcript" : nameOf(catalog, node.article)
}

/** The same for the same page or source. */
export function nodeKey(node: Node): string {
  return "article" in node ? `a ${node.article}` : `n ${node.name}`
}
