import type { Span } from "../text/span.ts"
import { codeAt, isSpace, isWordCode } from "../text/words.ts"
import { lead, type Part, trimOpen } from "./mark-part.ts"
import { CAN, can, isDoubled, REUSED_CAPACITY, SIGN, unitIn } from "./mark-signs.ts"

/**
 * Which ways a mark can be read, as bits, and as what it was: a `closer` is turned so that it can only close, whatever is
 * around it; with those that `begin` and `end` a part all is said of the pairs.
 */
const READS = { open: 1, close: 2, closer: 4, wide: 8, begins: 16, ends: 32 } as const

/** The double marks of a block as columns: where each stands and how it can be read. */
interface Marks {
  readonly from: Int32Array
  readonly reads: Uint8Array
  count: number
}

function newMarks(capacity: number): Marks {
  return { from: new Int32Array(capacity), reads: new Uint8Array(capacity), count: 0 }
}

const reused = newMarks(REUSED_CAPACITY)

/**
 * The parts in double marks of one block. Marks are first read as nested; where that leaves the block open, as not
 * nested, since a page that opens twice and closes once is more often careless than deep.
 */
export function scanDoubles(
  text: string,
  block: Span,
  places: Int32Array,
  wasOpen: boolean,
): Part[] {
  const marks = doubleMarks(text, block, places)
  if (marks.count === 0) return []
  const start = lead(text, block)
  const first = marks.reads[0]!
  const reopens = marks.from[0] === start && (first & READS.closer) === 0
  const running = wasOpen && !reopens && closesFirst(first) ? start : -1
  const isClosed = pairMarks(marks, running, true) || pairMarks(marks, running, false)
  if (!isClosed) pairMarks(marks, running, true)
  const parts = partsOf(marks, running, block.to)
  return isClosed ? parts : trimOpen(text, parts)
}

function closesFirst(reads: number): boolean {
  return (reads & READS.closer) !== 0 || (reads & (READS.open | READS.close)) === READS.close
}

/**
 * Pairs the marks of a block, and says whether nothing is left open. `running` is where words begin that the block before
 * left open, or -1.
 */
function pairMarks({ reads, count }: Marks, running: number, nests: boolean): boolean {
  let isOpen = running !== -1
  let depth = isOpen ? 1 : 0
  for (let k = 0; k < count; k++) {
    const ways = reads[k]! & (READS.open | READS.close)
    let role = 0
    if (!isOpen) {
      if (ways !== READS.close) role = READS.begins
    } else if (ways === READS.open) {
      if (nests) depth++
    } else if (--depth <= 0 || !nests) role = READS.ends
    if (role !== 0) {
      isOpen = role === READS.begins
      depth = isOpen ? 1 : 0
    }
    reads[k] = (reads[k]! & ~(READS.begins | READS.ends)) | role
  }
  return !isOpen
}

/** The parts of a block that ends at `end`, as its marks were paired. */
function partsOf({ from, reads, count }: Marks, running: number, end: number): Part[] {
  const parts: Part[] = []
  let start = running
  let opened = false
  for (let k = 0; k < count; k++) {
    if (reads[k]! & READS.begins) {
      start = from[k]!
      opened = true
    } else if (reads[k]! & READS.ends) {
      parts.push({ from: start, to: from[k]! + widthOf(reads[k]!), closed: true, opened })
      start = -1
    }
  }
  if (start !== -1) parts.push({ from: start, to: end, closed: false, opened })
  return parts
}

function widthOf(reads: number): number {
  return reads & READS.wide ? 2 : 1
}

function doubleMarks(text: string, block: Span, places: Int32Array): Marks {
  const marks = places.length > REUSED_CAPACITY ? newMarks(places.length) : reused
  const { from, reads } = marks
  let count = 0
  let next = block.from
  for (let k = 0; k < places.length; k++) {
    const at = places[k]!
    if (at < next) continue
    const markup = text.charCodeAt(at) === SIGN.less ? markupLength(text, at, block.to) : 0
    const width = markup > 0 ? 0 : doubleMarkWidth(text, at)
    next = at + Math.max(1, markup + 1, width)
    if (width === 0) continue
    from[count] = at
    reads[count] = readMark(text, block, at, width)
    count++
  }
  marks.count = count
  takeTurns(text, block, marks)
  return marks
}

/**
 * Straight marks of a text that was cut into words, most with a space on both sides: each opens when nothing is open and
 * else closes. A single one is a slip, and never opens.
 */
function takeTurns(text: string, block: Span, { from, reads, count }: Marks): void {
  let straight = 0
  let spaced = 0
  for (let k = 0; k < count; k++) {
    if (text.charCodeAt(from[k]!) !== SIGN.straight) continue
    straight++
    if (isSpaced(text, block, from[k]!)) spaced++
  }
  if (spaced < 2 || 2 * spaced < straight) return
  for (let k = 0; k < count; k++)
    if (text.charCodeAt(from[k]!) === SIGN.straight) reads[k]! |= READS.open | READS.close
}

function isSpaced(text: string, block: Span, at: number): boolean {
  return isSpace(unitIn(text, block, at - 1)) && isSpace(unitIn(text, block, at + 1))
}

/** Longest tag whose attribute values are not read as quotations. */
const MAX_MARKUP = 400

/** How far after `<` a tag that was left in the text ends; 0 where there is none. */
function markupLength(text: string, at: number, end: number): number {
  const next = codeAt(text, at + 1)
  if (next !== SIGN.slash && !(isWordCode(next) && next > SIGN.nine)) return 0
  for (let i = at + 1; i < end && i - at <= MAX_MARKUP; i++) {
    if (text.charCodeAt(i) === SIGN.greater) return i - at
  }
  return 0
}

/** How many characters the double mark at a place has; 0 where there is none. */
function doubleMarkWidth(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit === SIGN.straight || can(unit, CAN.open | CAN.close)) return 1
  if (unit !== SIGN.apostrophe && unit !== SIGN.less && unit !== SIGN.greater) return 0
  return isDoubled(text, at) && codeAt(text, at + 2) !== unit ? 2 : 0
}

/** How the mark at a place can be read, by what stands beside it. */
function readMark(text: string, block: Span, at: number, width: number): number {
  const unit = text.charCodeAt(at)
  const before = unitIn(text, block, at - 1)
  const after = unitIn(text, block, at + width)
  const mayOpen = (isSpace(before) || can(before, CAN.comeBefore)) && !isSpace(after)
  const mayClose = !isSpace(before) && (isSpace(after) || can(after, CAN.comeAfter))
  const strays = isSpace(before) && (can(after, CAN.stop) || (isSpace(after) && at > block.from))
  const wide = width === 2 ? READS.wide : 0
  if (can(unit, CAN.close) || unit === SIGN.greater) {
    const opens = mayOpen && !mayClose && !strays
    return wide | READS.closer | READS.close | (opens ? READS.open : 0)
  }
  if (can(unit, CAN.open) || unit === SIGN.less) {
    // « l’« entente » »: behind an elision a guillemet opens, whatever its space.
    const elides =
      unit === SIGN.guillemet && (before === SIGN.apostrophe || before === SIGN.rightSingle)
    const turned = !elides && ((mayClose && !mayOpen) || (strays && can(after, CAN.stop)))
    return wide | (turned ? READS.close : READS.open)
  }
  const closes = mayClose || strays
  const opens = (mayOpen && !strays) || !closes
  return wide | (opens ? READS.open : 0) | (closes || !mayOpen ? READS.close : 0)
}
