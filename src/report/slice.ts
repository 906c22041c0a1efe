import type { Node } from "../lineage/lineage.ts"
import type { Notice } from "../source/notice.ts"
import type { Story } from "../story/story.ts"
import { groupBy, groupEach } from "../text/group-by.ts"
import { counted } from "./counted.ts"
import { quoted } from "./excerpt.ts"
import type { Report, ReportArticle, ReportStatement } from "./report.ts"

/**
 * Cuts a report into stories: a function that gives everything about some stories as a report of its own. Pages of other
 * stories are in it where they print the same words or where something was taken from them; a limit on their number
 * is told in a notice.
 */
export function sliceReport(report: Report): (stories: readonly Story[]) => Report {
  const articles = new Map(report.articles.map((article) => [article.id, article]))
  const quotations = new Map(report.quotations.map((one) => [one.id, one]))
  const quotationsOf = groupBy(report.quotations, ({ article }) => article)
  const statementsOf = groupEach(report.statements, ({ witnesses }) =>
    witnesses.map(({ article }) => article),
  )
  const edgesOf = groupEach(report.lineage, ({ from, to }) => [
    ...articleOf(from),
    ...articleOf(to),
  ])
  const foldsOf = groupEach(report.folds, ({ articles }) => articles)
  const revisionsOf = groupEach(report.revisions, ({ article, revisionOf }) => [
    article,
    revisionOf,
  ])
  const noticesOf = groupBy(report.notices, ({ source }) => source)
  return (stories) => {
    const own = stories.flatMap((story) => story.articles)
    const members = new Set(own)
    const allOf = <Item>(index: ReadonlyMap<string, readonly Item[]>): Item[] => [
      ...new Set(own.flatMap((id) => index.get(id) ?? [])),
    ]
    const trimmed = allOf(statementsOf).map((statement) => trimStatement(statement, members))
    const statements = trimmed.map(({ statement }) => statement)
    const lineage = allOf(edgesOf)
    const folds = allOf(foldsOf)
    const revisions = allOf(revisionsOf)
    const named = [
      ...own,
      ...statements.flatMap((statement) => articlesOf(statement)),
      ...lineage.flatMap(({ from, to }) => [...articleOf(from), ...articleOf(to)]),
      ...folds.flatMap((fold) => fold.articles),
      ...revisions.flatMap(({ article, revisionOf }) => [article, revisionOf]),
    ]
    const inside = [...new Set(named)].flatMap((id) => articles.get(id) ?? [])
    const printed = statements.flatMap(({ witnesses }) => witnesses.map((one) => one.quotation))
    const said = printed.flatMap((id) => quotations.get(id) ?? [])
    return {
      version: report.version,
      articles: inside,
      quotations: [...new Set([...allOf(quotationsOf), ...said])],
      statements,
      lineage,
      folds,
      revisions,
      stories,
      notices: [
        ...sourcesOf(own, articles).flatMap((source) => noticesOf.get(source) ?? []),
        ...trimmed.flatMap(({ notice }) => notice ?? []),
      ],
    }
  }
}

function articleOf(node: Node): string[] {
  return "article" in node ? [node.article] : []
}

function articlesOf({ witnesses, records, echoes }: ReportStatement): string[] {
  return [...witnesses, ...records, ...echoes].map(({ article }) => article)
}

function sourcesOf(ids: readonly string[], articles: ReadonlyMap<string, ReportArticle>): string[] {
  return [...new Set(ids.flatMap((id) => articles.get(id)?.source ?? []))]
}

/** Pages of other stories that are shown beside a story's own: words that stand everywhere would bury it. */
const OTHERS = 12

interface Trimmed {
  readonly statement: ReportStatement
  readonly notice: Notice | null
}

/** The statement with all the story's own witnesses, and some of the others. */
function trimStatement(statement: ReportStatement, members: ReadonlySet<string>): Trimmed {
  const { witnesses, table, base, echoes } = statement
  const rows = witnesses.map((witness, i) => ({ witness, row: table[i + 1] ?? [] }))
  const others = rows.filter(({ witness }) => !members.has(witness.article))
  if (others.length <= OTHERS) return { statement, notice: null }
  const left = new Set(others.slice(OTHERS))
  const kept = rows.filter((one) => !left.has(one))
  const count = counted(left.size, "quotation")
  return {
    statement: {
      ...statement,
      witnesses: kept.map(({ witness }) => witness),
      table: [table[0] ?? [], ...kept.map(({ row }) => row)],
      echoes: echoes.filter(({ article }) => members.has(article)),
    },
    notice: {
      kind: "limit",
      source: null,
      text: `${quoted(base, NOTICE_WORDS)} stands in other stories too; ${count} of them are left out here.`,
    },
  }
}

/** Words of a statement in a notice about it. */
const NOTICE_WORDS = 8
