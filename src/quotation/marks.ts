import { type Article, type Block, bodyBlocks } from "../article/article.ts"
import type { Span } from "../text/span.ts"
import { codeAt, isSpace, isWordCode } from "../text/words.ts"

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
const SLASH = code("/")
const NINE = code("9")
const COLON = code(":")
const GUILLEMET = code("«")
const COMMA = code(",")
const SMALL_S = code("s")
const CAPITAL_S = code("S")
const ELLIPSIS = code("…")

/** What a character can be beside or as a mark, as bits. */
const CAN = { open: 1, close: 2, comeBefore: 4, comeAfter: 8, stop: 16, mark: 32 } as const
/** All those characters have lower codes. */
const TABLE_SIZE = 0x2040
/** One look tells nearly every character from a mark. */
const table = new Uint8Array(TABLE_SIZE)
const learn = (bit: number, characters: string): void => {
  for (const character of characters) table[code(character)]! |= bit
}
learn(CAN.open, "“„‟«")
learn(CAN.close, "”»")
learn(CAN.comeBefore, "([{—–-/‘'’:…>")
learn(CAN.comeAfter, ".,;:!?)]}—–-…'’”\"/<")
learn(CAN.stop, ".,;!?)")
learn(CAN.mark, "\"'<>«»‘’‚‛“”„‟")

function can(unit: number, bit: number): boolean {
  return unit < TABLE_SIZE && (table[unit]! & bit) !== 0
}

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
  let open: Open = NOTHING_OPEN
  for (let index = 0; index < blocks.length; index++) {
    const aside = blocks[index]!.kind === "caption"
    const places = markPlaces(text, blocks[index]!)
    const left =
      places.length === 0
        ? NOTHING_OPEN
        : findInBlock(found, text, blocks, index, places, aside ? NOTHING_OPEN : open)
    if (!aside) open = left
  }
  return found.sort((a, b) => a.from - b.from || b.to - a.to)
}

/** Which marks a block leaves open. */
interface Open {
  readonly double: boolean
  readonly single: boolean
}

const NOTHING_OPEN: Open = { double: false, single: false }

/** Adds the parts of one block that has marks; says what it leaves open. `before` is what the one before left so. */
function findInBlock(
  found: MarkedPart[],
  text: string,
  blocks: readonly Block[],
  index: number,
  places: readonly number[],
  before: Open,
): Open {
  const block = blocks[index]!
  const aside = block.kind === "caption"
  const doubles = scanDoubles(text, block, places, before.double)
  const singleMarks = outsideOf(text, places, doubles)
  const start = lead(text, block)
  if (singleMarks.length === 0) {
    addParts(found, text, index, "double", doubles, before.double ? start : -1)
    return { double: isLeftOpen(doubles), single: false }
  }
  const singles = scanSingles(text, block, singleMarks, {
    wasOpen: before.single,
    reopens: !aside && reopensSingle(text, blocks, index),
  })
  const covered = singles.filter((part) => part.closed || part.from === start)
  const goesOn = before.double && doubles.length > 0 && doubles[0]!.from === start
  const apart = outside(doubles, covered)
  addParts(found, text, index, "double", apart, goesOn ? (apart[0]?.from ?? -1) : -1)
  addParts(found, text, index, "single", singles, before.single ? start : -1)
  return { double: isLeftOpen(doubles), single: isLeftOpen(singles) }
}

function isLeftOpen(parts: readonly Part[]): boolean {
  return parts.length > 0 && !parts[parts.length - 1]!.closed
}

/** Adds parts of one mark; the one that begins at `goingOn` goes on with the block before. */
function addParts(
  found: MarkedPart[],
  text: string,
  block: number,
  mark: MarkedPart["mark"],
  parts: readonly Part[],
  goingOn: number,
): void {
  for (const part of parts) {
    const { from, to } = innerSpan(text, part)
    if (from >= to) continue
    const outer = { from: part.from, to: part.to }
    const continues = part.from === goingOn
    found.push({ from, to, outer, block, mark, closed: part.closed, continues })
  }
}

/** Whether the next block that is no caption begins with a single opening mark. */
function reopensSingle(text: string, blocks: readonly Block[], index: number): boolean {
  let next = index + 1
  while (blocks[next]?.kind === "caption") next++
  const block = blocks[next]
  return block !== undefined && unitIn(text, block, lead(text, block)) === LEFT_SINGLE
}

/** The parts that lie in none of the others; both are in text order and apart. */
function outside(parts: readonly Part[], others: readonly Part[]): Part[] {
  if (others.length === 0) return [...parts]
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
  return codeAt(text, at) === codeAt(text, at + 1)
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
    return { from: part.from, to, closed: part.closed, opened: part.opened }
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
  return takeTurns(text, block, marks)
}

