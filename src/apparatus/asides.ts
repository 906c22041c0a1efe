import type { Span } from "../text/span.ts"
import { type Bracket, findBrackets, isAttribution } from "./marks.ts"
import { gapAt, gapText, isInterrupted, stopsOf, type Wording } from "./wording.ts"

/**
 * Words inside a passage that are not the speaker's and stand in the place of none of his: a note on emphasis, `[sic]`,
 * the page's "he said" between closing and opening marks, and what happened in the room: `(Applause.)`.
 */
export interface Aside {
  readonly kind: "note" | "sic" | "attribution" | "stage"
  /** With its brackets or the marks around it. */
  readonly span: Span
  /** The word that follows, counted without asides. */
  readonly before: number
}

/**
 * A wording without the asides among its words; they become part of what stands between these. `own` are the asides of
 * the base: words that it has as well are the text's.
 */
export function leaveOut(
  wording: Wording,
  own: ReadonlySet<string> = NOTHING,
): { readonly spoken: Wording; readonly asides: readonly Aside[] } {
  const found = findAsides(wording).filter(({ from, to }) => !own.has(asideKey(wording, from, to)))
  if (found.length === 0) return { spoken: wording, asides: [] }
  const isLeft = new Uint8Array(wording.words.length)
  for (const { from, to } of found) isLeft.fill(1, from, to)
  const keep = wording.words.map((_, k) => k).filter((k) => isLeft[k] === 0)
  if (keep.length === 0) return { spoken: wording, asides: [] }
  const spoken = {
    ...wording,
    words: keep.map((k) => wording.words[k]!),
    pieces: Int32Array.from(keep, (k) => wording.pieces[k]!),
  }
  const asides = found.map(({ kind, from, to }) => ({
    kind,
    span: asideSpan(wording, kind, from, to),
    before: countBelow(keep, from),
  }))
  return { spoken: { ...spoken, stops: stopsOf(spoken) }, asides }
}

const NOTHING: ReadonlySet<string> = new Set()

/** The asides of a base, by their words; and for each of its words whether it is of one: no page need print it. */
export function ownAsides(wording: Wording): {
  readonly own: ReadonlySet<string>
  readonly unspoken: Uint8Array
} {
  const found = findAsides(wording)
  const unspoken = new Uint8Array(wording.words.length)
  for (const { kind, from, to } of found) if (kind !== "attribution") unspoken.fill(1, from, to)
  return { own: new Set(found.map(({ from, to }) => asideKey(wording, from, to))), unspoken }
}

/** The words of an aside. */
function asideKey(wording: Wording, from: number, to: number): string {
  return wording.words
    .slice(from, to)
    .map((word) => word.norm)
    .join(" ")
}

interface Found {
  readonly kind: Aside["kind"]
  readonly from: number
  readonly to: number
}

function findAsides(wording: Wording): Found[] {
  const bracketed = findBrackets(wording).flatMap((bracket): Found[] => {
    const kind = bracketKind(wording, bracket)
    return kind ? [{ kind, from: bracket.from, to: bracket.to }] : []
  })
  return [...bracketed, ...findAttributions(wording)].sort((a, b) => a.from - b.from || a.to - b.to)
}

/** A reporter's note on emphasis: `(emphasis mine)`. */
const NOTE =
  /^(?:(?:my|our) )?(?:emphasis|emphases|italics|bold)(?: (?:added|mine|ours|supplied|original|in|is|our|my))*$/
const STAGE =
  /^(?:(?:loud|prolonged|general|scattered|sustained) )?(?:applause|laughter|laughs|laughing|cheers|cheering|crosstalk|inaudible|boos|booing|chuckles|pause|music)(?: (?:and )?(?:applause|laughter|cheers|cheering|question))?$/

function bracketKind(wording: Wording, { from, to }: Bracket): Aside["kind"] | null {
  if (to - from > 6) return null
  const norms = wording.words.slice(from, to).map((word) => word.norm)
  const words = norms.join(" ")
  if (words === "sic") return "sic"
  if (NOTE.test(words)) return "note"
  return STAGE.test(words) ? "stage" : null
}

/** Most words of an attribution: "the president told reporters in Geneva on Monday". */
const MAX_ATTRIBUTION = 12

/** Runs of words between a closing and an opening quotation mark, with a word that says so. */
function findAttributions(wording: Wording): Found[] {
  const found: Found[] = []
  let closed = -1
  for (let k = 1; k < wording.words.length; k++) {
    if (isInterrupted(wording, k) || k - closed > MAX_ATTRIBUTION) closed = -1
    const gap = gapText(wording, k)
    if (closed >= 0 && OPENS.test(gap) && isAttribution(gapText(wording, closed), gap)) {
      if (saysSo(wording, closed, k)) found.push({ kind: "attribution", from: closed, to: k })
      closed = -1
    } else if (CLOSES.test(gap)) closed = k
  }
  return found
}

const CLOSES = /[,.!?…](?:["”’»']|&(?:rdquo|quot|rsquo|#39|#8221|#8217);)\s|["”’»']\s*[,–—]|["”]\s/
const OPENS = /\s(?:["“‘«„']|&(?:ldquo|quot|lsquo|#39|#8220|#8216);)$/
const SPEECH: ReadonlySet<string> = new Set(
  "said says say saying told tells added adds asked asks wrote writes continued continues explained explains noted notes insisted argued warned stated declared replied answered recalled claimed stressed remarked announced admitted according tweeted concluded acknowledged observed went".split(
    " ",
  ),
)

function saysSo(wording: Wording, from: number, to: number): boolean {
  return wording.words.slice(from, to).some((word) => SPEECH.has(word.norm))
}

function asideSpan(wording: Wording, kind: Aside["kind"], from: number, to: number): Span {
  const before = gapAt(wording, from)
  const after = gapAt(wording, to)
  const opening = wording.text.slice(before.from, before.to)
  const closing = wording.text.slice(after.from, after.to)
  if (kind === "attribution")
    return { from: before.from + Math.max(0, opening.search(/["”’»'&]/)), to: after.to }
  const open = opening.search(/[[(]/)
  const close = closing.search(/[\])]/)
  return {
    from: open < 0 ? before.to : before.from + open,
    to: close < 0 ? after.from : after.from + close + 1,
  }
}

function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < limit) low = middle + 1
    else high = middle
  }
  return low
}
