import type { EditKind } from "../apparatus/apparatus.ts"
import { editName } from "../report/words.ts"
import type { Notice, NoticeKind } from "../source/notice.ts"
import type { Catalog } from "./catalog.ts"
import { type Html, html } from "./escape.ts"
import { lookOf, signOf } from "./mark.ts"

/** What was refused, left out or limited. */
export function noticesSection({ report }: Catalog): Html {
  return noticeList(report.notices)
}

export function noticeList(notices: readonly Notice[]): Html {
  if (notices.length === 0) return html`<p class="empty">Everything that was given was read.</p>`
  const list = (some: readonly Notice[]): Html =>
    html`<ul class="notices">${some.map(noticeView)}</ul>`
  const rest = notices.slice(SHOWN)
  return html`${list(notices.slice(0, SHOWN))}${rest.length > 0 && html`<details class="more"><summary>${rest.length} more</summary>${list(rest)}</details>`}`
}

/** Notices seen at once. */
const SHOWN = 20

/** A notice that begins with its source says it once. */
function noticeView({ kind, source, text: whole }: Notice): Html {
  const opening = `${source}: `
  const text = whole.startsWith(opening) ? whole.slice(opening.length) : whole
  return html`<li><strong>${NOTICE_NAMES[kind]}</strong> ${source && html`<code>${source}</code> `}<bdi>${text}</bdi></li>`
}

const NOTICE_NAMES: Readonly<Record<NoticeKind, string>> = {
  refused: "Not used",
  damaged: "Damaged",
  duplicate: "Given twice",
  limit: "Limit reached",
  unmatched: "Not matched",
  role: "Page or transcript",
  language: "Language",
  description: "Own description",
}

/** What the signs mean, and what this page does not say. */
export function legendSection({ hasRecords }: Catalog): Html {
  return html`<dl class="legend">${LEGEND.map(
    ([kind, meaning]) =>
      html`<div><dt><span class="mark ${lookOf({ kind, touches: [], permitted: false })}">${signOf(kind)}${editName(kind, hasRecords)}</span></dt><dd>${meaning}</dd></div>`,
  )}</dl>
<p>${hasRecords ? "Wordings are compared with the transcript. A transcript may itself be edited or hold slips: read it as one more version, the one nearest to the spoken words." : "No transcript was given, so outlets are compared with one another: where they differ, nothing here says which is right."}</p>
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
