import { findGaps, type Gap } from "../report/carried.ts"
import { counted } from "../report/counted.ts"
import { quoted } from "../report/excerpt.ts"
import { figureReadings, figureTopic } from "../report/figures.ts"
import type { Story } from "../story/story.ts"
import type { Carried } from "../story/wording.ts"
import { groupBy } from "../text/group-by.ts"
import { capped } from "./capped.ts"
import { articleLink, type Catalog, statementHref, textAt } from "./catalog.ts"
import { type Html, html } from "./escape.ts"
import { firstAndMore } from "./more.ts"
import { pointHref } from "./points.ts"

/** What most pages carry and some leave out. */
export function missingView(story: Story, catalog: Catalog): Html | null {
  const gaps = findGaps(story)
  if (gaps.length === 0) return null
  const list = (some: readonly Gap[]): Html =>
    html`<ul class="carried">${some.map((gap) => gapView(gap, story, catalog))}</ul>`
  return firstAndMore(gaps, SHOWN, list)
}

/** Things shown at once, and pages listed of each. */
const SHOWN = 8
const PAGES = 12

function gapView(gap: Gap, story: Story, catalog: Catalog): Html {
  return html`<li>${thingView(gap, story, catalog)}: in ${gap.carriedBy.length} of ${story.articles.length} pages, not in ${capped(
    gap.missingFrom.map((id) => articleLink(id, catalog)),
    PAGES,
  )}</li>`
}

/** A quotation by its speaker and words, a figure as it is printed; each leading to where it stands. */
function thingView(
  { what, place }: Pick<Carried, "what" | "place">,
  { figures }: Story,
  catalog: Catalog,
): Html {
  if ("statement" in what) {
    const statement = catalog.statements.get(what.statement)
    if (!statement) return html`${quoted(textAt(catalog, place.article, place.span) ?? "…")}`
    return html`<a class="words" href="${statementHref(statement, catalog)}"><bdi>${quoted(statement.base)}</bdi></a>${statement.speaker && html` (<bdi>${statement.speaker}</bdi>)`}`
  }
  const group = figures[what.figures]
  if (!group) return html``
  const [first] = figureReadings(group, (article, span) => textAt(catalog, article, span))
  return html`<a class="words" href="${pointHref(place, catalog)}"><bdi>${first?.words ?? figureTopic(group)}</bdi></a>`
}

/** What only one page carries, page by page. */
export function onlyView(story: Story, catalog: Catalog): Html | null {
  if (story.only.length === 0) return null
  const byPage = groupBy(story.only, ({ article }) => article)
  const pages = catalog.pages.filter(({ id }) => byPage.has(id))
  return html`<ul class="carried">${pages.map(({ id }) => onlyOfPage(id, byPage.get(id) ?? [], { story, catalog }))}</ul>`
}

function onlyOfPage(
  id: string,
  things: readonly Carried[],
  { story, catalog }: { readonly story: Story; readonly catalog: Catalog },
): Html {
  const list = html`<ul>${things.map((thing) => html`<li>${thingView(thing, story, catalog)}</li>`)}</ul>`
  const isShort = story.only.length <= SHORT
  return html`<li><details class="small"${isShort && html` open`}><summary>${catalog.names.get(id)}: ${counted(things.length, "quotation")}</summary>${list}</details></li>`
}

/** Things that only one page has, which are all seen at once. */
const SHORT = 12
