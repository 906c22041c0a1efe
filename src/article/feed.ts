import { parseFeed } from "@rowanmanning/feed-parser"
import type { Notice } from "../source/notice.ts"
import type { Source } from "../source/source.ts"
import type { Published } from "./article.ts"
import type { Reading, ReadPage } from "./page.ts"
import { parseDate } from "./published.ts"
import { readFragmentPage } from "./readers.ts"

/** One entry of a feed, whatever kind of feed it is. */
interface Entry {
  readonly id: string | null
  readonly url: string | null
  readonly title: string | null
  readonly byline: string | null
  readonly date: string | null
  /** The article as markup; null where the feed has only a summary. */
  readonly content: string | null
  readonly summary: string | null
  readonly language: string | null
}

interface Feed {
  readonly title: string | null
  readonly language: string | null
  readonly entries: readonly Entry[]
}

/** Reads RSS, Atom, RDF and JSON Feed: every entry with content or a summary is an article. */
export function readFeedPages(text: string, source: Source): Reading {
  const feed = text.trimStart().startsWith("{") ? readJsonFeed(text) : readXmlFeed(text)
  if (!feed)
    return {
      pages: [],
      notices: [
        notice(
          "refused",
          source,
          "looks like a feed but cannot be read as one: check that it was saved whole",
        ),
      ],
    }
  const pages = feed.entries.flatMap((entry, i) => entryPage(entry, feed, i) ?? [])
  return { pages, notices: feedNotices(feed, source) }
}

function entryPage(entry: Entry, feed: Feed, index: number): ReadPage | null {
  const html = textOfEntry(entry)
  if (html === null) return null
  const found = entry.date === null ? null : parseDate(entry.date)
  const published: Published | null = found && { ...found, from: "feed" }
  const metadata = {
    title: entry.title,
    outlet: feed.title,
    byline: entry.byline,
    published,
    language: entry.language ?? feed.language,
    url: entry.url,
  }
  return { ...readFragmentPage(html, metadata), part: entry.id ?? String(index) }
}

function feedNotices(feed: Feed, source: Source): Notice[] {
  const read = feed.entries.filter((entry) => textOfEntry(entry) !== null)
  if (read.length === 0) {
    return [
      notice("refused", source, "is a feed without articles: give the pages that it links to"),
    ]
  }
  const short = read.filter(isSummary).length
  if (short === 0) return []
  const which = short === read.length ? "All" : `${short} of the ${read.length}`
  return [
    {
      kind: "limit",
      source: source.path,
      text: `${which} entries of ${source.path} hold only a summary, which was read; give the pages themselves for the whole text.`,
    },
  ]
}

/** An entry's own text; a title alone is a headline to compare. */
function textOfEntry(entry: Entry): string | null {
  return entry.content ?? entry.summary ?? (entry.title === null ? null : "")
}

/** Characters from which a description is the article itself: many feeds have no other place for it. */
const WHOLE_DESCRIPTION = 1500

function isSummary(entry: Entry): boolean {
  if (entry.content !== null) return false
  const text = entry.summary ?? ""
  return (
    text.length < WHOLE_DESCRIPTION ||
    /(?:\.\.\.|…|\[…\]|&#8230;)\s*(?:<\/?\w+>\s*)*$/.test(text.slice(-60))
  )
}

function notice(kind: Notice["kind"], source: Source, what: string): Notice {
  return { kind, source: source.path, text: `${source.path} ${what}.` }
}

/** A document type may define entities that expand without end; feeds need none. */
const DOCTYPE = /<!DOCTYPE[^<>[]*(?:\[[^\]]*\]\s*)?>/gi

function readXmlFeed(text: string): Feed | null {
  try {
    const feed = parseFeed(text.replace(DOCTYPE, ""))
    return { title: feed.title, language: feed.language, entries: feed.items.map(xmlEntry) }
  } catch {
    return null // The parser refuses what is no feed by throwing.
  }
}

type XmlItem = ReturnType<typeof parseFeed>["items"][number]

/** Where the kinds of feeds keep an entry's date; read as written, because the offset from UTC matters. */
const DATE_ELEMENTS = ["pubdate", "published", "issued", "date", "created", "updated", "modified"]

function xmlEntry(item: XmlItem): Entry {
  const dates = DATE_ELEMENTS.map(
    (name) => item.element.findElementWithName(name)?.textContentNormalized,
  )
  return {
    id: item.id,
    url: item.url,
    title: item.title,
    byline:
      item.authors
        .map((author) => author.name)
        .filter((name) => name !== null)
        .join(", ") || null,
    date: dates.find((date) => date) ?? null,
    content: item.content,
    summary: item.description,
    language: null,
  }
}

type Fields = Readonly<Record<string, unknown>>

function readJsonFeed(text: string): Feed | null {
  let feed: Fields | null = null
  try {
    feed = fieldsOf(JSON.parse(text))
  } catch {}
  if (!feed || !Array.isArray(feed.items)) return null
  const entries = feed.items
    .map(fieldsOf)
    .filter((item) => item !== null)
    .map(jsonEntry)
  return { title: textOf(feed.title), language: textOf(feed.language), entries }
}

function jsonEntry(item: Fields): Entry {
  const plain = textOf(item.content_text)
  const authors = [item.authors ?? item.author]
    .flat()
    .map((author) => textOf(fieldsOf(author)?.name))
  return {
    id: textOf(item.id),
    url: textOf(item.url) ?? textOf(item.external_url),
    title: textOf(item.title),
    byline: authors.filter((name) => name !== null).join(", ") || null,
    date: textOf(item.date_published) ?? textOf(item.date_modified),
    content: textOf(item.content_html) ?? (plain && markupOf(plain)),
    summary: textOf(item.summary),
    language: textOf(item.language),
  }
}

function markupOf(plain: string): string {
  return `<pre>${plain.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</pre>`
}

function fieldsOf(value: unknown): Fields | null {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : null
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value : null
}
