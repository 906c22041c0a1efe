import type { Article } from "../article/article.ts"
import { dayNumber, publishedDay } from "../occasion/calendar.ts"
import { sharesHeadline } from "./headlines.ts"
import type { Narration } from "./narration.ts"
import { isSameOutlet, maybeNamed, outletKey } from "./outlets.ts"
import { type SharedPassage, sharedPassages } from "./passages.ts"
import { chooseSeeds, pairsBySeeds, type Seeds, sharedSeeds } from "./seeds.ts"

/** Two articles that share words outside quotation marks, by index in the order given; `a` the smaller. */
export interface Copying {
  readonly a: number
  readonly b: number
  /** In the order of the first article. */
  readonly passages: readonly SharedPassage[]
  /** Share of the shorter article's words that the passages hold, 0 to 1. */
  readonly share: number
}

/** A pair that must be compared, and whether on all its seeds or only on those that are no template. */
type Pair = readonly [number, number]

/**
 * Every pair of articles with shared passages, by index. What an outlet prints under every article and what
 * everybody says (stock) proves nothing, unless an article is little else.
 */
export function findCopying(narrations: readonly Narration[]): Copying[] {
  const articles = narrations.map(({ article }) => article)
  const seeds = narrations.map(chooseSeeds)
  const shared = [...sharedSeeds(seeds.map(({ hash }) => hash))]
  const stock = stockOf(shared, articles)
  const telling = seeds.map((all) => keepSeeds(all, (hash) => !stock.has(hash)))
  const isBare = seeds.map(
    ({ hash }, i) => telling[i]!.hash.length < hash.length * (1 - BARE_SHARE),
  )
  const groups = shared.filter(({ hash }) => !stock.has(hash)).map(({ ids }) => ids)
  const proper = pairsBySeeds(groups, seeds.length).flatMap((pair) =>
    copyingOf(narrations, telling, pair),
  )
  const known = new Set(proper.map(({ a, b }) => a * seeds.length + b))
  const templates = shared
    .filter(({ hash }) => stock.has(hash))
    .map(({ ids }) => bareFirst(ids, isBare))
  const bare = pairsBySeeds(templates, seeds.length)
    .filter(([a, b]) => (isBare[a] || isBare[b]) && !known.has(a * seeds.length + b))
    .flatMap((pair) => sameTextOf(narrations, seeds, pair))
  return [...proper, ...bare].toSorted((x, y) => x.a - y.a || x.b - y.b)
}

/** Holders of a template, cut to those among which a pair may count. */
function bareFirst(ids: readonly number[], isBare: readonly boolean[]): readonly number[] {
  return ids.some((id) => isBare[id]) ? ids : []
}

function copyingOf(
  narrations: readonly Narration[],
  seeds: readonly Seeds[],
  pair: Pair,
): Copying[] {
  const copying = compare(narrations, seeds, pair)
  return isCopying(copying, narrations) ? [copying] : []
}

function sameTextOf(
  narrations: readonly Narration[],
  seeds: readonly Seeds[],
  pair: Pair,
): Copying[] {
  const copying = compare(narrations, seeds, pair)
  return copying.share >= SAME_SHARE ? [copying] : []
}

function compare(narrations: readonly Narration[], seeds: readonly Seeds[], [a, b]: Pair): Copying {
  const passages = sharedPassages(narrations[a]!, seeds[a]!, narrations[b]!, seeds[b]!)
  const shorter = Math.min(narrations[a]!.words.length, narrations[b]!.words.length)
  const words = passages.reduce((sum, passage) => sum + passage.words, 0)
  return { a, b, passages, share: Math.min(1, words / Math.max(1, shorter)) }
}

/** Words of its own that a shared passage must have: below this, names with their offices agree by themselves. */
const MIN_NARRATED = 9
/** One unbroken run of this many words is no accident … */
const TELLING_RUN = 16
/** … nor are passages that hold this many together. */
const TELLING_WORDS = 26
/** An article with this share of stock is little else; another with this share of its words is the same text. */
const BARE_SHARE = 0.35
const SAME_SHARE = 0.4
/** Within one outlet smaller shares are boxes of links and standing background, not an article made from another. */
const SAME_OUTLET_SHARE = 0.2

