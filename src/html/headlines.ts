import { headlinePieces } from "../report/headline.ts"
import { fileName } from "../report/names.ts"
import { describeDate } from "../report/words.ts"
import type { Headline, Story } from "../story/story.ts"
import { articleHref, type Catalog, nameOf } from "./catalog.ts"
import { anchor, type Html, html } from "./escape.ts"

/** The headlines side by side in the order of appearance, each with whether the text has the words it quotes. */
export function headlinesView(story: Story, catalog: Catalog): Html {
  const headlines = new Map(story.headlines.map((headline) => [headline.article, headline]))
  const members = new Set(story.articles)
  const inOrder = catalog.pages.filter(({ id }) => members.has(id)).map(({ id }) => id)
  const shown = inOrder.slice(0, SHOWN)
  const rest = inOrder.slice(SHOWN)
  const list = (ids: readonly string[]): Html =>
    html`<ul class="headlines">${ids.map((id) => headlineView(id, headlines.get(id), catalog))}</ul>`
  return html`${list(shown)}
${rest.length > 0 && html`<details class="more"><summary>${rest.length} more headlines</summary>${list(rest)}</details>`}`
}

/** Headlines that are seen at once: three rows of a wide window. */
const SHOWN = 12

function headlineView(id: string, headline: Headline | undefined, catalog: Catalog): Html {
  const article = catalog.articles.get(id)
  const name = nameOf(catalog, id)
  // The title stands below: a page that is called by it is told by its file here.
  const label = article && name.startsWith("“") ? fileName(article.source) : name
  const words = headline?.text.trim() ? headlineWords(headline) : article?.title
  const day = article?.published && describeDate(article.published.value.slice(0, DAY))
  const when = day && label.includes(day) ? null : (day ?? "date unknown")
  return html`<li id="${anchor("h", id)}" tabindex="-1"><p class="meta"><a class="outlet" href="${articleHref(id, catalog)}"><bdi>${label}</bdi></a>${when && ` · ${when}`}</p>
${words ? html`<p class="headline"><bdi>${words}</bdi></p>` : html`<p class="note">No headline</p>`}</li>
`
}

/** Of an ISO date, the day. */
const DAY = 10

function headlineWords(headline: Headline): Html {
  return html`${headlinePieces(headline).map(({ text, inBody }) => {
    if (inBody === null) return html`${text}`
    if (inBody) return html`<span class="in-body">${text}</span>`
    return html`<span class="mark changed not-in-body">${text}</span><span class="note"> (not in the text below it)</span>`
  })}`
}
