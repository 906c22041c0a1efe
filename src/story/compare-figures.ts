import type { Article } from "../article/article.ts"
import { compareText } from "../text/compare-text.ts"
import { groupBy } from "../text/group-by.ts"
import { joinSets } from "../text/join-sets.ts"
import { findTokens } from "../text/tokens.ts"
import { clusterByLikeness, type Likeness } from "./cluster.ts"
import type { Figure, FigureGroup } from "./figure.ts"
import { mayAgree } from "./may-agree.ts"
import { type Claim, claimant, isSurelyOne } from "./same-thing.ts"
import type { Terms } from "./terms.ts"
import { dot, type Vector, vectorOf } from "./vector.ts"

/** A figure with the words around it. */
interface Stated extends Claim {
  readonly context: Vector
}

/** More figures of one unit than this in one story are compared among the first only: a table, not news. */
const MOST_FIGURES = 400

/** Figures of the same thing that two articles or more of a story give, in the order of the first of them. */
export function compareFigures(
  articles: readonly Article[],
  figures: readonly Figure[],
  terms: Terms,
): FigureGroup[] {
  const byId = new Map(articles.map((article) => [article.id, article]))
  const claimOf = claimant(figures, terms)
  const byUnit = groupBy(figures, ({ unit }) => unit)
  return [...byUnit.values()].flatMap((list) =>
    groupsOf(
      list.slice(0, MOST_FIGURES).flatMap((figure) => {
        const article = byId.get(figure.article)
        return article ? stateOf(claimOf(figure, article), article, terms) : []
      }),
    ),
  )
}

/** Characters around a figure that say what it is of. */
const AROUND = 70

function stateOf(claim: Claim, { text }: Article, terms: Terms): Stated {
  const { span } = claim.figure
  const around = {
    from: Math.max(0, span.from - AROUND),
    to: Math.min(text.length, span.to + AROUND),
  }
  const words = findTokens(text, around).map(({ norm }) => terms.of(norm))
  const context = words.flatMap(({ term, sort }) => (term < 0 || sort === "number" ? [] : term))
  return { ...claim, context: vectorOf(context) }
}

/** Figures that nothing likens are far apart, and one likeness may argue as much. */
const LINKAGE = { together: 0, strangers: -6, sure: 6 } as const

function groupsOf(stated: readonly Stated[]): FigureGroup[] {
  const likenesses: Likeness[] = []
  stated.forEach((one, b) => {
    for (let a = 0; a < b; a++) {
      const odds = oddsOf(stated[a]!, one)
      if (odds > 0) likenesses.push({ a, b, odds })
    }
  })
  return joinContradicted(stated, clusterByLikeness(stated.length, likenesses, LINKAGE))
    .map((group) => group.map((i) => stated[i]!.figure))
    .filter((group) => new Set(group.map(({ article }) => article)).size > 1)
    .map((group) => ({
      unit: group[0]!.unit,
      of: nameOf(group),
      verdict: verdictOf(group),
      figures: group,
    }))
}

/** Puts groups together of which two figures contradict each other, where no article stands in more than one of them. */
function joinContradicted(
  stated: readonly Stated[],
  groups: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const groupOf = new Map(groups.flatMap((group, g) => group.map((i) => [i, g] as const)))
  const pairs: [number, number][] = []
  stated.forEach((one, b) => {
    for (let a = 0; a < b; a++)
      if (contradicts(one, stated[a]!)) pairs.push([groupOf.get(a)!, groupOf.get(b)!])
  })
  return joinSets(groups.length, pairs).flatMap((set) => {
    const joined = set.flatMap((g) => groups[g]!).toSorted((a, b) => a - b)
    const articles = set.flatMap((g) => [...articlesOf(groups[g]!, stated)])
    return new Set(articles).size === articles.length ? [joined] : set.map((g) => groups[g]!)
  })
}

function articlesOf(group: readonly number[], stated: readonly Stated[]): Set<string> {
  return new Set(group.map((i) => stated[i]!.figure.article))
}

function contradicts(a: Stated, b: Stated): boolean {
  return a.figure.article !== b.figure.article && !mayAgree(a.figure, b.figure) && isSurelyOne(a, b)
}

/**
 * Log-odds that two figures are of one thing, set by hand: like words around them, the same number, the same noun. A
 * small number or a missing noun says little by itself.
 */
function oddsOf(a: Stated, b: Stated): number {
  const isEqual = a.figure.value === b.figure.value && a.figure.high === b.figure.high
  if (a.figure.article === b.figure.article && !isEqual) return 0
  if (!mayAgree(a.figure, b.figure)) return 0
  const isCommon =
    a.figure.unit === null && Math.min(a.figure.value, b.figure.value) <= COMMON_NUMBER
  const isNamed = a.head !== null && b.head !== null
  return (
    -2.6 +
    6 * dot(a.context, b.context) +
    (isEqual ? 2 : 0) +
    (isNamed && a.head === b.head ? 1.2 : 0) -
    (isNamed && a.head !== b.head ? 1 : 0) -
    (isCommon ? 0.8 : 0)
  )
}

/** Twos and threes and dozens of things stand in every text. */
const COMMON_NUMBER = 12

/** What most of them say they count; ties by the letters. */
function nameOf(group: readonly Figure[]): string | null {
  const counts = new Map<string, number>()
  for (const { of } of group) if (of !== null) counts.set(of, (counts.get(of) ?? 0) + 1)
  const [first] = [...counts].toSorted(([a, x], [b, y]) => y - x || compareText(a, b))
  return first?.[0] ?? null
}

function verdictOf(group: readonly Figure[]): FigureGroup["verdict"] {
  const pairs = group.flatMap((a, i) => group.slice(i + 1).map((b) => [a, b] as const))
  if (
    pairs.every(([a, b]) => a.value === b.value && a.high === b.high && a.exactness === b.exactness)
  )
    return "agree"
  return pairs.every(([a, b]) => mayAgree(a, b)) ? "rounded" : "conflict"
}
