import { headlinePieces } from "../report/headline.ts"
import { fileName } from "../report/names.ts"
import type { ReportQuotation } from "../report/report.ts"
import { counted, countWords, describeConfidence, describeDate, shorten } from "../report/words.ts"
import type { Headline, Moment, Place, Story } from "../story/story.ts"
import { listed } from "../text/listed.ts"
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
  const name = nameOf(catalog, id)
  // The title stands below: a page that is called by it is told by its file here.
  const label = article && name.startsWith("“") ? fileName(article.source) : name
  const words = headline?.text.trim() ? headlineWords(headline) : article?.title
  const when = article?.published
    ? describeDate(article.published.value.slice(0, DAY))
    : "date unknown"
  return html`<li id="${anchor("h", id)}" tabindex="-1"><p class="meta"><a class="outlet" href="#${articleAnchor(id)}"><bdi>${label}</bdi></a> · ${when}</p>
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

interface Person {
  readonly name: string
  readonly pages: Set<string>
  quotations: number
  words: number
}

/** Who speaks, in how many pages, with how many words; only where the speaker is at least likely. */
function peopleView(story: Story, catalog: Catalog): Html | null {
  const quotations = story.articles.flatMap((id) => catalog.quotationsOf.get(id) ?? [])
  const quoted = quotations.filter(({ kind }) => kind === "direct" || kind === "mixed")
  const named = quoted.filter(isNamed)
  if (named.length === 0) return null
  const people = countPeople(named)
  const unsure = quoted.length - named.length
  const notes = [
    people.length > PEOPLE && counted(people.length - PEOPLE, "more person", "more people"),
    unsure > 0 && `${counted(unsure, "quotation")} whose speaker is unsure or unknown`,
  ].filter((note) => note !== false)
  return html`<h4>Who is quoted</h4>
<div class="scroll" role="group" tabindex="0" aria-label="Who is quoted"><table class="people"><thead><tr><th scope="col">Speaker</th><th scope="col">Pages</th><th scope="col">Quotations</th><th scope="col">Words quoted</th></tr></thead>
<tbody>${people.slice(0, PEOPLE).map((person) => personRow(person, story))}</tbody></table></div>
${notes.length > 0 && html`<p class="note">And ${listed(notes)}.</p>`}`
}

function isNamed({ speaker }: ReportQuotation): boolean {
  return !!speaker?.name && describeConfidence(speaker.confidence) !== "unsure"
}

function countPeople(quotations: readonly ReportQuotation[]): Person[] {
  const people = new Map<string, Person>()
  for (const { speaker, article, text } of quotations) {
    const name = speaker?.name ?? ""
    const person = people.get(name) ?? { name, pages: new Set(), quotations: 0, words: 0 }
    people.set(name, person)
    person.pages.add(article)
    person.quotations++
    person.words += countWords(text)
  }
  return [...people.values()].toSorted(
    (a, b) => b.pages.size - a.pages.size || b.words - a.words || (a.name < b.name ? -1 : 1),
  )
}

function personRow({ name, pages, quotations, words }: Person, { articles }: Story): Html {
  return html`<tr><th scope="row"><bdi>${name}</bdi></th><td>${pages.size} of ${articles.length}</td><td>${quotations}</td><td>${words}</td></tr>`
}

/** Speakers listed of one story. */
const PEOPLE = 12

/** What was said and published when; dates that pages only mention stand apart. */
function timelineView({ timeline }: Story, catalog: Catalog): Html | null {
  if (timeline.length === 0) return null
  const moments = timeline.toSorted(compareMoments)
  const mentioned = moments.filter(({ what }) => what === "mentioned")
  const happened = moments.filter(({ what }) => what !== "mentioned")
  return html`<h4>Timeline</h4>
${happened.length > 0 && momentList(happened, catalog)}
${mentioned.length > 0 && html`<details class="small"><summary>${counted(mentioned.length, "other date")} mentioned</summary>${momentList(mentioned, catalog)}</details>`}`
}

/** By day; within a day what was said, then what has a time, then what appeared at a time that nobody tells. */
function compareMoments(a: Moment, b: Moment): number {
  const [x, y] = [momentKey(a), momentKey(b)]
  return x < y ? -1 : x > y ? 1 : 0
}

function momentKey({ value, what }: Moment): string {
  const time = value.slice(DAY)
  return `${value.slice(0, DAY)} ${what === "said" ? 0 : time ? 1 : what === "published" ? 2 : 0} ${time}`
}

function momentList(moments: readonly Moment[], catalog: Catalog): Html {
  return html`<ol class="timeline">${moments.map(
    (moment) =>
      html`<li><time datetime="${moment.value}">${describeDate(moment.value)}</time> <span>${momentView(moment, catalog)}</span></li>`,
  )}</ol>`
}

function momentView({ what, places }: Moment, catalog: Catalog): Html {
  const shown = places.slice(0, MOMENT_PLACES)
  const more = places.length - shown.length
  return html`<strong>${MOMENT_NAMES[what]}</strong> ${shown.map((place, i) => html`${i > 0 && ", "}${placeView(place, what, catalog)}`)}${more > 0 && ` and ${more} more`}`
}

function placeView(place: Place, what: Moment["what"], catalog: Catalog): Html {
  const isTold = what === "said" || what === "mentioned"
  const words = isTold ? textAt(catalog, place.article, place.span) : null
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
