import type { Article } from "../article/article.ts"
import { readsAsTranscript } from "../article/transcript-like.ts"
import type { Notice, NoticeKind } from "../source/notice.ts"
import { compareText } from "../text/compare-text.ts"

/** A record that none of the pages quotes was probably given by mistake; of an archive most are quoted by none. */
export function unmatchedRecords(findings: {
  readonly articles: readonly Article[]
  readonly statements: readonly { readonly records: readonly { readonly article: string }[] }[]
}): Notice[] {
  const used = new Set(
    findings.statements.flatMap((statement) => statement.records.map((passage) => passage.article)),
  )
  const records = findings.articles.filter((article) => article.record)
  const unused = records.filter((record) => !used.has(record.id))
  return tellFew("unmatched", unused, {
    one: (source) =>
      `No quotation of these pages was found in the transcript ${source}; check that it is the right one.`,
    many: (count, first) =>
      `No quotation of these pages was found in ${count} of ${records.length} transcripts, ${first} first; check that the one you meant is not among them.`,
  })
}

/** Transcripts among the pages, and pages given as transcripts: easily done, and seen by nothing else. */
export function doubtfulRoles(articles: readonly Article[]): Notice[] {
  const transcripts = articles.filter((article) => !article.record && readsAsTranscript(article))
  const unlabelled = articles.filter(({ record, turns }) => record && turns.length === 0)
  return [
    ...tellFew("role", transcripts, {
      one: (source) =>
        `${source} reads like a transcript and was read as an article; give it with --record to hold the pages against it.`,
      many: (count, first) =>
        `${count} of the pages read like transcripts and were read as articles, ${first} first; give them with --record to hold the others against them.`,
    }),
    ...tellFew("role", unlabelled, {
      one: (source) =>
        `${source} was given as a transcript and names no speaker before any paragraph (“ADA FINCH: …”), so nobody knows whose words they are; check that it is one.`,
      many: (count, first) =>
        `${count} of the transcripts name no speaker before any paragraph (“ADA FINCH: …”), ${first} first; check that they are transcripts.`,
    }),
  ]
}

/** Articles of which there are more are counted. */
const MOST_TOLD = 3

function tellFew(
  kind: NoticeKind,
  articles: readonly Article[],
  tell: {
    readonly one: (source: string) => string
    readonly many: (count: number, first: string) => string
  },
): Notice[] {
  const sources = articles.map(({ source }) => source).toSorted(compareText)
  if (sources.length <= MOST_TOLD) {
    return sources.map((source) => ({ kind, source, text: tell.one(source) }))
  }
  return [{ kind, source: null, text: tell.many(sources.length, sources[0]!) }]
}

/** In their one order, each once: a source that holds several articles may be told the same of each. */
export function inNoticeOrder(notices: readonly Notice[]): Notice[] {
  const sorted = notices.toSorted(compareNotices)
  return sorted.filter((notice, i) => i === 0 || compareNotices(sorted[i - 1]!, notice) !== 0)
}

function compareNotices(a: Notice, b: Notice): number {
  return (
    compareText(a.source ?? "", b.source ?? "") ||
    compareText(a.kind, b.kind) ||
    compareText(a.text, b.text)
  )
}
