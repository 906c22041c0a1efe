import type { Fold } from "../../lineage/fold.ts"
import type { Node } from "../../lineage/lineage.ts"
import { type Catalog, nameOf } from "../catalog.ts"

/** What stands in a box of a drawing: pages that print one text stand in one. */
export type DrawnNode = Node | { readonly fold: Fold }

/** What a page, a record, a source that is only named or a text of several pages is called. */
export function nodeName(node: DrawnNode, catalog: Catalog): string {
  if ("name" in node) return node.name
  if ("fold" in node) return foldName(node.fold, catalog)
  const isRecord = catalog.articles.get(node.article)?.record
  return isRecord && catalog.records.length === 1 ? "the transcript" : nameOf(catalog, node.article)
}

function foldName({ source, articles }: Fold, catalog: Catalog): string {
  const whose = source === null ? "one text:" : `one text by ${source}:`
  return nameLines([whose, ...articles.map((id) => nameOf(catalog, id))])
}

/** Several names as that of one node, at most so many. */
export function nameLines(names: readonly string[]): string {
  const more = names.length - NAMES
  const shown = more > 1 ? [...names.slice(0, NAMES), `and ${more} more`] : names
  return shown.map((name) => name.replaceAll(NAME_BREAK, " ")).join(NAME_BREAK)
}

/** Between the names of one node. */
export const NAME_BREAK = "\n"

/** Names of one box. */
const NAMES = 8

/** The same for the same page or source. */
export function nodeKey(node: DrawnNode): string {
  if ("name" in node) return `n ${node.name}`
  return "fold" in node ? `f ${node.fold.id}` : `a ${node.article}`
}
