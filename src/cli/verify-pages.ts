import { verifyArticle } from "../apparatus/verify.ts"
import { extractArticles } from "../article/extract.ts"
import { streamSources } from "../intake/gather.ts"
import { findQuotations } from "../quotation/find.ts"
import type { Notice } from "../source/notice.ts"
import type { RecordIndex } from "../statement/record-index.ts"
import type { Progress } from "./progress.ts"
import type { Answer } from "./run-verify.ts"
import type { VerifyOptions } from "./verify.ts"

/** Checks every quotation in marks of every page, in the order of the inputs and of the pages. */
export async function answerPages(
  inputs: readonly string[],
  options: VerifyOptions,
  index: RecordIndex,
  progress: Progress,
): Promise<{ answers: Answer[]; notices: Notice[] }> {
  const answers: Answer[] = []
  const notices: Notice[] = []
  const onProgress = (done: number, total: number): void => progress.tell("Checking", done, total)
  for await (const one of streamSources(inputs, { records: options.record, onProgress })) {
    if ("notice" in one) notices.push(one.notice)
    else if (one.source.role === "article") {
      const { articles, notices: remarks } = extractArticles(one.source)
      for (const remark of remarks) notices.push(remark)
      for (const article of articles) {
        const checked = verifyArticle(article, findQuotations(article), index, options.standard)
        for (const { quotation, verification } of checked) {
          const { id, text: quote, speaker } = quotation
          const name = speaker?.name ?? null
          answers.push({ id, source: article.source, quote, speaker: name, verification })
        }
      }
    }
  }
  return { answers, notices }
}
