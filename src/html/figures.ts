import { counted } from "../report/counted.ts"
import { quoted } from "../report/excerpt.ts"
import {
  describeFigures,
  type FigureReading,
  figureReadings,
  figureTopic,
  rankFigures,
} from "../report/figures.ts"
import type { FigureGroup } from "../story/figure.ts"
import type { Story } from "../story/story.ts"
import { groupBy } from "../text/group-by.ts"
import { capped } from "./capped.ts"
import { type Catalog, nameOf, textAt } from "./catalog.ts"
import { type Html, html } from "./escape.ts"
import { widen } from "./excerpt.ts"
import { plainTable } from "./plain-table.ts"
import { pointHref } from "./points.ts"

/** Which page gives which number of the same thing: those that differ, and behind them those that do not. */
export function figuresView({ figures }: Story, catalog: Catalog): Html | null {
  if (figures.length === 0) return null
  const ranked = rankFigures(figures)
  const differing = ranked.filter(({ verdict }) => verdict !== "agree")
  const agreeing = ranked.filter(({ verdict }) => verdict === "agree")
  return html`${differing.length > 0 ? figureTable(differing, catalog) : html`<p>No figure differs from page to page.</p>`}
${agreeing.length > 0 && html`<details class="more"><summary>${counted(agreeing.length, "figure")} that several pages give alike</summary>${figureTable(agreeing, catalog)}</details>`}
<p class="note">Figures are matched by the words around them. Before you call one wrong, see that both count the same thing.</p>`
}

function figureTable(groups: readonly FigureGroup[], catalog: Catalog): Html {
  const bodies = groups.map((group) => html`<tbody>${figureRows(group, catalog)}</tbody>\n`)
  return plainTable("Figures", ["Figure", "Printed by"], bodies)
}

/** One row a way of giving it; above several of them, what they count and how they stand to one another. */
function figureRows(group: FigureGroup, catalog: Catalog): Html {
  const readings = figureReadings(group, (article, span) => textAt(catalog, article, span))
  const isAlone = readings.length === 1
  const rows = readings.map(
    (reading) =>
      html`<tr><th scope="row"${!isAlone && html` class="under"`}><bdi>${reading.words}</bdi>${contextOf(reading, catalog)}</th><td>${pagesOf(reading, catalog)}</td></tr>`,
  )
  if (isAlone) return html`${rows}`
  const isLoud = group.verdict === "conflict"
  const verdict = html`<span class="${isLoud ? "chip changed" : "note"}">${isLoud && html`<span class="sign" aria-hidden="true">≠</span>`}${describeFigures(group.verdict)}</span>`
  return html`<tr><th scope="rowgroup" colspan="2" class="topic"><bdi>${figureTopic(group)}</bdi> ${verdict}</th></tr>${rows}`
}

/** The words around the first of them: a reader sees what was matched. */
function contextOf({ figures }: FigureReading, catalog: Catalog): Html | null {
  const [first] = figures
  const text = first && catalog.articles.get(first.article)?.text
  if (!first || text === undefined) return null
  const { from, to } = widen(first.span, text)
  return html` <span class="note context">${quoted(`… ${text.slice(from, to)} …`, CONTEXT_WORDS)}</span>`
}

/** Words shown of a figure's surroundings: all of them, as long as they are words. */
const CONTEXT_WORDS = 40

/** Pages listed of one way of giving a figure. */
const PAGES = 20

/** Each page once, leading to the characters. */
function pagesOf({ figures }: FigureReading, catalog: Catalog): Html {
  const pages = [...groupBy(figures, ({ article }) => article).values()]
  const views = pages.map(
    ([figure]) =>
      html`<a href="${pointHref(figure!, catalog)}"><bdi>${nameOf(catalog, figure!.article)}</bdi></a>`,
  )
  return capped(views, PAGES)
}
