import { type Alignment, align, isKept } from "../alignment/align.ts"
import { Lexicon, type Sequence } from "../alignment/lexicon.ts"
import { compareText } from "../text/compare-text.ts"
import { type Passage, passageText, wholePassage } from "../text/passage.ts"
import { leaveOut } from "./asides.ts"
import { isBracketedText } from "./marks.ts"
import { gapText, STOP, sequenceOf, type Wording, wordingOf } from "./wording.ts"

/**
 * The fullest wording that passages of the same words together give, as reads are assembled into a sequence: the
 * longest first, then what each of the others has besides, where shared words around it say where it belongs.
 * Only the passages matter, not their order.
 */
export function buildComposite(passages: readonly Passage[]): string {
  const [longest = "", ...others] = inOrder(passages)
  if (others.length === 0) return longest
  const lexicon = new Lexicon()
  const first = read(longest, lexicon)
  const rest = others.map((text) => read(text, lexicon))
  let composite = first
  let left = rest
  for (let added = true; added && left.length > 0; ) {
    added = false
    const waiting: Reading[] = []
    for (const reading of left) {
      const extended = maybeExtend(composite, reading, lexicon)
      if (extended === null) waiting.push(reading)
      else if (extended !== composite.wording.text) {
        composite = read(extended, lexicon)
        added = true
      }
    }
    left = waiting
  }
  return composite.wording.text
}

/** A text ready to be aligned. */
interface Reading {
  readonly wording: Wording
  readonly sequence: Sequence
}

function read(text: string, lexicon: Lexicon): Reading {
  const wording = wordingOf(wholePassage(text))
  return { wording, sequence: sequenceOf(wording, lexicon) }
}

/** The different texts, those of most words first, of these the ones that no "he said" interrupts. */
function inOrder(passages: readonly Passage[]): string[] {
  if (passages.length === 1) return passages.map(spokenText)
  const sized = passages.map((passage) => ({
    text: spokenText(passage),
    words: wordingOf(passage).words.length,
    pieces: passage.spans.length,
  }))
  sized.sort((a, b) => b.words - a.words || a.pieces - b.pieces || compareText(a.text, b.text))
  return [...new Set(sized.map(({ text }) => text))]
}

/** The passage's words without what the page put between them. */
function spokenText(passage: Passage): string {
  const text = passageText(passage)
  const { asides } = leaveOut(wordingOf(wholePassage(text)))
  let spoken = ""
  let at = 0
  for (const { span } of asides) {
    spoken += text.slice(at, span.from)
    at = Math.max(at, span.to)
  }
  return (spoken + text.slice(at)).trim()
}

/** Fewest shared words by which a passage finds its place in the composite. */
const MIN_SHARED = 3

/** The composite with what a passage has besides; null where too little is shared to tell where that belongs. */
function maybeExtend(composite: Reading, reading: Reading, lexicon: Lexicon): string | null {
  const { wording } = reading
  const alignment = align(composite.sequence, reading.sequence, lexicon)
  if (countKept(alignment) < Math.min(MIN_SHARED, wording.words.length)) return null
  return insertAll(composite.wording, findAdditions(composite.wording, wording, alignment))
}

function countKept(alignment: Alignment): number {
  let kept = 0
  for (let w = 0; w < alignment.links.length; w++) if (isKept(alignment, w)) kept++
  return kept
}

/** Fewest words that are taken for left out by the others; one or two are as likely put in by the one page. */
const MIN_ADDED = 3

/** Words put in before a word of the base. */
interface Addition {
  readonly before: number
  readonly text: string
}

function findAdditions(base: Wording, witness: Wording, alignment: Alignment): Addition[] {
  const additions: Addition[] = []
  let from = 0
  let next = 0
  for (let w = 0; w <= witness.words.length; w++) {
    const isEnd = w === witness.words.length
    if (!isEnd && (alignment.blocks[w]! > 0 || !isKept(alignment, w))) continue
    const b = isEnd ? base.words.length : alignment.toBase[w]!
    const place =
      w - from >= MIN_ADDED
        ? placeOf(base, witness, { from, to: w, baseFrom: next, baseTo: b })
        : null
    if (place !== null) additions.push({ before: place, text: stretch(witness, from, w) })
    from = w + 1
    next = Math.max(next, b + 1)
  }
  return additions
}

/** Words of a passage between two shared ones, and what the base has between these. */
interface Extra {
  readonly from: number
  readonly to: number
  readonly baseFrom: number
  readonly baseTo: number
}

/** Before which word of the base the extra words belong; null where they only stand for others, or are not the speaker's. */
function placeOf(base: Wording, witness: Wording, extra: Extra): number | null {
  const { from, to, baseFrom, baseTo } = extra
  if (isBracketedText(gapText(witness, from), gapText(witness, to))) return null
  if (baseFrom === baseTo) return baseFrom
  if (from === 0 && endsSentence(witness, to) && endsSentence(base, baseTo)) return baseTo
  if (to === witness.words.length && endsSentence(witness, from) && endsSentence(base, baseFrom))
    return baseFrom
  return null
}

function endsSentence(wording: Wording, k: number): boolean {
  return k > 0 && wording.stops[k - 1] === STOP.sentence
}

/** Words with the signs behind them. */
function stretch(witness: Wording, from: number, to: number): string {
  return `${witness.text.slice(witness.words[from]!.from, witness.words[to]?.from ?? witness.text.length).trimEnd()} `
}

function insertAll(base: Wording, additions: readonly Addition[]): string {
  let text = ""
  let at = 0
  for (const { before, text: added } of additions) {
    const place = base.words[before]?.from ?? base.text.length
    text += base.text.slice(at, place)
    if (!/\s$/.test(text) && text !== "") text += " "
    text += added
    at = place
  }
  return `${text}${base.text.slice(at)}`.trimEnd()
}
