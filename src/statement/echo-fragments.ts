import type { Article } from "../article/article.ts"
import { addTo } from "../text/group-by.ts"
import type { HashedWords } from "../text/hashed-words.ts"
import { shinglesOf } from "../text/shingles.ts"
import type { Span } from "../text/span.ts"
import { findTokens, type Token } from "../text/tokens.ts"
import type { Heard, Voice } from "./voice.ts"

/** Fewest words of substance that two pages do not print alike by chance. */
const MIN_CONTENT_WORDS = 2
/** Longest fragment looked for, in words; a longer one that is narration elsewhere is met as a run. */
const MAX_FRAGMENT_WORDS = 16
/** Fragments are found by their first so many words. */
const HEAD = 2
/** Of fragments that begin alike, at most so many are compared. */
const MAX_ALIKE = 32

const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    "about after also because been before being both could does each even ever every from have here into just like " +
    "many more most much must only other over said same says should some such than that their them then there these " +
    "they this those though through under until upon very want well were what when where which while will with would " +
    "your yours"
  ).split(" "),
)

/** Fragments that one page alone puts into somebody's mouth. */
export interface FragmentIndex {
  /** By the hash of their first words. */
  readonly byHead: ReadonlyMap<number, readonly Voice[]>
  /** 1 at the low bits of the hash of their first words: 0 at those of most others, and nothing is looked up. */
  readonly marks: Uint8Array
}

const MARKS = 2 ** 18

export function indexFragments(voices: readonly Voice[]): FragmentIndex {
  const byHead = new Map<number, Voice[]>()
  const marks = new Uint8Array(MARKS)
  for (const voice of voices) {
    if (!voice.alone || !isTelling(voice)) continue
    const head = shinglesOf(voice.hashes.subarray(0, HEAD), HEAD)[0]!
    if ((byHead.get(head)?.length ?? 0) < MAX_ALIKE) addTo(byHead, head, voice)
    marks[head & (MARKS - 1)] = 1
  }
  return { byHead, marks }
}

function isTelling({ passage: { text, spans }, hashes }: Voice): boolean {
  if (hashes.length > MAX_FRAGMENT_WORDS) return false
  const words = spans.flatMap((span) => findTokens(text, span))
  return words.filter(isContentWord).length >= MIN_CONTENT_WORDS
}

function isContentWord({ norm }: Token): boolean {
  return norm.length >= 4 && !FUNCTION_WORDS.has(norm)
}

/**
 * Where an article's narration has a whole fragment word for word. Names are no narration of anybody's; and it must be
 * about the same person: a page that does not name the speaker has not told what became of the words.
 */
export function findFragments(
  { id: article, text }: Pick<Article, "id" | "text">,
  words: HashedWords,
  { byHead, marks }: FragmentIndex,
  isNamed: (speaker: string) => boolean,
): Heard[] {
  const heard: Heard[] = []
  const heads = shinglesOf(words.hashes, HEAD)
  for (let from = 0; from < heads.length; from++) {
    const head = heads[from]!
    if (marks[head & (MARKS - 1)] === 0) continue
    for (const voice of byHead.get(head) ?? []) {
      const to = from + voice.hashes.length
      if (voice.article === article || !standsAt(voice, words, from)) continue
      if (isName(text, { from: words.from[from]!, to: words.to[to - 1]! })) continue
      if (voice.speaker !== null && !isNamed(voice.speaker)) continue
      heard.push({ statement: voice.statement, from, to })
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

/** The words of a page by which it may name somebody. */
export function namingWords(text: string): ReadonlySet<string> {
  return new Set(findTokens(text).map(({ norm }) => norm.replace(/'s$/, "")))
}

function isName(text: string, span: Span): boolean {
  const words = findTokens(text, span)
  const lower = words.filter((word) => isContentWord(word) && !isCapital(text, word))
  return lower.length < MIN_CONTENT_WORDS
}

function isCapital(text: string, { from }: Token): boolean {
  return /\p{Lu}/u.test(text[from]!)
}
