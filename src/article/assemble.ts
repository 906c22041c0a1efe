import type { Source } from "../source/source.ts"
import { stableId } from "../text/id.ts"
import type { Article, Published } from "./article.ts"
import { languageOf, languageOfTag } from "./language.ts"
import { maybeNameDate } from "./name-date.ts"
import type { ReadPage } from "./page.ts"
import { parseDate } from "./published.ts"
import { findTurns } from "./turns.ts"
import { canonicalUrl } from "./url.ts"

/** The article that a page is; what the caller states of its source goes before what the page says. */
export function assembleArticle(source: Source, page: ReadPage): Article {
  const { stated, role } = source
  const { metadata, text } = page
  const url = canonicalUrl(stated.url ?? metadata.url ?? source.url)
  const record = role === "record" ? findTurns(page) : null
  const article: Article = {
    id:
      stated.id ??
      page.ownId ??
      stableId("a", url ?? sourceName(source.path), url ? "" : page.part, text),
    source: source.path,
    record: record !== null,
    outlet: stated.outlet ?? metadata.outlet,
    title: stated.title ?? metadata.title,
    headline: page.headline,
    byline: metadata.byline,
    published:
      statedDate(stated.date) ??
      publishedOf(metadata.published, record?.published ?? null) ??
      (record && maybeNameDate(source.path)),
    language: languageOfTag(stated.language) ?? languageOf(text, metadata.language),
    url,
    text,
    blocks: record?.blocks ?? page.blocks,
    links: page.links,
    emphasis: page.emphasis,
    turns: record?.turns ?? [],
    place: record?.place ?? null,
    revisionOf: null,
  }
  const { description } = metadata
  return description === undefined ? article : describedBy(article, description)
}

/** Only few pages describe themselves: those that do not are all of one layout, for which the rules are compiled. */
function describedBy(article: Article, description: string): Article {
  const { id, source, record, outlet, title, headline, ...rest } = article
  return { id, source, record, outlet, title, headline, description, ...rest }
}

/** A page's own metadata goes before a transcript's head, and that before any other line of text. */
function publishedOf(page: Published | null, transcript: Published | null): Published | null {
  return page?.from === "text" ? (transcript ?? page) : (page ?? transcript)
}

function statedDate(date: string | undefined): Published | null {
  const found = date === undefined ? null : parseDate(date)
  return found && { ...found, from: "manifest" }
}

/** A path as the same on every system and however its place was written. */
function sourceName(path: string): string {
  return path.replaceAll("\\", "/").replace(/^(?:\.\/)+/, "")
}
