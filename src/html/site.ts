import type { Report } from "../report/report.ts"
import { sliceReport } from "../report/slice.ts"
import type { Story } from "../story/story.ts"
import { catalogReport } from "./catalog.ts"
import { type Entry, entryOf, renderContents } from "./contents.ts"
import { renderCatalog } from "./render.ts"

/** One file of a report that has several. */
export interface SitePage {
  readonly file: string
  readonly markup: string
}

/** The page that lists all others. */
const HOME = "index.html"

/** The names of all files that a report's pages will have. */
export function siteFiles({ stories }: Report): string[] {
  return [...stories.map(fileOf), HOME]
}

/**
 * A Report as one page a story and a page that lists them, one after the other: whoever writes each as it comes holds
 * one page at a time. The list comes last.
 */
export function* renderSite(report: Report): Generator<SitePage> {
  const sliceOf = sliceReport(report)
  const files = new Map(
    report.stories.flatMap((story) => story.articles.map((id) => [id, fileOf(story)] as const)),
  )
  const hasRecords = report.articles.some(({ record }) => record)
  const entries: Entry[] = []
  for (const story of report.stories) {
    const part = sliceOf([story])
    const members = new Set(story.articles)
    const elsewhere = new Map(
      part.articles.flatMap(({ id }) => {
        const file = members.has(id) ? undefined : files.get(id)
        return file === undefined ? [] : [[id, file] as const]
      }),
    )
    const catalog = catalogReport(part, { home: HOME, elsewhere, hasRecords })
    entries.push(entryOf(story, fileOf(story), catalog))
    yield { file: fileOf(story), markup: renderCatalog(catalog, story.title) }
  }
  yield { file: HOME, markup: renderContents(report, entries) }
}

/** Small letters, digits and hyphens, so that no two names are one on any disk; ids of stories have nothing else. */
function fileOf({ id }: Story): string {
  return `${id.replace(/[^a-z0-9-]/g, (unit) => `.${unit.charCodeAt(0).toString(16)}.`)}.html`
}
