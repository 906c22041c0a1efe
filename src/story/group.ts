import type { Article } from "../article/article.ts"
import type { LineageEdge } from "../lineage/lineage.ts"
import { findDates } from "../occasion/dates.ts"
import type { DateMention, Occasion } from "../occasion/occasion.ts"
import { resolveOccasions } from "../occasion/resolve.ts"
import type { Quotation } from "../quotation/quotation.ts"
import type { Statement } from "../statement/statement.ts"
import { compareText } from "../text/compare-text.ts"
import { groupBy, groupEach } from "../text/group-by.ts"
import { stableId } from "../text/id.ts"
import { compareFigures } from "./compare-figures.ts"
import type { Figure } from "./figure.ts"
import { findFigures } from "./figures.ts"
import { findCarried } from "./find-carried.ts"
import { findWording } from "./find-wording.ts"
import { groupProfiles } from "./grouper.ts"
import { readHeadline } from "./headlines.ts"
import { KEYWORDS_READ, keywordsOf } from "./keywords.ts"
import { PART } from "./parts.ts"
import { type Profile, profileOf } from "./profile.ts"
import { cosine } from "./shared-terms.ts"
import type { Story } from "./story.ts"
import { summarise } from "./summary.ts"
import { readTermWords } from "./term-words.ts"
import { Terms } from "./terms.ts"
import { findTies } from "./ties.ts"
import { drawTimeline } from "./timeline.ts"

export interface StoryInput {
  /** Articles and records, in any order; a record ties the articles that print it and is in no story itself. */
  readonly articles: readonly Article[]
  readonly quotations: readonly Quotation[]
  readonly statements: readonly Statement[]
  readonly lineage: readonly LineageEdge[]
  /** When each quotation was spoken, where it is known already. */
  readonly occasions?: readonly Occasion[]
  /** The dates and the figures that the articles state, where they are known already. */
  readonly dates?: readonly DateMention[]
  readonly figures?: readonly Figure[]
}

/** Partitions the articles into stories, the largest first: every article is in exactly one. */
export function groupStories(input: StoryInput): Story[] {
  const pages = input.articles.filter(({ record }) => !record).toSorted(compareIds)
  const terms = new Terms()
  const profiles = pages.map((page) => profileOf(page, terms))
  const ties = findTies(pages, input.statements, input.lineage)
  const groups = groupProfiles(profiles, ties)
  const describe = storyteller(input, terms)
  return groups
    .map((group) => describe(group.map((i) => profiles[i]!)))
    .toSorted(
      (a, b) =>
        b.articles.length - a.articles.length || compareText(a.articles[0]!, b.articles[0]!),
    )
}

/** Everything about a story beside who is in it. */
function storyteller(
  { articles, quotations, statements, occasions, ...known }: StoryInput,
  terms: Terms,
): (profiles: readonly Profile[]) => Story {
  const whenSaid = new Map(
    (occasions ?? resolveOccasions(quotations, articles)).map((one) => [one.quotation, one]),
  )
  const quotationsOf = groupBy(quotations, ({ article }) => article)
  const datesOf = finder(known.dates, findDates)
  const figuresOf = finder(known.figures, findFigures)
  const recordsOf = recordsByArticle(articles, statements)
  const statementsByArticle = groupEach(statements, ({ witnesses }) =>
    witnesses.map(({ article }) => article),
  )
  return (profiles) => {
    const members = profiles.map(({ article }) => article)
    const said = members.flatMap(({ id }) => quotationsOf.get(id) ?? [])
    const records = new Map(
      members.flatMap(({ id }) =>
        [...(recordsOf.get(id) ?? [])].map((record) => [record.id, record]),
      ),
    )
    const figures =
      members.length > 1 ? compareFigures(members, members.flatMap(figuresOf), terms) : []
    // Of a story of one article only the keywords are told.
    const read = members.length > 1 ? Number.POSITIVE_INFINITY : KEYWORDS_READ
    const words = members.map((article) => readTermWords(article, terms, read))
    const printed = statementsOf(members, statementsByArticle)
    return {
      id: stableId("story-", ...members.map(({ id }) => id)),
      title: titleOf(profiles),
      articles: members.map(({ id }) => id),
      keywords: keywordsOf(words),
      summary: summarise(members, quotationsOf, terms),
      headlines: words.map((one) => readHeadline(one, quotationsOf.get(one.article.id) ?? [])),
      timeline: drawTimeline(
        members,
        [...records.values()].toSorted(compareIds),
        members.flatMap(datesOf),
        said.flatMap(({ id }) => whenSaid.get(id) ?? []),
      ),
      figures,
      wording: findWording(words, quotationsOf),
      ...findCarried(members, printed, figures),
    }
  }
}

/** What an article holds: looked up where it is known already, else found. */
function finder<Found extends { readonly article: string }>(
  known: readonly Found[] | undefined,
  find: (article: Article) => Found[],
): (article: Article) => readonly Found[] {
  if (!known) return find
  const byArticle = groupBy(known, ({ article }) => article)
  return ({ id }) => byArticle.get(id) ?? []
}

/** The headline that has most in common with what the articles say. */
function titleOf(profiles: readonly Profile[]): string {
  const [first, ...others] = profiles
    .filter(({ article }) => article.title !== null)
    .map((profile) => ({
      title: profile.article.title ?? "",
      weight: profiles.reduce((sum, other) => sum + titleIn(profile, other), 0),
    }))
  if (!first) return openingOf(profiles[0]!.article)
  return others.reduce((best, other) => (other.weight > best.weight ? other : best), first).title
}

/** How like the headline of one article the beginning of another is. */
function titleIn(one: Profile, other: Profile): number {
  return cosine(one.parts, other.parts, PART.title, PART.lead)
}

/** Words enough to tell an article without a title. */
const OPENING = 80

function openingOf({ text }: Article): string {
  const opening = text.trimStart().slice(0, OPENING).split("\n")[0] ?? ""
  return opening.length === OPENING ? `${opening.replace(/\s\S*$/, "")} …` : opening
}

function recordsByArticle(
  articles: readonly Article[],
  statements: readonly Statement[],
): Map<string, Set<Article>> {
  const records = new Map(
    articles.filter(({ record }) => record).map((record) => [record.id, record]),
  )
  const byArticle = new Map<string, Set<Article>>()
  for (const statement of statements) {
    for (const { article } of statement.witnesses) {
      const known = byArticle.get(article) ?? new Set()
      for (const passage of statement.records) {
        const record = records.get(passage.article)
        if (record) known.add(record)
      }
      byArticle.set(article, known)
    }
  }
  return byArticle
}

/** The statements that articles print, each once, in the order of their ids. */
function statementsOf(
  articles: readonly Article[],
  byArticle: ReadonlyMap<string, readonly Statement[]>,
): Statement[] {
  const found = new Map(
    articles.flatMap(({ id }) =>
      (byArticle.get(id) ?? []).map((statement) => [statement.id, statement]),
    ),
  )
  return [...found.values()].toSorted(compareIds)
}

function compareIds(a: { readonly id: string }, b: { readonly id: string }): number {
  return compareText(a.id, b.id)
}
