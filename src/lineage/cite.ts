import { type Article, bodyBlocks } from "../article/article.ts"
import type { Quotation, Via } from "../quotation/quotation.ts"
import { compareText } from "../text/compare-text.ts"
import { holderOf } from "../text/holder.ts"
import type { Span } from "../text/span.ts"
import { findCredits } from "./credit.ts"
import { isOutletName, keyOf } from "./outlets.ts"

/** A place where a text says from whom it has something. */
export interface Citation {
  readonly article: string
  /** Without "the": "Wall Street Journal". */
  readonly name: string
  /** The words that say so: "as reported by Newsweek". */
  readonly span: Span
  /** Probability that the text names a source here, 0 to 1. */
  readonly confidence: number
}

/** A run of up to six capitalised words, with the small words that names hold: "Corriere della Sera". */
const NAME =
  "(?:[Tt]he )?((?:[A-Z][\\w’'&.-]{0,30})(?: (?:of the |of |della |de |and )?[A-Z][\\w’'&.-]{0,30}){0,5})"

interface Form {
  readonly pattern: RegExp
  /** Which names count. */
  readonly accepts: (name: string) => boolean
  readonly confidence: number
}

const form = (pattern: string, confidence: number, accepts = isOutletName): Form => ({
  pattern: new RegExp(pattern.replaceAll("NAME", NAME), "g"),
  accepts,
  confidence,
})

const anyName = (): boolean => true

/** Words that make a name that of a body which studies or counts. */
const INSTITUTION =
  /(?:^|\s)(?:Institute|Institution|Cent(?:er|re)|University|College|Bureau|Department|Ministry|Foundation|Agency|Administration|Commission|Council|Office|Association|Society|Organi[sz]ation|Observatory|Federation|Committee)(?:$|\s)/

const isSource = (name: string): boolean => isOutletName(name) || INSTITUTION.test(name)

/**
 * Forms of words that name a source. Those that also introduce people or places ("according to", "told") count only
 * with an outlet's name, studies and counts also with an institution's; an interview is one with whomever it names.
 */
const FORMS: readonly Form[] = [
  form(
    "\\b(?:[Aa]s |first |also |previously )?(?:reported|noted|revealed|published|broken|quoted|cited) (?:first |earlier )?(?:by|in) NAME",
    0.95,
  ),
  form(
    "\\b(?:[Qq]uestions|[Aa]sked|[Ii]nterviewed|[Pp]ressed) (?:from|by) (?:[A-Z][\\w’'.-]{0,30} ){1,3}(?:of|from|at) NAME",
    0.9,
  ),
  form(
    "\\b[Aa]ccording to (?:a report (?:in|by|from) |reports (?:in|by|from) |an? [a-z-]+ (?:in|by|from) )?NAME",
    0.9,
  ),
  form("\\btold NAME", 0.95),
  form(
    "\\b(?:[Ii]nterview(?:ed)?|conversation|sit-down|exchange|Q&A)(?: [a-z-]+){0,3}? (?:with|by|for|on|to|in) NAME",
    0.95,
  ),
  form("\\b[Ii]nterview with NAME", 0.85, anyName),
  form(
    '\\b(?:[Ii]nterview|[Aa]ppear(?:ed|ance|ing)|said|told|speaking|spoke)(?: [a-z]+)? (?:with|on|to|for) (?:[A-Z]\\w{1,20}[’\']s )?[“"]([A-Z0-9][^”“"\\n]{2,40}?)[.,]?[”"]',
    0.85,
    anyName,
  ),
  form(
    "\\b(?:tally|study|report|analysis|survey|poll|data|figures|estimates?|statistics|research)(?: [a-z]+)? (?:by|from|of) NAME",
    0.85,
    isSource,
  ),
  form(
    "(?:\\b(?:[Aa]n?|[Tt]he|new|recent|latest) |/)NAME (?:poll|survey|analysis|investigation)\\b",
    0.85,
  ),
  form(
    "(?<!\\b(?:for|of|by|from|at) (?:[Tt]he )?|[A-Z][\\w’'&.-]{0,30} )\\b(?:[Aa]s )?NAME (?:has |had |recently |also |first |previously |later |earlier ){0,2}(?:reported|reports|revealed|wrote|writes|noted)\\b",
    0.95,
  ),
  form("\\b(?:reporting|writing|writes|wrote|reported|reporter) (?:for|in|at) NAME", 0.95),
  form(
    "\\b(?:report|story|article|op-ed|column|scoop|piece|account|investigation)(?: [a-z]+){0,2} (?:in|by|from|for) NAME",
    0.9,
  ),
  form(
    "\\b(?:speaking|spoke|talking|talked|pointed out|confirmed|statement|email) (?:to|with|on) NAME",
    0.9,
  ),
  form("\\b(?:appear(?:ed|ance|ing)|hosted|aired|broadcast|published|said) (?:by|on|in) NAME", 0.8),
  form("\\b[Tt]he NAME (?:article|report|story|piece|interview|poll)\\b", 0.85),
  form("\\b(?:reporting|report|story|material)(?: [a-z]+)? by NAME", 0.8),
  form("\\b[Tt]he NAME contributed to this (?:report|article|story)", 0.95),
  form("\\bNAME contributed to this (?:report|article|story)", 0.95),
]

