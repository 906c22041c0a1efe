import type { Article } from "../article/article.ts"
import type { Quotation } from "../quotation/quotation.ts"
import {
  isPagesDoing,
  isSpokenByAnother,
  isUnmistakable,
  maybeAnotherDay,
} from "../statement/elsewhere.ts"
import { daysBetween } from "../statement/hints.ts"
import { turnsAt } from "../statement/record-index.ts"
import { recordPassages } from "../statement/record-passages.ts"
import { matchAny } from "../statement/speaker.ts"
import type { Location, RecordPassage, Statement, Witness } from "../statement/statement.ts"
import { isSaidTranslated } from "../statement/translated.ts"
import { compareText } from "../text/compare-text.ts"
import { listed } from "../text/listed.ts"
import { type Passage, passageText } from "../text/passage.ts"
import { covers, mergeSpans, overlaps, type Span } from "../text/span.ts"
import { findTokens } from "../text/tokens.ts"
import type { Collation, Edit, RecordVerdict, Verdict, Version } from "./apparatus.ts"
import { collate, collateOne } from "./collate.ts"
import { wholeSentences } from "./sentence-edges.ts"
import type { Standard } from "./standard.ts"
import { type Found, isAltering, judgeAgainstPeers, judgeAgainstRecord } from "./verdict.ts"

export interface StatementContext {
  readonly articles: ReadonlyMap<string, Article>
  readonly quotations: ReadonlyMap<string, Quotation>
  readonly standard: Standard
  /** Whether any record was given: then words that stand in none are not found, whatever other pages print. */
  readonly hasRecords: boolean
}

/** One witness of a statement, judged. */
export interface JudgedWitness {
  readonly quotation: string
  readonly verdict: Verdict
  /** Share of the printed words that stand in the record, or without any record in the composite, 0 to 1. */
  readonly similarity: number
  readonly why: string
  readonly edits: readonly Edit[]
}

export interface JudgedStatement {
  readonly statement: string
  /** The record's passage, else the composite. */
  readonly base: string
  readonly collation: Collation
  /** In the statement's order. */
  readonly witnesses: readonly JudgedWitness[]
}

/** Aligns a statement's witnesses with the record, or with each other where no record has it, and judges each. */
export function collateStatement(statement: Statement, context: StatementContext): JudgedStatement {
  const record = maybeRecord(statement, context)
  const versions = statement.witnesses.map((witness) =>
    versionOf(witness, record?.id ?? null, context),
  )
  const collation = collate(record?.passage ?? null, versions, {
    standard: context.standard,
    quoted: true,
    silent: record?.silent ?? [],
  })
  const witnesses = statement.witnesses.map((witness, i) => {
    const { similarity } = collation.versions[i]!
    const edits = claimedEdits(collation.versions[i]!.edits, witness, context)
    const judgement = context.hasRecords
      ? judgeAgainstRecord(found(witness, edits, record && similarity, context))
      : judgeAgainstPeers(edits, versions.length - 1)
    const inBase = context.hasRecords && !record ? 0 : similarity
    return { quotation: witness.quotation, similarity: inBase, edits, ...judgement }
  })
  return { statement: statement.id, base: passageText(collation.base), collation, witnesses }
}

/** In a clause that is quoted in parts, the page's own words join the parts: nothing is claimed of what lies between. */
function claimedEdits(
  edits: readonly Edit[],
  witness: Witness,
  context: StatementContext,
): readonly Edit[] {
  if (context.quotations.get(witness.quotation)?.kind !== "mixed") return edits
  const { text } = articleOf(witness.article, context)
  const joints = witness.spans.slice(1).map((span, i) => jointOf(text, witness.spans[i]!, span))
  return edits.filter(
    (edit) => !edit.witness.every((at) => joints.some((joint) => covers(joint, at))),
  )
}

/** What lies between the last word of one part and the first of the next: a comma inside the mark is no word. */
function jointOf(text: string, before: Span, after: Span): Span {
  const last = findTokens(text, before).at(-1)
  const [first] = findTokens(text, after)
  return { from: last?.to ?? before.to, to: first?.from ?? after.from }
}

/** A quotation with its page, its place and the record that has it. */
export interface LocatedQuotation {
  readonly quotation: Quotation
  readonly page: Article
  readonly location: Location
  readonly record: Article
}

/** Judges one quotation against the record in which it was located. */
export function judgeQuotation(
  located: LocatedQuotation,
  standard: Standard,
): JudgedWitness & { readonly verdict: RecordVerdict } {
  const { quotation, page, location, record } = located
  const witness = { quotation: quotation.id, article: page.id, spans: quotation.marked, location }
  const context = {
    articles: new Map([page, record].map((article) => [article.id, article])),
    quotations: new Map([[quotation.id, quotation]]),
    standard,
    hasRecords: true,
  }
  const passage = sentencesOf(record, recordPassages([location])[0]!)
  const version = versionOf(witness, record.id, context)
  const silent = labelsIn(record, passage)
  const { edits, similarity } = collateOne(passage, version, { standard, quoted: true, silent })
  const judgement = judgeAgainstRecord(found(witness, edits, similarity, context))
  return { quotation: quotation.id, similarity, edits, ...judgement }
}

