import type { Article } from "../article/article.ts"
import { daysBetween } from "../statement/hints.ts"
import type { Statement } from "../statement/statement.ts"
import { compareText } from "../text/compare-text.ts"
import { normsIn } from "../text/tokens.ts"
import type { Citation } from "./cite.ts"
import type { LineageEdge } from "./lineage.ts"
import { outletKey } from "./outlets.ts"

/** Whom each citation means: an article or record that the page is near to, else the name that it gives. */
export function citeEdges(
  citations: readonly Citation[],
  articles: readonly Article[],
  ties: Ties,
): LineageEdge[] {
  const byId = new Map(articles.map((article) => [article.id, article]))
  return citations
    .filter(({ article, name }) => !isItself(name, byId.get(article)))
    .map((citation) => citeEdge(citation, byId, ties))
}

/** By article or record, the others with which it has something in common. */
export type Ties = ReadonlyMap<string, ReadonlySet<string>>

/** Which articles and records have words in common: only near them does an outlet's name mean one of its articles. */
export function tiesOf(statements: readonly Statement[], edges: readonly LineageEdge[]): Ties {
  const ties = new Map<string, Set<string>>()
  const tie = (a: string, b: string): void => {
    if (a !== b) ties.set(a, (ties.get(a) ?? new Set()).add(b))
  }
  for (const { witnesses, records } of statements) {
    const holders = [...witnesses, ...records].map(({ article }) => article)
    for (const { article } of witnesses) for (const holder of holders) tie(article, holder)
    for (const record of records) for (const { article } of witnesses) tie(record.article, article)
  }
  for (const { from, to } of edges) {
    if ("article" in from && "article" in to) {
      tie(from.article, to.article)
      tie(to.article, from.article)
    }
  }
  return ties
}

/** What an article has words in common with, and the other articles that quote a record which it quotes. */
function tiedTo(
  article: string,
  articles: ReadonlyMap<string, Article>,
  ties: Ties,
): ReadonlySet<string> {
  const near = ties.get(article) ?? []
  const records = [...near].filter((id) => articles.get(id)?.record)
  const all = new Set([...near, ...records.flatMap((id) => [...(ties.get(id) ?? [])])])
  all.delete(article)
  return all
}

function citeEdge(
  citation: Citation,
  articles: ReadonlyMap<string, Article>,
  ties: Ties,
): LineageEdge {
  const found = [...tiedTo(citation.article, articles, ties)]
    .toSorted(compareText)
    .map((id) => articles.get(id))
    .find(
      (article) =>
        article !== undefined &&
        isNamedBy(citation.name, article) &&
        mayBeMeant(article, articles.get(citation.article)),
    )
  const there = found?.record && found.headline ? [{ article: found.id, span: found.headline }] : []
  return {
    from: { article: citation.article },
    to: found ? { article: found.id } : { name: citation.name },
    kind: "cites",
    directed: true,
    confidence: citation.confidence,
    evidence: [{ article: citation.article, span: citation.span }, ...there],
  }
}

/** Days back to which “the Courier reported” may reach: an outlet of which more is kept has older articles that share words. */
const CITED_DAYS = 31

/** Whether an article may be the one that a page cites: it came out in the weeks before, as far as the days are known. */
function mayBeMeant(cited: Article, page: Article | undefined): boolean {
  if (cited.record) return true
  const days = daysBetween(cited.published?.value ?? null, page?.published?.value ?? null)
  return !(days < -1 || days > CITED_DAYS)
}

/** “Told the Courier” in the Courier's own pages is no second hand. */
function isItself(name: string, page: Article | undefined): boolean {
  const [own, named] = [outletKey(page?.outlet ?? ""), outletKey(name)]
  return own !== "" && (own === named || named === `${own} news`)
}

/** An article is named by its outlet, a record by words of its title ("Interview with Rossiya TV channel"). */
function isNamedBy(name: string, article: Article): boolean {
  if (!article.record) return article.outlet !== null && isShortFor(name, article.outlet)
  return holdsWords(article.title ?? "", name)
}

/** "The Courier" is the Kelderwick Courier to an article that has words in common with it. */
function isShortFor(name: string, outlet: string): boolean {
  const [short, full] = [outletKey(name), outletKey(outlet)]
  return short === full || full.endsWith(` ${short}`)
}

function holdsWords(title: string, name: string): boolean {
  const [words, sought] = [title, name].map((text) => ` ${normsIn(text).join(" ")} `)
  return sought!.trim() !== "" && words!.includes(sought!)
}
