import { dayPart } from "../occasion/calendar.ts"
import { describeDate } from "../occasion/describe-date.ts"
import { countQuotations } from "../report/count-quotations.ts"
import { capitalised, counted } from "../report/counted.ts"
import type { Finding } from "../report/finding.ts"
import { articleName } from "../report/names.ts"
import type { Report } from "../report/report.ts"
import type { Story } from "../story/story.ts"
import { compareText } from "../text/compare-text.ts"
import { listed } from "../text/listed.ts"
import { capped } from "./capped.ts"
import type { Catalog } from "./catalog.ts"
import { formatDocument } from "./document.ts"
import { type Html, html } from "./escape.ts"
import { chipOf } from "./findings.ts"
import { noticeList } from "./notices.ts"
import { speakersOf } from "./render.ts"

/** What the list of stories says of one of them: little, for there may be thousands. */
export interface Entry {
  readonly file: string
  readonly title: string
  readonly articles: number
  readonly outlets: readonly string[]
  readonly days: readonly string[]
  readonly speakers: readonly string[]
  readonly keywords: readonly string[]
  /** The most telling ones. */
  readonly findings: readonly Pick<Finding, "kind" | "sentence" | "weight">[]
  readonly hasRecords: boolean
  readonly more: number
}

export function entryOf(story: Story, file: string, catalog: Catalog): Entry {
  const { pages, findings, hasRecords } = catalog
  const days = pages.flatMap(({ published }) => (published ? dayPart(published.value) : []))
  return {
    file,
    title: story.title,
    articles: pages.length,
    outlets: [
      ...new Set(pages.map((page) => page.outlet ?? articleName({ ...page, title: null }))),
    ],
    days: days.toSorted(compareText),
    speakers: speakersOf(catalog).slice(0, SPEAKERS),
    keywords: story.keywords,
    findings: findings
      .slice(0, FINDINGS)
      .map(({ kind, sentence, weight }) => ({ kind, sentence, weight })),
    hasRecords,
    more: Math.max(0, findings.length - FINDINGS),
  }
}

/** Of a story: speakers, findings and outlets told in the list. */
const SPEAKERS = 4
const FINDINGS = 2
const OUTLETS = 8

/** The page that lists all stories, those with the most telling findings first; articles that stand alone behind them. */
export function renderContents(report: Report, entries: readonly Entry[]): string {
  const ranked = entries.toSorted(compareEntries)
  const stories = ranked.filter(({ articles }) => articles > 1)
  const singles = ranked.filter(({ articles }) => articles === 1)
  const pages = report.articles.filter(({ record }) => !record).length
  const title = `What ${counted(pages, "article")} did to what was said`
  const body = html`<a class="skip" href="#contents">Skip to the stories</a>
<header id="top">
<p class="brand">Stemma</p>
<h1>${title}</h1>
<p class="lead">${leadOf(report, { stories: stories.length, singles: singles.length })}</p>
</header>
<main>
<section id="contents" aria-labelledby="contents-h" tabindex="-1">
<h2 id="contents-h">Stories</h2>
<p class="intro">Those with the most telling findings first: an order of reading, not a measure of anybody.</p>
${stories.length > 0 ? entryList(stories) : html`<p class="empty">No two articles are about one event.</p>`}
</section>
${
  singles.length > 0 &&
  html`<section id="singles" aria-labelledby="singles-h"><h2 id="singles-h">Articles that stand alone</h2>
<p class="intro">No other article here is about the same event.</p>
${entryList(singles)}</section>`
}
<section id="notices" aria-labelledby="notices-h"><h2 id="notices-h">What was left out</h2>
${noticeList(report.notices)}</section>
</main>
<footer><p>Made with Stemma. Every page here opens from disk and needs no network.</p></footer>`
  return formatDocument({ title, version: report.version, body })
}

function leadOf(
  report: Report,
  { stories, singles }: Record<"stories" | "singles", number>,
): string {
  const records = report.articles.filter(({ record }) => record).length
  const counts = [
    counted(stories, "story", "stories"),
    singles > 0 && counted(singles, "article that stands alone", "articles that stand alone"),
    records > 0 && counted(records, "transcript"),
    counted(countQuotations(report.quotations), "quotation"),
  ]
  return `${capitalised(listed(counts.filter((count) => count !== false)))}.`
}

function compareEntries(a: Entry, b: Entry): number {
  const weight = ({ findings }: Entry): number => findings[0]?.weight ?? 0
  return (
    weight(b) - weight(a) ||
    b.articles - a.articles ||
    compareText(a.title, b.title) ||
    compareText(a.file, b.file)
  )
}

function entryList(entries: readonly Entry[]): Html {
  return html`<ol class="contents">${entries.map(entryView)}</ol>
`
}

function entryView(entry: Entry): Html {
  const { file, title, articles, outlets, speakers, keywords, findings, hasRecords, more } = entry
  const names = capped(
    outlets.map((name) => html`<bdi>${name}</bdi>`),
    OUTLETS,
  )
  const facts = [
    articles > 1 && counted(articles, "article"),
    names,
    daysOf(entry),
    speakers.length > 0 && html`quoted: <bdi>${speakers.join(", ")}</bdi>`,
    keywords.join(", "),
  ].filter((fact) => fact !== false && fact !== "")
  return html`<li><h3><a href="${file}"><bdi>${title}</bdi></a></h3>
<p class="meta">${facts.map((fact, i) => html`${i > 0 && " · "}${fact}`)}</p>
${findings.length > 0 && html`<ul>${findings.map(({ kind, sentence }) => html`<li>${chipOf(kind, hasRecords)} ${sentence}</li>`)}${more > 0 && html`<li class="note">and ${counted(more, "more finding")}</li>`}</ul>`}</li>
`
}

function daysOf({ days }: Entry): string {
  const [first] = days
  const last = days.at(-1)
  if (!first || !last) return "date unknown"
  return first === last ? describeDate(first) : `${describeDate(first)} to ${describeDate(last)}`
}
