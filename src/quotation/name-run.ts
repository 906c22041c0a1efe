import { hashWord, hashWords, SHAPE } from "../text/words.ts"
import { type Casing, headsSentence, isCapital, isTitled, nextIsCapital } from "./casing.ts"
import { isAbstract } from "./german.ts"
import { has, IS } from "./lexicon.ts"
import { partyOf } from "./party.ts"
import type { Reading } from "./reading.ts"

const OF = hashWord("of")

/** Whether the token at `i` begins a name. */
export function startsName(reading: Reading, i: number, casing: Casing): boolean {
  const { titled, proper } = casing
  if (!isCapital(reading, i) || isDay(reading, i)) return false
  if (isPageWord(reading, i) || isGermanThing(reading, i)) return false
  if (i > 0 && partyOf(reading, i - 1).length > 0) return false
  const hash = reading.words.hash[i]!
  if (isNew(reading, i)) return true
  if (isTitled(reading, titled, i)) return proper.has(hash) && !has(reading, i, IS.small)
  if (has(reading, i, IS.small)) return false
  if (!headsSentence(reading, i)) return true
  if (has(reading, i, IS.determiner | IS.cue) && !proper.has(hash)) return false
  return proper.has(hash) || isNameLike(reading, i) || continuesName(reading, i, i + 1, casing)
}

function isNameLike(reading: Reading, i: number): boolean {
  return has(
    reading,
    i,
    IS.male | IS.female | IS.title | IS.organisation | IS.place | IS.nationality | IS.role,
  )
}

/** The index after the words that go on with the name at `first`. */
export function endOfRun(reading: Reading, first: number, casing: Casing): number {
  let last = first + 1
  while (continuesName(reading, first, last, casing)) last++
  return last
}

/** Whether the token at `i` goes on with the name that began at `first`. */
function continuesName(
  reading: Reading,
  first: number,
  i: number,
  { titled, proper }: Casing,
): boolean {
  const { words, sentence, part } = reading
  if (i >= words.count || sentence[i] !== sentence[first] || part[i] !== part[first]) return false
  if (isTitled(reading, titled, i) && !proper.has(words.hash[i]!)) return false
  if (isCapital(reading, i)) return !endsName(reading, first, i)
  if (has(reading, i, IS.particle))
    return isCapital(reading, i - 1) && nextIsCapital(reading, i) && isNobiliary(reading, i)
  if (words.hash[i] !== OF || !has(reading, i - 1, IS.organisation)) return false
  return nextIsCapital(reading, i)
}

/** Whether a capital at `i` no longer belongs to the name that began at `first`. */
function endsName(reading: Reading, first: number, i: number): boolean {
  const { hash } = reading.words
  const word = hash[i]!
  if (has(reading, i, IS.calendar)) return i > first + 1 || WEEKDAYS.has(word)
  if (isGermanThing(reading, i)) return true
  if (NEVER_IN_NAMES.has(word) || isPageWord(reading, i) || isArticle(reading, i)) return true
  // A page that runs its captions together: "Ada Finch Ada Finch opens the pier". A name may be doubled only at its head.
  for (let k = first; k < i; k++) if (hash[k] === word && (k > first || i > first + 1)) return true
  return false
}

const WEEKDAYS = hashWords("monday tuesday wednesday thursday friday saturday sunday")
/** Words that no name goes on with, capital or not: behind them another sentence has begun. */
const NEVER_IN_NAMES = hashWords(
  "the would could should was were has had did does what when where why how who",
)

/** Words that a page puts beside its pictures and links, and capitals run into the name beside them. */
const PAGE_WORDS = hashWords(
  "hide caption captions photo photos video videos replay playback advertisement watched",
)
/** The same, only in capitals. */
const PAGE_CALLS = hashWords("more read watch just related see update breaking exclusive live vs")

function isPageWord({ words }: Reading, i: number): boolean {
  const hash = words.hash[i]!
  return PAGE_WORDS.has(hash) || (words.shape[i] === SHAPE.upper && PAGE_CALLS.has(hash))
}

const A = hashWord("a")

/** "Ada Finch A storm …": no initial, which has a dot or another name behind it. */
function isArticle(reading: Reading, i: number): boolean {
  const { hash, from, to } = reading.words
  return hash[i] === A && to[i]! - from[i]! === 1 && !nextIsCapital(reading, i)
}

const NEW = hashWord("new")

/** "New York": no adjective. */
function isNew(reading: Reading, i: number): boolean {
  const next = i + 1
  return reading.words.hash[i] === NEW && nextIsCapital(reading, i) && has(reading, next, IS.place)
}

/** A month or a weekday, and not "April Quill". */
function isDay(reading: Reading, i: number): boolean {
  if (!has(reading, i, IS.calendar)) return false
  const isGiven = has(reading, i, IS.male | IS.female) && nextIsCapital(reading, i)
  return !isGiven || has(reading, i + 1, IS.calendar)
}

function isGermanThing(reading: Reading, i: number): boolean {
  if (reading.article.language !== "de" || has(reading, i, IS.organisation | IS.role)) return false
  return isAbstract(reading.words, i) || reading.words.shape[i - 1] === SHAPE.number
}

/** "Ursula von der Weide", not "der Besuch von Ada Fink": in German "von" is nobiliary behind a first name only. */
function isNobiliary(reading: Reading, i: number): boolean {
  return (
    reading.article.language !== "de" ||
    has(reading, i - 1, IS.male | IS.female | IS.particle | IS.title)
  )
}
