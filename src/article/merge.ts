import type { Notice } from "../source/notice.ts"
import { compareText } from "../text/compare-text.ts"
import { stableId } from "../text/id.ts"
import { type Article, bodyBlocks } from "./article.ts"

/**
 * Makes one article of inputs that have the same canonical address and the same text, and tells which were left
 * out. The same text from two outlets stays two (wire copy); another text at the same address of the same outlet
 * is a revision of the earlier one.
 */
export function mergeSameArticles(articles: readonly Article[]): {
  articles: Article[]
  notices: Notice[]
} {
  const ordered = articles.toSorted(compareArticles)
  const { kept, notices } = dropSame(ordered)
  const named = nameApart(kept)
  return {
    articles: markRevisions(named.articles),
    notices: [...notices, ...named.notices],
  }
}

function dropSame(articles: readonly Article[]): { kept: Article[]; notices: Notice[] } {
  const seen = new Map<string, Article>()
  const kept: Article[] = []
  const notices: Notice[] = []
  for (const article of articles) {
    const key = article.url && JSON.stringify([article.record, article.url, article.text.trim()])
    const same = key && seen.get(key)
    if (same)
      notices.push(
        duplicate(
          article.source,
          `has the same address and text as ${same.source} and was counted once.`,
        ),
      )
    else kept.push(article)
    if (key && !same) seen.set(key, article)
  }
  return { kept, notices }
}

/** Ids that inputs bring along may be the same by mistake; each article needs its own. */
function nameApart(articles: readonly Article[]): { articles: Article[]; notices: Notice[] } {
  const taken = new Map<string, Article>()
  const notices: Notice[] = []
  const named = articles.map((article, i) => {
    const first = taken.get(article.id)
    const id = first ? freeId(article, taken, i) : article.id
    taken.set(id, article)
    if (!first) return article
    const what =
      first.record === article.record
        ? `gives the id ${article.id} to a second article, which is called ${id} here; give each its own.`
        : `and ${first.source} are one text, given both as a page and as a transcript; give it as what it is.`
    notices.push(duplicate(article.source, what))
    return { ...article, id }
  })
  return { articles: named, notices }
}

function freeId(article: Article, taken: ReadonlyMap<string, Article>, position: number): string {
  const id = stableId("a", article.id, article.source, article.text)
  return taken.has(id) ? stableId("a", article.id, article.source, position) : id
}

/** Articles at one address that share lines, each the revision of the one before it in time. */
function markRevisions(articles: readonly Article[]): Article[] {
  const latest = new Map<string, Article>()
  return articles.map((article) => {
    if (article.url === null) return article
    const key = JSON.stringify([article.record, article.url])
    const before = latest.get(key)
    latest.set(key, article)
    const revised = before !== undefined && sharesLines(before, article)
    return revised ? { ...article, revisionOf: before.id } : article
  })
}

/** Share of an article's lines, by length, that its revision still prints; pages that only give the same address share none. */
const REVISED_SHARE = 0.2

function sharesLines(before: Article, after: Article): boolean {
  const lines = new Set(linesOf(before))
  const shared = linesOf(after).filter((line) => lines.has(line))
  const size = (some: readonly string[]): number => some.reduce((sum, line) => sum + line.length, 0)
  return size(shared) >= REVISED_SHARE * Math.min(size([...lines]), size(linesOf(after)))
}

function linesOf(article: Article): string[] {
  return bodyBlocks(article).map((block) => article.text.slice(block.from, block.to))
}

function duplicate(source: string, what: string): Notice {
  return { kind: "duplicate", source, text: `${source} ${what}` }
}

/** By time where it is known, then by anything that is the same whatever the order of the inputs. */
function compareArticles(a: Article, b: Article): number {
  return (
    compareText(a.published?.value ?? "~", b.published?.value ?? "~") ||
    compareText(a.source, b.source) ||
    compareText(a.id, b.id) ||
    compareText(a.text, b.text)
  )
}
