import { type Article, type Block, bodyBlocks } from "../article/article.ts"
import { firstWhere } from "../text/first-where.ts"
import { numberSentences } from "../text/sentences.ts"
import { mergeSpans, type Span } from "../text/span.ts"
import { isSpace, scanWords, type Words } from "../text/words.ts"
import { findGalleryRemarks } from "./gallery.ts"
import { addCallings } from "./german.ts"
import { findHoverTexts, wordsOutside } from "./hover.ts"
import { splitInserted } from "./inserted.ts"
import { insertsClauses } from "./languages.ts"
import { bitsOf, lexiconOf } from "./lexicon.ts"
import { findMarkedParts, type MarkedPart } from "./marks.ts"
import { roughKinds } from "./rough.ts"
import { addSetOff } from "./set-off.ts"

/** An article as the rules see it: its tokens, and for each token where it stands. */
export interface Reading {
  readonly article: Article
  readonly blocks: readonly Block[]
  /** Without what a page shows only while somebody points at a name. */
  readonly words: Words
  /** What each token can be: bits of the lexicon. */
  readonly bits: Int32Array
  /** See `roughKinds`. */
  readonly rough: Int32Array
  readonly sentence: Int32Array
  /** The body block of each token, -1 in furniture. */
  readonly block: Int32Array
  readonly parts: readonly MarkedPart[]
  /** For each block 1 where its last mark is a colon: it leads over to the next. */
  readonly leadsOver: Uint8Array
  /** The marked part that holds a token, -1 outside marks. */
  readonly part: Int32Array
}

export function readArticle(article: Article): Reading {
  const scanned = scanWords(article.text)
  const remarks = findGalleryRemarks(article.text)
  const hidden = mergeSpans([...findHoverTexts(scanned), ...remarks])
  const words = wordsOutside(scanned, hidden)
  const blocks = bodyBlocks(article)
  const block = labelTokens(words, blocks)
  const breaks: number[] = []
  const bits = new Int32Array(words.count)
  const lexicon = lexiconOf(article.language)
  let remark = 0
  for (let i = 0; i < words.count; i++) {
    bits[i] = bitsOf(lexicon, words.hash[i]!)
    const seen = remark
    while (remark < remarks.length && remarks[remark]!.to <= words.from[i]!) remark++
    if (i > 0 && (remark > seen || block[i] !== block[i - 1])) breaks.push(i)
  }
  if (article.language === "de") addCallings({ words, bits })
  const all = findMarkedParts(article)
  const marked =
    hidden.length === 0 ? all : all.filter((part) => !startsOrEndsIn(hidden, part.outer))
  const apart = insertsClauses(article) ? splitInserted(words, bits, marked) : marked
  const parts = addSetOff({ words, bits, block }, blocks, apart)
  return {
    article,
    blocks,
    words,
    bits,
    rough: roughKinds(words, bits),
    sentence: numberSentences(words, breaks),
    block,
    parts,
    leadsOver: leadingBlocks(article.text, blocks),
    part: labelTokens(words, parts),
  }
}

function startsOrEndsIn(spans: readonly Span[], { from, to }: Span): boolean {
  const holds = (span: Span | undefined, at: number): boolean =>
    span !== undefined && span.from <= at && at < span.to
  const firstBehind = (at: number): number => firstWhere(spans.length, (i) => spans[i]!.to > at)
  return holds(spans[firstBehind(from)], from) || holds(spans[firstBehind(to - 1)], to - 1)
}

function leadingBlocks(text: string, blocks: readonly Block[]): Uint8Array {
  const leads = new Uint8Array(blocks.length)
  for (let index = 0; index < blocks.length; index++)
    leads[index] = endsWithColon(text, blocks[index]!)
  return leads
}

function endsWithColon(text: string, { from, to }: Block): number {
  let at = to - 1
  while (at > from && isSpace(text.charCodeAt(at))) at--
  return text.charCodeAt(at) === 0x3a ? 1 : 0
}

/** For each token the index of the span that holds its beginning, -1 where none does. Spans are in text order, apart. */
function labelTokens(words: Words, spans: readonly { from: number; to: number }[]): Int32Array {
  const labels = new Int32Array(words.count).fill(-1)
  let next = 0
  for (let i = 0; i < words.count; i++) {
    const at = words.from[i]!
    while (next < spans.length && spans[next]!.to <= at) next++
    if (next < spans.length && spans[next]!.from <= at) labels[i] = next
  }
  return labels
}

/** The first token that begins at or after a character. */
export function firstTokenFrom(words: Words, offset: number): number {
  const { from } = words
  let low = 0
  let high = words.count
  // Asked many times for each quotation: written out, it needs no function that knows the offset.
  while (low < high) {
    const middle = (low + high) >>> 1
    if (from[middle]! >= offset) high = middle
    else low = middle + 1
  }
  return low
}
