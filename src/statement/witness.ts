import type { Article } from "../article/article.ts"
import { isSpeech, type Quotation } from "../quotation/quotation.ts"
import { compareText } from "../text/compare-text.ts"
import { hull } from "../text/span.ts"
import type { Member } from "./member.ts"
import type { Witness } from "./statement.ts"

/** Quotations that vouch for words: speech, in marks. Indirect speech may be the page's own words. */
export function vouchedQuotations(quotations: readonly Quotation[]): Quotation[] {
  return quotations
    .filter((quotation) => isSpeech(quotation) && quotation.marked.length > 0)
    .toSorted(byPlace)
}

/** By article, then in the order of the page. */
export function byPlace(a: Quotation, b: Quotation): number {
  return (
    compareText(a.article, b.article) ||
    hull(a.marked).from - hull(b.marked).from ||
    compareText(a.id, b.id)
  )
}

/** A member as one article's version of its statement. */
export function witnessOf({ quotation, spans, location }: Member): Witness {
  return { quotation: quotation.id, article: quotation.article, spans, location }
}

/** Articles by their id. */
export function articlesById(articles: readonly Article[]): Map<string, Article> {
  return new Map(articles.map((article) => [article.id, article]))
}
