import { counted } from "../report/counted.ts"
import { quoted } from "../report/excerpt.ts"
import type { Story } from "../story/story.ts"
import type { Wording } from "../story/wording.ts"
import { capped } from "./capped.ts"
import { articleLink, type Catalog, quotationHref, textAt } from "./catalog.ts"
import { type Html, html } from "./escape.ts"
import { SHOWN_USES } from "./find-points.ts"
import { firstAndMore } from "./more.ts"
import { plainTable } from "./plain-table.ts"
import { pointHref } from "./points.ts"

/** Page by page: what stands in quotation marks and is nobody's words, and words of which only this page makes use. */
export function ownWordsView(story: Story, catalog: Catalog): Html | null {
  const wording = new Map(story.wording.map((one) => [one.article, one]))
  const rows = catalog.pages.flatMap(({ id }) => wording.get(id) ?? []).filter(isTelling)
  if (rows.length === 0) return null
  const table = (some: readonly Wording[]): Html =>
    plainTable(
      "Words of each page",
      ["Page", "In quotation marks, but not speech", "Words that no other page uses"],
      html`<tbody>${some.map((one) => wordsRow(one, catalog))}</tbody>`,
    )
  return firstAndMore(rows, ROWS, table, (count) => counted(count, "more page"))
}

/** Pages shown at once. */
const ROWS = 8

function isTelling({ scare, own }: Wording): boolean {
  return scare.length > 0 || own.length > 0
}

function wordsRow({ article, scare, own }: Wording, catalog: Catalog): Html {
  return html`<tr><th scope="row">${articleLink(article, catalog)}</th>${cell("In quotation marks:", scareWords(article, scare, catalog))}${cell("Only here:", ownWords(article, own, catalog))}</tr>`
}

/** On a narrow screen a cell says itself what it is; an empty one says nothing. */
function cell(label: string, content: Html): Html {
  return content.markup === "" ? html`<td></td>` : html`<td data-label="${label}">${content}</td>`
}

function scareWords(article: string, scare: Wording["scare"], catalog: Catalog): Html {
  const quotations = new Map(
    (catalog.quotationsOf.get(article) ?? []).flatMap(({ id, marked }) =>
      marked.map(({ from }) => [from, id] as const),
    ),
  )
  const views = scare.flatMap((span) => {
    const words = textAt(catalog, article, span)
    const quotation = quotations.get(span.from)
    if (words === null || quotation === undefined) return []
    return html`<a class="words" href="${quotationHref(quotation, catalog)}"><bdi>${quoted(words.replace(/[.,;:]$/, ""), SCARE_WORDS)}</bdi></a>`
  })
  return capped(views, WORDS)
}

function ownWords(article: string, own: Wording["own"], catalog: Catalog): Html {
  const views = own.map(({ word, spans }) => {
    const [first, ...others] = spans.slice(0, SHOWN_USES)
    if (!first) return html`<bdi>${word}</bdi>`
    const more = others.map(
      (span, i) =>
        html` <a href="${pointHref({ article, span }, catalog)}" aria-label="${word}, place ${i + 2}">${i + 2}</a>`,
    )
    return html`<a href="${pointHref({ article, span: first }, catalog)}"><bdi>${word}</bdi></a>${more}${spans.length > SHOWN_USES && html` <span class="note">${spans.length} times</span>`}`
  })
  return capped(views, WORDS)
}

/** Words or phrases shown of a page; words of one phrase. */
const WORDS = 8
const SCARE_WORDS = 8
