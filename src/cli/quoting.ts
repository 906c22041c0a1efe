import type { Article } from "../article/article.ts"
import { extractArticles } from "../article/extract.ts"
import { resolveOccasions } from "../occasion/resolve.ts"
import { findQuotations } from "../quotation/find.ts"
import { findUncoveredLanguage } from "../quotation/languages.ts"
import { reportQuotation } from "../report/assemble.ts"
import type { Notice } from "../source/notice.ts"
import type { Source } from "../source/source.ts"
import { type Form, printerOf, type Quoted } from "./quoted-form.ts"

/** Some articles of one input, and how their quotations are to be printed. */
export interface Task {
  readonly source: Source
  readonly form: Form
}

/** What is found in a batch, ready to be written: bytes pass from worker to worker at little cost. */
export interface Outcome {
  readonly printed: Uint8Array<ArrayBuffer>
  /** How many articles that is. */
  readonly articles: number
  readonly notices: readonly Notice[]
}

/** Finds the quotations of a batch of articles: what each worker does. */
export function quoteBatch({ source, form }: Task): Outcome {
  const { articles, notices } = extractArticles(source)
  const print = printerOf(form)
  const printed = articles.map((article) => print(quotedIn(article, source.path))).join("")
  const languages = articles.flatMap(findUncoveredLanguage)
  return {
    printed: new TextEncoder().encode(printed),
    articles: articles.length,
    notices: [...notices, ...languages],
  }
}

function quotedIn(article: Article, path: string): Quoted {
  const quotations = findQuotations(article)
  const when = new Map(
    resolveOccasions(quotations, [article]).map((one) => [one.quotation, one.when]),
  )
  return {
    id: article.id,
    title: article.title ?? path,
    quotations: quotations.map((one) => reportQuotation(one, when.get(one.id) ?? null)),
  }
}