function isCopying({ a, b, passages, share }: Copying, narrations: readonly Narration[]): boolean {
  const [first, second] = [narrations[a]!.article, narrations[b]!.article]
  if (isStanding({ a, b, passages, share }, narrations)) return false
  if (passages.length > 0 && sharesHeadline(first, second)) return true
  if (isSameOutlet(first, second) && share < SAME_OUTLET_SHARE) return false
  const own = passages.filter(({ narrated }) => narrated >= MIN_NARRATED)
  const narrated = own.reduce((sum, passage) => sum + passage.narrated, 0)
  const run = Math.max(0, ...own.map((passage) => Math.min(passage.run, passage.narrated)))
  if (run >= TELLING_RUN || narrated >= TELLING_WORDS) return true
  return quotesNarration(passages, first, second) || isSameSelection(passages, share)
}

/** News is copied within so many days: what articles further apart share is background that stands, or a notice … */
const COPIED_DAYS = 10
/** … unless it is such a part of the shorter that it was printed again; of one outlet's more than of two outlets'. */
const REPRINTED_SHARE = 0.2

function isStanding({ a, b, share }: Copying, narrations: readonly Narration[]): boolean {
  const [first, second] = [narrations[a]!.article, narrations[b]!.article]
  if (!isLate(first, second)) return false
  return share < (isSameOutlet(first, second) ? SAME_SHARE : REPRINTED_SHARE)
}

/** Whether two articles are too far apart in time for one to be news made from the other. */
export function isLate(a: Article, b: Article): boolean {
  const apart = daysBetween(a, b)
  return apart !== null && apart > COPIED_DAYS
}

function daysBetween(a: Article, b: Article): number | null {
  const [first, second] = [dayOf(a), dayOf(b)]
  return first === null || second === null ? null : Math.abs(first - second)
}

function dayOf({ published }: Article): number | null {
  const day = publishedDay(published)
  return day?.day ? dayNumber(day) : null
}

/** Share of the shorter article, and words, that quotations in common must be to tell of one source for both. */
const SELECTION_SHARE = 0.26
const SELECTION_WORDS = 50

/** Whether two pages are made of the same quoted words to such a part that one made the choice for both. */
function isSameSelection(passages: readonly SharedPassage[], share: number): boolean {
  const words = passages.reduce((sum, passage) => sum + passage.words, 0)
  return share >= SELECTION_SHARE && words >= SELECTION_WORDS
}

/** Whether one page quotes the other's own words and names it: taken with acknowledgement. */
function quotesNarration(passages: readonly SharedPassage[], a: Article, b: Article): boolean {
  const byA = passages.reduce((sum, passage) => sum + passage.quotedByA, 0)
  const byB = passages.reduce((sum, passage) => sum + passage.quotedByB, 0)
  if (byA >= TELLING_RUN && b.outlet && maybeNamed(a.text, b.outlet)) return true
  return byB >= TELLING_RUN && a.outlet !== null && maybeNamed(b.text, a.outlet) !== null
}

/** A seed in this many articles of one outlet, or of any over more days than news keeps, is template or stock phrase. */
const STOCK_HOLDERS = 3
const STOCK_DAYS = 7

function stockOf(
  shared: readonly { hash: number; ids: number[] }[],
  articles: readonly Article[],
): Set<number> {
  const days = articles.map(dayOf)
  const outlets = articles.map(({ outlet }) => (outlet === null ? null : outletKey(outlet)))
  const stock = shared.filter(
    ({ ids }) => ids.length >= STOCK_HOLDERS && isStock(ids, days, outlets),
  )
  return new Set(stock.map(({ hash }) => hash))
}

function isStock(
  ids: readonly number[],
  days: readonly (number | null)[],
  outlets: readonly (string | null)[],
): boolean {
  const known = ids.flatMap((id) => days[id] ?? [])
  if (known.length >= STOCK_HOLDERS && Math.max(...known) - Math.min(...known) > STOCK_DAYS)
    return true
  const counts = new Map<string, number>()
  for (const id of ids) {
    const outlet = outlets[id]
    if (outlet) counts.set(outlet, (counts.get(outlet) ?? 0) + 1)
  }
  return [...counts.values()].some((count) => count >= STOCK_HOLDERS)
}

function keepSeeds({ hash, at }: Seeds, keep: (hash: number) => boolean): Seeds {
  const kept = [...hash.keys()].filter((i) => keep(hash[i]!))
  return { hash: Uint32Array.from(kept, (i) => hash[i]!), at: Int32Array.from(kept, (i) => at[i]!) }
}
