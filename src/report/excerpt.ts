import { type Span, slice } from "../text/span.ts"

/** A text cut to its first and last words, with … between; whole where it is short. */
export function shorten(text: string, words: number = EXCERPT_WORDS): string {
  const all = text.split(/\s+/u).filter(Boolean)
  if (all.length <= words) return all.join(" ")
  const tail = Math.floor(words / 3)
  const head = words - tail
  return `${all.slice(0, head).join(" ")} … ${tail > 0 ? all.slice(-tail).join(" ") : ""}`.trimEnd()
}

/** Words of a difference shown in a sentence about it; the rest stands in the aligned wording. */
const EXCERPT_WORDS = 18

/** Words between quotation marks, shortened, marks within them made single; empty for no words. */
export function quoted(text: string, words: number = EXCERPT_WORDS): string {
  const short = shorten(text, words).replace(/[“„]/g, "‘").replace(/”/g, "’")
  return short && `“${short}”`
}

/** The first words of a text, with … for the rest. */
export function firstWords(text: string, words: number): string {
  const all = text.split(/\s+/u).filter(Boolean)
  return all.length <= words ? all.join(" ") : `${all.slice(0, words).join(" ")} …`
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)?.length ?? 0
}

/** Sentence ends before a capital or the end, initials apart: close enough for “seven sentences lie between”. */
export function countSentences(text: string): number {
  return text.trim().match(SENTENCE_END)?.length ?? 0
}

const SENTENCE_END = /(?<!\b\p{Lu})[.!?…]["'”’)\]]?(?=\s+["'“‘([]?[\p{Lu}\p{N}]|$)/gu

/** The words of a text's spans; where the page's own words stand between two, a mark of ellipsis says so. */
export function printedPassage(text: string, spans: readonly Span[]): string {
  return spans
    .map((span, i) => {
      const gap = i === 0 ? "" : text.slice(spans[i - 1]!.to, span.from)
      const joint = i === 0 ? "" : /[\p{L}\p{N}]/u.test(gap) ? " … " : " "
      return joint + slice(text, span)
    })
    .join("")
}
