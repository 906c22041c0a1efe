import type { Notice } from "../source/notice.ts"
import type { Source } from "../source/source.ts"
import { slice } from "../text/span.ts"
import type { Published } from "./article.ts"
import { parseByline } from "./byline.ts"
import { parseDateline } from "./dateline.ts"
import type { FrontMatter } from "./front-matter.ts"
import { readHtml, readHtmlFragment } from "./html.ts"
import { labelHtmlBlocks } from "./html-blocks.ts"
import { type JsonRow, readJson, readJsonLines } from "./json-rows.ts"
import { labelLines } from "./label.ts"
import { readMarkdown } from "./markdown.ts"
import { pageMetadata } from "./metadata.ts"
import { type Metadata, NO_METADATA, type Reading, type ReadPage } from "./page.ts"
import { plainBlocks } from "./plain.ts"
import { preface } from "./preface.ts"
import { parseDate, parseDateLine } from "./published.ts"
import { findTitle, foldedWords } from "./title.ts"

export function readTextPage(text: string, source: Source): Reading {
  return {
    pages: [textPage(text, { ...NO_METADATA, title: source.stated.title ?? null }, null, "")],
    notices: [],
  }
}

export function readJsonLinesPages(text: string, source: Source): Reading {
  const { path, linesBefore = 0 } = source
  const { rows, notices } = readJsonLines(text, path, linesBefore)
  return { pages: rows.map((row, i) => rowPage(row, linesBefore + i)), notices }
}

export function readJsonPages(text: string, source: Source): Reading {
  const { rows, notices } = readJson(text, source.path)
  return { pages: rows.map(rowPage), notices }
}

function rowPage({ text, metadata, id }: JsonRow, index: number): ReadPage {
  return textPage(text, metadata, id, String(index))
}

/** Lines of furniture in which author and date are looked for: they stand above the text. */
const TOP_LINES = 12

/** Metadata and page are written out field by field: records of one layout are read quickest. */
function textPage(
  text: string,
  { title, outlet, byline, published, language, url }: Metadata,
  ownId: string | null,
  part: string,
): ReadPage {
  const { blocks, headline } = labelLines(text, plainBlocks(text), title)
  const top = blocks.filter((block) => block.kind === "furniture").slice(0, TOP_LINES)
  const lines = top.map((block) => slice(text, block))
  const opening = blocks.find((block) => block.kind === "paragraph")
  const dateline = opening ? parseDateline(slice(text, opening)) : null
  const metadata: Metadata = {
    title: title ?? (headline && slice(text, headline)),
    outlet: outlet ?? dateline?.outlet ?? null,
    byline: byline ?? first(lines, parseByline),
    published: published ?? textDate(lines) ?? dateline?.published ?? null,
    language,
    url,
  }
  return { text, blocks, links: [], emphasis: [], metadata, turns: [], headline, ownId, part }
}

function first<T>(lines: readonly string[], parse: (line: string) => T | null): T | null {
  for (const line of lines) {
    const found = parse(line)
    if (found !== null) return found
  }
  return null
}

function textDate(lines: readonly string[]): Published | null {
  const found = first(lines, parseDateLine)
  return found && { ...found, from: "text" }
}

export function readHtmlPage(html: string, source: Source): Reading {
  const page = readHtml(html, source.url)
  const metadata = pageMetadata(page.head, page.main?.byline ?? null)
  const blocks = labelHtmlBlocks(page)
  return { pages: [titled({ ...page, blocks }, metadata, [])], notices: [] }
}

/** Markup that is an article already, with what is known of it from elsewhere. */
export function readFragmentPage(html: string, metadata: Metadata): ReadPage {
  const page = readHtmlFragment(html, metadata.url)
  const { blocks } = labelLines(page.text, page.blocks, metadata.title)
  return titled({ ...page, blocks }, metadata, [])
}

/** A written page with its title in the text: where the page prints it, else before everything. */
function titled(
  page: Parameters<typeof preface>[0],
  metadata: Metadata,
  more: readonly string[],
): ReadPage {
  const { title } = metadata
  const headings = page.blocks.filter((block) => block.kind === "heading")
  const printed = title === null ? null : findTitle(page.text, [...headings, ...page.blocks], title)
  const missing = title !== null && printed === null && foldedWords(title) !== ""
  const whole = preface(page, [
    ...(missing ? [{ text: title, kind: "heading" as const }] : []),
    ...more.map((text) => ({ text, kind: "furniture" as const })),
  ])
  const by = whole.text.length - page.text.length
  const headline = missing
    ? { from: 0, to: title.length }
    : printed && { from: printed.from + by, to: printed.to + by }
  const blocks = whole.blocks.map((block) =>
    headline && block.from === headline.from ? { ...block, kind: "heading" as const } : block,
  )
  return { ...whole, blocks, headline, metadata, turns: [], ownId: null, part: "" }
}

export function readMarkdownPage(text: string, source: Source): Reading {
  const page = readMarkdown(text, source.url)
  const metadata = frontMetadata(page.front)
  const { blocks, headline } = labelLines(page.text, page.blocks, metadata.title)
  const description = page.front?.fields.get("description") ?? page.front?.fields.get("summary")
  const own = {
    ...metadata,
    title: metadata.title ?? (headline && slice(page.text, headline)),
    ...(description && { description }),
  }
  const notices: Notice[] = page.front?.fault
    ? [
        {
          kind: "damaged",
          source: source.path,
          text: `${source.path} was read, but ${page.front.fault}: mend it for title and date.`,
        },
      ]
    : []
  return {
    pages: [
      titled({ ...page, blocks }, own, description ? [description.replace(/\s+/g, " ")] : []),
    ],
    notices,
  }
}

function frontMetadata(front: FrontMatter | null): Metadata {
  const field = (...names: readonly string[]): string | null =>
    names.map((name) => front?.fields.get(name)).find((value) => value !== undefined) ?? null
  const date = field("date", "published", "published_at", "pubdate", "created")
  const found = date === null ? null : parseDate(date)
  return {
    title: field("title", "headline")?.replace(/\s+/g, " ") ?? null,
    outlet: field("outlet", "publisher", "site", "site_name"),
    byline: field("author", "authors", "byline"),
    published: found && { ...found, from: "front matter" },
    language: field("language", "lang", "locale"),
    url: field("canonical_url", "canonical", "url", "source_url", "original_url", "link"),
  }
}
