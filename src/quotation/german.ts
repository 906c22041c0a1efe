import { hashWords, SHAPE, type Words } from "../text/words.ts"
import { IS } from "./lexicon.ts"
import type { Reading } from "./reading.ts"

// German capitalises every noun: what is a name there, and what only names a calling or a thing.

/** What the last part of a compound says of its bearer: "Vatikansprecher", "Fraktionschefin". */
const CALLINGS =
  /(?:sprecher|leiter|chef|minister|präsident|trainer|direktor|führer|kanzler|politiker|forscher|anwalt|meister|sekretär|beauftragte|vorsitzende|experte|expert|gründer)(?:in|r|n)?$/u
/** Shortest compound: a part before the calling, too. */
const MIN_COMPOUND = 8

/** The words that name callings by their last part, said to be titles and roles as the listed ones are. */
export function addCallings({ words, bits }: Pick<Reading, "words" | "bits">): void {
  const { text, from, to, shape, count } = words
  for (let i = 0; i < count; i++) {
    const isNoun = shape[i] === SHAPE.capital && to[i]! - from[i]! >= MIN_COMPOUND
    if (isNoun && CALLINGS.test(text.slice(from[i]!, to[i]!))) bits[i]! |= IS.title | IS.role
  }
}

/** What makes a noun of a verb, an adjective or a group: no name ends so. */
const ABSTRACT = /(?:ung|heit|keit|schaft|tion|tät|ment|ismus|nis)(?:en|s)?$/u

const COUNTED = hashWords(
  "millionen milliarden jahre jahren tage tagen stunden euro prozent mark dollar",
)

/** Nouns that name a thing by their ending, "Haltung", "Empfehlung", and what is counted. */
export function isAbstract({ text, from, to, hash }: Words, i: number): boolean {
  if (COUNTED.has(hash[i]!)) return true
  return to[i]! - from[i]! >= MIN_COMPOUND - 2 && ABSTRACT.test(text.slice(from[i]!, to[i]!))
}

const CONTRACTIONS = hashWords("im am zum zur beim vom ins ans aufs")
/** A noun behind one of them is no subject; "für" and "laut" do name who thinks so. */
const PREPOSITIONS = hashWords(
  "auf in an bei mit aus vor über unter gegen durch ohne seit wegen trotz zu von",
)
const ADJECTIVE = /(?:e|en|er|es|em)$/u

/** Whether a capitalised word is a common noun, or no subject, by what stands before: an article, an adjective, a preposition. */
export function followsArticle({ words, bits, sentence }: Reading, first: number): boolean {
  const before = first - 1
  if (before < 0 || sentence[before] !== sentence[first]) return false
  if (bits[before]! & IS.determiner || CONTRACTIONS.has(words.hash[before]!)) return true
  if (PREPOSITIONS.has(words.hash[before]!)) return true
  if (words.shape[before] !== SHAPE.lower) return false
  if (bits[before]! & (IS.small | IS.cue | IS.auxiliary | IS.particle)) return false
  return ADJECTIVE.test(words.text.slice(words.from[before]!, words.to[before]!))
}

const SUBJECT_ARTICLES = hashWords("der die das ein eine")
/** Most adjectives between article and noun. */
const MAX_ADJECTIVES = 3

/** The noun of "die zuständige Behörde" right beside a speech verb: whoever speaks; -1 where the words name nobody. */
export function speakingNoun(reading: Reading, first: number): number {
  const { words, bits, sentence } = reading
  if (!SUBJECT_ARTICLES.has(words.hash[first]!)) return -1
  if (first > 0 && sentence[first - 1] === sentence[first] && isPreposition(reading, first - 1))
    return -1
  let noun = first + 1
  while (noun <= first + MAX_ADJECTIVES && words.shape[noun] === SHAPE.lower) noun++
  if (words.shape[noun] !== SHAPE.capital || sentence[noun] !== sentence[first]) return -1
  const isVerb = (i: number): boolean =>
    ((bits[i] ?? 0) & IS.cue) !== 0 && sentence[i] === sentence[first]
  return isVerb(noun + 1) || isVerb(first - 1) ? noun : -1
}

function isPreposition({ bits }: Reading, i: number): boolean {
  return (bits[i]! & IS.small) !== 0 && (bits[i]! & (IS.determiner | IS.cue)) === 0
}
