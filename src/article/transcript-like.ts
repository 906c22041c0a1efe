import { slice } from "../text/span.ts"
import { type Article, bodyBlocks } from "./article.ts"
import { type Label, labelAtStart } from "./speaker-label.ts"

/** Paragraphs with a speaker's label that an article seldom has, and the least share of all that they are. */
const MIN_LABELS = 6
const MIN_SHARE = 0.3

/** Whether an article reads as a transcript does: speakers' labels before its paragraphs, of two and more who come again. */
export function readsAsTranscript(article: Article): boolean {
  const blocks = bodyBlocks(article)
  const labels = blocks.flatMap((block) => labelAtStart(slice(article.text, block)) ?? [])
  const names = labels.filter(({ kind }) => kind !== "office").map(({ name }) => name)
  const known = new Set(names)
  const isAlternating = known.size >= 2 && names.length >= 2 * known.size
  if (!labels.some(isSpeakers)) return false
  return isAlternating && names.length >= MIN_LABELS && names.length >= MIN_SHARE * blocks.length
}

/** “Pluses:”, “Caption:” come again too, and name nobody. */
function isSpeakers({ kind, name }: Label): boolean {
  return kind === "capitals" || kind === "letter" || name.includes(" ")
}
