import { isCapitalAt } from "../text/letters.ts"
import type { Span } from "../text/span.ts"
import { hashWord, SHAPE, type Words } from "../text/words.ts"

/** What ends the headlines that a page shows while somebody points at a name. */
const MORE = hashWord("more")
/** How many tokens behind a surname the full name may take: "Finch Odo (Tug) J. FinchHarbour talks stall MORE". */
const FULL_NAME = 7
/** How many tokens the headlines may take. */
const HEADLINES = 150

/**
 * Text that its page shows only while somebody points at a name, and that stands in the middle of the sentence once the
 * page is text: "Mayor Finch Odo FinchHarbour talks stall Odo Finch: 'No' MORE said". It begins with the whole name, whose
 * last word is glued to the first headline, and ends with a link to more.
 */
export function findHoverTexts(words: Words): Span[] {
  if (!words.text.includes(" MORE")) return []
  const found: Span[] = []
  for (let i = 0; i + 2 < words.count; i++) {
    if (words.shape[i] !== SHAPE.capital) continue
    const glued = gluedName(words, i)
    const end = glued === -1 ? -1 : moreAfter(words, glued)
    if (end === -1) continue
    found.push({ from: words.from[i + 1]!, to: words.to[end]! })
    i = end
  }
  return found
}

/** The token behind a surname that says the surname once more and goes on with a capital, -1 where none does. */
function gluedName({ text, from, to, shape, count }: Words, surname: number): number {
  const length = to[surname]! - from[surname]!
  for (let i = surname + 2; i < count && i <= surname + FULL_NAME; i++) {
    if (shape[i] === SHAPE.lower) return -1
    const isLonger = to[i]! - from[i]! > length && isCapitalAt(text, from[i]! + length)
    if (isLonger && text.startsWith(text.slice(from[surname], to[surname]), from[i])) return i
  }
  return -1
}

function moreAfter({ text, from, to, hash, shape, count }: Words, start: number): number {
  for (let i = start; i < count && i <= start + HEADLINES; i++) {
    if (hash[i] === MORE && shape[i] === SHAPE.upper) return i
    if (text.slice(to[i - 1], from[i]).includes("\n")) return -1
  }
  return -1
}

/** The tokens that begin in none of the spans, which are in text order and apart. */
export function wordsOutside(words: Words, spans: readonly Span[]): Words {
  if (spans.length === 0) return words
  let next = 0
  const isKept = (_: unknown, i: number): boolean => {
    while (next < spans.length && spans[next]!.to <= words.from[i]!) next++
    return !(next < spans.length && spans[next]!.from <= words.from[i]!)
  }
  const kept = Int32Array.from(words.from.keys()).filter(isKept)
  const pick = (column: Int32Array): Int32Array => kept.map((i) => column[i]!)
  return {
    text: words.text,
    count: kept.length,
    from: pick(words.from),
    to: pick(words.to),
    hash: pick(words.hash),
    shape: Uint8Array.from(kept, (i) => words.shape[i]!),
  }
}
