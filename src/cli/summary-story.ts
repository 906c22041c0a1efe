import type { Fold } from "../lineage/fold.ts"
import { describeDate } from "../occasion/describe-date.ts"
import { describeActing, findActing } from "../report/acting.ts"
import { findGaps, type Gap } from "../report/carried.ts"
import { capitalised, counted } from "../report/counted.ts"
import { quoted, shorten } from "../report/excerpt.ts"
import { figureReadings, figureTopic, rankFigures } from "../report/figures.ts"
import { tellFold } from "../report/folds.ts"
import { articleName } from "../report/names.ts"
import type { ReportArticle } from "../report/report.ts"
import { type ArticleVerb, describeVerbs, findTellingVerbs, isTelling } from "../report/verbs.ts"
import type { FigureGroup } from "../story/figure.ts"
import type { Story } from "../story/story.ts"
import { compareText } from "../text/compare-text.ts"
import { groupBy } from "../text/group-by.ts"
import { listed } from "../text/listed.ts"
import type { Span } from "../text/span.ts"
import { nameOf, type SummaryPage, wrap } from "./summary-page.ts"

/** Stories shown without `--all`, and of each pages, differing figures, things left out and speakers. */
const MOST_STORIES = 6
const MOST_PAGES = 10
const MOST_LINES = 3
/** Names in one line. */
const MOST_NAMES = 4

/** Each story: its headlines in the order of appearance, then how the pages differ, in a few lines. */
export function formatStories(page: SummaryPage): string[] {
  const { stories } = page.report
  const shown = page.all ? stories : stories.slice(0, MOST_STORIES)
  const more = stories.length - shown.length
  const tail = `${capitalised(counted(more, "more story", "more stories"))}; --all shows them, --html-dir makes a page of each.`
  return [
    ...shown.map((story) => formatStory(story, page)),
    ...(more > 0 ? [page.paint.dim(tail)] : []),
  ]
}

function formatStory(story: Story, page: SummaryPage): string {
  const articles = story.articles.flatMap((id) => page.articles.get(id) ?? [])
  const ordered = articles.toSorted((a, b) => compareText(dateOf(a), dateOf(b)))
  const shown = page.all ? ordered : ordered.slice(0, MOST_PAGES)
  const more = ordered.length - shown.length
  return [
    page.paint.bold(wrap(`Story: ${shorten(story.title, TITLE_WORDS)}`, page.width, "")),
    ...shown.map((article) => formatHeadline(article, page)),
    ...(more > 0 ? [page.paint.dim(`  and ${counted(more, "more page")}`)] : []),
    ...formatActing(story, page),
    ...foldsOf(story, page).map((fold) => formatFold(fold, page)),
    ...differingFigures(story).map((group) => formatFigure(group, page)),
    ...findGaps(story)
      .slice(0, page.all ? undefined : MOST_LINES)
      .map((gap) => formatGap(gap, story, page)),
    ...formatVerbs(story, page),
  ].join("\n")
}

/** Words of a story's title. */
const TITLE_WORDS = 16

/** Those without a date last. */
function dateOf({ published }: ReportArticle): string {
  return published?.value ?? "no date"
}

/** The outlet, the day and the title; a page that is called by its title has no outlet that anybody knows. */
function formatHeadline(article: ReportArticle, page: SummaryPage): string {
  const when = article.published ? describeDate(article.published.value) : "no date"
  const name = articleName(article)
  const line =
    name.startsWith("“") && article.title
      ? `${article.title} (${when})`
      : `${name} (${when}): ${article.title ?? "no title"}`
  return wrap(line, page.width, "  ")
}

/** In one line, only where headlines differ in it: who is named as acting, and by whom. */
function formatActing(story: Story, page: SummaryPage): string[] {
  const told = [...groupBy(findActing(story), describeActing)]
  if (told.length === 0) return []
  const lines = told
    .slice(0, page.all ? undefined : MOST_LINES)
    .map(
      ([words, own]) =>
        `${words} (${nameSome([...new Set(own.map(({ article }) => article))], page)})`,
    )
  return [wrap(`· in the headlines, ${lines.join("; ")}`, page.width, "  ", "    ")]
}

