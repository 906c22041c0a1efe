import { type Article, type Block, bodyBlocks } from "../article/article.ts"
import type { Span } from "../text/span.ts"
import { isSpace, isWordCode } from "../text/words.ts"

/** Words that stand in quotation marks within one block. */
export interface MarkedPart extends Span {
  /** With the marks. */
  readonly outer: Span
  /** Index into the article's body blocks. */
  readonly block: number
  readonly mark: "double" | "single"
  /** Whether a closing mark was printed. */
  readonly closed: boolean
  /** Whether the block before was left open and this one goes on with it. */
  readonly continues: boolean
}

/** A mark as it stands: where, how wide, and which ways it can be read. */
interface Mark extends Span {
  readonly opens: boolean
  readonly closes: boolean
  /** Turned so that it can only close, whatever is around it. */
  readonly closer: boolean
}

interface Part extends Span {
  readonly closed: boolean
  /** False where a block goes on with a quotation without a mark of its own. */
  readonly opened: boolean
}

const code = (character: string): number => character.charCodeAt(0)
const LESS = code("<")
const GREATER = code(">")
const STRAIGHT = code('"')
const APOSTROPHE = code("'")
const LEFT_SINGLE = code("‘")
const RIGHT_SINGLE = code("’")
const OPENERS = new Set([..."“„‟«"].map(code))
const CLOSERS = new Set([..."”»"].map(code))
const BEFORE_OPENING = new Set([..."([{—–-/‘'’:…>"].map(code))
const AFTER_CLOSING = new Set([...".,;:!?)]}—–-…'’”\"/<"].map(code))
const FULL_STOPS = new Set([...".,;!?)"].map(code))

/** “'em”, “'90s”: an apostrophe at the head of a word, not a mark. */
const ELISIONS = /^(?:\d\ds?|em|til|tis|twas|cause|n|round|bout)(?![\p{L}\p{N}])/iu
/** The longest of the elisions, with the character after it. */
const ELISION_LENGTH = 7

/**
 * Finds everything in quotation marks, outermost marks only, in text order. A quotation that runs on over blocks is
 * one part a block, tied by `continues`; captions between do not break it. A page with odd marks loses at most the
 * block in which they stand.
 */
export function findMarkedParts(article: Article): MarkedPart[] {
  const found: MarkedPart[] = []
  const { text } = article
  const blocks = bodyBlocks(article)
  let openDouble = false
  let openSingle = false
  for (const [index, block] of blocks.entries()) {
    const aside = block.kind === "caption"
    const places = markPlaces(text, block)
    if (places.length === 0) {
      openDouble &&= aside
      openSingle &&= aside
      continue
    }
    const doubles = scanDoubles(text, block, places, openDouble && !aside)
    const singles = scanSingles(text, block, outsideOf(text, places, doubles), {
      wasOpen: openSingle && !aside,
      reopens: !aside && reopensSingle(text, blocks, index),
    })
    const continuing = {
      double: openDouble && !aside && goesOn(doubles[0], block, text),
      single: openSingle && !aside && goesOn(singles[0], block, text),
    }
    const add = (mark: "double" | "single") => (part: Part, at: number) =>
      found.push({
        ...innerSpan(text, part),
        outer: { from: part.from, to: part.to },
        block: index,
        mark,
        closed: part.closed,
        continues: at === 0 && continuing[mark],
      })
    const covered = singles.filter((part) => part.closed || part.from === lead(text, block))
    outside(doubles, covered).map(add("double"))
    singles.map(add("single"))
    if (aside) continue
    openDouble = doubles.at(-1)?.closed === false
    openSingle = singles.at(-1)?.closed === false
  }
  return found.filter((part) => part.from < part.to).sort((a, b) => a.from - b.from || b.to - a.to)
}

function goesOn(first: Part | undefined, block: Block, text: string): boolean {
  return first !== undefined && first.from === lead(text, block)
}

/** Whether the next block that is no caption begins with a single opening mark. */
function reopensSingle(text: string, blocks: readonly Block[], index: number): boolean {
  let next = index + 1
  while (blocks[next]?.kind === "caption") next++
  const block = blocks[next]
  return block !== undefined && text.charCodeAt(lead(text, block)) === LEFT_SINGLE
}

/** The parts that lie in none of the others; both are in text order and apart. */
function outside(parts: readonly Part[], others: readonly Part[]): Part[] {
  let next = 0
  return parts.filter((part) => {
    while (next < others.length && others[next]!.to <= part.from) next++
    const other = others[next]
    return !(other && other.from < part.from && part.to < other.to)
  })
}

/** Where the first character of a block stands that is not space. */
function lead(text: string, block: Span): number {
  let at = block.from
  while (at < block.to && isSpace(text.charCodeAt(at))) at++
  return at
}

