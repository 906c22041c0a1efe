import type { Article } from "../article/article.ts"
import type { Span } from "../text/span.ts"

/** Farthest that a passage is widened, in characters: a very long sentence is shown in part. */
const FARTHEST = 400

/** A span of an article widened to the sentences it begins and ends in, within its turn or paragraph. */
export function wholeSentences(article: Article, span: Span): Span {
  const { text, turns, blocks } = article
  const within =
    turns.find((turn) => turn.span.from <= span.from && span.to <= turn.span.to)?.span ??
    blocks.find((block) => block.from <= span.from && span.to <= block.to) ??
    span
  const least = Math.max(within.from, span.from - FARTHEST)
  const most = Math.min(within.to, span.to + FARTHEST)
  return { from: sentenceStart(text, span.from, least), to: sentenceEnd(text, span.to, most) }
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
