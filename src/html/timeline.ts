import { dayPart } from "../occasion/calendar.ts"
import { describeDate } from "../occasion/describe-date.ts"
import { counted } from "../report/counted.ts"
import { shorten } from "../report/excerpt.ts"
import type { Moment, Place, Story } from "../story/story.ts"
import { compareText } from "../text/compare-text.ts"
import { capped } from "./capped.ts"
import { articleLink, type Catalog, textAt } from "./catalog.ts"
import { type Html, html } from "./escape.ts"
import { drawTimeline } from "./timeline-drawing.ts"

/** What was said and published when; dates that pages only mention stand apart. */
export function timelineView({ timeline }: Story, catalog: Catalog): Html | null {
  if (timeline.length === 0) return null
  const moments = timeline.toSorted(compareMoments)
  const mentioned = moments.filter(({ what }) => what === "mentioned")
  const happened = moments.filter(({ what }) => what !== "mentioned")
  const later = happened.slice(LISTED)
  return html`${drawTimeline(moments)}
${happened.length > 0 && momentList(happened.slice(0, LISTED), catalog)}
${later.length > 0 && html`<details class="small"><summary>${later.length} more</summary>${momentList(later, catalog)}</details>`}
${mentioned.length > 0 && html`<details class="small"><summary>${counted(mentioned.length, "other date")} mentioned</summary>${momentList(mentioned, catalog)}</details>`}`
}

/** Moments listed at once. */
const LISTED = 12

/** By day; within a day what was said, then what has a time, then what appeared at a time that nobody tells. */
function compareMoments(a: Moment, b: Moment): number {
  return compareText(momentKey(a), momentKey(b))
}

function momentKey({ value, what }: Moment): string {
  const day = dayPart(value)
  const time = value.slice(day.length)
  return `${day} ${what === "said" ? 0 : time ? 1 : what === "published" ? 2 : 0} ${time}`
}

function momentList(moments: readonly Moment[], catalog: Catalog): Html {
  return html`<ol class="timeline">${moments.map(
    (moment) =>
      html`<li><time datetime="${moment.value}">${describeDate(moment.value)}</time> <span>${momentView(moment, catalog)}</span></li>`,
  )}</ol>`
}

function momentView({ what, places }: Moment, catalog: Catalog): Html {
  const firsts = places.filter(
    ({ article }, i) => places.findIndex((place) => place.article === article) === i,
  )
  const views = firsts.map((place) => placeView(place, what, catalog))
  return html`<strong>${MOMENT_NAMES[what]}</strong> ${capped(views, MOMENT_PLACES)}`
}

function placeView(place: Place, what: Moment["what"], catalog: Catalog): Html {
  const isTold = what === "said" || what === "mentioned"
  const words = isTold ? textAt(catalog, place.article, place.span) : null
  return html`${articleLink(place.article, catalog)}${words && html` <span class="note">“${shorten(words, MOMENT_WORDS)}”</span>`}`
}

/** Pages shown of one moment, and words of a date. */
const MOMENT_PLACES = 6
const MOMENT_WORDS = 10

const MOMENT_NAMES: Readonly<Record<Moment["what"], string>> = {
  published: "published",
  said: "said, according to",
  mentioned: "mentioned in",
  record: "transcript",
}
