import { type Decoded, decodeSource } from "../source/decode.ts"
import type { Notice } from "../source/notice.ts"
import { binaryKind, type Format, sniffFormat } from "../source/sniff.ts"
import type { Source } from "../source/source.ts"
import type { Article } from "./article.ts"
import { assembleArticle } from "./assemble.ts"
import { readFeedPages } from "./feed.ts"
import { ExplodingMarkup } from "./markup.ts"
import type { Reader, Reading } from "./page.ts"
import {
  readHtmlPage,
  readJsonLinesPages,
  readJsonPages,
  readMarkdownPage,
  readTextPage,
} from "./readers.ts"
import { readSubtitlePage } from "./subtitles.ts"

export interface Extraction {
  readonly articles: Article[]
  readonly notices: Notice[]
}

const READERS: Readonly<Record<Format, Reader>> = {
  html: readHtmlPage,
  markdown: readMarkdownPage,
  text: readTextPage,
  json: readJsonPages,
  jsonLines: readJsonLinesPages,
  feed: readFeedPages,
  subRip: readSubtitlePage,
  webVtt: readSubtitlePage,
}

/** Reads every article of a source. Bad bytes are never an exception: they are a notice that says what to do. */
export function extractArticles(source: Source): Extraction {
  if (source.bytes.length === 0) return refuse(source, "is empty: give a file with text in it")
  const decoded = decodeSource(source)
  const binary = binaryKind(source.bytes, decoded.text)
  if (binary)
    return refuse(source, `is ${binary}, not text: save or export it as HTML or plain text`)
  if (decoded.text.trim() === "")
    return refuse(source, "holds nothing but blanks: give a file with text in it")
  try {
    return assemble(
      source,
      decoded,
      READERS[sniffFormat(source, decoded.text)](decoded.text, source),
    )
  } catch (error) {
    if (!(error instanceof ExplodingMarkup)) throw error
    return refuse(
      source,
      "has markup that is nested or misnested without end: save its text as plain text",
    )
  }
}

function assemble(source: Source, decoded: Decoded, reading: Reading): Extraction {
  const articles = reading.pages
    .filter((page) => page.text.trim() !== "")
    .map((page) => assembleArticle(source, page))
  const notices = [
    ...reading.notices,
    ...misfitNotices(source, decoded),
    ...bareNotices(source, articles),
  ]
  if (articles.length > 0 || notices.some((notice) => notice.kind === "refused"))
    return { articles, notices }
  const refused = refuse(
    source,
    "has no text of an article to read: check that it is the page itself",
  )
  return { articles, notices: [...notices, ...refused.notices] }
}

function misfitNotices(source: Source, { misfits, encoding }: Decoded): Notice[] {
  if (misfits === 0) return []
  const text = `${misfits} ${misfits === 1 ? "byte" : "bytes"} of ${source.path} did not fit its encoding (${encoding}) and were read as best as could be; save it as UTF-8 to be sure of every character.`
  return [{ kind: "damaged", source: source.path, text }]
}

/** A title with nothing below it: a page that builds itself in the browser, or was saved too early. */
function bareNotices({ path }: Source, articles: readonly Article[]): Notice[] {
  const isBare = ({ title, text }: Article): boolean =>
    title !== null && text.trim() === title.trim()
  if (articles.length !== 1 || !articles.every(isBare)) return []
  const text = `${path} has a title and no text below it; save the page again when it shows its text.`
  return [{ kind: "damaged", source: path, text }]
}

function refuse(source: Source, what: string): Extraction {
  return {
    articles: [],
    notices: [{ kind: "refused", source: source.path, text: `${source.path} ${what}.` }],
  }
}
