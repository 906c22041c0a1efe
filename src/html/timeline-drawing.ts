import { isoDay, isoDayNumber } from "../occasion/calendar.ts"
import { describeDate } from "../occasion/describe-date.ts"
import type { Moment } from "../story/story.ts"
import { leastOf, mostOf } from "../text/extremes.ts"
import { type Html, html } from "./escape.ts"

/** When it was said and when it was printed, as dots along one line of time each; the list below says it in words. */
export function drawTimeline(moments: readonly Moment[]): Html | null {
  const lanes = LANES.map(([what, name]) => ({ what, name, days: daysOf(moments, what) })).filter(
    ({ days }) => days.length > 0,
  )
  const days = lanes.flatMap(({ days }) => days)
  const first = leastOf(days, (day) => day)
  const last = mostOf(days, (day) => day)
  if (days.length < LEAST_DOTS || first === last) return null
  const place = (day: number): string => percent((day - first) / (last - first))
  const height = lanes.length * LANE + AXIS
  return html`<svg class="dots" aria-hidden="true" width="100%" height="${height}">
${lanes.map(({ what, name, days }, i) => drawLane({ what, name, days, y: (i + 0.5) * LANE }, place))}<text x="${percent(0)}" y="${height - 3}">${dayName(first)}</text><text x="${percent(1)}" y="${height - 3}" text-anchor="end">${dayName(last)}</text></svg>
`
}

const LANES: readonly (readonly [Moment["what"], string])[] = [
  ["said", "said"],
  ["record", "transcript"],
  ["published", "published"],
]

/** Fewer moments than this are read as fast in the list. */
const LEAST_DOTS = 4

interface Lane {
  readonly what: Moment["what"]
  readonly name: string
  readonly days: readonly number[]
  readonly y: number
}

function drawLane({ what, name, days, y }: Lane, place: (day: number) => string): Html {
  return html`<text class="lane" x="0" y="${y}" dy="0.35em">${name}</text><line x1="${percent(0)}" x2="${percent(1)}" y1="${y}" y2="${y}"/>${days.map((day) => html`<circle class="${what}" cx="${place(day)}" cy="${y}" r="5"/>`)}
`
}

/** The days since 1970 on which something of a sort is dated to the day, each once. */
function daysOf(moments: readonly Moment[], what: Moment["what"]): number[] {
  const days = moments
    .filter((moment) => moment.what === what)
    .map(({ value }) => isoDayNumber(value))
  return [...new Set(days.filter(Number.isFinite))].toSorted((a, b) => a - b)
}

function dayName(day: number): string {
  return describeDate(isoDay(day))
}

/** Where along the line: room is left for the names of the lanes, and for a dot at the end. */
function percent(share: number): string {
  return `${Math.round((LINE_START + share * (LINE_END - LINE_START)) * 10) / 10}%`
}

/** Percent of the width. */
const LINE_START = 22
const LINE_END = 98

/** Pixels. */
const LANE = 26
const AXIS = 18
