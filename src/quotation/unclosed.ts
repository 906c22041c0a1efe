import type { Article } from "../article/article.ts"
import type { Notice } from "../source/notice.ts"
import { slice } from "../text/span.ts"
import { findMarkedParts, type MarkedPart } from "./marks.ts"

/** Characters of the words shown, so that the reader finds the place. */
const SHOWN = 40

/**
 * Quotation marks that open and never close, although no later paragraph goes on with them: the words were read to
 * the end of their paragraph, and the reader should know. Single marks are left out: most are apostrophes.
 */
export function findUnclosedMarks(article: Article): Notice[] {
  const doubles = findMarkedParts(article).filter((part) => part.mark === "double")
  return doubles
    .filter((part, i) => !part.closed && !(doubles[i + 1]?.continues ?? false))
    .map((part) => ({ kind: "damaged", source: article.source, text: sentence(article, part) }))
}

function sentence(article: Article, part: MarkedPart): string {
  const words = slice(article.text, part).slice(0, SHOWN).trim()
  return `${article.source}: the quotation mark before “${words}…” (character ${part.outer.from}) is never closed; the words up to the end of the paragraph were taken as the quotation, so check them on the page.`
}
