import { type Article, bodyBlocks } from "../article/article.ts"
import type { Quotation } from "../quotation/quotation.ts"
import { compareSpans, overlaps, type Span } from "../text/span.ts"
import { findTokens } from "../text/tokens.ts"

/** The words of a page, each marked as the page's own or as quoted; furniture and photo captions left out. */
export interface Narration {
  readonly article: Article
  /** A hash of each word's compared form; 0 where a block ends. */
  readonly words: Int32Array
  /** 1 where the word stands inside quotation marks. */
  readonly quoted: Uint8Array
  /** Where each word stands in the text. */
  readonly from: Int32Array
  readonly to: Int32Array
}

/** The signature of an embedded post: its words are the signer's, without marks. */
const POST = /[—–-] ?[^\n(]{2,60} ?\(@\w{2,30}\)|pic\.twitter\.com\//

export function narrationOf(article: Article, quotations: readonly Quotation[]): Narration {
  const marked = quotations.flatMap((quotation) => quotation.marked).toSorted(compareSpans)
  const words: number[] = []
  const quoted: number[] = []
  const spans: Span[] = []
  let next = 0
  for (const block of bodyBlocks(article)) {
    if (block.kind === "caption") continue
    const isPost =
      block.kind === "blockquote" || POST.test(article.text.slice(block.from, block.to))
    for (const token of findTokens(article.text, block)) {
      while (next < marked.length && marked[next]!.to <= token.from) next++
      const isQuoted = next < marked.length && overlaps(marked[next]!, token)
      words.push(hashWord(token.norm))
      quoted.push(isQuoted || isPost ? 1 : 0)
      spans.push(token)
    }
    words.push(0)
    quoted.push(0)
    spans.push({ from: block.to, to: block.to })
  }
  return {
    article,
    words: Int32Array.from(words),
    quoted: Uint8Array.from(quoted),
    from: Int32Array.from(spans, (span) => span.from),
    to: Int32Array.from(spans, (span) => span.to),
  }
}

/** FNV-1a, 32 bits; never 0, which stands for the end of a block. */
export function hashWord(norm: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < norm.length; i++) hash = Math.imul(hash ^ norm.charCodeAt(i), 0x01000193)
  return hash | 0 || 1
}
