import { type Passage, passageText, wholePassage } from "../text/passage.ts"
import type { Span } from "../text/span.ts"
import type { CollatedVersion, Collation, Version } from "./apparatus.ts"
import { mayHoldAttribution } from "./asides.ts"
import { rootOf } from "./copy-tree.ts"
import { buildTable } from "./table.ts"
import { wordingOf } from "./wording.ts"

/** Signs that may be the page's, or bear on how words are read: brackets, words left out, entities, emphasis, tags. */
const SIGNS = /[[(<&*_…]|\.\s?\./

/**
 * The collation of the only version of some words: most quotations are printed by one page alone, and where no mark in
 * it could be the page's, it is its own base to the letter. Null where it must be looked at.
 */
export function maybeLone({ id, passage, words, emphasis }: Version): Collation | null {
  if (words || (emphasis && emphasis.length > 0)) return null
  if (!passage.spans.slice(1).every((span) => opensWithWord(passage.text, span))) return null
  const text = passageText(passage)
  if (text !== text.trim() || SIGNS.test(text) || mayHoldAttribution(text)) return null
  const base = wholePassage(text)
  const wording = wordingOf(base)
  if (wording.words.length === 0) return null
  const [row] = buildTable(wording, [])
  return {
    base,
    table: [row!, [...row!]],
    versions: [
      { id, edits: [], similarity: 1, align: placesOf(wording.words, passage), coarse: false },
    ],
    copyTree: [rootOf(id)],
  }
}

/** Words of the passage's text, whose parts a space joins, with the places that they have on the page. */
function placesOf(words: readonly Span[], { spans }: Passage): CollatedVersion["align"] {
  let part = 0
  let ahead = spans[0]!.from
  return words.map(({ from, to }) => {
    while (from + ahead >= spans[part]!.to) {
      ahead += spans[part + 1]!.from - spans[part]!.to - 1
      part++
    }
    return [from + ahead, to + ahead, from, to]
  })
}

/** Else the signs before a part's first word stand with it in the page's row, and with the word before in the base's. */
function opensWithWord(text: string, { from }: Span): boolean {
  return /^[\p{L}\p{N}]/u.test(text.slice(from, from + 2))
}
