import type { Statement } from "../statement/statement.ts"
import { compareText } from "../text/compare-text.ts"
import { type Citing, citationsOf } from "./citations.ts"
import { citeEdges, tiesOf } from "./cite-edges.ts"
import { echoEdges } from "./echo-edges.ts"
import { findCopies } from "./find-copies.ts"
import type { LineageEdge } from "./lineage.ts"
import { findLinks } from "./link.ts"
import { mergeEdges } from "./merge-edges.ts"
import { type CollatedStatement, findSharedReadings } from "./share.ts"
import { directedByDescent, findDescents } from "./stemma.ts"
import { directedBy, waysOf } from "./ways.ts"

/** In any order. */
export interface LineageInput extends Citing {
  readonly statements: readonly Statement[]
  /** The edits of each statement's witnesses, where they were collated. */
  readonly collated?: readonly CollatedStatement[]
  /** The passages that pages share, where they are found already. */
  readonly copies?: readonly LineageEdge[]
}

/** Who took it from whom: one edge for each pair and kind, with all its evidence, in a fixed order. */
export function traceLineage(input: LineageInput): LineageEdge[] {
  const articles = input.articles.toSorted((a, b) => compareText(a.id, b.id))
  const citations = citationsOf(input)
  const told = [
    ...findLinks(articles),
    ...(input.copies ?? findCopies({ ...input, citations })),
    ...echoEdges(input.statements),
  ]
  const cites = citeEdges(citations, articles, tiesOf(input.statements, told))
  const shared = findSharedReadings(input.statements, input.collated ?? [])
  const all = [...cites, ...told, ...shared]
  const ways = waysOf(all)
  const descents = descentsIn(input)
  return mergeEdges(
    all
      .map((edge) => (isOpen(edge) ? directedBy(edge, ways) : edge))
      .map((edge) => (isOpen(edge) ? directedByDescent(edge, descents) : edge)),
  )
}

/** Whether something else may tell who was first: of standing text neither was. */
function isOpen({ directed, copied }: LineageEdge): boolean {
  return !directed && copied !== "standing"
}

/** What the statements' copy trees say of whose version comes from whose. */
function descentsIn({ statements, collated = [] }: LineageInput): Map<string, number> {
  const trees = new Map(collated.map((one) => [one.statement, one.collation?.copyTree ?? []]))
  return findDescents(
    statements,
    statements.map(({ id }) => trees.get(id) ?? []),
  )
}
