import type { Article, Published } from "../article/article.ts"
import type { Quotation } from "../quotation/quotation.ts"
import { locate, locateAll } from "../statement/locate.ts"
import { maybeRecord, type RecordIndex, turnsAt } from "../statement/record-index.ts"
import type { Location } from "../statement/statement.ts"
import { articlesById, vouchedQuotations } from "../statement/witness.ts"
import { mergeSpans, type Span, slice } from "../text/span.ts"
import type { Edit, RecordVerdict } from "./apparatus.ts"
import { judgeQuotation, type LocatedQuotation } from "./judge.ts"
import type { Standard } from "./standard.ts"
import { tellTogether } from "./together.ts"
import { judgeAgainstRecord } from "./verdict.ts"

/** A quotation by itself, with what is said about it. */
export interface Claim {
  readonly quote: string
  readonly speaker: string | null
  /** When it was printed, ISO 8601: of several places, one of the days before is likelier. */
  readonly date: string | null
}

/** What the records say to a quotation. */
export interface Verification {
  readonly verdict: RecordVerdict
  /** The passage, or the nearest one where the verdict is `unclear`; null where there is none. */
  readonly record: FoundPassage | null
  /** Base spans point into the record's text, witness spans into the quotation given. */
  readonly edits: readonly Edit[]
  /** Share of the quotation's words that stand in the passage, 0 to 1. */
  readonly similarity: number
  readonly why: string
}

export interface FoundPassage {
  readonly id: string
  readonly source: string
  readonly title: string | null
  readonly spans: readonly Span[]
  readonly text: string
  /** In whose turns it stands. */
  readonly speakers: readonly string[]
  readonly date: Published | null
  readonly place: string | null
  /** Time code of the turn in which it begins. */
  readonly time: string | null
}

/** Checks one quotation against the records of an index. */
export function verifyQuotation(
  claim: Claim,
  index: RecordIndex,
  standard: Standard = "none",
): Verification {
  const quotation = quotationOf(claim)
  const passage = { text: claim.quote, spans: quotation.marked }
  const location = locate(passage, claim, index)
  const record = location && maybeRecord(index, location.record)
  if (!location || !record) {
    return NOT_FOUND
  }
  const located = { quotation, page: pageOf(claim), location, record }
  return verificationOf(located, standard)
}

/** Checks every quotation in marks of an article, in the order of the page; a line said twice is placed by the rest. */
export function verifyArticle(
  article: Article,
  quotations: readonly Quotation[],
  index: RecordIndex,
  standard: Standard = "none",
): { readonly quotation: Quotation; readonly verification: Verification }[] {
  const vouched = vouchedQuotations(quotations)
  const locations = locateAll(vouched, articlesById([article]), index)
  return vouched.map((quotation) => {
    const location = locations.get(quotation.id)
    const record = location && maybeRecord(index, location.record)
    if (!location || !record) return { quotation, verification: NOT_FOUND }
    const located = { quotation, page: article, location, record }
    return { quotation, verification: verificationOf(located, standard) }
  })
}

function verificationOf(located: LocatedQuotation, standard: Standard): Verification {
  const { verdict, edits, similarity, why } = judgeQuotation(located, standard)
  const record = passageOf(located.record, located.location)
  return { verdict, record, edits: tellTogether(edits, located.quotation.id), similarity, why }
}

const NOT_FOUND: Verification = {
  ...judgeAgainstRecord({ edits: [], similarity: null }),
  record: null,
  edits: [],
  similarity: 0,
}

/** The record's passages without what was skipped between them. */
function passageOf(record: Article, location: Location): FoundPassage {
  const spans = mergeSpans(
    location.segments.map((segment) => segment.record),
    1,
  )
  return {
    id: record.id,
    source: record.source,
    title: record.title,
    spans,
    text: spans.map((span) => slice(record.text, span)).join(" "),
    speakers: location.speakers,
    date: record.published,
    place: record.place,
    time: turnsAt(record, spans[0]!)[0]?.time ?? null,
  }
}

const PAGE = "quotation"

/** A page that prints the quotation and nothing else. */
function pageOf({ quote: text, date }: Claim): Article {
  const whole = { from: 0, to: text.length }
  return {
    id: PAGE,
    source: PAGE,
    record: false,
    outlet: null,
    title: null,
    headline: null,
    byline: null,
    published: date === null ? null : { value: date, precision: "day", from: "given" },
    language: null,
    url: null,
    text,
    blocks: [{ kind: "paragraph", ...whole }],
    links: [],
    emphasis: [],
    turns: [],
    place: null,
    revisionOf: null,
  }
}

function quotationOf({ quote, speaker }: Claim): Quotation {
  const whole = { from: 0, to: quote.length }
  return {
    id: PAGE,
    article: PAGE,
    kind: "direct",
    content: [whole],
    marked: [whole],
    text: quote,
    speaker: speaker === null ? null : { name: speaker, mention: null, proof: [], confidence: 1 },
    cue: null,
    via: [],
  }
}
