import type { JudgedStatement } from "../apparatus/judge.ts"
import type { Article } from "../article/article.ts"
import type { Fold } from "../lineage/fold.ts"
import type { LineageEdge } from "../lineage/lineage.ts"
import type { Revision } from "../lineage/revision.ts"
import { findToldWays, joinLineage, type Ways } from "../lineage/stemma.ts"
import type { DateMention, Occasion } from "../occasion/occasion.ts"
import type { Quotation } from "../quotation/quotation.ts"
import type { Notice } from "../source/notice.ts"
import { findOldWords, type OldWords } from "../statement/old-words.ts"
import type { Statement } from "../statement/statement.ts"
import type { Story } from "../story/story.ts"
import { groupBy } from "../text/group-by.ts"
import { passageText } from "../text/passage.ts"
import type {
  Report,
  ReportArticle,
  ReportQuotation,
  ReportStatement,
  ReportWitness,
} from "./report.ts"

/** Version of the Report's schema. */
const REPORT_VERSION = "1.0"

/** What the stages found, each list in its final order. */
export interface Findings {
  readonly articles: readonly Article[]
  readonly quotations: readonly Quotation[]
  readonly occasions: readonly Occasion[]
  readonly dates: readonly DateMention[]
  readonly statements: readonly Statement[]
  /** One for each statement, in the same order. */
  readonly judged: readonly JudgedStatement[]
  readonly lineage: readonly LineageEdge[]
  readonly folds: readonly Fold[]
  readonly revisions: readonly Revision[]
  readonly stories: readonly Story[]
  readonly notices: readonly Notice[]
}

export interface AssembleOptions {
  /** Leave the articles' full text out, for passing a report on. */
  readonly omitText?: boolean
}

/** Gathers the stages' findings into the one document that every output reads. */
export function assembleReport(findings: Findings, options: AssembleOptions): Report {
  const articles = new Map(findings.articles.map((article) => [article.id, article]))
  const quotations = new Map(findings.quotations.map((quotation) => [quotation.id, quotation]))
  const when = new Map(findings.occasions.map((occasion) => [occasion.quotation, occasion.when]))
  const dates = groupBy(findings.dates, ({ article }) => article)
  const ways = findToldWays(findings.lineage)
  return {
    version: REPORT_VERSION,
    articles: findings.articles.map((article) => reportArticle(article, options)),
    quotations: findings.quotations.map((quotation) =>
      reportQuotation(quotation, when.get(quotation.id) ?? null),
    ),
    statements: findings.statements.map((statement, i) => {
      const old = findOldWords(statement, { articles, quotations, occasions: when, dates })
      return reportStatement(statement, { judged: findings.judged[i]!, old, ways, articles })
    }),
    lineage: findings.lineage,
    folds: findings.folds,
    revisions: findings.revisions,
    stories: findings.stories,
    notices: findings.notices,
  }
}

function reportArticle(article: Article, options: AssembleOptions): ReportArticle {
  const { text, ...rest } = article
  return options.omitText ? rest : { ...rest, text }
}

export function reportQuotation(quotation: Quotation, when: Occasion["when"]): ReportQuotation {
  const { id, article, kind, content, marked, text, speaker, cue, via } = quotation
  const said = when && { value: when.value, precision: when.precision, span: when.span }
  return { id, article, kind, content, marked, text, speaker, cue, via, when: said }
}

/** What the stages found about one statement. */
interface StatementFindings {
  readonly judged: JudgedStatement
  /** In the order of the witnesses. */
  readonly old: readonly (OldWords | null)[]
  /** Who took from whom, as the pages themselves say. */
  readonly ways: Ways
  readonly articles: ReadonlyMap<string, Article>
}

function reportStatement(
  statement: Statement,
  { judged, old, ways, articles }: StatementFindings,
): ReportStatement {
  return {
    id: statement.id,
    speaker: statement.speaker,
    records: statement.records.map((passage) => ({
      article: passage.article,
      spans: passage.spans,
      text: passageText({ text: articles.get(passage.article)!.text, spans: passage.spans }),
    })),
    base: judged.base,
    table: judged.collation.table,
    witnesses: statement.witnesses.map((witness, i) =>
      reportWitness(witness, judged.witnesses[i]!, old[i]!),
    ),
    copyTree: joinLineage(statement, judged.collation.copyTree, ways),
    echoes: statement.echoes,
  }
}

function reportWitness(
  witness: Statement["witnesses"][number],
  judged: JudgedStatement["witnesses"][number],
  old: OldWords | null,
): ReportWitness {
  return {
    quotation: witness.quotation,
    article: witness.article,
    spans: witness.spans,
    verdict: judged.verdict,
    similarity: judged.similarity,
    why: judged.why,
    edits: judged.edits,
    old,
  }
}
