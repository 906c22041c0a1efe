import { describeDay } from "../occasion/describe-date.ts"
import { isSpeech } from "../quotation/quotation.ts"
import { countQuotations } from "../report/count-quotations.ts"
import { capitalised, counted, inDigits } from "../report/counted.ts"
import { fitReport, fitsOnePage } from "../report/fit.ts"
import type { Report } from "../report/report.ts"
import { compareText } from "../text/compare-text.ts"
import { listed } from "../text/listed.ts"
import { articlesSection } from "./article.ts"
import { type Catalog, catalogReport, isAlone, isPrinted, nameOf } from "./catalog.ts"
import { formatDocument } from "./document.ts"
import { type Html, html } from "./escape.ts"
import { findingsSection } from "./findings.ts"
import { mapSection } from "./map.ts"
import { legendSection, noticesSection } from "./notices.ts"
import { statementsSection } from "./statement.ts"
import { storiesSection } from "./story.ts"

/**
 * A Report as one HTML file that needs nothing else: no network, no other file, and to be read not even its script.
 * It shows quotations with the least context and links to the pages; it holds no whole article.
 */
export function renderReport(report: Report): string {
  const shown = fitsOnePage(report) ? report : fitReport(report)
  const catalog = catalogReport(shown)
  const note = shown === report ? null : tellPart(shown, report)
  return renderCatalog(catalog, titleOf(catalog), note)
}

/** A catalogued report as one file under a title. */
export function renderCatalog(catalog: Catalog, title: string, note: string | null = null): string {
  const body = pageBody(catalog, title, note)
  return formatDocument({ title, version: catalog.report.version, body })
}

/** What of a report is too large for one page stands on it, and where the rest is. */
function tellPart(part: Report, whole: Report): string {
  const stories = part.stories.length
  const articles = part.stories.reduce((sum, story) => sum + story.articles.length, 0)
  const pages = whole.articles.filter(({ record }) => !record).length
  return `This is not all: ${inDigits(articles)} of ${inDigits(pages)} articles are shown, those of the ${inDigits(stories)} stories with the most telling findings, and of other pages only what is compared with them. The whole report is too large for one page; --html-dir writes it with one page for each story.`
}

interface Section {
  readonly id: string
  readonly title: string
  readonly intro: string | null
  readonly view: (catalog: Catalog) => Html
  /** Only where a transcript was given. */
  readonly ofRecords?: true
}

/** In the order of a reader with a deadline. */
const SECTIONS: readonly Section[] = [
  { id: "findings", title: "Findings", intro: null, view: findingsSection },
  { id: "stories", title: "The coverage", intro: null, view: storiesSection },
  {
    id: "quotations",
    title: "Word for word",
    intro:
      "Each statement as every outlet printed it. Signs and colours mark what differs; each leads to its explanation.",
    view: statementsSection,
  },
  {
    id: "map",
    title: "The transcript, page by page",
    intro: null,
    view: mapSection,
    ofRecords: true,
  },
  { id: "articles", title: "Page by page", intro: null, view: articlesSection },
  { id: "notices", title: "What was left out", intro: null, view: noticesSection },
  { id: "legend", title: "How to read this page", intro: null, view: legendSection },
]

function pageBody(catalog: Catalog, title: string, note: string | null): Html {
  const { home } = catalog.site
  const sections = SECTIONS.filter(({ ofRecords }) => !ofRecords || catalog.hasRecords)
  return html`<a class="skip" href="#findings">Skip to the findings</a>
<svg class="defs" width="0" height="0" aria-hidden="true"><defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs></svg>
<header id="top">
<p class="brand">Stemma${home && html` · <a href="${home}">All stories</a>`}</p>
<h1><bdi>${title}</bdi></h1>
<p class="lead">${leadOf(catalog)}</p>
${note && html`<p class="part">${note}</p>`}
</header>
<nav aria-label="Sections"><ul>${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
<main>
${sections.map(
  ({ id, title, intro, view }) => html`<section id="${id}" aria-labelledby="${id}-h" tabindex="-1">
<h2 id="${id}-h">${title}</h2>
${intro && html`<p class="intro">${intro}</p>`}
${view(catalog)}
</section>
`,
)}</main>
<footer><p>Made with Stemma. Every finding points at the characters it rests on; the complete data is the same report as JSON.</p></footer>`
}

/** What was compared, in one line. */
function titleOf(catalog: Catalog): string {
  const [speaker] = speakersOf(catalog)
  const pages = catalog.pages.length
  if (!speaker || pages === 0 || isAlone(catalog))
    return `Quotations in ${counted(pages, "article")}`
  return `What ${counted(pages, "article")} did to the words of ${speaker}`
}

function leadOf(catalog: Catalog): Html {
  const { pages, records, quotationsOf } = catalog
  const outlets = new Set(pages.map(({ outlet }) => outlet))
  const from =
    pages.length > 0 && !outlets.has(null) ? ` of ${counted(outlets.size, "outlet")}` : ""
  const said = pages.flatMap(({ id }) => quotationsOf.get(id) ?? [])
  const speakers = new Set(said.filter(isSpeech).flatMap(({ speaker }) => speaker?.name ?? [])).size
  const counts = `${capitalised(counted(pages.length, "article"))}${from}, with ${counted(countQuotations(said), "quotation")} of ${counted(speakers, "speaker")}`
  if (isAlone(catalog)) {
    return html`${counts}. There is nothing to compare ${pages.length === 1 ? "it" : "them"} with: no other page, and no transcript.`
  }
  const compared = `${counts}, compared`
  if (records.length === 0) {
    const none = catalog.hasRecords
      ? "None of these quotations was found in a transcript."
      : "No transcript was given."
    return html`${compared} with one another. ${none}`
  }
  const names = records.map(({ title, published, id }) => {
    const when = published ? `, ${describeDay(published.value)}` : ""
    return `“${title ?? nameOf(catalog, id)}”${when}`
  })
  return html`${compared} with one another and with the ${records.length === 1 ? "transcript" : "transcripts"} <bdi>${listed(names)}</bdi>.`
}

/** Names of those quoted, the most quoted first. */
export function speakersOf({ pages, quotationsOf }: Catalog): string[] {
  const counts = new Map<string, number>()
  const said = pages.flatMap(({ id }) => quotationsOf.get(id) ?? [])
  for (const { speaker } of said.filter(isPrinted)) {
    if (speaker?.name) counts.set(speaker.name, (counts.get(speaker.name) ?? 0) + 1)
  }
  return [...counts]
    .toSorted(([a, na], [b, nb]) => nb - na || compareText(a, b))
    .map(([name]) => name)
}