/** Texts that several of the story's pages print. */
function foldsOf({ articles }: Story, { report, all }: SummaryPage): Fold[] {
  const members = new Set(articles)
  const folds = report.folds.filter((fold) => fold.articles.some((id) => members.has(id)))
  const ranked = folds.toSorted((a, b) => b.articles.length - a.articles.length)
  return all ? ranked : ranked.slice(0, MOST_LINES)
}

function formatFold(fold: Fold, page: SummaryPage): string {
  const line = `= ${tellFold(fold)}: ${nameSome(fold.articles, page)}`
  return wrap(line, page.width, "  ", "    ")
}

function differingFigures({ figures }: Story): FigureGroup[] {
  return rankFigures(figures.filter(({ verdict }) => verdict === "conflict")).slice(0, MOST_LINES)
}

function formatFigure(group: FigureGroup, page: SummaryPage): string {
  const readings = figureReadings(group, (article, span) => wordsAt(article, span, page))
  const told = readings.map(({ words, figures }) => {
    const names = new Set(figures.map(({ article }) => article))
    return `${words} (${nameSome([...names], page)})`
  })
  const line = `≠ the numbers differ (${figureTopic(group)}): ${told.join("; ")}`
  return page.paint.warn(wrap(line, page.width, "  ", "    "))
}

function wordsAt(article: string, { from, to }: Span, page: SummaryPage): string | null {
  return page.articles.get(article)?.text?.slice(from, to) ?? null
}

function formatGap({ what, carriedBy, missingFrom }: Gap, story: Story, page: SummaryPage): string {
  const thing =
    "statement" in what
      ? tellStatement(what.statement, page)
      : tellFigure(story.figures[what.figures], page)
  const where = `in ${carriedBy.length} of ${story.articles.length} pages, not in ${nameSome(missingFrom, page)}`
  return wrap(`− ${thing}: ${where}`, page.width, "  ", "    ")
}

function tellStatement(id: string, page: SummaryPage): string {
  const statement = page.report.statements.find((one) => one.id === id)
  if (!statement) return "a quotation"
  return `${quoted(statement.base)}${statement.speaker ? ` (${statement.speaker})` : ""}`
}

function tellFigure(group: FigureGroup | undefined, page: SummaryPage): string {
  if (!group) return "a figure"
  const [first] = figureReadings(group, (article, span) => wordsAt(article, span, page))
  return first?.words ?? figureTopic(group)
}

/** Verbs that say more than "said", speaker by speaker, with the outlets that use them. */
function formatVerbs(story: Story, page: SummaryPage): string[] {
  const speakers = findTellingVerbs(story).slice(0, page.all ? undefined : MOST_SPEAKERS)
  return speakers.map(({ speaker, uses }) => {
    const classes = groupBy(uses.filter(isTelling), (use) => use.class)
    const told = [...classes].map(
      ([kind, own]) => `${describeVerbs(kind)}: ${tellVerbs(own, page)}`,
    )
    return wrap(`· speech verbs for ${speaker}: ${told.join("; ")}`, page.width, "  ", "    ")
  })
}

/** Speakers of one story. */
const MOST_SPEAKERS = 2

function tellVerbs(uses: readonly ArticleVerb[], page: SummaryPage): string {
  const verbs = [...groupBy(uses, ({ verb }) => verb)].toSorted(
    ([a, x], [b, y]) => y.length - x.length || compareText(a, b),
  )
  const told = verbs.slice(0, MOST_LINES).map(([verb, own]) => {
    const outlets = own.map(
      ({ article }) => page.articles.get(article)?.outlet ?? nameOf(article, page),
    )
    return `“${verb}” (${someOf([...new Set(outlets)])})`
  })
  const more = verbs.length - told.length
  return listed(more > 0 ? [...told, counted(more, "more verb")] : told)
}

function nameSome(articles: readonly string[], page: SummaryPage): string {
  return someOf(articles.map((id) => nameOf(id, page)))
}

function someOf(names: readonly string[]): string {
  const more = names.length - MOST_NAMES
  return listed(more > 0 ? [...names.slice(0, MOST_NAMES), `${more} more`] : names)
}
