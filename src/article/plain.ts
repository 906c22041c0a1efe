import type { Span } from "../text/span.ts"
import type { Block } from "./article.ts"

/** Widths at which people and programs wrap text, and how far before it they may stop. */
const NARROWEST = 40
const WIDEST = 100
const RAGGED = 6
/** Fewest lines with another behind them of which a share tells anything. */
const LEAST_FOLLOWED = 6
/** Share of wrapped lines, of all that another line follows, from which a text counts as wrapped. */
const WRAPPED_SHARE = 0.7

/**
 * The blocks of plain text: a line each, or the lines between two blank ones where the text is wrapped.
 * `>` before a line makes it a block quotation and stands outside the block.
 */
export function plainBlocks(text: string): Block[] {
  const lines = linesOf(text)
  return isWrapped(lines, text)
    ? joinWrapped(lines, text)
    : lines.filter(isFilled).map((line) => blockOf(text, line))
}

/** Every line without the blanks around it; blank ones are empty spans. */
function linesOf(text: string): Span[] {
  const lines: Span[] = []
  for (let from = 0; from <= text.length; ) {
    const next = text.indexOf("\n", from)
    const end = next === -1 ? text.length : next
    lines.push(trimSpan(text, { from, to: end }))
    from = end + 1
  }
  return lines
}

export function trimSpan(text: string, span: Span): Span {
  let { from, to } = span
  while (from < to && isSpace(text.charCodeAt(from))) from++
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--
  return { from, to }
}

function isSpace(unit: number): boolean {
  return (
    unit <= 32 ||
    unit === 0xa0 ||
    unit === 0xfeff ||
    unit === 0x3000 ||
    (unit >= 0x2000 && unit <= 0x200b) ||
    unit === 0x2028 ||
    unit === 0x2029
  )
}

function isFilled(span: Span): boolean {
  return span.to > span.from
}

function blockOf(text: string, line: Span): Block {
  const { to } = line
  if (text[line.from] !== ">") return { from: line.from, to, kind: "paragraph" }
  let from = line.from
  while (from < to && (text[from] === ">" || isSpace(text.charCodeAt(from)))) from++
  return from === to ? { from: line.from, to, kind: "paragraph" } : { from, to, kind: "blockquote" }
}

/** Whether line ends stand inside sentences: a wrapped line ends where the next word would not have fitted. */
function isWrapped(lines: readonly Span[], text: string): boolean {
  const width = lines.reduce((widest, line) => Math.max(widest, line.to - line.from), 0)
  if (width < NARROWEST || width > WIDEST) return false
  let followed = 0
  let wrapped = 0
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1]
    if (!isFilled(line) || !next || !isFilled(next)) continue
    followed++
    if (line.to - line.from + 1 + firstWord(text, next) > width - RAGGED) wrapped++
  }
  return followed >= LEAST_FOLLOWED && wrapped >= followed * WRAPPED_SHARE
}

function firstWord(text: string, line: Span): number {
  const space = text.slice(line.from, line.to).search(/\s/)
  return space === -1 ? line.to - line.from : space
}

function joinWrapped(lines: readonly Span[], text: string): Block[] {
  const blocks: Block[] = []
  let open: Block | null = null
  for (const line of lines) {
    const block = isFilled(line) ? blockOf(text, line) : null
    if (open && block && block.kind === open.kind && open.kind === "paragraph") {
      open = { ...open, to: block.to }
      blocks[blocks.length - 1] = open
    } else if (block) blocks.push(block)
    open = block && (blocks.at(-1) ?? null)
  }
  return blocks
}
