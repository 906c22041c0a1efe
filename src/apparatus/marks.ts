import { passageText } from "../text/passage.ts"
import { covers, mergeSpans, type Span } from "../text/span.ts"
import { gapText, isOneSpace, type Wording } from "./wording.ts"

/** Marks by which a page shows the reader that it left words out: …, . . ., [...], (…), <…>, and their entities. */
const ELLIPSIS = /…|&hellip;|&#8230;|\.{3,}|\.(?:[ \u00a0]\.){2,}|\*(?: ?\*){2}/

export function hasEllipsis(gap: string): boolean {
  return ELLIPSIS.test(gap)
}

/** The mark itself, with the brackets around it, within a gap that begins at `offset`. */
export function maybeEllipsisSpan(gap: string, offset: number): Span | null {
  const match = ELLIPSIS.exec(gap)
  if (!match) return null
  let from = match.index
  let to = from + match[0].length
  while (gap[to] === ".") to++
  if (/[[(<]/.test(gap[from - 1] ?? "") && /[\])>]/.test(gap[to] ?? "")) {
    from--
    to++
  }
  return { from: offset + from, to: offset + to }
}

/** Words between an opening and a closing bracket: half open. */
export interface Bracket {
  readonly from: number
  readonly to: number
  /** Whether words in it are never the speaker's: [ ], that stands by itself. Round brackets may be the record's too. */
  readonly square: boolean
}

/** The brackets around words; one that is never closed is none. `[S]tate` and `State[s]` are brackets within a word. */
export function findBrackets(wording: Wording): Bracket[] {
  if (!wording.spans.some(({ from, to }) => /[[(]/.test(wording.text.slice(from, to)))) return []
  const brackets: Bracket[] = []
  let open = -1
  for (let k = 0; k <= wording.words.length; k++) {
    const gap = gapText(wording, k)
    if (open >= 0 && closesBracket(gap)) {
      const square = gapText(wording, open).includes("[")
      brackets.push({ from: open, to: k, square: square && !isGlued(wording, open, k) })
      open = -1
    }
    if (opensBracket(gap)) open = k
  }
  return brackets
}

/** Whether a bracket touches a letter outside. */
function isGlued(wording: Wording, from: number, to: number): boolean {
  const before = gapText(wording, from)
  const after = gapText(wording, to)
  return (from > 0 && /^[[(]/.test(before)) || (to < wording.words.length && /[\])]$/.test(after))
}

/** For each word the number of its bracket, from 1; 0 outside. */
export function numberBrackets(brackets: readonly Bracket[], count: number): Int32Array {
  const inside = new Int32Array(count)
  brackets.forEach((bracket, i) => {
    inside.fill(i + 1, bracket.from, bracket.to)
  })
  return inside
}

function opensBracket(gap: string): boolean {
  return (
    Math.max(gap.lastIndexOf("["), gap.lastIndexOf("(")) >
    Math.max(gap.lastIndexOf("]"), gap.lastIndexOf(")"))
  )
}

function closesBracket(gap: string): boolean {
  const close = gap.search(/[\])]/)
  const open = gap.search(/[[(]/)
  return close >= 0 && (open < 0 || close < open)
}

/** Whether the words between two gaps stand in one bracket. */
export function isBracketedText(before: string, after: string): boolean {
  return opensBracket(before) && closesBracket(after)
}

/** Whether the words between two gaps stand outside the quotation: `…,” he said, “…`. */
export function isAttribution(before: string, after: string): boolean {
  return CLOSING_MARK.test(before) && OPENING_MARK.test(after)
}

const CLOSING_MARK = /["”’»']|&rdquo;|&quot;|&rsquo;|&#39;|&#8221;|&#8217;/
const OPENING_MARK = /["“‘«„']|&ldquo;|&quot;|&lsquo;|&#39;|&#8220;|&#8216;/

/** Marks of emphasis and how they come in pairs. */
const EMPHASIS_MARK =
  /\*{1,3}|_{1,3}|<\/?(?:em|strong|b|i|u|mark|s|strike|del)(?:\s[^<>]{0,200})?>/gi

/** A gap without marks of emphasis. */
export function withoutEmphasis(gap: string): string {
  return gap.includes("*") || gap.includes("_") || gap.includes("<")
    ? gap.replace(EMPHASIS_MARK, "")
    : gap
}

/** For each word the number of the marks of emphasis around it, from 1; 0 for none. */
export function findEmphasis(wording: Wording): Int32Array {
  const emphasised = new Int32Array(wording.words.length)
  markSetOff(wording, emphasised)
  if (!/[*_<]/.test(passageText(wording))) return emphasised
  const open = new Map<string, number>()
  let count = 1
  for (let k = 0; k <= wording.words.length; k++) {
    if (isOneSpace(wording, k)) continue
    const gap = gapText(wording, k)
    if (!/[*_<]/.test(gap) || /\* ?\* ?\* /.test(gap)) continue
    for (const [mark] of gap.matchAll(EMPHASIS_MARK)) {
      const name = mark.startsWith("<") ? mark.replace(/^<\/?|[\s>].*/g, "").toLowerCase() : mark
      const since = open.get(name)
      if (since === undefined) open.set(name, k)
      else {
        emphasised.fill(++count, since, k)
        open.delete(name)
      }
    }
  }
  return emphasised
}

/** Where all the words are set alike, that is how the page sets quotations and stresses nothing. */
function markSetOff(wording: Wording, emphasised: Int32Array): void {
  const stretches = mergeSpans(wording.emphasis)
  if (stretches.length === 0) return
  let at = 0
  wording.words.forEach((word, k) => {
    while (at < stretches.length && stretches[at]!.to < word.to) at++
    if (stretches[at] && covers(stretches[at]!, word)) emphasised[k] = 1
  })
  if (emphasised.every((is) => is === 1)) emphasised.fill(0)
}

const STRUCK = /[\u0335-\u0338\u0332\u0333]/

/** A word in capitals, other than `OK`. */
export function isShouted(raw: string): boolean {
  return /^\P{Ll}+$/u.test(raw) && /\p{Lu}.*\p{Lu}/u.test(raw) && !/^O\.?K\.?$/.test(raw)
}

export function isStruck(raw: string): boolean {
  return STRUCK.test(raw)
}
