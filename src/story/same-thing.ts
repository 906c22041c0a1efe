import type { Article } from "../article/article.ts"
import { publishedDayNumber } from "../occasion/calendar.ts"
import { FULL_MONTHS } from "../occasion/months.ts"
import { groupBy } from "../text/group-by.ts"
import { findTokens } from "../text/tokens.ts"
import type { Figure } from "./figure.ts"
import { type Frame, frameOf, sameWords } from "./frame.ts"
import type { Terms } from "./terms.ts"
import { type Fate, fateOf, isFurther } from "./toll.ts"

/** A figure, and what its article lets know of the thing it is of. */
export interface Claim {
  readonly figure: Figure
  readonly frame: Frame
  /** Term of the noun that is counted; null where nothing says. */
  readonly head: number | null
  /** When the article appeared, in days since 1970; null where it does not say. */
  readonly day: number | null
  /** What befell those whom it counts, where it is the first of its kind at the head of the article. */
  readonly toll: Fate | null
  /** All that the article gives in this unit. */
  readonly given: readonly Given[]
}

/** A number that an article gives, and the term of what it counts. */
interface Given {
  readonly value: number
  readonly head: number | null
}

/** How far from its start an article tells its own event's toll, in characters. */
const LEAD = 1500

/** Makes claims of the figures of a story. */
export function claimant(
  figures: readonly Figure[],
  terms: Terms,
): (figure: Figure, article: Article) => Claim {
  const given = new Map(
    [...groupBy(figures, keyOf)].map(([key, list]) => [
      key,
      list.map((figure) => ({ value: figure.value, head: headOf(figure, terms) })),
    ]),
  )
  const told = new Set<string>()
  return (figure, article) => {
    const fate = figure.span.from < LEAD ? fateOf(figure, article.text) : null
    const isFirst = fate !== null && !told.has(`${article.id} ${fate}`)
    told.add(`${article.id} ${fate}`)
    return {
      figure,
      frame: frameOf(figure, article, terms),
      head: headOf(figure, terms),
      day: publishedDayNumber(article.published),
      toll: isFirst ? fate : null,
      given: given.get(keyOf(figure))!,
    }
  }
}

function keyOf({ article, unit }: Figure): string {
  return `${article} ${unit}`
}

/** The last word of what is counted; of "four of five states" nobody can say it. */
function headOf({ of }: Figure, terms: Terms): number | null {
  const words = findTokens(of ?? "").map(({ norm }) => terms.of(norm))
  const last = words.at(-1)
  return last && words.every(({ sort }) => sort !== "number") ? last.term : null
}

/** What was counted later may be more without anybody having been wrong, in days. */
const SAME_TIME = 1
/** Words in a row beside two figures that must be the same, with a noun that both count; more where time went by. */
const SAME_WORDS = 3
const SAME_WORDS_LATER = 4
/** Numbers that are further apart are of different things. */
const MOST_APART = 3

/**
 * Whether numbers that cannot both be right are surely meant of one thing. An article that gives both numbers gives
 * them of two things; of what is said to be more ("two other men") no other number is a contradiction.
 */
export function isSurelyOne(a: Claim, b: Claim): boolean {
  if (isOpen(a.figure) || isOpen(b.figure)) return false
  const [low, high] = [a.figure.value, b.figure.value].sort((x, y) => x - y)
  if (high! > MOST_APART * low!) return false
  const isLater = a.day !== null && b.day !== null && Math.abs(a.day - b.day) > SAME_TIME
  const isOne = isSameToll(a, b) ? !isLater : isSameFrame(a, b, isLater && isNow(a.frame))
  return isOne && !gives(a, b) && !gives(b, a)
}

/** Whether the same words stand beside both, and both count the same noun. */
function isSameFrame(a: Claim, b: Claim, isLater: boolean): boolean {
  const isCount = a.figure.unit === null
  const sameNoun = isCount && a.head !== null && a.head === b.head
  if (isCount && !sameNoun) return false
  const same = sameWords(a.frame, b.frame) + (sameNoun ? 1 : 0)
  return same >= (isLater ? SAME_WORDS_LATER : SAME_WORDS)
}

/** "More than 20" and "up to 30" say where a number ends, not which it is; "two other men" come on top of some. */
function isOpen({ exactness, of }: Figure): boolean {
  return exactness === "over" || exactness === "under" || isFurther(of)
}

/** Whether the article of one claim gives the number of the other as well. */
function gives({ given }: Claim, { figure, head }: Claim): boolean {
  return given.some(
    (one) =>
      one.value === figure.value && (one.head === head || one.head === null || head === null),
  )
}

/** Times that are not the page's own day: months, years, hours. */
const OTHER_TIME = new RegExp(`\\d|\\b(?:${FULL_MONTHS}|year|month|ago)`, "i")

/** Whether a sentence names no time or only days near the page's own. */
function isNow({ times }: Frame): boolean {
  return !OTHER_TIME.test(times)
}

/** Whom a toll may count without saying more of them. */
const ANYBODY = /^(?:people|persons?|dead|died|killed|injured|wounded|hurt)?$/i

/** Whether both are how many people an article's own event killed, or hurt. */
function isSameToll(a: Claim, b: Claim): boolean {
  if (a.toll === null || a.toll !== b.toll || !isNow(a.frame) || !isNow(b.frame)) return false
  return a.head === b.head || [a, b].every(({ figure }) => ANYBODY.test(figure.of ?? ""))
}