/**
 * Straight marks of a text that was cut into words, most with a space on both sides: each opens when nothing is open and
 * else closes. A single one is a slip, and never opens.
 */
function takeTurns(text: string, block: Span, marks: Mark[]): Mark[] {
  let straight = 0
  let spaced = 0
  for (const mark of marks) {
    if (text.charCodeAt(mark.from) !== STRAIGHT) continue
    straight++
    if (isSpaced(text, block, mark)) spaced++
  }
  if (spaced < 2 || 2 * spaced < straight) return marks
  return marks.map((mark) =>
    text.charCodeAt(mark.from) === STRAIGHT ? { ...mark, opens: true, closes: true } : mark,
  )
}

function isSpaced(text: string, block: Span, { from, to }: Span): boolean {
  return isSpace(unitIn(text, block, from - 1)) && isSpace(unitIn(text, block, to))
}

/** Where anything stands in a block that can be a mark or part of one. */
function markPlaces(text: string, block: Span): number[] {
  const places: number[] = []
  for (let at = block.from; at < block.to; at++)
    if (can(text.charCodeAt(at), CAN.mark)) places.push(at)
  return places
}

/** Longest tag whose attribute values are not read as quotations. */
const MAX_MARKUP = 400

/** How far after `<` a tag that was left in the text ends; 0 where there is none. */
function markupLength(text: string, at: number, end: number): number {
  const next = codeAt(text, at + 1)
  if (next !== SLASH && !(isWordCode(next) && next > NINE)) return 0
  for (let i = at + 1; i < end && i - at <= MAX_MARKUP; i++) {
    if (text.charCodeAt(i) === GREATER) return i - at
  }
  return 0
}

/** How many characters the double mark at a place has; 0 where there is none. */
function doubleMarkWidth(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit === STRAIGHT || can(unit, CAN.open | CAN.close)) return 1
  if (unit !== APOSTROPHE && unit !== LESS && unit !== GREATER) return 0
  return isDoubled(text, at) && codeAt(text, at + 2) !== unit ? 2 : 0
}

function readMark(text: string, block: Span, { from, to }: Span): Mark {
  const unit = text.charCodeAt(from)
  const before = unitIn(text, block, from - 1)
  const after = unitIn(text, block, to)
  const mayOpen = (isSpace(before) || can(before, CAN.comeBefore)) && !isSpace(after)
  const mayClose = !isSpace(before) && (isSpace(after) || can(after, CAN.comeAfter))
  const strays = isSpace(before) && (can(after, CAN.stop) || (isSpace(after) && from > block.from))
  const closer = can(unit, CAN.close) || unit === GREATER
  if (closer) return { from, to, opens: mayOpen && !mayClose && !strays, closes: true, closer }
  if (can(unit, CAN.open) || unit === LESS) {
    // « l’« entente » »: behind an elision a guillemet opens, whatever its space.
    const elides = unit === GUILLEMET && (before === APOSTROPHE || before === RIGHT_SINGLE)
    const turned = !elides && ((mayClose && !mayOpen) || (strays && can(after, CAN.stop)))
    return { from, to, opens: !turned, closes: turned, closer }
  }
  const closes = mayClose || strays
  return { from, to, opens: (mayOpen && !strays) || !closes, closes: closes || !mayOpen, closer }
}

/** The character at a place of a block; at its edges stands as good as space. */
function unitIn(text: string, block: Span, at: number): number {
  return at >= block.from && at < block.to ? text.charCodeAt(at) : BLANK
}

const BLANK = code(" ")

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
  const before = unitIn(text, block, from - 2)
  return before === COLON || before === COMMA
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
  const before = unitIn(text, block, at - 1)
  const after = codeAt(text, at + 1)
  if (!isSpace(before) && !can(before, CAN.comeBefore)) return false
  if (!isWordCode(after) && !can(after, CAN.open) && after !== STRAIGHT && after !== ELLIPSIS)
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
    const before = codeAt(text, at - 1)
    if (isSpace(before)) {
      if (text.charCodeAt(at) === LEFT_SINGLE) break
      continue
    }
    if (at + 1 < block.to && isWordCode(text.charCodeAt(at + 1))) continue
    const possessive = (before === SMALL_S || before === CAPITAL_S) && text[at + 1] === " "
    if (!possessive) return { sure: i, doubtful, stop: i }
    doubtful ??= i
    if (i < hopelessTo) return { sure: null, doubtful, stop: hopelessTo }
  }
  return { sure: null, doubtful, stop: i }
}
