import { counted } from "../report/counted.ts"
import { shorten } from "../report/excerpt.ts"
import { countTexts } from "../report/folds.ts"
import type { Story } from "../story/story.ts"
import { missingView, onlyView } from "./carried.ts"
import { articleHref, type Catalog, nameOf, textAt } from "./catalog.ts"
import { anchor, type Html, html } from "./escape.ts"
import { figuresView } from "./figures.ts"
import { foldsView } from "./folds.ts"
import { headlinesView } from "./headlines.ts"
import { lineageView } from "./lineage/lineage.ts"
import { ownWordsView } from "./own-words.ts"
import { peopleView } from "./people.ts"
import { revisionsView } from "./revisions.ts"
import { timelineView } from "./timeline.ts"
import { verbsView } from "./verbs.ts"

/** Articles about one event: what they are, how each tells it, what it leaves out, and who took it from whom. */
export function storiesSection(catalog: Catalog): Html {
  const stories = catalog.report.stories.toSorted((a, b) => b.articles.length - a.articles.length)
  if (stories.length === 0) return html`<p class="empty">No article was read.</p>`
  return html`${stories.map((story) => storyView(story, catalog))}`
}

interface Part {
  readonly id: string
  readonly title: string
  readonly view: (story: Story, catalog: Catalog) => Html | null
}

/** In the order of a reader with a deadline: what differs before what is only described. */
const PARTS: readonly Part[] = [
  { id: "headlines", title: "Headlines", view: headlinesView },
  { id: "copies", title: "One text in several pages", view: foldsView },
  { id: "revisions", title: "Changed after it appeared", view: revisionsView },
  { id: "figures", title: "Figures", view: figuresView },
  { id: "missing", title: "What most pages have and some leave out", view: missingView },
  { id: "people", title: "Who is quoted", view: peopleView },
  { id: "verbs", title: "How speech is reported", view: verbsView },
  { id: "words", title: "Words of each page", view: ownWordsView },
  { id: "only", title: "What only one page has", view: onlyView },
  { id: "timeline", title: "Timeline", view: timelineView },
  { id: "sources", title: "Who took it from whom", view: lineageView },
]

function storyView(story: Story, catalog: Catalog): Html {
  const id = anchor("story", story.id)
  const parts = PARTS.flatMap((part) => {
    const view = part.view(story, catalog)
    return view ? [{ ...part, id: `${id}-${part.id}`, view }] : []
  })
  return html`<article class="story" id="${id}" aria-labelledby="${id}-h">
<h3 id="${id}-h"${catalog.site.home !== null && html` class="hidden"`}><bdi>${story.title}</bdi></h3>
<p class="meta">${countsOf(story, catalog)}${story.keywords.length > 0 && ` · ${story.keywords.join(", ")}`}</p>
${summaryView(story, catalog)}
${parts.length > MENU && html`<p class="parts">${parts.map(({ id, title }, i) => html`${i > 0 && " · "}<a href="#${id}">${title}</a>`)}</p>`}
${parts.map(({ id, title, view }) => html`<h4 id="${id}" tabindex="-1">${title}</h4>\n${view}\n`)}</article>
`
}

/** Copies of one text are counted once beside the pages that print it. */
function countsOf({ articles }: Story, { report }: Catalog): string {
  const texts = countTexts(articles, report.folds)
  const pages = counted(articles.length, "article")
  return texts < articles.length ? `${pages}, ${counted(texts, "text")}` : pages
}

/** Parts that are found without a list of them. */
const MENU = 4

/** Sentences of the pages themselves, each with whose it is. */
function summaryView({ summary }: Story, catalog: Catalog): Html | null {
  const sentences = summary.flatMap((place) => {
    const text = textAt(catalog, place.article, place.span)
    return text ? [{ place, text }] : []
  })
  if (sentences.length === 0) return null
  return html`<div class="summary"><p>${sentences.map(
    ({ place, text }) =>
      html`<bdi>${shorten(text, SUMMARY_WORDS)}</bdi> <a class="source" href="${articleHref(place.article, catalog)}"><bdi>${nameOf(catalog, place.article)}</bdi></a> `,
  )}</p></div>
`
}

/** Words of one sentence of a summary; a longer sentence is cut in its middle. */
const SUMMARY_WORDS = 45
