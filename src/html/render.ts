import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import type { Report, ReportQuotation } from "../report/report.ts"
import { counted, describeDate } from "../report/words.ts"
import { listed } from "../text/listed.ts"
import { articlesSection } from "./article.ts"
import { type Catalog, catalogReport, nameOf } from "./catalog.ts"
import { type Html, html, trusted } from "./escape.ts"
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
  const catalog = catalogReport(report)
  const style = readFileSync(new URL("style.css", import.meta.url), "utf8")
  const script = readScript()
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${digest(style)}'; script-src '${digest(script)}'; base-uri 'none'; form-action 'none'">
<meta name="generator" content="Stemma ${report.version}">
<title>${titleOf(catalog)}</title>
<style>${trusted(style)}</style>
</head>
<body>
${pageBody(catalog)}
<script type="module">${trusted(script)}</script>
</body>
</html>
`
  return page.markup
}

/** Compiled from `web/`; seen from `dist/html` and from `src/html` alike, once it is built. */
function readScript(): string {
  const isBuilt = import.meta.url.endsWith(".js")
  const path = isBuilt ? "../web/report.js" : "../../dist/web/report.js"
  return readFileSync(new URL(path, import.meta.url), "utf8")
}

function digest(source: string): string {
  return `sha256-${createHash("sha256").update(source).digest("base64")}`
}

interface Section {
  readonly id: string
  readonly title: string
  readonly intro: string | null
  readonly view: (catalog: Catalog) => Html
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
  { id: "map", title: "The transcript, page by page", intro: null, view: mapSection },
  { id: "articles", title: "Page by page", intro: null, view: articlesSection },
  { id: "notices", title: "What was left out", intro: null, view: noticesSection },
  { id: "legend", title: "How to read this page", intro: null, view: legendSection },
]

function pageBody(catalog: Catalog): Html {
  return html`<a class="skip" href="#findings">Skip to the findings</a>
<svg class="defs" width="0" height="0" aria-hidden="true"><defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs></svg>
<header id="top">
<p class="brand">Stemma</p>
<h1>${titleOf(catalog)}</h1>
<p class="lead">${leadOf(catalog)}</p>
</header>
<nav aria-label="Sections"><ul>${SECTIONS.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
<main>
${SECTIONS.map(
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
  if (!speaker || pages === 0) return `Quotations in ${counted(pages, "article")}`
  return `What ${counted(pages, "article")} did to the words of ${speaker}`
}

function leadOf(catalog: Catalog): Html {
  const { pages, records, report } = catalog
  const outlets = new Set(pages.map(({ outlet }) => outlet))
  const from =
    pages.length > 0 && !outlets.has(null) ? ` of ${counted(outlets.size, "outlet")}` : ""
  const spoken = report.quotations.filter(isQuoted).length
  const speakers = speakersOf(catalog).length
  const compared = `${capital(counted(pages.length, "article"))}${from}, with ${counted(spoken, "quotation")} of ${counted(speakers, "speaker")}, compared`
  if (records.length === 0) return html`${compared} with one another. No transcript was given.`
  const names = records.map(({ title, published, id }) => {
    const when = published ? `, ${describeDate(published.value.slice(0, DAY))}` : ""
    return `“${title ?? nameOf(catalog, id)}”${when}`
  })
  return html`${compared} with one another and with the ${records.length === 1 ? "transcript" : "transcripts"} <bdi>${listed(names)}</bdi>.`
}

/** Of an ISO date, the day. */
const DAY = 10

function isQuoted({ kind }: ReportQuotation): boolean {
  return kind === "direct" || kind === "mixed"
}

/** Names of those quoted, the most quoted first. */
function speakersOf({ report }: Catalog): string[] {
  const counts = new Map<string, number>()
  for (const { speaker } of report.quotations.filter(isQuoted)) {
    if (speaker?.name) counts.set(speaker.name, (counts.get(speaker.name) ?? 0) + 1)
  }
  return [...counts]
    .toSorted(([a, na], [b, nb]) => nb - na || (a < b ? -1 : 1))
    .map(([name]) => name)
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