function innerSpan(text: string, part: Part): Span {
  let from = part.opened ? part.from + markWidth(text, part.from) : part.from
  let to = part.closed ? part.to - markWidthBefore(text, part.to) : part.to
  while (from < to && isSpace(text.charCodeAt(from))) from++
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--
  return { from, to }
}

/** Marks of two characters: `''` and `<<`. */
function markWidth(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return isDoubled(text, at) && (unit === APOSTROPHE || unit === LESS) ? 2 : 1
}

function markWidthBefore(text: string, to: number): number {
  const unit = text.charCodeAt(to - 1)
  return isDoubled(text, to - 2) && (unit === APOSTROPHE || unit === GREATER) ? 2 : 1
}

function isDoubled(text: string, at: number): boolean {
  return text.charCodeAt(at) === text.charCodeAt(at + 1)
}

/**
 * The parts in double marks of one block. Marks are first read as nested; where that leaves the block open, as not
 * nested, since a page that opens twice and closes once is more often careless than deep.
 */
function scanDoubles(
  text: string,
  block: Span,
  places: readonly number[],
  wasOpen: boolean,
): Part[] {
  const marks = doubleMarks(text, block, places)
  if (marks.length === 0) return []
  const start = lead(text, block)
  const reopens = marks[0]!.from === start && !marks[0]!.closer
  const runsOn = wasOpen && !reopens && closesFirst(marks[0]!)
  const nested = pairMarks(marks, runsOn ? start : null, block.to, true)
  if (nested.at(-1)?.closed !== false) return nested
  const flat = pairMarks(marks, runsOn ? start : null, block.to, false)
  return flat.at(-1)?.closed === false ? trimmed(text, nested) : flat
}

function closesFirst(mark: Mark): boolean {
  return mark.closer || (mark.closes && !mark.opens)
}

function trimmed(text: string, parts: Part[]): Part[] {
  return parts.map((part) => {
    let to = part.to
    while (!part.closed && to > part.from && isSpace(text.charCodeAt(to - 1))) to--
    return { ...part, to }
  })
}

function pairMarks(
  marks: readonly Mark[],
  running: number | null,
  end: number,
  nests: boolean,
): Part[] {
  const parts: Part[] = []
  let from = running
  let opened = false
  let depth = running === null ? 0 : 1
  for (const mark of marks) {
    if (from === null) {
      if (!mark.opens && mark.closes) continue
      from = mark.from
      opened = true
      depth = 1
    } else if (mark.opens && !mark.closes) {
      if (nests) depth++
    } else if (--depth <= 0 || !nests) {
      parts.push({ from, to: mark.to, closed: true, opened })
      from = null
      depth = 0
    }
  }
  if (from !== null) parts.push({ from, to: end, closed: false, opened })
  return parts
}

function doubleMarks(text: string, block: Span, places: readonly number[]): Mark[] {
  const marks: Mark[] = []
  let next = block.from
  for (const at of places) {
    if (at < next) continue
    const markup = text.charCodeAt(at) === LESS ? markupLength(text, at, block.to) : 0
    const width = markup > 0 ? 0 : doubleMarkWidth(text, at)
    next = at + Math.max(1, markup + 1, width)
    if (width > 0) marks.push(readMark(text, block, { from: at, to: at + width }))
  }
  return marks
}

/** Where anything stands in a block that can be a mark or part of one. */
function markPlaces(text: string, block: Span): number[] {
  const places: number[] = []
  for (let at = block.from; at < block.to; at++) if (mayBeMark(text.charCodeAt(at))) places.push(at)
  return places
}

/** Tells nearly every character from a mark at once. */
function mayBeMark(unit: number): boolean {
  if (unit < 0xab)
    return unit === STRAIGHT || unit === APOSTROPHE || unit === LESS || unit === GREATER
  return unit === 0xab || unit === 0xbb || (unit >= LEFT_SINGLE && unit <= 0x201f)
}

/** Longest tag whose attribute values are not read as quotations. */
const MAX_MARKUP = 400

/** How far after `<` a tag that was left in the text ends; 0 where there is none. */
function markupLength(text: string, at: number, end: number): number {
  const next = text.charCodeAt(at + 1)
  if (next !== code("/") && !(isWordCode(next) && next > code("9"))) return 0
  for (let i = at + 1; i < end && i - at <= MAX_MARKUP; i++) {
    if (text.charCodeAt(i) === GREATER) return i - at
  }
  return 0
}

/** How many characters the double mark at a place has; 0 where there is none. */
function doubleMarkWidth(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit === STRAIGHT || OPENERS.has(unit) || CLOSERS.has(unit)) return 1
  if (unit !== APOSTROPHE && unit !== LESS && unit !== GREATER) return 0
  return isDoubled(text, at) && text.charCodeAt(at + 2) !== unit ? 2 : 0
}

