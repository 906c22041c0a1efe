import type { Article } from "../article/article.ts"
import { overlaps, type Span } from "../text/span.ts"
import { sharesHeadline } from "./headlines.ts"
import type { Copied } from "./lineage.ts"
import type { Narration } from "./narration.ts"
import { isSameOutlet, maybeNamed } from "./outlets.ts"
import { type SharedPassage, sharedPassages } from "./passages.ts"
import { chooseSeeds, keepSeeds, pairsBySeeds, type Seeds, sharedSeeds } from "./seeds.ts"
import { markSpoken, spokenSeeds } from "./speech.ts"
import { dayOf, standingSeeds, withoutStanding } from "./standing.ts"

/** Two articles that share words, by index in the order given; `a` the smaller. */
export interface Copying {
  readonly a: number
  readonly b: number
  readonly copied: Copied
  /** In the order of the first article. */
  readonly passages: readonly SharedPassage[]
  /** Share of the shorter article's words that the passages hold, 0 to 1. */
  readonly share: number
}

type Shared = Omit<Copying, "copied">

/** The articles, each with the seeds by which it is compared. */
interface Texts {
  readonly narrations: readonly Narration[]
  readonly seeds: readonly Seeds[]
}

/** Every pair of articles with shared passages, by index. */
export function findCopying(pages: readonly Narration[]): Copying[] {
  const seeds = pages.map(chooseSeeds)
  const shared = [...sharedSeeds(seeds.map(({ hash }) => hash))]
  const articles = pages.map(({ article }) => article)
  const spoken = spokenSeeds(pages, seeds)
  const standing = standingSeeds(
    shared.filter(({ hash }) => !spoken.has(hash)),
    articles,
  )
  const narrations = pages.map((page, i) => markSpoken(page, seeds[i]!, spoken))
  const whole = { narrations, seeds }
  const own = ownTexts(whole, standing)
  const news = shared.filter(({ hash }) => !standing.has(hash)).map(({ ids }) => ids)
  const copies = pairsBySeeds(news, pages.length).flatMap(([a, b]) => {
    const pair = compare(own, a, b)
    const copied = copiedIn(pair, articles[a]!, articles[b]!)
    return copied ? [{ ...pair, copied }] : []
  })
  const known = new Set(copies.map(({ a, b }) => a * pages.length + b))
  const isBare = own.seeds.map(
    ({ hash }, i) => hash.length < seeds[i]!.hash.length * (1 - BARE_SHARE),
  )
  const notices = shared
    .filter(({ hash, ids }) => standing.has(hash) && ids.some((id) => isBare[id]))
    .map(({ ids }) => ids)
  const bare = pairsBySeeds(notices, pages.length)
    .filter(([a, b]) => (isBare[a] || isBare[b]) && !known.has(a * pages.length + b))
    .filter(([a, b]) => isSameOutlet(articles[a]!, articles[b]!))
    .map(([a, b]) => compare(whole, a, b))
    .filter(({ share }) => share >= STANDING_SHARE)
    .map((pair) => ({ ...pair, copied: "standing" as const }))
  return [...copies, ...bare].toSorted((x, y) => x.a - y.a || x.b - y.b)
}

/** The texts without what is standing in them. */
function ownTexts({ narrations, seeds }: Texts, standing: ReadonlySet<number>): Texts {
  return {
    narrations: narrations.map((narration, i) => withoutStanding(narration, seeds[i]!, standing)),
    seeds: seeds.map((all) => keepSeeds(all, (hash) => !standing.has(hash))),
  }
}

function compare({ narrations, seeds }: Texts, a: number, b: number): Shared {
  const passages = sharedPassages(narrations[a]!, seeds[a]!, narrations[b]!, seeds[b]!)
  const shorter = Math.min(narrations[a]!.words.length, narrations[b]!.words.length)
  const words = passages.reduce((sum, passage) => sum + passage.words, 0)
  return { a, b, passages, share: Math.min(1, words / Math.max(1, shorter)) }
}

/** Words of its own, not counting names and numbers, that a shared passage must have: below this, phrases agree by themselves. */
const MIN_NARRATED = 8
/** One unbroken run of this many words is no accident … */
const TELLING_RUN = 14
/** … nor are passages that hold this many together. */
const TELLING_WORDS = 23
/** An article with this share of standing text is little else; to be told, it must hold this share of another. */
const BARE_SHARE = 0.35
const STANDING_SHARE = 0.55
/** Within one outlet smaller shares are boxes of links and background, not an article made from another. */
const SAME_OUTLET_SHARE = 0.2

