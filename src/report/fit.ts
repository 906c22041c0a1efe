import type { Story } from "../story/story.ts"
import { compareText } from "../text/compare-text.ts"
import { groupBy } from "../text/group-by.ts"
import { findFindings } from "./find.ts"
import type { Report } from "./report.ts"
import { sliceReport } from "./slice.ts"

/** Quotations on one page: above ten megabytes it is slow to open. In a page of 1,000 news articles each took 900 bytes. */
const MOST_QUOTATIONS = 9500

/** Whether everything goes on one page that opens at once. */
export function fitsOnePage(
  { quotations, stories }: Report,
  most: number = MOST_QUOTATIONS,
): boolean {
  return quotations.length <= most || stories.length < 2
}

/** The stories with the most telling findings, as many as fit; the first of them whatever its size. */
export function fitReport(report: Report, most: number = MOST_QUOTATIONS): Report {
  const quotationsOf = groupBy(report.quotations, ({ article }) => article)
  const chosen: Story[] = []
  let held = 0
  for (const story of rankStories(report)) {
    const own = story.articles.reduce((sum, id) => sum + (quotationsOf.get(id)?.length ?? 0), 0)
    if (chosen.length > 0 && held + own > most) break
    chosen.push(story)
    held += own
  }
  return sliceReport(report)(chosen)
}

function rankStories(report: Report): Story[] {
  const weights = new Map<string, number>()
  for (const { weight, places } of findFindings(report)) {
    for (const { article } of places) {
      weights.set(article, Math.max(weight, weights.get(article) ?? 0))
    }
  }
  const ranked = report.stories.map((story) => ({
    story,
    weight: Math.max(0, ...story.articles.map((id) => weights.get(id) ?? 0)),
  }))
  return ranked
    .toSorted(
      (a, b) =>
        b.weight - a.weight ||
        b.story.articles.length - a.story.articles.length ||
        compareText(a.story.id, b.story.id),
    )
    .map(({ story }) => story)
}
