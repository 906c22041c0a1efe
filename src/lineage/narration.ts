import { type Article, bodyBlocks } from "../article/article.ts"
import type { Quotation } from "../quotation/quotation.ts"
import { hashWordsIn } from "../text/hashed-words.ts"
import { compareSpans, overlaps } from "../text/span.ts"

/** The words of a page, each marked as the page's own or as quoted; furniture and photo captions left out. */
export interface Narration {
  readonly article: Article
  /** A hash of each word's compared form, never 0, which stands for the end of a block. */
  readonly words: Int32Array
  /** 1 where the word stands inside quotation marks; 2 where another page has it there in the same run of words. */
  readonly quoted: Uint8Array
  /** Where each word stands in the text. */
  readonly from: Int32Array
  readonly to: Int32Array
}

/** The signature of an embedded post: its words are the signer's, without marks. */
const POST = /[—–-] ?[^\n(]{2,60} ?\(@\w{2,30}\)|pic\.twitter\.com\//

export function narrationOf(article: Article, quotations: readonly Quotation[]): Narration {
  const blocks = bodyBlocks(article).filter(({ kind }) => kind !== "caption")
  const read = hashWordsIn(article.text, blocks)
  const count = read.hashes.length + blocks.length
  const words = new Int32Array(count)
  const quoted = new Uint8Array(count)
  const from = new Int32Array(count)
  const to = new Int32Array(count)
  const isMarked = marksOf(quotations)
  let at = 0
  let word = 0
  for (const block of blocks) {
    const isPost =
      block.kind === "blockquote" || POST.test(article.text.slice(block.from, block.to))
    for (; word < read.hashes.length && read.to[word]! <= block.to; word++, at++) {
      words[at] = read.hashes[word] || 1
      from[at] = read.from[word]!
      to[at] = read.to[word]!
      quoted[at] = isMarked(from[at]!, to[at]!) || isPost ? 1 : 0
    }
    from[at] = block.to
    to[at++] = block.to
  }
  return { article, words, quoted, from, to }
}

/** Tells of one word after the other whether it stands in marks. */
function marksOf(quotations: readonly Quotation[]): (from: number, to: number) => boolean {
  const marked = quotations.flatMap((quotation) => quotation.marked).toSorted(compareSpans)
  let next = 0
  return (from, to) => {
    while (next < marked.length && marked[next]!.to <= from) next++
    return next < marked.length && overlaps(marked[next]!, { from, to })
  }
}
