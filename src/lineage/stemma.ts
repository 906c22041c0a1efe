import type { CopyNode } from "../apparatus/apparatus.ts"
import type { Statement } from "../statement/statement.ts"
import type { LineageEdge } from "./lineage.ts"

/** A version in the copy tree, with what the pages themselves say of where it comes from. */
export interface ToldNode extends CopyNode {
  /**
   * Set where a page cites, links to or copies the one that its wording is read to come from, or where only that one
   * says so of the page.
   */
  readonly told?: "supported" | "contradicted"
}

/** From which article to which a page says, links or copies: taker, then giver. */
export type Ways = ReadonlySet<string>

/** The ways that rest on more than shared readings, which the copy tree is made of itself. */
export function findToldWays(edges: readonly LineageEdge[]): Ways {
  return new Set(
    edges.flatMap(({ from, to, kind, directed }) =>
      directed && kind !== "sharesReading" && "article" in from && "article" in to
        ? [wayOf(from.article, to.article)]
        : [],
    ),
  )
}

/** A statement's copy tree, each version with what the pages say of its descent. */
export function joinLineage(
  statement: Statement,
  tree: readonly CopyNode[],
  ways: Ways,
): ToldNode[] {
  const articles = articlesOf(statement)
  return tree.map((node) => {
    const own = articles.get(node.id)
    const sources = node.parents.flatMap((parent) => articles.get(parent) ?? [])
    const told = own === undefined ? null : tell(own, sources, ways)
    return told ? { ...node, told } : node
  })
}

function tell(own: string, sources: readonly string[], ways: Ways): ToldNode["told"] | null {
  if (sources.some((source) => ways.has(wayOf(own, source)))) return "supported"
  return sources.some((source) => ways.has(wayOf(source, own))) ? "contradicted" : null
}

/** By the ids that the copy tree gives to versions; the record is its root. */
function articlesOf({ witnesses, records }: Statement): Map<string, string> {
  return new Map([
    ...records.slice(0, 1).map(({ article }) => ["R", article] as const),
    ...witnesses.map(({ quotation, article }) => [quotation, article] as const),
  ])
}

/** Below this the descent of a version is a guess that gives no edge its direction. */
const MIN_CONFIDENCE = 0.7

/** From whom copy trees have versions: the way, and how sure the surest of them is. */
export function findDescents(
  statements: readonly Statement[],
  trees: readonly (readonly CopyNode[])[],
): Map<string, number> {
  const descents = new Map<string, number>()
  for (const [i, statement] of statements.entries()) {
    const articles = articlesOf(statement)
    for (const { id, parents, confidence } of trees[i] ?? []) {
      const [own, source] = [id, parents[0] ?? ""].map((node) => articles.get(node))
      if (!own || !source || own === source || confidence < MIN_CONFIDENCE) continue
      const way = wayOf(own, source)
      descents.set(way, Math.max(confidence, descents.get(way) ?? 0))
    }
  }
  return descents
}

/** A shared reading with the direction in which the copy trees have it, where they all have it so. */
export function directedByDescent(
  edge: LineageEdge,
  descents: ReadonlyMap<string, number>,
): LineageEdge {
  const { from, to } = edge
  if (edge.kind !== "sharesReading" || !("article" in from) || !("article" in to)) return edge
  const there = descents.get(wayOf(from.article, to.article)) ?? 0
  const back = descents.get(wayOf(to.article, from.article)) ?? 0
  if (there > 0 === back > 0) return edge
  const confidence = Math.min(edge.confidence, Math.max(there, back))
  const [taker, giver] = there > 0 ? [from, to] : [to, from]
  return { ...edge, from: taker, to: giver, directed: true, confidence }
}

function wayOf(taker: string, giver: string): string {
  return `${taker}\t${giver}`
}
