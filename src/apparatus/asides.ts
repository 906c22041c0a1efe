import { firstWhere } from "../text/first-where.ts"
import { passageText } from "../text/passage.ts"
import type { Span } from "../text/span.ts"
import { type Bracket, findBrackets, hasEllipsis, isAttribution } from "./marks.ts"
import {
  gapAt,
  gapText,
  isInterrupted,
  isOneSpace,
  normsOf,
  stopsOf,
  type Wording,
} from "./wording.ts"

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
  own: OwnWords = NOTHING,
): { readonly spoken: Wording; readonly asides: readonly Aside[] } {
  const found = findAsides(wording).filter((aside) => !isOwn(own, wording, aside))
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

/** What a base says itself: its asides by their words, and, asked for seldom, all pairs of words that follow each other in it. */
interface OwnWords {
  readonly asides: ReadonlySet<string>
  readonly pairs: () => ReadonlySet<string>
}

const NOTHING: OwnWords = { asides: new Set(), pairs: () => new Set() }

/**
 * A base's own words; and for each of its words whether nobody spoke it, so that no page need print it: it is of an aside,
 * or of what stands at one of the `silent` places.
 */
export function ownAsides(
  wording: Wording,
  silent: readonly Span[] = [],
): {
  readonly own: OwnWords
  readonly unspoken: Uint8Array
} {
  const { words } = wording
  const found = findAsides(wording)
  const unspoken = new Uint8Array(words.length)
  for (const { kind, from, to } of found) if (kind !== "attribution") unspoken.fill(1, from, to)
  for (const span of silent) {
    const from = firstWhere(words.length, (k) => words[k]!.from >= span.from)
    unspoken.fill(
      1,
      from,
      firstWhere(words.length, (k) => words[k]!.to > span.to),
    )
  }
  const asides = new Set(found.map(({ from, to }) => wordsOf(wording, from, to)))
  let pairs: ReadonlySet<string> | null = null
  const allPairs = (): ReadonlySet<string> => {
    pairs ??= new Set(words.slice(1).map((word, k) => `${words[k]!.norm} ${word.norm}`))
    return pairs
  }
  return { own: { asides, pairs: allPairs }, unspoken }
}

/**
 * Whether an aside is the base's: by all its words, or because it follows there what it follows here. Where it begins or
 * ends with a word that stands beyond it too, the two that follow are those around it: `long ago,” the mayor said, “the`.
 */
function isOwn(own: OwnWords, wording: Wording, { from, to }: Found): boolean {
  const { words } = wording
  if (own.asides.has(wordsOf(wording, from, to))) return true
  const isFollowing = (k: number): boolean =>
    k > 0 && k < words.length && own.pairs().has(`${words[k - 1]!.norm} ${words[k]!.norm}`)
  const isSame = (a: number, b: number): boolean => words[a]?.norm === words[b]?.norm
  return (isFollowing(from) && !isSame(from, to)) || (isFollowing(to) && !isSame(from - 1, to - 1))
}

function wordsOf(wording: Wording, from: number, to: number): string {
  return normsOf(wording, from, to).join(" ")
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
/** What happens in a room, and words that are said of it: `(Audience booing)`, `(Bell rings)`, `(Loud and prolonged applause)`. */
const EVENT: ReadonlySet<string> = new Set(
  "applause laughter laughs laughing cheers cheering crosstalk inaudible unintelligible boos booing jeers jeering chants chanting shouts shouting whistles whistling chuckles sighs pause silence music bell gavel".split(
    " ",
  ),
)
const OF_EVENTS: ReadonlySet<string> = new Set(
  "and in the from of audience crowd loud prolonged general scattered sustained standing rings ringing question response".split(
    " ",
  ),
)

function bracketKind(wording: Wording, { from, to }: Bracket): Aside["kind"] | null {
  if (to - from > 6) return null
  const words = wordsOf(wording, from, to)
  if (words === "sic") return "sic"
  if (NOTE.test(words)) return "note"
  return isStage(normsOf(wording, from, to)) ? "stage" : null
}

function isStage(norms: readonly string[]): boolean {
  return (
    norms.some((norm) => EVENT.has(norm)) &&
    norms.every((norm) => EVENT.has(norm) || OF_EVENTS.has(norm))
  )
}

/** Most words of an attribution: "the president told reporters in Geneva on Monday". */
const MAX_ATTRIBUTION = 12
/** The same where no opening mark ends it: "the president told reporters". */
const MAX_OPEN_ATTRIBUTION = 5

/**
 * Runs of words between a closing and an opening quotation mark, with a word that says so; behind the closing mark also
 * those before words left out, or before the end: `…,” he said.`
 */
function findAttributions(wording: Wording): Found[] {
  const found: Found[] = []
  if (!mayHoldAttribution(passageText(wording))) return found
  let closed = -1
  for (let k = 1; k <= wording.words.length; k++) {
    if (isInterrupted(wording, k) || k - closed > MAX_ATTRIBUTION) closed = -1
    if (isOneSpace(wording, k)) continue
    const gap = gapText(wording, k)
    if (closed >= 0 && endsAttribution(wording, closed, k, gap)) {
      if (saysSo(wording, closed, k)) found.push({ kind: "attribution", from: closed, to: k })
      closed = -1
    } else if (CLOSES.test(gap)) closed = k
  }
  return found
}

function endsAttribution(wording: Wording, closed: number, k: number, gap: string): boolean {
  const opening = gapText(wording, closed)
  if (OPENS.test(gap)) return isAttribution(opening, gap)
  const isLast = k === wording.words.length
  const isShort = k - closed <= MAX_OPEN_ATTRIBUTION
  return (isLast || hasEllipsis(gap)) && isShort && CLOSES_WITHIN.test(opening)
}

/** False only of a text in which no closing mark could be followed by the page's own words. */
export function mayHoldAttribution(text: string): boolean {
  return CLOSES.test(text)
}

const CLOSES = /[,.!?…](?:["”’»']|&(?:rdquo|quot|rsquo|#39|#8221|#8217);)\s|["”’»']\s*[,–—]|["”]\s/
/** A comma and a closing mark: what follows is no new sentence. */
const CLOSES_WITHIN = /,["”’»]\s/
const OPENS = /\s(?:["“‘«„']|&(?:ldquo|quot|lsquo|#39|#8220|#8216);)[^\p{L}\p{N}]*$/u
const SPEECH: ReadonlySet<string> = new Set(
  "said says say saying told tells added adds asked asks wrote writes continued continues explained explains noted notes insisted argued warned stated declared replied answered recalled claimed stressed remarked announced admitted according tweeted concluded acknowledged observed went".split(
    " ",
  ),
)

function saysSo(wording: Wording, from: number, to: number): boolean {
  return normsOf(wording, from, to).some((norm) => SPEECH.has(norm))
}

function asideSpan(wording: Wording, kind: Aside["kind"], from: number, to: number): Span {
  const before = gapAt(wording, from)
  const after = gapAt(wording, to)
  const opening = wording.text.slice(before.from, before.to)
  const closing = wording.text.slice(after.from, after.to)
  if (kind === "attribution") {
    const start = before.from + Math.max(0, opening.search(/["”’»'&]/))
    return { from: start, to: OPENS.test(closing) ? after.to : after.from }
  }
  const open = opening.search(/[[(]/)
  const close = closing.search(/[\])]/)
  return {
    from: open < 0 ? before.to : before.from + open,
    to: close < 0 ? after.from : after.from + close + 1,
  }
}

function countBelow(sorted: readonly number[], limit: number): number {
  return firstWhere(sorted.length, (i) => sorted[i]! >= limit)
}
