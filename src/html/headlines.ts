import { describeDay } from "../occasion/describe-date.ts"
import { type Acting, describeActing, findActing } from "../report/acting.ts"
import { capitalised, counted } from "../report/counted.ts"
import { quoted } from "../report/excerpt.ts"
import { type HeadlineQuoted, headlinePieces } from "../report/headline.ts"
import { findNamed } from "../report/named.ts"
import { fileName } from "../report/names.ts"
import type { Headline, Story } from "../story/story.ts"
import { groupBy } from "../text/group-by.ts"
import { capped } from "./capped.ts"
import { articleHref, type Catalog, nameOf, textAt } from "./catalog.ts"
import { anchor, type Html, html } from "./escape.ts"
import { firstAndMore } from "./more.ts"

/** The headlines side by side in the order of appearance, each with whether the text has the words it quotes. */
export function headlinesView(story: Story, catalog: Catalog): Html {
  const headlines = new Map(story.headlines.map((headline) => [headline.article, headline]))
  const acting = groupBy(findActing(story), ({ article }) => article)
  const members = new Set(story.articles)
  const inOrder = catalog.pages.filter(({ id }) => members.has(id)).map(({ id }) => id)
  const list = (ids: readonly string[]): Html =>
    html`<ul class="headlines">${ids.map((id) => headlineView(id, headlines.get(id), acting.get(id) ?? [], catalog))}</ul>`
  return html`${firstAndMore(inOrder, SHOWN, list, (count) => counted(count, "more headline"))}
${namedView(story, catalog)}`
}

/** Whom most headlines name, and which do not; for two headlines a look tells it. */
function namedView(story: Story, catalog: Catalog): Html | null {
  const named = findNamed(story)
  if (story.headlines.length < LEAST_HEADLINES || named.length === 0) return null
  const views = named.slice(0, NAMES).map(({ name, articles, others }) => {
    const pages = others.map(
      (id) => html`<a href="#${anchor("h", id)}"><bdi>${nameOf(catalog, id)}</bdi></a>`,
    )
    const isTold = pages.length > 0 && pages.length <= OTHERS && pages.length < articles.length
    return html`<bdi>${name}</bdi> in ${others.length === 0 ? "all" : `${articles.length} of ${articles.length + others.length}`}${isTold && html`, not in ${capped(pages, OTHERS)}`}`
  })
  return html`<p class="note">Named in the headlines: ${views.map((view, i) => html`${i > 0 && "; "}${view}`)}.</p>`
}

const LEAST_HEADLINES = 3
/** Names told of a story's headlines, and pages of those that leave one out. */
const NAMES = 6
const OTHERS = 3

/** Headlines that are seen at once: three rows of a wide window. */
const SHOWN = 12

function headlineView(
  id: string,
  headline: Headline | undefined,
  acting: readonly Acting[],
  catalog: Catalog,
): Html {
  const article = catalog.articles.get(id)
  const name = nameOf(catalog, id)
  // The title stands below: a page that is called by it is told by its file here.
  const label = article && name.startsWith("“") ? fileName(article.source) : name
  const words = headline?.text.trim() ? headlineWords(headline, acting, catalog) : article?.title
  const day = article?.published && describeDay(article.published.value)
  const when = day && label.includes(day) ? null : (day ?? "date unknown")
  return html`<li id="${anchor("h", id)}" tabindex="-1"><p class="meta"><a class="outlet" href="${articleHref(id, catalog)}"><bdi>${label}</bdi></a>${when && ` · ${when}`}</p>
${words ? html`<p class="headline"><bdi>${words}</bdi></p>` : html`<p class="note">No headline</p>`}${acting.map((one) => html`<p class="note">${capitalised(describeActing(one))}</p>`)}</li>
`
}

function headlineWords(headline: Headline, acting: readonly Acting[], catalog: Catalog): Html {
  const told = acting.map(({ span }) => span)
  return html`${headlinePieces(headline, told).map(({ text, quoted: part, isTold }) => {
    if (isTold) return html`<span class="acting">${text}</span>`
    if (!part) return html`${text}`
    if (part.body) return html`<span class="in-body">${text}</span>`
    return html`<span class="mark changed not-in-body">${text}</span><span class="note"> (${tellBelow(part, headline, catalog)})</span>`
  })}`
}

/** What the text below the headline has of the words that are not there as they are. */
function tellBelow({ near }: HeadlineQuoted, { article }: Headline, catalog: Catalog): string {
  if (!near) return "not in the text below it"
  const words = textAt(catalog, article, near)
  return `printed differently below${words ? `: ${quoted(words)}` : ""}`
}
