import type { Edit } from "../apparatus/apparatus.ts"
import type { ReportQuotation } from "../report/report.ts"
import { compareEdits, weighEdit } from "../report/weigh.ts"
import { covers, mergeSpans, type Span } from "../text/span.ts"
import type { Catalog } from "./catalog.ts"

/** A quotation with the least context that makes it legible, cut at everything that is to be shown in it. */
export interface Excerpt {
  readonly stretches: readonly Stretch[]
  /** Edits that have a mark of their own in it; one that lies under others has none. */
  readonly drawn: ReadonlySet<Edit>
}

/** Characters of the page without a gap. */
interface Stretch {
  readonly pieces: readonly Piece[]
  /** Whether the page goes on before and after it. */
  readonly opens: boolean
  readonly closes: boolean
}

export interface Piece {
  readonly text: string
  /** Whether it is part of what was said, or the page's own words. */
  readonly said: boolean
  readonly role: "speaker" | "cue" | "via" | null
  /** Its text is empty where words are missing. */
  readonly edit: Edit | null
}

export function excerptQuotation(
  quotation: ReportQuotation,
  catalog: Pick<Catalog, "articles" | "judged">,
): Excerpt {
  const judged = catalog.judged.get(quotation.id) ?? []
  const edits = judged
    .flatMap(({ witness }) => witness.edits.filter(isDrawn))
    .toSorted(compareEdits)
  const text = catalog.articles.get(quotation.article)?.text
  const ranges = text === undefined ? quotation.content : contextOf(quotation, text)
  const stretches = ranges.map((range) => {
    const shown = text?.slice(range.from, range.to) ?? contentText(quotation, range)
    return {
      pieces: cutPieces(range, shown, quotation, edits),
      opens: text !== undefined && !isBlockEdge(text, range.from - 1),
      closes: text !== undefined && !isBlockEdge(text, range.to),
    }
  })
  const pieces = stretches.flatMap(({ pieces }) => pieces)
  return { stretches, drawn: new Set(pieces.flatMap(({ edit }) => edit ?? [])) }
}

/** That a quotation is part of a sentence is no mark's worth unless it says something. */
function isDrawn(edit: Edit): boolean {
  return edit.kind !== "truncation" || weighEdit(edit) > 0
}

/** The words of one part of the content where the report came without the article's text. */
function contentText({ content, text }: ReportQuotation, part: Span): string {
  let start = 0
  for (const span of content) {
    const length = span.to - span.from
    if (span === part) return text.slice(start, start + length)
    start += length + 1
  }
  return ""
}

/** What is shown of the page: the quotation, who says it, and a few words on either side in its paragraph. */
function contextOf({ content, speaker, cue, via }: ReportQuotation, text: string): Span[] {
  const said = content.filter(({ from, to }) => from >= 0 && to <= text.length)
  const named = [speaker?.mention, cue, ...via.map(({ span }) => span)].filter((span) => !!span)
  const near = named.filter((span) => said.some((part) => distance(part, span) <= NEAR))
  const ranges = [...said.map((span) => widen(span, text)), ...near.map((span) => snap(span, text))]
  return mergeSpans(ranges, BRIDGE)
}

function distance(a: Span, b: Span): number {
  return Math.max(0, a.from - b.to, b.from - a.to)
}

/** A span with some context on both sides, not beyond its line and not within a word. */
export function widen({ from, to }: Span, text: string): Span {
  const lineStart = text.lastIndexOf("\n", from - 1) + 1
  const newline = text.indexOf("\n", to)
  const lineEnd = newline < 0 ? text.length : newline
  return snap({ from: Math.max(lineStart, from - LEAD), to: Math.min(lineEnd, to + TAIL) }, text)
}

/** Whole words: a cut word at either end is completed, for at most a few characters. */
function snap({ from, to }: Span, text: string): Span {
  let start = from
  let end = to
  while (start > 0 && from - start < LONGEST_WORD && !/\s/.test(text[start - 1]!)) start--
  while (end < text.length && end - to < LONGEST_WORD && !/\s/.test(text[end]!)) end++
  return { from: start, to: end }
}

function isBlockEdge(text: string, at: number): boolean {
  return at < 0 || at >= text.length || text[at] === "\n"
}

function cutPieces(
  range: Span,
  text: string,
  quotation: ReportQuotation,
  edits: readonly Edit[],
): Piece[] {
  const here = edits
    .flatMap((edit) => edit.witness.map((span) => ({ span, edit })))
    .filter(({ span }) => covers(range, span))
  const pieceOf = (from: number, to: number, edit: Edit | null): Piece => ({
    text: text.slice(from - range.from, to - range.from),
    said: saidSpans(quotation).some((span) => covers(span, { from, to })),
    role: roleOf({ from, to }, quotation),
    edit,
  })
  const cuts = cutPoints(
    range,
    quotation,
    here.map(({ span }) => span),
  )
  return cuts.flatMap((from, i) => {
    const missing = here
      .filter(({ span }) => span.from === span.to && span.from === from)
      .map(({ edit }) => pieceOf(from, from, edit))
    const to = cuts[i + 1]
    if (to === undefined) return missing
    const over = here.find(({ span }) => span.from < span.to && covers(span, { from, to }))
    return [...missing, pieceOf(from, to, over?.edit ?? null)]
  })
}

/** What is printed as the speaker's words; where nothing is marked, what is reported as said. */
function saidSpans({ marked, content }: ReportQuotation): readonly Span[] {
  return marked.length > 0 ? marked : content
}

/** Where one piece ends and the next begins: the range's ends and every edge within. */
function cutPoints(range: Span, quotation: ReportQuotation, marks: readonly Span[]): number[] {
  const named = [
    quotation.speaker?.mention,
    quotation.cue,
    ...quotation.via.map(({ span }) => span),
  ]
  const edges = [...saidSpans(quotation), ...marks, ...named.filter((span) => !!span)]
    .flatMap(({ from, to }) => [from, to])
    .filter((at) => at > range.from && at < range.to)
  return [...new Set([range.from, ...edges, range.to])].toSorted((a, b) => a - b)
}

function roleOf(piece: Span, { speaker, cue, via }: ReportQuotation): Piece["role"] {
  if (speaker?.mention && covers(speaker.mention, piece)) return "speaker"
  if (cue && covers(cue, piece)) return "cue"
  return via.some(({ span }) => covers(span, piece)) ? "via" : null
}

/** Characters of context before and after a quotation: its lead-in, and who said it. */
const LEAD = 60
const TAIL = 48

/** Characters within which a speaker's name or a verb of saying is shown with its quotation. */
const NEAR = 160

/** Excerpts this close to one another are shown as one. */
const BRIDGE = 24

const LONGEST_WORD = 30
