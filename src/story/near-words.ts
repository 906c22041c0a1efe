import { rangeOf } from "../search/anchors.ts"
import { queryFor } from "../search/query.ts"
import { type Hit, seekInText } from "../search/seek.ts"
import { indexWords, type WordIndex } from "../search/word-index.ts"
import { leastOf, mostOf } from "../text/extremes.ts"
import { isFunctionWord } from "../text/function-words.ts"
import { covers, type Span, slice } from "../text/span.ts"

/** Some blocks of a text, read when something is first looked for there. */
export function searchNear(text: string, blocks: readonly Span[]): (part: Span) => Span | null {
  let index: WordIndex | null = null
  return (part) => {
    index ??= indexWords([{ text, spans: blocks }])
    return maybeNear(text, blocks, part, index)
  }
}

/** The place in the blocks that prints most of a part's words, in another form or order of words. */
function maybeNear(
  text: string,
  blocks: readonly Span[],
  part: Span,
  index: WordIndex,
): Span | null {
  const query = queryFor(index, { text, spans: [part] })
  const telling = query.forms.map((form) => !isFunctionWord(form))
  for (const hit of seekInText(query, index, 0)) {
    if (!isClose(hit, telling)) continue
    const span = spanOf(hit, telling.length, index, text)
    if (blocks.some((block) => covers(block, span))) return span
  }
  return null
}

/** Telling words that must stand there, and their share: one word alone is met by chance. */
const MIN_TELLING = 2
const MIN_SHARE = 0.6

/** Whether enough of the part stands there, and in no more than twice its words. */
function isClose({ anchors }: Hit, telling: readonly boolean[]): boolean {
  const places = anchors.flatMap(({ query, length }) => telling.slice(query, query + length))
  const found = places.filter((isTelling) => isTelling).length
  const all = telling.filter((isTelling) => isTelling).length
  const { from, to } = rangeOf(anchors)
  return found >= MIN_TELLING && found >= MIN_SHARE * all && to - from <= 2 * telling.length
}

/** With as many words before and behind as the part has there, up to a mark that ends what is said or a small word. */
function spanOf({ anchors }: Hit, words: number, index: WordIndex, text: string): Span {
  const range = rangeOf(anchors)
  let { from, to } = range
  const isOne = (word: number): boolean =>
    !/[.!?:;“”"\n]/.test(slice(text, { from: index.to[word - 1]!, to: index.from[word]! }))
  const isSmall = (word: number): boolean => isFunctionWord(index.forms[index.words[word]!]!)
  const before = leastOf(anchors, ({ query }) => query)
  const behind = words - mostOf(anchors, ({ query, length }) => query + length)
  while (from > 0 && range.from - from < before && isOne(from)) from--
  while (to < index.words.length && to - range.to < behind && isOne(to)) to++
  while (from < range.from && isSmall(from)) from++
  while (to > range.to && isSmall(to - 1)) to--
  return { from: index.from[from]!, to: index.to[to - 1]! }
}