function readMark(text: string, block: Span, span: Span): Mark {
  const unit = text.charCodeAt(span.from)
  const before = span.from > block.from ? text.charCodeAt(span.from - 1) : Number.NaN
  const after = span.to < block.to ? text.charCodeAt(span.to) : Number.NaN
  const mayOpen = (isSpace(before) || BEFORE_OPENING.has(before)) && !isSpace(after)
  const mayClose = !isSpace(before) && (isSpace(after) || AFTER_CLOSING.has(after))
  const strays =
    isSpace(before) && (FULL_STOPS.has(after) || (isSpace(after) && span.from > block.from))
  const closer = CLOSERS.has(unit) || unit === GREATER
  if (closer) return { ...span, opens: mayOpen && !mayClose && !strays, closes: true, closer }
  if (OPENERS.has(unit) || unit === LESS) {
    const turned = (mayClose && !mayOpen) || (strays && FULL_STOPS.has(after))
    return { ...span, opens: !turned, closes: turned, closer: false }
  }
  const closes = mayClose || strays
  return {
    ...span,
    opens: (mayOpen && !strays) || !closes,
    closes: closes || !mayOpen,
    closer: false,
  }
}

/**
 * The parts in single marks of one block, outside its double ones. An apostrophe after an s and before a space may
 * close or not: it closes only when nothing later does, and not when the next block re-opens.
 */
function scanSingles(
  text: string,
  block: Span,
  marks: readonly number[],
  around: { readonly wasOpen: boolean; readonly reopens: boolean },
): Part[] {
  const parts: Part[] = []
  const start = lead(text, block)
  let i = 0
  let hopelessTo = 0
  while (i < marks.length) {
    const from = marks[i]!
    if (!opensSingle(text, block, from)) {
      i++
      continue
    }
    const { sure, doubtful, stop } = closingSingle(text, block, marks, i, hopelessTo)
    if (sure === null) hopelessTo = Math.max(hopelessTo, stop)
    const curly = text.charCodeAt(from) === LEFT_SINGLE
    const mayRunOn =
      from === start
        ? around.wasOpen || curly
        : curly && (around.reopens || isSpeechLike(text, block, from))
    const runsOn = sure === null && mayRunOn && (doubtful === null || around.reopens)
    const end = runsOn ? null : (sure ?? doubtful)
    if (end !== null) parts.push({ from, to: marks[end]! + 1, closed: true, opened: true })
    if (runsOn) parts.push({ from, to: block.to, closed: false, opened: true })
    if (runsOn) break
    // Where nothing closed this one, nothing before the stop closes a later one.
    i = end === null ? Math.max(stop, i + 1) : end + 1
  }
  return trimmed(text, parts)
}

/** After a colon or comma a curly single mark that nothing closes still opens speech. */
function isSpeechLike(text: string, block: Span, from: number): boolean {
  const before = text.charCodeAt(from - 2)
  return from - 2 >= block.from && (before === code(":") || before === code(","))
}

/** The single marks that stand in no part in double ones. */
function outsideOf(text: string, places: readonly number[], doubles: readonly Part[]): number[] {
  let next = 0
  return places.filter((at) => {
    const unit = text.charCodeAt(at)
    if (unit !== APOSTROPHE && unit !== LEFT_SINGLE && unit !== RIGHT_SINGLE) return false
    while (doubles[next] && doubles[next]!.to <= at) next++
    return !(doubles[next] && doubles[next]!.from <= at)
  })
}

function opensSingle(text: string, block: Span, at: number): boolean {
  if (text.charCodeAt(at) === RIGHT_SINGLE) return false
  const before = at > block.from ? text.charCodeAt(at - 1) : Number.NaN
  const after = text.charCodeAt(at + 1)
  if (!isSpace(before) && !BEFORE_OPENING.has(before)) return false
  if (!isWordCode(after) && !OPENERS.has(after) && after !== STRAIGHT && after !== code("…"))
    return false
  return !ELISIONS.test(text.slice(at + 1, at + 1 + ELISION_LENGTH))
}

/**
 * The indices of the marks that close the single mark at index `opening`, surely or doubtfully, and where the search
 * stopped: at a mark that can only open, or behind the last. Before the mark `hopelessTo` nothing closes surely.
 */
function closingSingle(
  text: string,
  block: Span,
  marks: readonly number[],
  opening: number,
  hopelessTo: number,
): { sure: number | null; doubtful: number | null; stop: number } {
  let doubtful: number | null = null
  let i = opening + 1
  for (; i < marks.length; i++) {
    const at = marks[i]!
    if (text.charCodeAt(at) === LEFT_SINGLE && isSpace(text.charCodeAt(at - 1))) break
    if (isSpace(text.charCodeAt(at - 1))) continue
    if (at + 1 < block.to && isWordCode(text.charCodeAt(at + 1))) continue
    const possessive = /s/i.test(text[at - 1] ?? "") && text[at + 1] === " "
    if (!possessive) return { sure: i, doubtful, stop: i }
    doubtful ??= i
    if (i < hopelessTo) return { sure: null, doubtful, stop: hopelessTo }
  }
  return { sure: null, doubtful, stop: i }
}
