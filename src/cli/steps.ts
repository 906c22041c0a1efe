import {
  collateStatement,
  type JudgedStatement,
  type StatementContext,
} from "../apparatus/judge.ts"
import type { Article } from "../article/article.ts"
import { type Extraction, extractArticles } from "../article/extract.ts"
import { type PageFindings, readPage } from "../pipeline.ts"
import type { Source } from "../source/source.ts"
import type { Statement } from "../statement/statement.ts"

/** Things of one sort, to each of which a step is done without looking at any other; the other sorts are empty. */
export interface Task {
  readonly sources: readonly Source[]
  readonly pages: readonly Article[]
  readonly statements: readonly Statement[]
  /** What the statements' collation looks at; null where there are none. */
  readonly context: StatementContext | null
}

export const NO_TASK: Task = { sources: [], pages: [], statements: [], context: null }

/** What came of it, in the order of the things. */
export interface Answer {
  readonly extractions: readonly Extraction[]
  readonly findings: readonly PageFindings[]
  readonly judged: readonly JudgedStatement[]
}

/** What each worker does. */
export function doSteps({ sources, pages, statements, context }: Task): Answer {
  return {
    extractions: sources.map(extractArticles),
    findings: pages.map(readPage),
    judged: context ? statements.map((one) => collateStatement(one, context)) : [],
  }
}
