import type { Block } from "../article/article.ts"
import { trimSpan } from "../article/plain.ts"
import type { Span } from "../text/span.ts"
import type { Words } from "../text/words.ts"
import { IS } from "./lexicon.ts"
import type { MarkedPart } from "./marks.ts"
import type { Reading } from "./reading.ts"
import { maybeSigned } from "./signed-end.ts"

/** Fewest tokens that are set off as a quotation. */
const MIN_TOKENS = 6
/** How far before the end of a block its speech verb may stand, in tokens: "…, Ada Finch wrote in a letter on Monday." */
const REACH = 20

/**
 * Adds the block quotations that stand without marks: those that a block before leads over to, with a colon or a speech
 * verb near its end, and those that are signed, posts outside block quotations among them. Several in a row are one
 * quotation.
 */
export function addSetOff(
  { words, bits, block: blockOf }: Pick<Reading, "words" | "bits" | "block">,
  blocks: readonly Block[],
  parts: readonly MarkedPart[],
): readonly MarkedPart[] {
  const { text } = words
  if (!blocks.some(({ kind }) => kind === "blockquote") && !text.includes("(@")) return parts
  const marked = new Set(parts.map(({ block }) => block))
  const added: MarkedPart[] = []
  let leads = false
  /** The last block quotation that nobody signs: what stands right behind it goes on with it. */
  let unsigned = -2
  let first = 0
  for (const [index, block] of blocks.entries()) {
    while (first < words.count && (blockOf[first] === -1 || blockOf[first]! < index)) first++
    let last = first
    while (blockOf[last] === index) last++
    const signed = maybeSigned(text, block)
    const isQuote = block.kind === "blockquote"
    const span = signed ?? (isQuote && leads ? trimSpan(text, block) : null)
    if (span && !marked.has(index) && countTokens(words, first, last, span.to) >= MIN_TOKENS) {
      add(added, index, span, { outer: signed?.outer ?? span, continues: unsigned === index - 1 })
      if (!signed) unsigned = index
    }
    if (!isQuote) leads = leadsOver(words, bits, first, last)
    first = last
  }
  return [...parts, ...added].sort((a, b) => a.from - b.from)
}

/** Adds a block's words as a quotation; where they go on with the last one, that is left open. */
function add(
  added: MarkedPart[],
  block: number,
  { from, to }: Span,
  { outer, continues }: Pick<MarkedPart, "outer" | "continues">,
): void {
  if (continues) added.push({ ...added.pop()!, closed: false })
  added.push({ from, to, outer, block, mark: "double", closed: true, continues })
}

/** Of the tokens from `first` to `last`, how many begin before a character. */
function countTokens({ from }: Words, first: number, last: number, end: number): number {
  let next = first
  while (next < last && from[next]! < end) next++
  return next - first
}

function leadsOver({ text, from }: Words, bits: Int32Array, first: number, last: number): boolean {
  if (last === first) return false
  if (text[from[last - 1]!] === ":") return true
  for (let i = Math.max(first, last - REACH); i < last; i++) if (bits[i]! & IS.cue) return true
  return false
}
