import { extractArticles } from "../article/extract.ts"
import type { Batch } from "../intake/batches.ts"
import { findDates } from "../occasion/dates.ts"
import { occasionsIn } from "../occasion/resolve.ts"
import { findQuotations } from "../quotation/find.ts"
import { findUncoveredLanguage } from "../quotation/languages.ts"
import { reportQuotation } from "../report/assemble.ts"
import type { ReportQuotation } from "../report/report.ts"
import type { Notice } from "../source/notice.ts"

/** What is printed of one article. */
export interface Quoted {
  readonly id: string
  readonly quotations: readonly ReportQuotation[]
  /** For people; not printed as JSON. */
  readonly title: string
}

export interface Outcome {
  readonly articles: readonly Quoted[]
  readonly notices: readonly Notice[]
}

/** Finds the quotations of a batch of articles: what each worker does. */
export function quoteBatch({ source, linesBefore }: Batch): Outcome {
  const { articles, notices } = extractArticles(source)
  const languages = articles.flatMap(findUncoveredLanguage)
  return {
    articles: articles.map((article) => {
      const quotations = findQuotations(article)
      const when = new Map(
        occasionsIn(article, quotations, findDates(article)).map((one) => [
          one.quotation,
          one.when,
        ]),
      )
      return {
        id: article.id,
        title: article.title ?? source.path,
        quotations: quotations.map((one) => reportQuotation(one, when.get(one.id) ?? null)),
      }
    }),
    notices: [...notices.map((notice) => renumber(notice, linesBefore)), ...languages],
  }
}

/** A batch counts its lines from one; the file has others before them. */
function renumber(notice: Notice, linesBefore: number): Notice {
  const text = notice.text.replace(/^Line (\d+)/, (_, line) => `Line ${Number(line) + linesBefore}`)
  return { ...notice, text }
}
