import type { Lexicon, Sequence } from "../alignment/lexicon.ts"
import { type Passage, passageText } from "../text/passage.ts"
import { compareSpans, type Span } from "../text/span.ts"
import { findTokens, type Token } from "../text/tokens.ts"
import { type Bracket, hasEllipsis } from "./marks.ts"

/** A passage as its words and what stands between them. */
export interface Wording {
  readonly text: string
  readonly spans: readonly Span[]
  readonly words: readonly Token[]
  /** For each word the span it stands in. */
  readonly pieces: Int32Array
  /** For each word one of `STOP`: the punctuation behind it. */
  readonly stops: Uint8Array
  /** What is set in italics or bold without a mark in the text. */
  readonly emphasis: readonly Span[]
}

/** The punctuation behind a word: none, within a sentence, or at its end. */
export const STOP = { none: 0, phrase: 1, sentence: 2 } as const

/** What is known of a passage's words besides their text. */
interface Given {
  readonly words?: readonly Token[]
  readonly emphasis?: readonly Span[]
}

export function wordingOf(passage: Passage, given: Given = {}): Wording {
  const spans = passage.spans.toSorted(compareSpans)
  const found = spans.map((span) => given.words ?? findTokens(passage.text, span))
  const words = found.length === 1 ? found[0]! : found.flat()
  const pieces = new Int32Array(words.length)
  let next = 0
  for (const [piece, { length }] of found.entries()) {
    pieces.fill(piece, next, next + length)
    next += length
  }
  const wording = {
    text: passage.text,
    spans,
    words,
    pieces,
    emphasis: given.emphasis ?? [],
  }
  return { ...wording, stops: stopsOf(wording) }
}

/** For each word one of `STOP`. */
export function stopsOf(wording: Omit<Wording, "stops">): Uint8Array {
  const stops = new Uint8Array(wording.words.length)
  for (let k = 0; k < stops.length; k++) stops[k] = stopAfter(wording, k)
  return stops
}

/** The words numbered for alignment; what stands in square brackets is nobody's word but the page's. */
export function sequenceOf(
  wording: Wording,
  lexicon: Lexicon,
  brackets: readonly Bracket[] = [],
): Sequence {
  const words = [...wording.words]
  for (const { from, to, square } of brackets) {
    if (!square) continue
    for (let k = from; k < to; k++) words[k] = { ...words[k]!, norm: `[${words[k]!.norm}` }
  }
  return lexicon.sequence(words, wording.stops, cutsOf(wording))
}

function cutsOf(wording: Wording): Uint8Array {
  const cuts = new Uint8Array(wording.words.length + 1)
  if (!hasEllipsis(passageText(wording))) return cuts
  for (let k = 1; k < wording.words.length; k++) if (hasEllipsis(gapText(wording, k))) cuts[k] = 1
  return cuts
}

/** What stands between word `k - 1` and word `k`; before the first and behind the last word as far as the passage goes. */
export function gapAt(wording: Omit<Wording, "stops">, k: number): Span {
  const { words, pieces, spans } = wording
  const before = words[k - 1]
  const after = words[k]
  if (!before && !after) return { from: spans[0]?.from ?? 0, to: spans.at(-1)?.to ?? 0 }
  const from = before ? before.to : spans[pieces[k]!]!.from
  const to = after ? after.from : spans[pieces[k - 1]!]!.to
  return { from, to }
}

/** The characters of `gapAt`; at an interruption only those of the passage itself, divided by a space. */
export function gapText(wording: Omit<Wording, "stops">, k: number): string {
  const { from, to } = gapAt(wording, k)
  if (!isInterrupted(wording, k)) return wording.text.slice(from, to)
  const tail = wording.spans[wording.pieces[k - 1]!]!.to
  const head = wording.spans[wording.pieces[k]!]!.from
  return `${wording.text.slice(from, tail)} ${wording.text.slice(head, to)}`
}

/** Whether nothing but a space stands before word `k`, as before most words. */
export function isOneSpace({ words, text }: Omit<Wording, "stops">, k: number): boolean {
  const before = words[k - 1]
  const after = words[k]
  return (
    before !== undefined &&
    after !== undefined &&
    after.from === before.to + 1 &&
    text.charCodeAt(before.to) === SPACE
  )
}

const SPACE = 0x20

/** Whether something that is not of the passage stands before word `k`: "…," he said, "…". */
export function isInterrupted(wording: Omit<Wording, "stops">, k: number): boolean {
  return k > 0 && k < wording.words.length && wording.pieces[k] !== wording.pieces[k - 1]
}

/** The spans of words `from` up to `to`, one for each piece of the passage; a place where there are none. */
export function spansOf(wording: Wording, from: number, to: number): Span[] {
  const { words, pieces } = wording
  if (from >= to) return [placeAt(wording, from)]
  const spans: Span[] = []
  let first = from
  for (let k = from; k < to; k++) {
    if (k + 1 < to && pieces[k + 1] === pieces[k]) continue
    spans.push({ from: words[first]!.from, to: words[k]!.to })
    first = k + 1
  }
  return spans
}

/** The zero-length span before word `k`. */
function placeAt(wording: Wording, k: number): Span {
  const at = wording.words[k - 1]?.to ?? wording.words[k]?.from ?? wording.spans[0]?.from ?? 0
  return { from: at, to: at }
}

/** The compared forms of words `from` up to `to`. */
export function normsOf(wording: Wording, from: number, to: number): string[] {
  return wording.words.slice(from, to).map(({ norm }) => norm)
}

/** The raw characters of a word. */
export function rawWord(wording: Wording, k: number): string {
  const { from, to } = wording.words[k]!
  return wording.text.slice(from, to)
}

/** Whether a word is written in both to the letter, as most are: told without copying it. */
export function isWrittenAlike(a: Wording, i: number, b: Wording, j: number): boolean {
  const first = a.words[i]!
  const second = b.words[j]!
  const length = first.to - first.from
  if (second.to - second.from !== length) return false
  let at = 0
  while (at < length && isSameUnit(a.text, first.from + at, b.text, second.from + at)) at++
  return at === length
}

function isSameUnit(a: string, i: number, b: string, j: number): boolean {
  return a.charCodeAt(i) === b.charCodeAt(j)
}

/** Titles and the like, behind which a full stop ends no sentence. */
const ABBREVIATION = /^(?:mr|mrs|ms|dr|prof|sen|rep|gov|gen|col|lt|sgt|st|rev|jr|sr|no|vs|etc|inc)$/

function stopAfter(wording: Omit<Wording, "stops">, k: number): number {
  if (isOneSpace(wording, k + 1)) return STOP.none
  const gap = gapText(wording, k + 1)
  if (gap === " " || !/[^\s\-‐‑]/.test(gap)) return STOP.none
  if (/[.!?…。！？]/.test(gap) && !ABBREVIATION.test(wording.words[k]!.norm)) {
    const next = wording.words[k + 1]
    if (!next || !/^\p{Ll}/u.test(wording.text.slice(next.from, next.from + 2)))
      return STOP.sentence
  }
  return STOP.phrase
}
