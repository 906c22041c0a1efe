import type { Article } from "../article/article.ts"
import { publishedDayNumber } from "../occasion/calendar.ts"
import { groupBy } from "../text/group-by.ts"
import type { Narration } from "./narration.ts"
import { outletKey } from "./outlets.ts"
import { hasSeed, type SeedSet, seedSetOf } from "./seed-set.ts"
import { SEED_WORDS, type Seeds, type SharedSeed, WINDOW } from "./seeds.ts"

/** A seed in this many articles of one outlet, or of any over more days than news keeps, is no news … */
const STANDING_HOLDERS = 3
const NEWS_DAYS = 7
/** … but one outlet's articles on a running story repeat what they said within so many days. */
const RUNNING_DAYS = 3

/**
 * Seeds of standing text: what an outlet prints under one article after another (a notice, a gallery, a box of links),
 * and what everybody says week after week. Told by who has it and when; what it says does not matter.
 */
export function standingSeeds(
  shared: readonly SharedSeed[],
  articles: readonly Article[],
): SeedSet {
  const holders = articles.map((article) => ({
    day: publishedDayNumber(article.published),
    outlet: article.outlet === null ? null : outletKey(article.outlet),
  }))
  const standing = shared.filter(
    ({ ids }) => ids.length >= STANDING_HOLDERS && isStanding(ids.map((id) => holders[id]!)),
  )
  return seedSetOf(standing.map(({ hash }) => hash))
}

interface Holder {
  readonly day: number | null
  readonly outlet: string | null
}

function isStanding(holders: readonly Holder[]): boolean {
  const dated = holders.filter(({ day }) => day !== null)
  if (dated.length >= STANDING_HOLDERS && daysOf(dated) > NEWS_DAYS) return true
  const named = holders.filter(({ outlet }) => outlet !== null)
  return [...groupBy(named, ({ outlet }) => outlet).values()].some(
    (own) => own.length >= STANDING_HOLDERS && !isRunning(own),
  )
}

function isRunning(holders: readonly Holder[]): boolean {
  return holders.every(({ day }) => day !== null) && daysOf(holders) <= RUNNING_DAYS
}

/** Days from the first to the last. */
function daysOf(holders: readonly Holder[]): number {
  const days = Float64Array.from(holders.flatMap(({ day }) => day ?? [])).sort()
  return (days.at(-1) ?? 0) - (days[0] ?? 0)
}

/** A page without its standing text: those words match nothing any more. */
export function withoutStanding(
  narration: Narration,
  { hash, at }: Seeds,
  standing: SeedSet,
): Narration {
  let words: Int32Array | null = null
  let covered = 0
  for (let i = 0; i < hash.length; i++) {
    if (!hasSeed(standing, hash[i]!)) continue
    words ??= narration.words.slice()
    const isNext = at[i]! - covered <= WINDOW
    words.fill(0, isNext ? covered : at[i]!, at[i]! + SEED_WORDS)
    covered = at[i]! + SEED_WORDS
  }
  return words ? { ...narration, words } : narration
}