function found(
  witness: Witness,
  edits: readonly Edit[],
  similarity: number | null,
  context: StatementContext,
): Found {
  const elsewhere = maybeElsewhere(witness, context)
  const isDoubtful = elsewhere !== null || isOfAnother(witness, edits, context)
  const isCommon = isDoubtful && !isLong(witness, similarity ?? 0, context)
  return {
    edits,
    similarity,
    unsure: isCommon || (witness.location?.unsure ?? false),
    translated: edits.some(isAltering) ? maybeTranslated(witness, context) : null,
    elsewhere: isCommon ? null : elsewhere,
  }
}

/**
 * Whether somebody else speaks there than the page names; where the words are not even the same, also than we guess, or
 * long before or after they were printed: people say much the same again.
 */
function isOfAnother(
  { quotation: id, article, location }: Witness,
  edits: readonly Edit[],
  context: StatementContext,
): boolean {
  const speaker = context.quotations.get(id)?.speaker ?? null
  if (!location) return false
  if (isSpokenByAnother(location, speaker)) return true
  if (!edits.some((edit) => edit.kind === "splice" || isAltering(edit))) return false
  const [record, page] = [location.record, article].map((one) => articleOf(one, context))
  const days = daysBetween(record!.published?.value ?? null, page!.published?.value ?? null)
  return Math.abs(days) > YEAR || matchAny(speaker?.name ?? null, location.speakers) === "other"
}

/** Days after which words that are only like a record's are rather said again. */
const YEAR = 365

/** Whether words that somebody else said, or on another day, are too many and too much alike to be another's too. */
function isLong(
  { quotation: id, article }: Witness,
  similarity: number,
  context: StatementContext,
): boolean {
  const quotation = context.quotations.get(id)
  return (
    quotation !== undefined && isUnmistakable(quotation, articleOf(article, context), similarity)
  )
}

/** Whose the words are, or of which day, where that is not what the page says; null where it agrees. */
function maybeElsewhere(
  { quotation: id, article, location }: Witness,
  context: StatementContext,
): string | null {
  const quotation = context.quotations.get(id)
  if (!location || location.unsure || !quotation) return null
  const page = articleOf(article, context)
  if (isSpokenByAnother(location, quotation.speaker)) {
    const record = articleOf(location.record, context)
    if (!isPagesDoing(quotation, page, location, record)) return null
    return `In the transcript these words are ${listed(location.speakers)}’s.`
  }
  return maybeAnotherDay(quotation, page, articleOf(location.record, context))
}

/** Whether the words are another translation: said by the record or the page, or told by how they differ. */
function maybeTranslated(
  { article, location }: Witness,
  context: StatementContext,
): "said" | "retold" | null {
  if (!location) return null
  const [record, page] = [location.record, article].map((id) => articleOf(id, context))
  if (isSaidTranslated(location, record!, page!)) return "said"
  return location.retold ? "retold" : null
}

function versionOf(witness: Witness, record: string | null, context: StatementContext): Version {
  const article = articleOf(witness.article, context)
  const { location } = witness
  return {
    id: witness.quotation,
    passage: { text: article.text, spans: witness.spans },
    time: article.published?.value ?? null,
    emphasis: article.emphasis.filter((span) =>
      witness.spans.some((printed) => overlaps(printed, span)),
    ),
    place:
      location && location.record === record
        ? location.segments.map((segment) => segment.record)
        : [],
  }
}

/** The record that most witnesses stand in; of several, the first by its id. Its passages are whole sentences. */
function maybeRecord(
  statement: Statement,
  context: StatementContext,
): { id: string; passage: Passage; silent: Span[] } | null {
  const count = (record: RecordPassage): number =>
    statement.witnesses.filter((witness) => witness.location?.record === record.article).length
  const [first] = statement.records.toSorted(
    (a, b) => count(b) - count(a) || compareText(a.article, b.article),
  )
  if (!first) return null
  const article = articleOf(first.article, context)
  const passage = sentencesOf(article, first)
  return { id: article.id, passage, silent: labelsIn(article, passage) }
}

/** The passage, widened to whole sentences. */
function sentencesOf(record: Article, passage: RecordPassage): Passage {
  const spans = mergeSpans(passage.spans.map((span) => wholeSentences(record, span)))
  return { text: record.text, spans }
}

/** What stands between the turns of a passage: the labels that say who speaks. */
function labelsIn(record: Article, { spans }: Passage): Span[] {
  return spans.flatMap((span) => {
    const turns = turnsAt(record, span)
    return turns.slice(1).map((turn, i) => ({ from: turns[i]!.span.to, to: turn.span.from }))
  })
}

function articleOf(id: string, context: StatementContext): Article {
  const article = context.articles.get(id)
  if (!article)
    throw new RangeError(`The statement names the article ${id}, which is not among those given`)
  return article
}
