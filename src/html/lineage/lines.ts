import type { Fold } from "../../lineage/fold.ts"
import type { LineageEdge, Node } from "../../lineage/lineage.ts"
import { describeEdge } from "../../report/words.ts"
import { groupBy } from "../../text/group-by.ts"
import { type DrawnNode, nameLines, nodeKey } from "./node.ts"

/** All connections of one pair, as one line of a drawing. */
export interface Line {
  readonly from: DrawnNode
  readonly to: DrawnNode
  readonly kinds: readonly string[]
  readonly directed: boolean
}

/** The lines between pages and sources; pages that print one text are one end, and nothing is drawn among them. */
export function pairLines(
  edges: readonly LineageEdge[],
  foldOf: ReadonlyMap<string, Fold>,
): Line[] {
  const drawnOf = (node: Node): DrawnNode => {
    const fold = "article" in node ? foldOf.get(node.article) : undefined
    return fold ? { fold } : node
  }
  const drawn = edges.map((edge) => ({ ...edge, from: drawnOf(edge.from), to: drawnOf(edge.to) }))
  const pairs = groupBy(
    drawn.filter(({ from, to }) => nodeKey(from) !== nodeKey(to)),
    ({ from, to }) => [nodeKey(from), nodeKey(to)].toSorted().join("\n"),
  )
  return [...pairs.values()].map((together) => {
    const { from, to, directed } = together.find((edge) => edge.directed) ?? together[0]!
    const kinds = [...new Set(together.map(describeEdge))]
    return { from, to, kinds, directed }
  })
}

/** The sources that one page alone names, in one manner, as one node of several names: they differ in nothing else. */
export function bundleNames(lines: readonly Line[]): Line[] {
  const ends = groupBy(
    lines.flatMap(({ from, to }) => [nodeKey(from), nodeKey(to)]),
    (key) => key,
  )
  const isAlone = ({ to }: Line): boolean => "name" in to && ends.get(nodeKey(to))?.length === 1
  const bundles = groupBy(lines.filter(isAlone), ({ from, kinds, directed }) =>
    JSON.stringify([nodeKey(from), kinds, directed]),
  )
  return [...lines.filter((line) => !isAlone(line)), ...[...bundles.values()].map(bundle)]
}

function bundle(lines: readonly Line[]): Line {
  const names = lines.flatMap(({ to }) => ("name" in to ? to.name : []))
  return { ...lines[0]!, to: { name: nameLines(names) } }
}
