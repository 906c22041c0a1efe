import { headlinePieces } from "../report/headline.ts"
import { counted, countWords, describeDate, shorten } from "../report/words.ts"
import type { Headline, Moment, Place, Story } from "../story/story.ts"
import { articleAnchor, type Catalog, nameOf, textAt } from "./catalog.ts"
import { anchor, type Html, html } from "./escape.ts"
import { lineageView } from "./lineage.ts"

/** Articles about one event: what they are, what their headlines say, who speaks, when, and who took it from whom. */
export function storiesSection(catalog: Catalog): Html {
  const stories = catalog.report.stories.toSorted((a, b) => b.articles.length - a.articles.length)
  if (stories.length === 0) return html`<p class="empty">No article was read.</p>`
  return html`${stories.map((story) => storyView(story, catalog))}`
}

function storyView(story: Story, catalog: Catalog): Html {
  const id = anchor("story", story.id)
  return html`<article class="story" id="${id}" aria-labelledby="${id}-h">
<h3 id="${id}-h"><bdi>${story.title}</bdi></h3>
<p class="meta">${counted(story.articles.length, "article")}${story.keywords.length > 0 && ` · ${story.keywords.join(", ")}`}</p>
${summaryView(story, catalog)}
<h4>Headlines</h4>
${headlinesView(story, catalog)}
${peopleView(story, catalog)}
${timelineView(story, catalog)}
${lineageView(story, catalog)}
</article>
`
}

/** Sentences of the pages themselves, each with whose it is. */
function summaryView({ summary }: Story, catalog: Catalog): Html | null {
  const sentences = summary.flatMap((place) => {
    const text = textAt(catalog, place.article, place.span)
    return text ? [{ place, text }] : []
  })
  if (sentences.length === 0) return null
  return html`<div class="summary"><p>${sentences.map(
    ({ place, text }) =>
      html`<bdi>${shorten(text, SUMMARY_WORDS)}</bdi> <a class="source" href="#${articleAnchor(place.article)}"><bdi>${nameOf(catalog, place.article)}</bdi></a> `,
  )}</p></div>
`
}

/** Words of one sentence of a summary; a longer sentence is cut in its middle. */
const SUMMARY_WORDS = 45

function headlinesView(story: Story, catalog: Catalog): Html {
  const headlines = new Map(story.headlines.map((headline) => [headline.article, headline]))
  return html`<ul class="headlines">${story.articles.map((id) => headlineView(id, headlines.get(id), catalog))}</ul>
`
}

function headlineView(id: string, headline: Headline | undefined, catalog: Catalog): Html {
  const article = catalog.articles.get(id)
  const when = article?.published
    ? describeDate(article.published.value.slice(0, DAY))
    : "date unknown"
  return html`<li id="${anchor("h", id)}" tabindex="-1"><p class="meta"><a class="outlet" href="#${articleAnchor(id)}"><bdi>${nameOf(catalog, id)}</bdi></a> · ${when}</p>
<p class="headline"><bdi>${headline ? headlineWords(headline) : (article?.title ?? "No headline")}</bdi></p></li>
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

/** Who speaks, in how many pages, with how many words. */
function peopleView(story: Story, catalog: Catalog): Html | null {
  const people = new Map<string, { pages: Set<string>; quotations: number; words: number }>()
  for (const article of story.articles) {
    for (const { speaker, kind, text } of catalog.quotationsOf.get(article) ?? []) {
      if (!speaker?.name || (kind !== "direct" && kind !== "mixed")) continue
      const person = people.get(speaker.name) ?? { pages: new Set(), quotations: 0, words: 0 }
      person.pages.add(article)
      person.quotations++
      person.words += countWords(text)
      people.set(speaker.name, person)
    }
  }
  if (people.size === 0) return null
  const ranked = [...people].toSorted(
    ([nameA, a], [nameB, b]) =>
      b.pages.size - a.pages.size || b.words - a.words || (nameA < nameB ? -1 : 1),
  )
  return html`<h4>Who is quoted</h4>
<div class="scroll" role="group" tabindex="0" aria-label="Who is quoted"><table class="people"><thead><tr><th scope="col">Speaker</th><th scope="col">Pages</th><th scope="col">Quotations</th><th scope="col">Words quoted</th></tr></thead>
<tbody>${ranked
    .slice(0, PEOPLE)
    .map(
      ([name, { pages, quotations, words }]) =>
        html`<tr><th scope="row"><bdi>${name}</bdi></th><td>${pages.size} of ${story.articles.length}</td><td>${quotations}</td><td>${words}</td></tr>`,
    )}</tbody></table></div>
${ranked.length > PEOPLE && html`<p class="note">${counted(ranked.length - PEOPLE, "more person", "more people")} quoted.</p>`}`
}

/** Speakers listed of one story. */
const PEOPLE = 12

function timelineView({ timeline }: Story, catalog: Catalog): Html | null {
  if (timeline.length === 0) return null
  const moments = timeline.toSorted((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0))
  return html`<h4>Timeline</h4>
<ol class="timeline">${moments.map(
    (moment) =>
      html`<li class="${moment.what}"><time datetime="${moment.value}">${describeDate(moment.value)}</time> <span>${momentView(moment, catalog)}</span></li>`,
  )}</ol>
`
}

function momentView({ what, places }: Moment, catalog: Catalog): Html {
  const shown = places.slice(0, MOMENT_PLACES)
  const more = places.length - shown.length
  return html`<strong>${MOMENT_NAMES[what]}</strong> ${shown.map((place, i) => html`${i > 0 && ", "}${placeView(place, what, catalog)}`)}${more > 0 && ` and ${more} more`}`
}

function placeView(place: Place, what: Moment["what"], catalog: Catalog): Html {
  const words = what === "published" ? null : textAt(catalog, place.article, place.span)
  const isPage = !catalog.articles.get(place.article)?.record
  const name = html`<bdi>${nameOf(catalog, place.article)}</bdi>`
  return html`${isPage ? html`<a href="#${articleAnchor(place.article)}">${name}</a>` : name}${words && html` <span class="note">“${shorten(words, MOMENT_WORDS)}”</span>`}`
}

const MOMENT_PLACES = 6
const MOMENT_WORDS = 10

const MOMENT_NAMES: Readonly<Record<Moment["what"], string>> = {
  published: "published",
  said: "said, according to",
  mentioned: "mentioned in",
  record: "transcript",
}
