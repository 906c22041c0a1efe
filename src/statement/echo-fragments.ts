import type { Article } from "../article/article.ts"
import { addTo } from "../text/group-by.ts"
import { shingles, shinglesOf } from "../text/shingles.ts"
import { findTokens, type Token } from "../text/tokens.ts"
import type { Heard, Spoken, Voice } from "./voice.ts"

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

/** Fragments that one page alone puts into somebody's mouth, by the hash of their first words. */
export type FragmentIndex = ReadonlyMap<number, readonly Voice[]>

export function indexFragments(voices: readonly Voice[]): FragmentIndex {
  const fragments = new Map<number, Voice[]>()
  for (const voice of voices) {
    if (!voice.alone || !isTelling(voice.tokens)) continue
    const head = shingles(voice.tokens.slice(0, HEAD), HEAD)[0]! | 0
    if ((fragments.get(head)?.length ?? 0) < MAX_ALIKE) addTo(fragments, head, voice)
  }
  return fragments
}

function isTelling(tokens: readonly Token[]): boolean {
  if (tokens.length > MAX_FRAGMENT_WORDS) return false
  return tokens.filter(isContentWord).length >= MIN_CONTENT_WORDS
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
  { tokens, hashes }: Spoken,
  fragments: FragmentIndex,
): Heard[] {
  const heard: Heard[] = []
  let names: ReadonlySet<string> | null = null
  const isNamed = (speaker: string): boolean => {
    names ??= new Set(findTokens(text).map(({ norm }) => norm.replace(/'s$/, "")))
    return names.has(speaker)
  }
  const heads = shinglesOf(hashes, HEAD)
  for (let from = 0; from < heads.length; from++) {
    for (const voice of fragments.get(heads[from]! | 0) ?? []) {
      const to = from + voice.tokens.length
      const stands = voice.tokens.every((token, i) => token.norm === tokens[from + i]?.norm)
      if (voice.article === article || !stands || isName(text, tokens.slice(from, to))) continue
      if (voice.speaker !== null && !isNamed(voice.speaker)) continue
      heard.push({ statement: voice.statement, from, to })
    }
  }
  return heard
}

function isName(text: string, tokens: readonly Token[]): boolean {
  const lower = tokens.filter((token) => isContentWord(token) && !isCapital(text, token))
  return lower.length < MIN_CONTENT_WORDS
}

function isCapital(text: string, { from }: Token): boolean {
  return /\p{Lu}/u.test(text[from]!)
}