/**
 * Everything that the article's text says about where it has its words from, in text order. What others say inside
 * quotation marks is no statement of the page and is left out.
 */
export function findCitations(article: Article, quotations: readonly Quotation[]): Citation[] {
  const quoted = holderOf(quotations.flatMap((quotation) => quotation.marked))
  const spoken = ({ from, to }: Span) => quoted(from) !== null && quoted(from) === quoted(to - 1)
  const all = [...formsIn(article), ...viaOf(quotations), ...creditsOf(article)]
  return all
    .filter(
      (citation) => !spoken(citation.span) && keyOf(citation.name) !== keyOf(article.outlet ?? ""),
    )
    .toSorted(
      (a, b) =>
        a.span.from - b.span.from || b.confidence - a.confidence || compareText(a.name, b.name),
    )
}

function formsIn(article: Article): Citation[] {
  return bodyBlocks(article)
    .filter((block) => block.kind !== "caption")
    .flatMap((block) => {
      const text = article.text.slice(block.from, block.to)
      return FORMS.flatMap((form) => matchesOf(form, text, block.from, article.id))
    })
}

function matchesOf(form: Form, text: string, offset: number, article: string): Citation[] {
  return [...text.matchAll(form.pattern)].flatMap((match) => {
    const name = cleanName(match[1] ?? "")
    if (name === "" || !form.accepts(name)) return []
    const span = { from: offset + match.index, to: offset + match.index + match[0].length }
    return [{ article, name, span, confidence: form.confidence }]
  })
}

/** Without a possessive, the next sentence or the title of the programme behind it; of "its reporter and The Wire" the last. */
function cleanName(name: string): string {
  return name
    .replace(/([a-z]{3})\.\s?[A-Z].*$/, "$1")
    .replace(/^.* and [Tt]he /, "")
    .replace(/[’'](?:s\b| ).*$/, "")
    .replace(/[.,’'-]+$/, "")
    .replace(
      / (?:channel|network|newspaper|magazine|website|station|program(?:me)?|news agency)$/,
      "",
    )
}

function viaOf(quotations: readonly Quotation[]): Citation[] {
  return quotations.flatMap((quotation) =>
    quotation.via.filter(isProper).map(({ name, span }) => ({
      article: quotation.article,
      name: cleanName(name.replace(/^[Tt]he /, "")),
      span,
      confidence: isOutletName(name) ? 0.9 : TOLD_SOMEBODY,
    })),
  )
}

/** Somebody who was told the words may be a reporter, or not. */
const TOLD_SOMEBODY = 0.6

/** "A politician" is nobody that could be a node. */
function isProper({ name }: Via): boolean {
  return /^(?:[Tt]he )?[\p{Lu}\p{N}]/u.test(name) && !/^(?:An?|His|Her|Their|Its) /.test(name)
}

/** A credit is as sure as words can be; one that only the metadata give has no words to show. */
const CREDITED = 0.95

function creditsOf(article: Article): Citation[] {
  return findCredits(article).flatMap(({ name, span }) =>
    span ? [{ article: article.id, name, span, confidence: CREDITED }] : [],
  )
}
