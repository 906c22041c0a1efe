import type { Article } from "../article/article.ts"
import { groupBy } from "../text/group-by.ts"
import type { HashedWords } from "../text/hashed-words.ts"
import { isCapitalAt } from "../text/letters.ts"
import { passageTokens } from "../text/passage.ts"
import { shinglesOf } from "../text/shingles.ts"
import { mayHold, type Sieve, sieveOf } from "../text/sieve.ts"
import type { Span } from "../text/span.ts"
import { findTokens } from "../text/tokens.ts"
import { isContentWord } from "./content-words.ts"
import type { Heard, Voice } from "./voice.ts"

/** Fewest words of substance that two pages do not print alike by chance. */
const MIN_CONTENT_WORDS = 2
/** The same where a page does not name who spoke them: that the other page is about somebody else cannot be seen. */
const MIN_UNNAMED_WORDS = 4
/** Longest fragment looked for, in words; a longer one that is narration elsewhere is met as a run. */
const MAX_FRAGMENT_WORDS = 16
/** Of fragments with the same first so many words, a few are compared. */
const HEAD = 2
/** Of fragments that begin alike, at most so many are compared. */
const MAX_ALIKE = 32
/** Fragments are found by their first so many words, shorter ones by all: many begin with "in the". */
const MAX_OPENING = 4

/** Fragments that one page alone puts into somebody's mouth, those found by as many words together. */
export type FragmentIndex = readonly Openings[]

interface Openings {
  /** In words. */
  readonly length: number
  /** By the hash of the opening. */
  readonly fragments: ReadonlyMap<number, readonly Voice[]>
  /** What most other words do not pass. */
  readonly sieve: Sieve
}

export function indexFragments(voices: readonly Voice[]): FragmentIndex {
  const alike = groupBy(
    voices.filter((voice) => voice.alone && isTelling(voice)),
    ({ hashes }) => openingOf(hashes, HEAD),
  )
  const fragments = [...alike.values()].flatMap((some) => some.slice(0, MAX_ALIKE))
  const byLength = groupBy(fragments, ({ hashes }) => Math.min(hashes.length, MAX_OPENING))
  return [...byLength].map(([length, some]) => {
    const byOpening = groupBy(some, ({ hashes }) => openingOf(hashes, length))
    return { length, fragments: byOpening, sieve: sieveOf([...byOpening.keys()]) }
  })
}

function openingOf(hashes: Uint32Array, length: number): number {
  return shinglesOf(hashes.subarray(0, length), length)[0]!
}

function isTelling({ passage, hashes, speaker }: Voice): boolean {
  if (hashes.length > MAX_FRAGMENT_WORDS) return false
  const words = passageTokens(passage)
  const least = speaker === null ? MIN_UNNAMED_WORDS : MIN_CONTENT_WORDS
  return words.filter(isContentWord).length >= least
}

/**
 * Where an article's narration has a whole fragment word for word, also the narration of the page that quotes it. Names
 * are no narration of anybody's; and it must be about the same person: a page that does not name the speaker has not told
 * what became of the words.
 */
export function findFragments(
  { text }: Pick<Article, "text">,
  words: HashedWords,
  index: FragmentIndex,
  isNamed: (speaker: string) => boolean,
): Heard[] {
  const heard: Heard[] = []
  for (const { length, fragments, sieve } of index) {
    const openings = shinglesOf(words.hashes, length)
    for (let from = 0; from < openings.length; from++) {
      if (!mayHold(sieve, openings[from]!)) continue
      for (const voice of fragments.get(openings[from]!) ?? []) {
        const to = from + voice.hashes.length
        if (!standsAt(voice, words, from)) continue
        const span = { from: words.from[from]!, to: words.to[to - 1]! }
        if (isName(text, span)) continue
        if (voice.speaker !== null && !isNamed(voice.speaker)) continue
        heard.push({ statement: voice.statement, from, to })
      }
    }
  }
  return heard
}

function standsAt(voice: Voice, { hashes }: HashedWords, from: number): boolean {
  return (
    from + voice.hashes.length <= hashes.length &&
    voice.hashes.every((hash, i) => hash === hashes[from + i])
  )
}

function isName(text: string, span: Span): boolean {
  const words = findTokens(text, span)
  const lower = words.filter((word) => isContentWord(word) && !isCapitalAt(text, word.from))
  return lower.length < MIN_CONTENT_WORDS
}
