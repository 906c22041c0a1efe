import { copiedIn, isReprint, type Shared, STANDING_SHARE } from "./copied.ts"
import type { Copied } from "./lineage.ts"
import type { Narration } from "./narration.ts"
import { isSameOutlet } from "./outlets.ts"
import { sharedPassages } from "./passages.ts"
import { hasSeed, type SeedSet, seedSetOf, withoutSeeds } from "./seed-set.ts"
import { chooseSeeds, pairsBySeeds, type Seeds, type SharedSeed, sharedSeeds } from "./seeds.ts"
import { markSpoken } from "./speech.ts"
import { standingSeeds, withoutStanding } from "./standing.ts"

/** Two articles that share words, by index in the order given; `a` the smaller. */
export interface Copying extends Shared {
  readonly a: number
  readonly b: number
  readonly copied: Copied
}

/** The articles, each with the seeds by which it is compared. */
interface Texts {
  readonly narrations: readonly Narration[]
  readonly seeds: readonly Seeds[]
}

/** Every pair of articles with shared passages, by index. */
export function findCopying(pages: readonly Narration[]): Copying[] {
  const seeds = pages.map(chooseSeeds)
  const shared = [...sharedSeeds(pages, seeds)]
  const spoken = seedSetOf(shared.filter(({ quoted }) => quoted).map(({ hash }) => hash))
  const standing = standingSeeds(
    shared.filter(({ quoted }) => !quoted),
    pages.map(({ article }) => article),
  )
  const whole = { narrations: pages.map((page, i) => markSpoken(page, seeds[i]!, spoken)), seeds }
  const own = ownTexts(whole, standing)
  const [notices, news] = partition(shared, ({ hash }) => hasSeed(standing, hash))
  const copies = findCopies(own, news)
  const known = new Set(copies.map(({ a, b }) => a * pages.length + b))
  const bare = findBare(whole, own, notices).filter(({ a, b }) => !known.has(a * pages.length + b))
  return [...copies, ...bare].toSorted((x, y) => x.a - y.a || x.b - y.b)
}

function partition(
  shared: readonly SharedSeed[],
  holds: (seed: SharedSeed) => boolean,
): [SharedSeed[], SharedSeed[]] {
  return [shared.filter(holds), shared.filter((seed) => !holds(seed))]
}

/** The texts without what is standing in them. */
function ownTexts({ narrations, seeds }: Texts, standing: SeedSet): Texts {
  const own = narrations.map((narration, i) => withoutStanding(narration, seeds[i]!, standing))
  return {
    narrations: own,
    seeds: seeds.map((all, i) => (own[i] === narrations[i] ? all : withoutSeeds(all, standing))),
  }
}

/** Pairs that share more than standing text. */
function findCopies(own: Texts, news: readonly SharedSeed[]): Copying[] {
  const groups = news.map(({ ids }) => ids)
  return pairsBySeeds(groups, own.seeds.length).flatMap(([a, b]) => {
    const shared = compare(own, a, b)
    const copied = copiedIn(shared, own.narrations[a]!.article, own.narrations[b]!.article)
    return copied ? [{ ...shared, a, b, copied }] : []
  })
}

/** An article with this share of standing text may be little else. */
const BARE_SHARE = 0.35

/** Pairs of one outlet that are standing text for the most part, or one text printed again and again. */
function findBare(whole: Texts, own: Texts, notices: readonly SharedSeed[]): Copying[] {
  const isBare = own.seeds.map(
    ({ hash }, i) => hash.length < whole.seeds[i]!.hash.length * (1 - BARE_SHARE),
  )
  const groups = notices.map(({ ids }) => ids).filter((ids) => ids.some((id) => isBare[id]))
  const articles = whole.narrations.map(({ article }) => article)
  return pairsBySeeds(groups, articles.length)
    .filter(([a, b]) => (isBare[a] || isBare[b]) && isSameOutlet(articles[a]!, articles[b]!))
    .map(([a, b]) => ({ ...compare(whole, a, b), a, b }))
    .filter(({ share }) => share >= STANDING_SHARE)
    .map((pair) => ({ ...pair, copied: isReprint(pair) ? "narration" : "standing" }))
}

function compare({ narrations, seeds }: Texts, a: number, b: number): Shared {
  const passages = sharedPassages(narrations[a]!, seeds[a]!, narrations[b]!, seeds[b]!)
  const words = passages.reduce((sum, passage) => sum + passage.words, 0)
  const [shorter, longer] = [narrations[a]!.words.length, narrations[b]!.words.length].toSorted(
    (x, y) => x - y,
  )
  return {
    passages,
    words,
    share: Math.min(1, words / Math.max(1, shorter!)),
    shareOfLonger: Math.min(1, words / Math.max(1, longer!)),
  }
}
