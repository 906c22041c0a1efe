import type { Article } from "../article/article.ts"
import type { DateMention, Occasion } from "../occasion/occasion.ts"
import { compareText } from "../text/compare-text.ts"
import { groupBy } from "../text/group-by.ts"
import { holderOf } from "../text/holder.ts"
import { compareSpans, type Span } from "../text/span.ts"
import type { Moment, Place } from "./story.ts"

/** One dated thing before those of the same time and sort are gathered. */
interface Dated {
  readonly value: string
  readonly precision: string
  readonly what: Moment["what"]
  readonly place: Place
}

/** What happened and appeared when, by time: publication, utterance, the record, and the dates that the texts name. */
export function drawTimeline(
  articles: readonly Article[],
  records: readonly Article[],
  dates: readonly DateMention[],
  occasions: readonly Occasion[],
): Moment[] {
  const said = occasions.flatMap(({ when }) => (when ? [datedOf(when, "said")] : []))
  const isSaid = new Set(said.map(({ place }) => placeKey(place)))
  const stamps = stampsOf(dates, [...articles, ...records])
  const isStamp = new Set([...stamps.values()].flat())
  const mentioned = dates
    .filter((date) => !isStamp.has(date))
    .map((date) => datedOf(date, "mentioned"))
    .filter(({ place }) => !isSaid.has(placeKey(place)))
  return gather([
    ...articles.flatMap((article) => publicationOf(article, "published", stamps)),
    ...records.flatMap((record) => publicationOf(record, "record", stamps)),
    ...said,
    ...mentioned,
  ])
}

function datedOf(
  date: { article: string; span: Span; value: string; precision: string },
  what: Moment["what"],
): Dated {
  const { article, span, value, precision } = date
  return { value, precision, what, place: { article, span } }
}

/** By article, the dates of the lines around it that say when it was put up. */
function stampsOf(
  dates: readonly DateMention[],
  articles: readonly Article[],
): ReadonlyMap<string, readonly DateMention[]> {
  const byArticle = groupBy(dates, ({ article }) => article)
  return new Map(
    articles.map(({ id, blocks }) => {
      const isAround = holderOf(blocks.filter(({ kind }) => kind === "furniture"))
      const stamps = (byArticle.get(id) ?? []).filter(({ span }) => isAround(span.from))
      return [id, stamps]
    }),
  )
}

/** When an article appeared, proven by the page's own line where that has the day, else told of its headline. */
function publicationOf(
  article: Article,
  what: "published" | "record",
  stamps: ReadonlyMap<string, readonly DateMention[]>,
): Dated[] {
  if (!article.published) return []
  const { value, precision } = article.published
  const stamp = stamps.get(article.id)?.find((date) => value.startsWith(date.value))
  const span = stamp?.span ?? article.headline ?? article.blocks[0] ?? { from: 0, to: 0 }
  return [
    {
      value,
      precision,
      what,
      place: { article: article.id, span: { from: span.from, to: span.to } },
    },
  ]
}

function placeKey({ article, span }: Place): string {
  return `${article} ${span.from} ${span.to}`
}

function gather(all: readonly Dated[]): Moment[] {
  const moments = new Map<string, { first: Dated; places: Map<string, Place> }>()
  for (const dated of all) {
    const key = `${dated.value} ${dated.what}`
    const known = moments.get(key) ?? { first: dated, places: new Map<string, Place>() }
    known.places.set(placeKey(dated.place), dated.place)
    moments.set(key, known)
  }
  return [...moments]
    .toSorted(
      ([a, x], [b, y]) => instantOf(x.first.value) - instantOf(y.first.value) || compareText(a, b),
    )
    .map(([, { first, places }]) => ({
      value: first.value,
      precision: first.precision,
      what: first.what,
      places: [...places.values()].toSorted(comparePlaces),
    }))
}

/** When a moment begins; a time without a zone counts as universal time, the same on every machine. */
function instantOf(value: string): number {
  const hasZone = /Z$|[+-]\d\d:?\d\d$/.test(value.slice(10))
  return Date.parse(value.includes("T") && !hasZone ? `${value}Z` : value) || 0
}

function comparePlaces(a: Place, b: Place): number {
  return compareText(a.article, b.article) || compareSpans(a.span, b.span)
}
