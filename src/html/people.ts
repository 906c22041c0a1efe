import { counted } from "../report/counted.ts"
import { countWords } from "../report/excerpt.ts"
import type { ReportQuotation } from "../report/report.ts"
import { foldSpeakers } from "../report/speakers.ts"
import { describeConfidence } from "../report/words.ts"
import type { Story } from "../story/story.ts"
import { compareText } from "../text/compare-text.ts"
import { listed } from "../text/listed.ts"
import { capped } from "./capped.ts"
import { type Catalog, nameOf, quotationHref } from "./catalog.ts"
import { type Html, html } from "./escape.ts"
import { plainTable } from "./plain-table.ts"

/** What one page quotes of one person. */
interface Share {
  readonly article: string
  /** The first of the quotations, to look at. */
  readonly quotation: string
  words: number
}

interface Person {
  readonly name: string
  /** By article. */
  readonly shares: Map<string, Share>
  quotations: number
  words: number
}

/** Who speaks, in how many pages, with how many words; only where the speaker is at least likely. */
export function peopleView(story: Story, catalog: Catalog): Html | null {
  const quotations = story.articles.flatMap((id) => catalog.quotationsOf.get(id) ?? [])
  const quoted = quotations.filter(({ kind }) => kind === "direct" || kind === "mixed")
  const named = quoted.filter(isNamed)
  if (named.length === 0) return null
  const people = countPeople(named, foldSpeakers(story))
  const unsure = quoted.length - named.length
  const notes = [
    people.length > PEOPLE && counted(people.length - PEOPLE, "more person", "more people"),
    unsure > 0 && `${counted(unsure, "quotation")} whose speaker is unsure or unknown`,
  ].filter((note) => note !== false)
  const rows = people.slice(0, PEOPLE).map((person) => personRow(person, story, catalog))
  return html`${plainTable("Who is quoted", COLUMNS, html`<tbody>${rows}</tbody>`)}
${notes.length > 0 && html`<p class="note">And ${listed(notes)}.</p>`}`
}

const COLUMNS = ["Speaker", "Pages", "Quotations", "Words quoted", "By page"]

function isNamed({ speaker }: ReportQuotation): boolean {
  return !!speaker?.name && describeConfidence(speaker.confidence) !== "unsure"
}

function countPeople(
  quotations: readonly ReportQuotation[],
  told: ReadonlyMap<string, string>,
): Person[] {
  const people = new Map<string, Person>()
  for (const { id, speaker, article, text } of quotations) {
    const given = speaker?.name ?? ""
    const name = told.get(given) ?? given
    const person = people.get(name) ?? { name, shares: new Map(), quotations: 0, words: 0 }
    const share = person.shares.get(article) ?? { article, quotation: id, words: 0 }
    const words = countWords(text)
    people.set(name, person)
    person.shares.set(article, share)
    person.quotations++
    person.words += words
    share.words += words
  }
  return [...people.values()].toSorted(
    (a, b) => b.shares.size - a.shares.size || b.words - a.words || compareText(a.name, b.name),
  )
}

function personRow(person: Person, { articles }: Story, catalog: Catalog): Html {
  const { name, shares, quotations, words } = person
  return html`<tr><th scope="row"><bdi>${name}</bdi></th><td data-label="Pages">${shares.size} of ${articles.length}</td><td data-label="Quotations">${quotations}</td><td data-label="Words quoted">${words}</td><td data-label="By page">${sharesView(person, catalog)}</td></tr>`
}

function sharesView({ shares }: Person, catalog: Catalog): Html {
  const ranked = [...shares.values()].toSorted((a, b) => b.words - a.words)
  const views = ranked.map(
    ({ article, quotation, words }) =>
      html`<a href="${quotationHref(quotation, catalog)}"><bdi>${nameOf(catalog, article)}</bdi></a> ${words}`,
  )
  return capped(views, SHARES)
}

/** Speakers listed of one story, and pages listed of one speaker. */
const PEOPLE = 12
const SHARES = 6