/** What the passages say was copied; null where they say nothing. */
function copiedIn({ passages, share }: Shared, a: Article, b: Article): Copied | null {
  const isOneOutlet = isSameOutlet(a, b)
  if (isLate(a, b) && share < (isOneOutlet ? REPRINTED_SHARE : LATE_SHARE))
    return isOneOutlet && share >= STANDING_SHARE ? "standing" : null
  if (sharesHeadline(a, b) && passages.some((passage) => isBodyText(passage, a, b)))
    return "narration"
  if (isOneOutlet && share * proseOf(passages) < SAME_OUTLET_SHARE)
    return share >= STANDING_SHARE ? "standing" : null
  if (isTelling(passages) || quotesNarration(passages, a, b)) return "narration"
  return isSameSelection(passages, share) ? "quotations" : null
}

/** No paragraph of news has so many words without an end: it is a gallery's captions, or a list. */
const LONGEST_PARAGRAPH = 400

/** Share of the passages' words that stand in paragraphs. */
function proseOf(passages: readonly SharedPassage[]): number {
  const all = passages.reduce((sum, { words }) => sum + words, 0)
  const prose = passages.filter(({ run }) => run <= LONGEST_PARAGRAPH)
  return prose.reduce((sum, { words }) => sum + words, 0) / Math.max(1, all)
}

/** Words, without names and numbers, that pages with one headline have in common besides. */
const BODY_WORDS = 4

function isBodyText(passage: SharedPassage, a: Article, b: Article): boolean {
  const inHeadline =
    (a.headline !== null && overlaps(a.headline, passage.a)) ||
    (b.headline !== null && overlaps(b.headline, passage.b))
  return !inHeadline && passage.narrated >= BODY_WORDS
}

function isTelling(passages: readonly SharedPassage[]): boolean {
  const own = firstsOf(passages).filter(({ narrated }) => narrated >= MIN_NARRATED)
  const narrated = own.reduce((sum, passage) => sum + passage.narrated, 0)
  const run = Math.max(0, ...own.map((passage) => Math.min(passage.run, passage.narrated)))
  return run >= TELLING_RUN || narrated >= TELLING_WORDS
}

/** The passages without those that stand once in the second article and again and again in the first. */
function firstsOf(passages: readonly SharedPassage[]): SharedPassage[] {
  let end = 0
  return passages
    .toSorted((x, y) => x.b.from - y.b.from || y.b.to - x.b.to)
    .filter(({ b }) => {
      const isFirst = b.from >= end
      end = Math.max(end, b.to)
      return isFirst
    })
}

/** News is copied within so many days: what articles further apart share is background that stands, or a notice … */
const COPIED_DAYS = 10
/** … unless it is such a part of the shorter that it was printed again; of one outlet's more than of two outlets'. */
const REPRINTED_SHARE = 0.8
const LATE_SHARE = 0.2

/** Whether two articles are too far apart in time for one to be news made from the other. */
export function isLate(a: Article, b: Article): boolean {
  const [first, second] = [dayOf(a), dayOf(b)]
  return first !== null && second !== null && Math.abs(first - second) > COPIED_DAYS
}

/** Share of the shorter article, and words, that quotations in common must be to tell of one source for both. */
const SELECTION_SHARE = 0.28
const SELECTION_WORDS = 50

/** Whether two pages are made of the same quoted words to such a part that one made the choice for both. */
function isSameSelection(passages: readonly SharedPassage[], share: number): boolean {
  const words = passages.reduce((sum, passage) => sum + passage.words, 0)
  return share >= SELECTION_SHARE && words >= SELECTION_WORDS
}

/** Words that a page must quote of another that it names. */
const QUOTED_WORDS = 16

/** Whether one page quotes the other's own words and names it with them: taken with acknowledgement. */
function quotesNarration(passages: readonly SharedPassage[], a: Article, b: Article): boolean {
  const byA = passages.map((passage) => ({ span: passage.a, words: passage.quotedByA }))
  const byB = passages.map((passage) => ({ span: passage.b, words: passage.quotedByB }))
  return acknowledges(a, b, byA) || acknowledges(b, a, byB)
}

/** Characters before and after a quotation among which its source is named. */
const NAMED_BEFORE = 400
const NAMED_AFTER = 200

function acknowledges(
  taker: Article,
  { outlet }: Article,
  quoted: readonly { readonly span: Span; readonly words: number }[],
): boolean {
  if (outlet === null) return false
  const named = quoted.filter(({ span, words }) => {
    const near = taker.text.slice(Math.max(0, span.from - NAMED_BEFORE), span.to + NAMED_AFTER)
    return words > 0 && maybeNamed(near, outlet) !== null
  })
  return named.reduce((sum, { words }) => sum + words, 0) >= QUOTED_WORDS
}
