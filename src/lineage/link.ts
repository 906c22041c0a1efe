import { type Article, bodyBlocks, type Link } from "../article/article.ts"
import { covers } from "../text/span.ts"
import { findTokens, normsIn } from "../text/tokens.ts"
import type { LineageEdge, Node } from "./lineage.ts"

/** The address names the page itself. */
const BY_ADDRESS = 1
/** The words that are linked name the record, and the record's own title has them. */
const BY_WORDS = 0.8

/** Where the hyperlinks of each article's body lead: to pages and records that we have, else to an address. */
export function findLinks(articles: readonly Article[]): LineageEdge[] {
  const byAddress = new Map(
    articles.flatMap((page) => (page.url ? [[addressOf(page.url), page] as const] : [])),
  )
  const records = articles.filter(({ record }) => record)
  return articles.flatMap((article) =>
    bodyLinks(article).flatMap((link) => edgeOf(article, link, byAddress, records)),
  )
}

function bodyLinks(article: Article): Link[] {
  if (article.record || article.links.length === 0) return []
  const body = bodyBlocks(article)
  return article.links.filter(({ span }) => body.some((block) => covers(block, span)))
}

function edgeOf(
  article: Article,
  link: Link,
  byAddress: ReadonlyMap<string, Article>,
  records: readonly Article[],
): LineageEdge[] {
  if (!/^https?:\/\//i.test(link.href)) return []
  const address = addressOf(link.href)
  const page = byAddress.get(address)
  if (page)
    return page.id === article.id
      ? []
      : [linkEdge(article, link, { article: page.id }, BY_ADDRESS, page)]
  const record = records.find((record) =>
    isNamed(article.text.slice(link.span.from, link.span.to), record),
  )
  if (record) return [linkEdge(article, link, { article: record.id }, BY_WORDS, record)]
  return isOwnSite(article, address)
    ? []
    : [linkEdge(article, link, { name: address }, BY_ADDRESS, null)]
}

function linkEdge(
  article: Article,
  link: Link,
  to: Node,
  confidence: number,
  page: Article | null,
): LineageEdge {
  const there = page?.headline ? [{ article: page.id, span: page.headline }] : []
  return {
    from: { article: article.id },
    to,
    kind: "links",
    directed: true,
    confidence,
    evidence: [{ article: article.id, span: link.span }, ...there],
  }
}

/** Words that many a record's title has: by them alone no record is known. */
const COMMON =
  /^(?:the|a|an|of|on|with|by|at|in|to|for|from|interview|speech|remarks|statement|transcript|full|president|address|here|this|said|press|conference)$/

/** Whether linked words name a record: two of them at least tell more than "interview with the", and its title has all those. */
function isNamed(anchor: string, record: Article): boolean {
  const words = findTokens(anchor).flatMap(({ norm }) => (COMMON.test(norm) ? [] : norm))
  const title = new Set(normsIn(record.title ?? ""))
  return words.length > 1 && words.every((word) => title.has(word))
}

/** An address without what does not change where it leads. */
function addressOf(url: string): string {
  return url
    .replace(/^https?:\/\//i, "")
    .replace(/^www\./i, "")
    .replace(/[?#].*$/s, "")
    .replace(/(?:\/|\/index\.html?)$/i, "")
}

/** A site's own topic pages say nothing about where its words come from. */
function isOwnSite(article: Article, address: string): boolean {
  const host = article.url ? addressOf(article.url).split("/")[0] : null
  return host !== null && address.split("/")[0] === host
}
