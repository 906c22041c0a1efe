import type { Article } from "../article/article.ts"
import { turnsAt } from "../statement/record-index.ts"
import type { Span } from "../text/span.ts"

/** Farthest that a passage is widened, in characters: a very long sentence is shown in part. */
const FARTHEST = 400

/** A span of an article widened to the sentences it begins and ends in, within the turns or paragraphs of its ends. */
export function wholeSentences(article: Article, span: Span): Span {
  const { text } = article
  const least = Math.max(holderAt(article, span.from, span).from, span.from - FARTHEST)
  const most = Math.min(holderAt(article, span.to - 1, span).to, span.to + FARTHEST)
  return { from: sentenceStart(text, span.from, least), to: sentenceEnd(text, span.to, most) }
}

/** The turn, else the paragraph, that holds a character; the span itself where none does. */
function holderAt(article: Article, at: number, span: Span): Span {
  const holds = (holder: Span): boolean => holder.from <= at && at < holder.to
  const turn = turnsAt(article, { from: at, to: at + 1 })[0]
  return turn?.span ?? article.blocks.find(holds) ?? span
}

/** A stop, with closing marks, and the space behind it; a line break. */
const STOP = /[.!?…]["”’')\]]*\s|\n/g

function sentenceStart(text: string, at: number, least: number): number {
  let start = least
  for (const match of text.slice(least, at).matchAll(STOP)) {
    const next = least + match.index + match[0].length
    if (beginsSentence(text, next)) start = next
  }
  return start
}

function beginsSentence(text: string, at: number): boolean {
  return /^[\s"“‘'([]*[^\p{Ll}\s]/u.test(text.slice(at, at + 8))
}

function sentenceEnd(text: string, at: number, most: number): number {
  if (/[.!?…]/.test(text.slice(Math.max(0, at - 2), at))) return at
  for (const match of text.slice(at, most).matchAll(STOP)) {
    const end = at + match.index + match[0].trimEnd().length
    if (beginsSentence(text, at + match.index + match[0].length)) return end
  }
  return most
}
