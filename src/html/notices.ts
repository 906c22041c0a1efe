import type { EditKind } from "../apparatus/apparatus.ts"
import { editName } from "../report/words.ts"
import type { NoticeKind } from "../source/notice.ts"
import type { Catalog } from "./catalog.ts"
import { type Html, html } from "./escape.ts"
import { lookOf, signOf } from "./mark.ts"

/** What was refused, left out or limited. */
export function noticesSection({ report }: Catalog): Html {
  if (report.notices.length === 0)
    return html`<p class="empty">Everything that was given was read.</p>`
  return html`<ul class="notices">${report.notices.map(
    ({ kind, source, text }) =>
      html`<li><strong>${NOTICE_NAMES[kind]}</strong> ${source && html`<code>${source}</code> `}<bdi>${text}</bdi></li>`,
  )}</ul>`
}

const NOTICE_NAMES: Readonly<Record<NoticeKind, string>> = {
  refused: "Not used",
  damaged: "Damaged",
  duplicate: "Given twice",
  limit: "Limit reached",
  unmatched: "Not matched",
  language: "Language",
}

/** What the signs mean, and what this page does not say. */
export function legendSection({ records }: Catalog): Html {
  return html`<dl class="legend">${LEGEND.map(
    ([kind, meaning]) =>
      html`<div><dt><span class="mark ${lookOf({ kind, touches: [], permitted: false })}">${signOf(kind)}${editName(kind, records.length > 0)}</span></dt><dd>${meaning}</dd></div>`,
  )}</dl>
<p>${records.length > 0 ? "Wordings are compared with the transcript. A transcript may itself be edited or hold slips: read it as one more version, the one nearest to the spoken words." : "No transcript was given, so outlets are compared with one another: where they differ, nothing here says which is right."}</p>
<p>Quotations are often parts of sentences, and house styles allow small changes: those are listed, but quietly. “Sure”, “likely” and “unsure” say how certain a reading is; the number is in the details. This page names no winner and rates no outlet.</p>`
}

const LEGEND: readonly (readonly [EditKind, string])[] = [
  ["splice", "Two passages stand in print as one; words of the speaker lie between them."],
  ["omission", "Words are missing inside the quotation, and nothing shows it."],
  ["insertion", "Words stand in the quotation that the others do not have."],
  ["substitution", "Other words stand in the same place."],
  ["transposition", "The same words in another order."],
  ["emphasis", "Italics, bold or capitals that the others do not have."],
  ["ellipsis", "Words were left out, and the page shows it."],
  ["bracket", "Words were put in, and the page shows it."],
  ["truncation", "The quotation begins or ends inside a sentence."],
  ["typographic", "Only spelling, case or punctuation differs."],
]
