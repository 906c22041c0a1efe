import { type Article, type Block, bodyBlocks } from "../article/article.ts"
import type { Span } from "../text/span.ts"
import { isSpace } from "../text/words.ts"
import { scanDoubles } from "./double-marks.ts"
import { isLeftOpen, lead, type Part } from "./mark-part.ts"
import { isDoubled, markPlaces, SIGN, unitIn } from "./mark-signs.ts"
import { keepSingles, scanSingles } from "./single-marks.ts"

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
  places: Int32Array,
  before: Open,
): Open {
  const block = blocks[index]!
  const aside = block.kind === "caption"
  const doubles = scanDoubles(text, block, places, before.double)
  const singleMarks = keepSingles(text, places, doubles)
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
    const continues = part.from === goingOn
    found.push({ from, to, outer: part, block, mark, closed: part.closed, continues })
  }
}

/** Whether the next block that is no caption begins with a single opening mark. */
function reopensSingle(text: string, blocks: readonly Block[], index: number): boolean {
  let next = index + 1
  while (blocks[next]?.kind === "caption") next++
  const block = blocks[next]
  return block !== undefined && unitIn(text, block, lead(text, block)) === SIGN.leftSingle
}

/** The parts that lie in none of the others; both are in text order and apart. */
function outside(parts: readonly Part[], others: readonly Part[]): readonly Part[] {
  if (others.length === 0) return parts
  let next = 0
  return parts.filter((part) => {
    while (next < others.length && others[next]!.to <= part.from) next++
    const other = others[next]
    return !(other && other.from < part.from && part.to < other.to)
  })
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
  return isDoubled(text, at) && (unit === SIGN.apostrophe || unit === SIGN.less) ? 2 : 1
}

function markWidthBefore(text: string, to: number): number {
  const unit = text.charCodeAt(to - 1)
  return isDoubled(text, to - 2) && (unit === SIGN.apostrophe || unit === SIGN.greater) ? 2 : 1
}
