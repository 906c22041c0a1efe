import type { Article } from "../article/article.ts"
import { covers, hull, type Span } from "../text/span.ts"
import { turnsAt } from "./record-index.ts"
import type { Location } from "./statement.ts"

/** Languages by ISO 639-1, as English pages and records name them. */
const LANGUAGES: Readonly<Record<string, string>> = {
  ar: "Arabic",
  bg: "Bulgarian",
  bn: "Bengali",
  cs: "Czech",
  da: "Danish",
  de: "German",
  el: "Greek",
  en: "English",
  es: "Spanish",
  et: "Estonian",
  fa: "Persian",
  fi: "Finnish",
  fr: "French",
  he: "Hebrew",
  hi: "Hindi",
  hr: "Croatian",
  hu: "Hungarian",
  it: "Italian",
  ja: "Japanese",
  ka: "Georgian",
  ko: "Korean",
  lt: "Lithuanian",
  lv: "Latvian",
  nl: "Dutch",
  no: "Norwegian",
  pl: "Polish",
  pt: "Portuguese",
  ro: "Romanian",
  ru: "Russian",
  sr: "Serbian",
  sv: "Swedish",
  tr: "Turkish",
  uk: "Ukrainian",
  ur: "Urdu",
  vi: "Vietnamese",
  zh: "Chinese",
}
const LANGUAGE = `(${[...Object.values(LANGUAGES), "Mandarin", "Farsi", "Pashto"].join("|")})`

/** A stage direction: `(In Portuguese)`, `[speaking in French]`, `(through an interpreter)`. */
const DIRECTION = new RegExp(
  `[([][^()[\\]\\n]{0,30}\\b(?:in ${LANGUAGE}|interpreter|translator|translated from ${LANGUAGE})\\b[^()[\\]\\n]{0,30}[)\\]]`,
  "giu",
)
/** How a page says so outside the marks: `she said in Portuguese`, `our translation`, `through an interpreter`. */
const REMARK = new RegExp(
  `\\b(?:said|says|told|spoke|speaking|added|answered|replied|wrote)\\b[^.!?\\n]{0,40}\\bin ${LANGUAGE}\\b|\\b(?:(?:our|official|the) translation|translation (?:by|from|is ours)|translated from|(?:an|through|via) interpreter)\\b`,
  "giu",
)
/** Characters of a turn before a passage that are searched for the last direction: some minutes of speech. */
const REACH = 4000

/**
 * Whether the record or the page says that words were spoken in another language than the page prints: then two
 * wordings may be two translations, and neither altered.
 */
export function isSaidTranslated(location: Location, record: Article, page: Article): boolean {
  const own = LANGUAGES[page.language ?? "en"] ?? ""
  return isForeignInRecord(location, record, own) || isForeignOnPage(location, page, own)
}

/** The last direction before the passage holds: `(In English)` ends what `(In Portuguese)` began. */
function isForeignInRecord(location: Location, record: Article, own: string): boolean {
  const passage = hull(location.segments.map((segment) => segment.record))
  const turn = turnsAt(record, passage)[0]
  if (!turn) return false
  const from = Math.max(turn.span.from, passage.from - REACH)
  const last = [...record.text.slice(from, passage.from).matchAll(DIRECTION)].at(-1)
  return last !== undefined && !names(last, own)
}

function isForeignOnPage(location: Location, page: Article, own: string): boolean {
  const printed = location.segments.map((segment) => segment.printed)
  const first = hull(printed)
  const block = page.blocks.find((one) => covers(one, { from: first.from, to: first.from }))
  if (!block) return false
  const remarks = outside(page.text, block, printed).matchAll(REMARK)
  return [...remarks].some((remark) => !names(remark, own))
}

/** A block without the words that are printed as speech. */
function outside(text: string, block: Span, printed: readonly Span[]): string {
  const { from, to } = hull(printed)
  return `${text.slice(block.from, Math.max(block.from, from))}\n${text.slice(Math.min(to, block.to), block.to)}`
}

function names(match: RegExpMatchArray, own: string): boolean {
  return match.slice(1).some((language) => language?.toLowerCase() === own.toLowerCase())
}
