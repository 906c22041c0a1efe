import type { Article } from "../article/article.ts"
import type { Quotation } from "../quotation/quotation.ts"
import { compareText } from "../text/compare-text.ts"
import { groupBy } from "../text/group-by.ts"
import { type Citation, findCitations } from "./cite.ts"

/** Articles and records with what they quote and, where it is known already, what each page says of its sources. */
export interface Citing {
  readonly articles: readonly Article[]
  readonly quotations: readonly Quotation[]
  readonly citations?: readonly Citation[]
}

/** The pages among articles and records, in one order. */
export function pagesOf(articles: readonly Article[]): Article[] {
  return articles.filter(({ record }) => !record).toSorted((a, b) => compareText(a.id, b.id))
}

/** What each page says of its sources, page by page in their order. */
export function citationsOf({ articles, quotations, citations }: Citing): Citation[] {
  const known = citations && groupBy(citations, ({ article }) => article)
  const quoted = groupBy(quotations, ({ article }) => article)
  return pagesOf(articles).flatMap((page) =>
    known ? (known.get(page.id) ?? []) : findCitations(page, quoted.get(page.id) ?? []),
  )
}
