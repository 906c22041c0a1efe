import type { Article } from "../article/article.ts"
import type { Quotation } from "../quotation/quotation.ts"
import type { RecordPassage, Statement, Witness } from "../statement/statement.ts"
import { type Passage, passageText } from "../text/passage.ts"
import { compareSpans } from "../text/span.ts"
import { findTokens } from "../text/tokens.ts"
import type { Collation, Edit, Verdict, Version } from "./apparatus.ts"
import { collate } from "./collate.ts"
import type { Standard } from "./standard.ts"
import { judgeAgainstPeers, judgeAgainstRecord } from "./verdict.ts"

export interface StatementContext {
  readonly articles: ReadonlyMap<string, Article>
  readonly quotations: ReadonlyMap<string, Quotation>
  readonly standard: Standard
}

/** One witness of a statement, judged. */
export interface JudgedWitness {
  readonly quotation: string
  readonly verdict: Verdict
  /** Share of the printed words that stand in the base, 0 to 1. */
  readonly similarity: number
  readonly why: string
  readonly edits: readonly Edit[]
}

export interface JudgedStatement {
  /** The record's passage, else the composite. */
  readonly base: string
  readonly collation: Collation
  /** In the statement's order. */
  readonly witnesses: readonly JudgedWitness[]
}

/** Aligns a statement's witnesses with the record, or with each other where no record has it, and judges each. */
export function collateStatement(statement: Statement, context: StatementContext): JudgedStatement {
  const record = maybeRecord(statement, context)
  const versions = statement.witnesses.map((witness) => versionOf(witness, context))
  const collation = collate(record, versions, { standard: context.standard, quoted: true })
  const witnesses = statement.witnesses.map((witness, i) => {
    const { edits } = collation.versions[i]!
    const similarity = collation.versions[i]!.similarity
    return {
      quotation: witness.quotation,
      similarity,
      edits,
      ...judge(record !== null, edits, similarity, versions, i),
    }
  })
  return { base: passageText(collation.base), collation, witnesses }
}

function judge(
  hasRecord: boolean,
  edits: readonly Edit[],
  similarity: number,
  versions: readonly Version[],
  index: number,
): { verdict: Verdict; why: string } {
  if (!hasRecord) return judgeAgainstPeers(edits, versions.length - 1)
  const words = findTokens(passageText(versions[index]!.passage)).length
  return judgeAgainstRecord({ edits, similarity, words })
}

function versionOf(witness: Witness, context: StatementContext): Version {
  const article = articleOf(witness.article, context)
  return {
    id: witness.quotation,
    passage: { text: article.text, spans: witness.spans },
    time: article.published?.value ?? null,
  }
}

/** The record that most witnesses stand in; of several, the first by its id. */
function maybeRecord(statement: Statement, context: StatementContext): Passage | null {
  const count = (record: RecordPassage): number =>
    statement.witnesses.filter((witness) => witness.location?.record === record.article).length
  const [first] = statement.records.toSorted(
    (a, b) => count(b) - count(a) || (a.article < b.article ? -1 : a.article > b.article ? 1 : 0),
  )
  if (!first) return null
  return { text: articleOf(first.article, context).text, spans: first.spans.toSorted(compareSpans) }
}

function articleOf(id: string, context: StatementContext): Article {
  const article = context.articles.get(id)
  if (!article)
    throw new RangeError(`The statement names the article ${id}, which is not among those given`)
  return article
}
