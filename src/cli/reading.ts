import type { Article } from "../article/article.ts"
import { type Extraction, extractArticles } from "../article/extract.ts"
import { type PageFindings, readPage } from "../pipeline.ts"
import type { Source } from "../source/source.ts"

/** Things of which each is read without looking at any other. */
export interface Unread {
  readonly sources: readonly Source[]
  readonly pages: readonly Article[]
}

/** What was read of them, in their order. */
export interface Read {
  readonly extractions: readonly Extraction[]
  readonly findings: readonly PageFindings[]
}

/** What each worker does. */
export function readAll({ sources, pages }: Unread): Read {
  return { extractions: sources.map(extractArticles), findings: pages.map(readPage) }
}
