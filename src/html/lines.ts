import type { LineageEdge, Node } from "../lineage/lineage.ts"
import { describeEdge } from "../report/words.ts"
import { groupBy } from "../text/group-by.ts"
import { nodeKey } from "./node.ts"

/** All connections of one pair, as one line of a drawing. */
export interface Line {
  readonly from: Node
  readonly to: Node
  readonly kinds: readonly string[]
  readonly directed: boolean
}

export function pairLines(edges: readonly LineageEdge[]): Line[] {
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
  const names = lines.map(({ to }) => ("name" in to ? to.name.replaceAll(NAME_BREAK, " ") : ""))
  const more = names.length - BUNDLED
  const shown = more > 1 ? [...names.slice(0, BUNDLED), `and ${more} more`] : names
  return { ...lines[0]!, to: { name: shown.join(NAME_BREAK) } }
}

/** Between the names of one node. */
export const NAME_BREAK = "\n"

/** Names of one box. */
const BUNDLED = 8
