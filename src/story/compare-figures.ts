import type { Article } from "../article/article.ts"
import { dayNumber, publishedDay } from "../occasion/calendar.ts"
import { findTokens } from "../text/tokens.ts"
import { clusterByLikeness, type Likeness } from "./cluster.ts"
import type { Figure, FigureGroup } from "./figure.ts"
import { type Frame, frameOf, sameWords } from "./frame.ts"
import type { Terms } from "./terms.ts"
import { dot, type Vector, vectorOf } from "./vector.ts"

/** A figure with the words around it. */
interface Stated {
  readonly figure: Figure
  readonly context: Vector
  readonly frame: Frame
  /** Term of the noun that is counted; null where nothing says. */
  readonly head: number | null
  /** When the article appeared, in days since 1970; null where it does not say. */
  readonly day: number | null
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
  const byUnit = new Map<string, Stated[]>()
  for (const figure of figures) {
    const unit = figure.unit ?? ""
    const list = byUnit.get(unit) ?? []
    const article = byId.get(figure.article)
    if (article && list.length < MOST_FIGURES) list.push(stateOf(figure, article, terms))
    byUnit.set(unit, list)
  }
  return [...byUnit.values()].flatMap(groupsOf)
}

/** Characters around a figure that say what it is of. */
const AROUND = 70

function stateOf(figure: Figure, article: Article, terms: Terms): Stated {
  const { text } = article
  const around = {
    from: Math.max(0, figure.span.from - AROUND),
    to: Math.min(text.length, figure.span.to + AROUND),
  }
  const words = findTokens(text, around).map(({ norm }) => terms.of(norm))
  const context = words.flatMap(({ term, sort }) => (term < 0 || sort === "number" ? [] : term))
  const published = publishedDay(article.published)
  return {
    figure,
    frame: frameOf(figure, article, terms),
    context: vectorOf(context),
    head: headOf(figure, terms),
    day: published?.day ? dayNumber(published) : null,
  }
}

/** The last word of what is counted; of "four of five states" nobody can say it. */
function headOf({ of }: Figure, terms: Terms): number | null {
  const words = findTokens(of ?? "").map(({ norm }) => terms.of(norm))
  const last = words.at(-1)
  return last && words.every(({ sort }) => sort !== "number") ? last.term : null
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
  return clusterByLikeness(stated.length, likenesses, LINKAGE)
    .map((group) => group.map((i) => stated[i]!.figure))
    .filter((group) => new Set(group.map(({ article }) => article)).size > 1)
    .map((group) => ({
      unit: group[0]!.unit,
      of: nameOf(group),
      verdict: verdictOf(group),
      figures: group,
    }))
}

/**
 * Log-odds that two figures are of one thing, set by hand: like words around them, the same number, the same noun. A
 * small number or a missing noun says little by itself.
 */
function oddsOf(a: Stated, b: Stated): number {
  const isEqual = a.figure.value === b.figure.value && a.figure.high === b.figure.high
  if (a.figure.article === b.figure.article && !isEqual) return 0
  const isConflict = !mayAgree(a.figure, b.figure)
  if (isConflict && !isSurelyOne(a, b)) return 0
  const isCommon =
    a.figure.unit === null && Math.min(a.figure.value, b.figure.value) <= COMMON_NUMBER
  const isNamed = a.head !== null && b.head !== null
  const odds =
    -2.6 +
    6 * dot(a.context, b.context) +
    (isEqual ? 2 : 0) +
    (isNamed && a.head === b.head ? 1.2 : 0) -
    (isNamed && a.head !== b.head ? 1 : 0) -
    (isCommon ? 0.8 : 0)
  return isConflict ? Math.max(ONE_THING, odds) : odds
}

/** What was counted later may be more without anybody having been wrong, in days. */
const SAME_TIME = 1
/** Words in a row beside two figures that must be the same, with a noun that both count; more where time went by. */
const SAME_WORDS = 3
const SAME_WORDS_LATER = 4
/** Numbers that are further apart are of different things. */
const MOST_APART = 3

/** Whether numbers that cannot both be right are surely meant of one thing. */
function isSurelyOne(a: Stated, b: Stated): boolean {
  if (isBound(a.figure) || isBound(b.figure)) return false
  const [low, high] = [a.figure.value, b.figure.value].sort((x, y) => x - y)
  if (high! > MOST_APART * low!) return false
  const isCount = a.figure.unit === null
  const sameNoun = isCount && a.head !== null && a.head === b.head
  if (isCount && !sameNoun) return false
  const isLater = a.day !== null && b.day !== null && Math.abs(a.day - b.day) > SAME_TIME
  const same = sameWords(a.frame, b.frame) + (sameNoun ? 1 : 0)
  return same >= (isLater ? SAME_WORDS_LATER : SAME_WORDS)
}

/** "More than 20" and "up to 30" say where a number ends, not which it is. */
function isBound({ exactness }: Figure): boolean {
  return exactness === "over" || exactness === "under"
}

/** Log-odds, at least, that different numbers in one frame are of one thing. */
const ONE_THING = 0.5

/** Twos and threes and dozens of things stand in every text. */
const COMMON_NUMBER = 12

/** What most of them say they count; ties by the letters. */
function nameOf(group: readonly Figure[]): string | null {
  const counts = new Map<string, number>()
  for (const { of } of group) if (of !== null) counts.set(of, (counts.get(of) ?? 0) + 1)
  const [first] = [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
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

/** How far from a number that is said to be near it the true one may lie, as a share of it. */
const NEAR = 0.15

/** "More than 20" may be 40, and "up to 20" 10: nobody is wrong before that, though the pages tell different things. */
const FAR = 2

/** Whether both can be right as they are given: "nearly 20" and 18, "more than 8,000" and 8,100, 8,137 and 8,100, 47.3 and 47. */
function mayAgree(a: Figure, b: Figure): boolean {
  const [lowA, highA] = boundsOf(a)
  const [lowB, highB] = boundsOf(b)
  if (lowA <= highB && lowB <= highA) return true
  return Number.isInteger(a.value) !== Number.isInteger(b.value) && Math.abs(a.value - b.value) < 1
}

function boundsOf({ value, high, exactness }: Figure): [number, number] {
  const top = high ?? value
  const step = roundingOf(value)
  switch (exactness) {
    case "under":
      return [value / FAR, top]
    case "over":
      return [value, top * FAR]
    case "about":
      return [value * (1 - NEAR), top * (1 + NEAR)]
    case "exact":
      return [value - step / 2, top + step / 2]
  }
}

/** The step to which a printed number was rounded, as its zeros tell: 100 for 8,100. Small numbers are exact. */
function roundingOf(value: number): number {
  if (!Number.isInteger(value) || value < 100) return 0
  let step = 1
  while (value % (step * 10) === 0) step *= 10
  return step
}
