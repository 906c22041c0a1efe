import type { Article } from "../article/article.ts"
import type { LineageEdge } from "../lineage/lineage.ts"
import type { Statement } from "../statement/statement.ts"
import { pairKey, type Ties } from "./likeness.ts"

/** Log-odds that a pair of articles gains for what it has in common besides words; found by eval/stories. */
const FOR_STATEMENT = 1.5
const FOR_COPY = 3
/** However much two articles share, this much is said by it; words and dates say the rest. */
const MOST = 4
/** A statement with more articles than this pairs each of them with the first only. */
const MANY = 40

/** What ties articles (by their place in the list): printing the same statements, and passages taken over. */
export function findTies(
  pages: readonly Article[],
  statements: readonly Statement[],
  lineage: readonly LineageEdge[],
): Ties {
  const place = new Map(pages.map(({ id }, i) => [id, i]))
  const ties = new Map<number, number>()
  const tie = (a: number, b: number, weight: number): void => {
    const key = pairKey(a, b, pages.length)
    ties.set(key, Math.min(MOST, (ties.get(key) ?? 0) + weight))
  }
  for (const statement of statements) {
    const holders = [
      ...new Set(
        statement.witnesses.filter(isLong).flatMap(({ article }) => place.get(article) ?? []),
      ),
    ].toSorted((a, b) => a - b)
    const firsts = holders.length > MANY ? holders.slice(0, 1) : holders
    firsts.forEach((a, i) => {
      for (const b of holders.slice(i + 1)) tie(a, b, FOR_STATEMENT)
    })
  }
  for (const { from, to, kind } of lineage) {
    const [a, b] = [
      "article" in from ? place.get(from.article) : undefined,
      "article" in to ? place.get(to.article) : undefined,
    ]
    if (kind === "copies" && a !== undefined && b !== undefined) tie(a, b, FOR_COPY)
  }
  return ties
}

/** A few quoted words ("a disgrace") are no common statement, in characters. */
const LONG = 30

function isLong({ spans }: Statement["witnesses"][number]): boolean {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0) >= LONG
}
