import type { ParagraphChange, Revision } from "../lineage/revision.ts"
import { counted } from "../report/counted.ts"
import { countWords, firstWords, quoted } from "../report/excerpt.ts"
import type { Story } from "../story/story.ts"
import { articleLink, type Catalog, textAt } from "./catalog.ts"
import { type Html, html } from "./escape.ts"
import { widen } from "./excerpt.ts"

/** What outlets changed in their articles after these had appeared: the words that differ, not the texts. */
export function revisionsView({ articles }: Story, catalog: Catalog): Html | null {
  const members = new Set(articles)
  const revisions = catalog.report.revisions.filter(({ article }) => members.has(article))
  if (revisions.length === 0) return null
  return html`<ul class="carried">${revisions.map((revision) => revisionView(revision, catalog))}</ul>`
}

function revisionView(revision: Revision, catalog: Catalog): Html {
  const { article, revisionOf, changes } = revision
  const shown = changes.slice(0, CHANGES)
  const more = changes.length - shown.length
  const list = (some: readonly ParagraphChange[]): Html =>
    html`<ul class="changes">${some.map((change) => html`<li>${changeView(change, revision, catalog)}</li>`)}</ul>`
  return html`<li>${articleLink(article, catalog)} is a later text of ${articleLink(revisionOf, catalog)}: ${counted(changes.length, "paragraph")} not the same.
${list(shown)}${more > 0 && html`<details class="small"><summary>${more} more</summary>${list(changes.slice(CHANGES))}</details>`}</li>`
}

/** Paragraphs shown at once of a revision, and places of one paragraph. */
const CHANGES = 8
const PLACES = 4

function changeView(change: ParagraphChange, revision: Revision, catalog: Catalog): Html {
  const { kind, before, after, words } = change
  const isGone = kind === "removed"
  const look = LOOKS[kind]
  const label = html`<span class="chip ${look}">${kind}</span>`
  if (kind !== "changed") {
    const article = isGone ? revision.revisionOf : revision.article
    const span = isGone ? before : after
    const text = (span && textAt(catalog, article, span)) ?? ""
    const shown = quoted(firstWords(text, FIRST))
    return html`${label} ${isGone ? html`<del>${shown}</del>` : shown} <span class="note">${counted(countWords(text), "word")}</span>`
  }
  const more = words.length - PLACES
  return html`${label} ${words.slice(0, PLACES).map((place, i) => html`${i > 0 && html`<br>`}${wordsView(place, revision, catalog)}`)}${more > 0 && html` <span class="note">and ${counted(more, "more place")}</span>`}`
}

const LOOKS: Readonly<Record<ParagraphChange["kind"], string>> = {
  added: "added",
  removed: "cut",
  changed: "changed",
  moved: "quiet",
}

/** Words shown of a paragraph that was added, removed or moved. */
const FIRST = 12

/** The words that went and those that came, in a few words of the later text. */
function wordsView(
  { before, after }: ParagraphChange["words"][number],
  { article, revisionOf }: Revision,
  catalog: Catalog,
): Html {
  const text = catalog.articles.get(article)?.text
  const gone = textAt(catalog, revisionOf, before) ?? ""
  if (text === undefined) return html`<del>${gone}</del>`
  const around = widen(after, text)
  return html`… ${text.slice(around.from, after.from)}${gone.trim() !== "" && html`<del>${firstWords(gone, FIRST)}</del> `}${after.to > after.from && html`<ins>${firstWords(text.slice(after.from, after.to), FIRST)}</ins>`}${text.slice(after.to, around.to)} …`
}
