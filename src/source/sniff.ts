import type { Source } from "./source.ts"

/** What a source's characters are; decided by what they say first, then by media type and name. */
export type Format =
  | "html"
  | "markdown"
  | "text"
  | "feed"
  | "json"
  | "jsonLines"
  | "subRip"
  | "webVtt"

/** Characters looked at: every format shows itself at once; the longest front matter seen had 9,000. */
const HEAD = 16_384

export function sniffFormat(source: Pick<Source, "path" | "mediaType">, text: string): Format {
  const head = text.slice(0, HEAD).trimStart()
  return byContent(head, extensionOf(source.path)) ?? byName(source, head)
}

function byContent(head: string, extension: string): Format | null {
  if (/^WEBVTT(?:\s|$)/.test(head)) return "webVtt"
  if (/^\d+[ \t]*\r?\n\d+:\d\d:\d\d[,.]\d+ --> /.test(head)) return "subRip"
  if (hasFrontMatter(head)) return "markdown"
  if (head.startsWith("<")) return markupFormat(head)
  if (/^\{[\s\S]{0,2000}?"version"\s*:\s*"https?:\/\/jsonfeed\.org/.test(head)) return "feed"
  if (/^\{\s*"/.test(head)) return extension === "json" ? "json" : "jsonLines"
  if (/^\[\s*\{\s*"/.test(head)) return "json"
  return null
}

/** A fence, something like a key, and a second fence; a rule of dashes at the top of a letter is none. */
function hasFrontMatter(head: string): boolean {
  if (/^---[a-z]+[ \t]*\r?\n/i.test(head)) return true
  return (
    /^---[ \t]*\r?\n\s*(?:#.*\n\s*)?["'\w.-]+[ \t]*:/.test(head) &&
    /\n---[ \t]*(?:\r?\n|$)/.test(head)
  )
}

/** Text that begins with a tag: a feed, a page, or a fragment of one if it goes on with tags. */
function markupFormat(head: string): Format | null {
  const root = /<(rss|feed|rdf:rdf|html|head|body|!doctype html)(?=[\s>])/i.exec(head)?.[1]
  if (root && /^(?:rss|feed|rdf:rdf)$/i.test(root)) return "feed"
  if (root) return "html"
  const tags = head.match(/<\/?[a-z][^<>]{0,500}>/gi)?.length ?? 0
  return tags >= 2 || head.startsWith("<!--") ? "html" : null
}

const BY_EXTENSION: Readonly<Record<string, Format>> = {
  html: "html",
  htm: "html",
  xhtml: "html",
  md: "markdown",
  markdown: "markdown",
  jsonl: "jsonLines",
  ndjson: "jsonLines",
  json: "json",
}

const BY_MEDIA_TYPE: Readonly<Record<string, Format>> = {
  "text/html": "html",
  "application/xhtml+xml": "html",
  "text/markdown": "markdown",
  "application/x-ndjson": "jsonLines",
  "application/jsonl": "jsonLines",
}

function byName(source: Pick<Source, "path" | "mediaType">, head: string): Format {
  const named = BY_EXTENSION[extensionOf(source.path)] ?? BY_MEDIA_TYPE[source.mediaType ?? ""]
  if (named === "html" && !head.includes("<")) return "text"
  return named ?? "text"
}

/** The lower-case extension of a path or URL, without what follows `?` or `#` and without `.gz`. */
function extensionOf(path: string): string {
  const name = path
    .toLowerCase()
    .replace(/[?#].*$/s, "")
    .replace(/\.gz$/, "")
  return /\.([a-z0-9]+)$/.exec(name)?.[1] ?? ""
}

/** File kinds that people give by mistake, by their first bytes. */
const MAGIC: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ["a PDF", [0x25, 0x50, 0x44, 0x46]],
  ["a ZIP archive or office document", [0x50, 0x4b, 0x03, 0x04]],
  ["a gzip archive", [0x1f, 0x8b]],
  ["a PNG picture", [0x89, 0x50, 0x4e, 0x47]],
  ["a JPEG picture", [0xff, 0xd8, 0xff]],
  ["a GIF picture", [0x47, 0x49, 0x46, 0x38]],
  ["an old office document", [0xd0, 0xcf, 0x11, 0xe0]],
  ["a web archive (WARC)", [0x57, 0x41, 0x52, 0x43, 0x2f]],
]
/** Share of control characters above which text is taken for binary data; prose has none, broken prose few. */
const BINARY_SHARE = 0.02

/** What a file is that holds no text, in words; null for text. */
export function binaryKind(bytes: Uint8Array, text: string): string | null {
  const magic = MAGIC.find(([, start]) => start.every((byte, i) => bytes[i] === byte))
  if (magic) return magic[0]
  let controls = 0
  const looked = Math.min(text.length, 65_536)
  for (let i = 0; i < looked; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 0xfffd || (unit < 32 && (unit < 9 || unit > 13) && unit !== 0x1b)) controls++
  }
  return controls > looked * BINARY_SHARE ? "binary data" : null
}
