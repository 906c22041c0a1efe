import { type Article, bodyBlocks } from "../article/article.ts"
import { compareText } from "../text/compare-text.ts"
import { groupBy } from "../text/group-by.ts"
import { stableId } from "../text/id.ts"
import { joinSets } from "../text/join-sets.ts"
import { mergeSpans, totalLength } from "../text/span.ts"
import { pagesOf } from "./citations.ts"
import { type Credit, findCredits } from "./credit.ts"
import type { Fold } from "./fold.ts"
import type { LineageEdge } from "./lineage.ts"
import { agencyName, isAgency, isSameOutlet, outletKey } from "./outlets.ts"

/**
 * Shares of the shorter and of the longer article, by characters, that two prints of one text have in common. Within
 * one outlet boxes of links make half a page, so that the longer must share as much as the shorter.
 */
const SHORTER_SHARE = 0.6
const LONGER_SHARE = 0.3

/** Copying that is no surer than this may be a notice that stands under many articles. */
const DOUBTFUL = 0.6

/** Articles that print one text, and the agency whose text it is, where their credits tell. */
export function findFolds(articles: readonly Article[], lineage: readonly LineageEdge[]): Fold[] {
  const pages = pagesOf(articles)
  const place = new Map(pages.map(({ id }, i) => [id, i]))
  const pairs = lineage.flatMap((edge) => {
    const isSure = edge.kind === "copies" && edge.confidence > DOUBTFUL
    const ends = isSure ? endsOf(edge, pages, place) : null
    return ends && printsSameText(edge, pages[ends[0]]!, pages[ends[1]]!) ? [ends] : []
  })
  return joinSets(pages.length, pairs)
    .filter((members) => members.length > 1)
    .map((members) => foldOf(members.map((i) => pages[i]!)))
}

function endsOf(
  { from, to }: LineageEdge,
  pages: readonly Article[],
  place: ReadonlyMap<string, number>,
): readonly [number, number] | null {
  if (!("article" in from && "article" in to)) return null
  const [a, b] = [place.get(from.article), place.get(to.article)]
  return a === undefined || b === undefined || !pages[a] || !pages[b] ? null : [a, b]
}

function printsSameText({ evidence }: LineageEdge, a: Article, b: Article): boolean {
  const shares = [a, b].map((page) => {
    const spans = evidence.filter(({ article }) => article === page.id).map(({ span }) => span)
    const shared = mergeSpans(spans)
    return totalLength(shared) / Math.max(1, bodyLength(page))
  })
  const floor = isSameOutlet(a, b) ? SHORTER_SHARE : LONGER_SHARE
  return Math.max(...shares) >= SHORTER_SHARE && Math.min(...shares) >= floor
}

function bodyLength(article: Article): number {
  return totalLength(
    bodyBlocks(article).filter(({ kind }) => kind !== "heading" && kind !== "caption"),
  )
}

interface Claim extends Credit {
  readonly article: string
}

function foldOf(members: readonly Article[]): Fold {
  const claims = members.flatMap(claimsOf)
  const byAgency = groupBy(claims, ({ name }) => outletKey(name))
  const [best] = [...byAgency].toSorted(
    ([a, as], [b, bs]) => claimants(bs) - claimants(as) || compareText(a, b),
  )
  const articles = members.map(({ id }) => id)
  return {
    id: stableId("fold-", ...articles),
    source: best ? agencyName(best[1][0]!.name) : null,
    articles,
    evidence: (best?.[1] ?? []).flatMap(({ article, span }) => (span ? [{ article, span }] : [])),
  }
}

function claimants(claims: readonly Claim[]): number {
  return new Set(claims.map(({ article }) => article)).size
}

/** What says whose text an article prints: its credits, or that it is the agency's own. */
function claimsOf(article: Article): Claim[] {
  const credits = findCredits(article).filter(({ name }) => isAgency(name))
  const own =
    article.outlet !== null && isAgency(article.outlet)
      ? [{ name: article.outlet, span: null }]
      : []
  return [...own, ...credits].map((claim) => ({ ...claim, article: article.id }))
}
