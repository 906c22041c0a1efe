import { readEntities } from "../text/entity.ts"
import type { Published } from "./article.ts"
import { cleanByline } from "./byline.ts"
import type { Metadata } from "./page.ts"
import type { PageHead } from "./page-head.ts"
import { parseDate } from "./published.ts"

/** What a page says about itself: JSON-LD first, then meta tags, then its title. */
export function pageMetadata(head: PageHead, byline: string | null): Metadata {
  const linked = articleNode(head.jsonLd)
  const meta = (...names: readonly string[]): string | null =>
    names.map((name) => head.meta.get(name)).find((content) => content !== undefined) ?? null
  const outlet =
    nameOf(linked?.publisher) ??
    meta("og:site_name", "application-name", "dc.publisher", "publisher")
  const title =
    textOf(linked?.headline) ?? meta("og:title", "twitter:title", "dc.title", "title") ?? head.title
  const description = meta("description", "og:description", "twitter:description")
  return {
    ...(description && { description: plainText(description) }),
    title: title && withoutSiteName(plainText(title), outlet),
    outlet: outlet && plainText(outlet),
    byline: firstByline([
      byline,
      nameOf(linked?.author),
      meta("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author"),
    ]),
    published: publishedOf(linked, head, meta),
    language:
      head.language ??
      textOf(linked?.inLanguage) ??
      meta("og:locale", "content-language", "dc.language"),
    url: head.canonical ?? meta("og:url") ?? textOf(linked?.url),
  }
}

type Fields = Readonly<Record<string, unknown>>

const DATES = [
  "article:published_time",
  "og:article:published_time",
  "datepublished",
  "date",
  "pubdate",
  "publishdate",
  "publish-date",
  "dc.date.issued",
  "dc.date",
  "dcterms.created",
  "parsely-pub-date",
  "sailthru.date",
  "article.published",
  "cxenseparse:recs:publishtime",
  "release_date",
]

function publishedOf(
  linked: Fields | null,
  head: PageHead,
  meta: (...names: string[]) => string | null,
): Published | null {
  return (
    dated(textOf(linked?.datePublished) ?? textOf(linked?.dateCreated), "json-ld") ??
    DATES.map((name) => dated(meta(name), "meta")).find((found) => found !== null) ??
    dated(head.time, "time") ??
    null
  )
}

function dated(given: string | null, from: string): Published | null {
  const found = given === null ? null : parseDate(given)
  return found && { ...found, from }
}

function firstByline(candidates: readonly (string | null)[]): string | null {
  for (const candidate of candidates) {
    const name = candidate && cleanByline(plainText(candidate))
    if (name) return name
  }
  return null
}

const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|Posting|Review)$/

/** The node of a page's JSON-LD that describes the article; broken JSON-LD describes nothing. */
function articleNode(scripts: readonly string[]): Fields | null {
  const nodes = scripts.flatMap((script) => nodesOf(parseLoosely(script)))
  return nodes.find((node) => typesOf(node).some((type) => ARTICLE_TYPE.test(type))) ?? null
}

/** JSON-LD on real pages stands in comments or CDATA and holds raw line ends. */
function parseLoosely(script: string): unknown {
  const bare = script
    .replace(/^\s*(?:<!--|\/\*?\s*<!\[CDATA\[\s*(?:\*\/)?|<!\[CDATA\[)/, "")
    .replace(/(?:-->|(?:\/\*|\/\/)?\s?\]\]>(?:\*\/)?)\s*;?\s*$/, "")
  for (const attempt of [bare, bare.replace(/[\u0000-\u001f]+/g, " ")]) {
    try {
      return JSON.parse(attempt)
    } catch {}
  }
  return null
}

/** Objects of JSON-LD on its upper levels: lists, `@graph` and `mainEntity` hold more of them. */
function nodesOf(value: unknown, depth = 0): Fields[] {
  if (depth > 4 || typeof value !== "object" || value === null) return []
  if (Array.isArray(value)) return value.flatMap((item) => nodesOf(item, depth + 1))
  const node = value as Fields
  return [
    node,
    ...nodesOf(node["@graph"], depth + 1),
    ...nodesOf(node.mainEntity, depth + 1),
    ...nodesOf(node.mainEntityOfPage, depth + 1),
  ]
}

function typesOf(node: Fields): string[] {
  const type = node["@type"]
  return [type].flat().filter((name) => typeof name === "string")
}

function textOf(value: unknown): string | null {
  if (Array.isArray(value)) return textOf(value[0])
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null
}

/** The name of a person or organisation, or of several. */
function nameOf(value: unknown): string | null {
  if (Array.isArray(value))
    return (
      value
        .map(nameOf)
        .filter((name) => name !== null)
        .join(", ") || null
    )
  if (typeof value === "object" && value !== null) return nameOf((value as Fields).name)
  return textOf(value)
}

/** Titles are often escaped once more than their place asks for. */
function plainText(text: string): string {
  return readEntities(text).replace(/\s+/g, " ").trim()
}

/** "Ships stay in harbour | The Courier" without the outlet; other bars and dashes belong to the title. */
function withoutSiteName(title: string, outlet: string | null): string {
  const cut = Math.max(
    ...[" | ", " - ", " – ", " — ", " · ", " :: "].map((mark) => title.lastIndexOf(mark)),
  )
  if (cut <= 0 || outlet === null) return title
  const last = title.slice(cut + 3).toLowerCase()
  return last.includes(outlet.toLowerCase()) || outlet.toLowerCase().includes(last)
    ? title.slice(0, cut)
    : title
}
