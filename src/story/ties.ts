import type { Article } from "../article/article.ts"
import type { LineageEdge } from "../lineage/lineage.ts"
import type { Statement } from "../statement/statement.ts"
import { totalLength } from "../text/span.ts"
import { NO_TIE, pairKey, type Tie, type Ties } from "./tie.ts"

/** A statement with more articles than this pairs each of them with the first only. */
const MANY = 40
/** A few quoted words ("a disgrace") are no common statement, in characters. */
const LONG = 30

/** What ties articles (by their place in the list): printing the same statements, and passages taken over; no notices. */
export function findTies(
  pages: readonly Article[],
  statements: readonly Statement[],
  lineage: readonly LineageEdge[],
): Ties {
  const place = new Map(pages.map(({ id }, i) => [id, i]))
  const ties = new Map<number, Tie>()
  const add = (a: number, b: number, more: Tie): void => {
    const key = pairKey(a, b, pages.length)
    const { statements, copied } = ties.get(key) ?? NO_TIE
    ties.set(key, { statements: statements + more.statements, copied: copied + more.copied })
  }
  for (const statement of statements) {
    const long = statement.witnesses
      .filter(isLong)
      .flatMap(({ article }) => place.get(article) ?? [])
    const holders = [...new Set(long)].sort((a, b) => a - b)
    const firsts = holders.length > MANY ? holders.slice(0, 1) : holders
    firsts.forEach((a, i) => {
      for (const b of holders.slice(i + 1)) add(a, b, { statements: 1, copied: 0 })
    })
  }
  for (const edge of lineage) {
    const [a, b] = [placeOf(edge.from, place), placeOf(edge.to, place)]
    if (edge.kind !== "copies" || edge.copied === "standing" || a === null || b === null) continue
    add(a, b, { statements: 0, copied: copiedLength(edge) })
  }
  return ties
}

function isLong({ spans }: Statement["witnesses"][number]): boolean {
  return totalLength(spans) >= LONG
}

function placeOf(node: LineageEdge["from"], place: ReadonlyMap<string, number>): number | null {
  return "article" in node ? (place.get(node.article) ?? null) : null
}

/** Characters of the taking side's passages. */
function copiedLength({ from, evidence }: LineageEdge): number {
  const taken = evidence.filter(({ article }) => "article" in from && article === from.article)
  return taken.reduce((sum, { span }) => sum + span.to - span.from, 0)
}
