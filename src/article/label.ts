import { type Span, slice } from "../text/span.ts"
import type { Block, BlockKind } from "./article.ts"
import { parseByline } from "./byline.ts"
import { hasCredit } from "./caption.ts"
import { isFurniture, isTagLine, isTeaser } from "./furniture.ts"
import { isStampLine } from "./stamp-line.ts"
import { findTitle, isTitleLike } from "./title.ts"

export interface Labelled {
  readonly blocks: readonly Block[]
  readonly headline: Span | null
}

/** How many blocks may stand above a headline: a menu, a kicker, a credit, a date. */
const ABOVE_HEADLINE = 12
/** How far apart two printings of one caption may stand, in blocks. */
const CAPTION_APART = 3
/** Fewest words of one: shorter lines are printed twice for other reasons. */
const CAPTION_WORDS = 5
/** Characters of so many words of a letter each. */
const SHORTEST_CAPTION = 2 * CAPTION_WORDS - 1
/** Characters of the longest heading of a part, and of the longest second headline. */
const LONGEST_SUBHEAD = 80
const LONGEST_HEADLINE = 200

/**
 * Says of each line of a text without markup what it is. A line is called furniture or caption only for what it
 * says, for how it is written at the edge of a text, or for being printed twice: a doubtful one stays a paragraph.
 */
export function labelLines(text: string, blocks: readonly Block[], title: string | null): Labelled {
  const lines: string[] = []
  const kinds: BlockKind[] = []
  for (const block of blocks) {
    const line = slice(text, block)
    lines.push(line)
    kinds.push(kindByItself(block, line))
  }
  labelRepeated(lines, kinds)
  labelTags(lines, kinds)
  const headline = headlineOf(text, blocks, kinds, title)
  labelTop(lines, kinds)
  labelSubheads(lines, kinds)
  labelTeasers(lines, kinds)
  if (headline !== null) kinds[headline] = "heading"
  return {
    blocks: blocks.map(({ from, to }, i) => ({ from, to, kind: kinds[i]! })),
    headline: headline === null ? null : { from: blocks[headline]!.from, to: blocks[headline]!.to },
  }
}

function kindByItself(block: Block, line: string): BlockKind {
  if (block.kind === "blockquote" || block.kind === "heading") return block.kind
  if (hasCredit(line)) return "caption"
  const byline = parseByline(line)?.includes(" ") && !/[.!?]$/.test(line)
  return byline || isFurniture(line) ? "furniture" : block.kind
}

/** A line that is printed again close by stands under a picture twice; speech is never that. */
function labelRepeated(lines: readonly string[], kinds: BlockKind[]): void {
  const last = new Map<string, number>()
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    if (line.length < SHORTEST_CAPTION || kinds[i] === "furniture" || kinds[i] === "blockquote")
      continue
    if (/["“”«»]/.test(line)) continue
    const before = last.get(line)
    last.set(line, i)
    const twice =
      before !== undefined &&
      i - before <= CAPTION_APART &&
      line.split(/\s+/).length >= CAPTION_WORDS
    // The title is often printed a second time above the text.
    if (twice && before > 0) kinds[i] = kinds[before] = "caption"
  }
}

/** Between paragraphs that are not in capitals themselves stand the headlines of other articles. */
function labelTeasers(lines: readonly string[], kinds: BlockKind[]): void {
  const first = kinds.findIndex((kind, i) => kind === "paragraph" && /\p{Ll}/u.test(lines[i]!))
  if (first < 0) return
  for (let i = first + 1; i < lines.length; i++) {
    if (kinds[i] !== "blockquote" && isTeaser(lines[i]!)) kinds[i] = "furniture"
  }
}

/** What an article is filed under stands after its last sentence. */
function labelTags(lines: readonly string[], kinds: BlockKind[]): void {
  for (let i = lines.length - 1; i > 0; i--) {
    if (isTagLine(lines[i]!)) kinds[i] = "furniture"
    else if (kinds[i] === "paragraph") return
  }
}

/** The block that is the headline, by the title that is known or by the way the first line is written. */
function headlineOf(
  text: string,
  blocks: readonly Block[],
  kinds: readonly BlockKind[],
  title: string | null,
): number | null {
  if (title !== null) {
    const found = findTitle(text, blocks.slice(0, ABOVE_HEADLINE), title)
    return found && blocks.findIndex((block) => block.from === found.from)
  }
  const first = kinds.findIndex((kind) => kind !== "furniture" && kind !== "caption")
  const block = blocks[first]
  if (!block || first > ABOVE_HEADLINE || first === blocks.length - 1) return null
  return block.kind !== "blockquote" && isTitleLike(slice(text, block)) ? first : null
}

/** Between headline and text stand second headlines, the author's name, dates. */
function labelTop(lines: readonly string[], kinds: BlockKind[]): void {
  for (const [i, line] of lines.slice(0, ABOVE_HEADLINE).entries()) {
    if (kinds[i] !== "paragraph") continue
    if (parseByline(line) !== null || isStampLine(line)) kinds[i] = "furniture"
    else if (isSubheadLike(line)) kinds[i] = "heading"
    else return
  }
}

/** A short line without a sentence end, with text after it: the heading of a part. */
function labelSubheads(lines: readonly string[], kinds: BlockKind[]): void {
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i]!
    if (kinds[i] !== "paragraph" || kinds[i + 1] !== "paragraph") continue
    if (line.length >= LONGEST_SUBHEAD || lines[i + 1]!.length <= line.length) continue
    if (isSubheadLike(line)) kinds[i] = "heading"
  }
}

function isSubheadLike(line: string): boolean {
  return (
    line.length <= LONGEST_HEADLINE &&
    !/[.!?…:;]["”’)]* /.test(line) &&
    /[\p{L}\p{N}]["”’')]?$/u.test(line) &&
    /^["“‘']?[\p{Lu}\p{N}]/u.test(line) &&
    isTitleLike(line)
  )
}
