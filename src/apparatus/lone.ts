import { passageText, wholePassage } from "../text/passage.ts"
import type { Collation, Version } from "./apparatus.ts"
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
  if (passage.spans.length !== 1 || words || (emphasis && emphasis.length > 0)) return null
  const text = passageText(passage)
  if (text !== text.trim() || SIGNS.test(text) || mayHoldAttribution(text)) return null
  const base = wholePassage(text)
  const wording = wordingOf(base)
  if (wording.words.length === 0) return null
  const [row] = buildTable(wording, [])
  const { from: start } = passage.spans[0]!
  const align = wording.words.map(({ from, to }) => [start + from, start + to, from, to] as const)
  return {
    base,
    table: [row!, [...row!]],
    versions: [{ id, edits: [], similarity: 1, align, coarse: false }],
    copyTree: [rootOf(id)],
  }
}
