import type { Span } from "../text/span.ts"

/** Words of a text compared without case, marks and accents: how a title is recognised where it is printed. */
export function foldedWords(text: string): string {
  return (
    text
      .normalize("NFKD")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(" ")
}

/** Characters of the longest title seen in 4,600 articles, and some more. */
export const LONGEST_TITLE: number = 300

/** Up to here a title may be several sentences: "He spoke. They did not listen." */
const SHORT_TITLE = 140

/** Whether a line is written like a title: no whole sentences, or one short one. */
export function isTitleLike(line: string): boolean {
  if (line.length > LONGEST_TITLE) return false
  if (line.length <= SHORT_TITLE) return true
  const words = line.split(/\s+/).length
  const ends = /[.!?…]["”’'»)\]]*$/.test(line)
  return (
    words <= (ends ? 20 : 45) && !/[.!?]["”’']* +\p{Lu}[\p{L}’']* +\p{Ll}[^.!?]*\.$/u.test(line)
  )
}

/** Where a known title stands among the first lines; null where the text does not print it. */
export function findTitle(text: string, blocks: readonly Span[], title: string): Span | null {
  const wanted = foldedWords(title)
  if (wanted === "") return null
  const same = blocks.find(
    (block) =>
      block.to - block.from <= LONGEST_TITLE * 2 &&
      foldedWords(text.slice(block.from, block.to)) === wanted,
  )
  return same ? { from: same.from, to: same.to } : null
}
