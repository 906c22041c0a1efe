import { numberSentences } from "./sentences.ts"
import type { Span } from "./span.ts"
import { scanWords } from "./words.ts"

/** The sentences of one paragraph of a text, in its order, without the blanks between them. */
export function findSentences(text: string, paragraph: Span): Span[] {
  const words = scanWords(text.slice(paragraph.from, paragraph.to))
  const numbers = numberSentences(words, [])
  const sentences: Span[] = []
  for (let i = 0; i < words.count; i++) {
    const from = paragraph.from + words.from[i]!
    const to = paragraph.from + words.to[i]!
    const last = sentences.at(-1)
    if (last && numbers[i] === numbers[i - 1])
      sentences[sentences.length - 1] = { from: last.from, to }
    else sentences.push({ from, to })
  }
  return sentences
}
