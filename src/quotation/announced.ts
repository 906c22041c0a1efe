import { firstWhere } from "../text/first-where.ts"
import { hashWord, hashWords, SHAPE } from "../text/words.ts"
import { isFullyCovered } from "./languages.ts"
import { IS } from "./lexicon.ts"
import type { Mention } from "./mention.ts"
import { firstTokenFrom, type Reading } from "./reading.ts"
import type { Scene } from "./scene.ts"

// How pages in a language whose words the models have not seen say that words in marks are speech, and whose.

const OPENS_SPEECH = new Set([",", "—", "–", "-"].map(hashWord))
const COLON = hashWord(":")
const COMMA = hashWord(",")
/** Most auxiliaries between the marks and the verb: « … », s’est-elle ensuite félicitée. */
const MAX_AUXILIARIES = 3
/** Furthest that the verb may stand before the colon. */
const MAX_ANNOUNCEMENT = 20

/** Whether a speech verb stands right behind the marks, or before the colon that leads over to them. */
export function isAnnounced({ reading }: Scene, part: number): boolean {
  const { words, bits, article, sentence } = reading
  if (isFullyCovered(article)) return false
  const start = firstTokenFrom(words, reading.parts[part]!.outer.from)
  if (words.hash[start - 1] === COLON) {
    const isName = words.shape[start - 2] === SHAPE.capital && article.language !== "de"
    if (isName && ((bits[start - 2] ?? 0) & IS.small) === 0) return true
    for (let i = start - 2; i >= 0 && i > start - MAX_ANNOUNCEMENT; i--) {
      if (sentence[i] !== sentence[start - 1]) break
      if (isCue(reading, i)) return true
    }
  }
  return verbBehind(reading, part) !== -1
}

function isCue({ bits }: Reading, i: number): boolean {
  return ((bits[i] ?? 0) & IS.cue) !== 0
}

/** The speech verb right behind the marks, -1 where none is. */
function verbBehind({ words, bits, parts }: Reading, part: number): number {
  let next = firstTokenFrom(words, parts[part]!.outer.to)
  while (next < words.count && OPENS_SPEECH.has(words.hash[next]!)) next++
  for (let k = 0; k < MAX_AUXILIARIES && ((bits[next] ?? 0) & IS.auxiliary) !== 0; k++) next++
  return ((bits[next] ?? 0) & IS.cue) !== 0 ? next : -1
}

/**
 * The mention that the grammar says spoke a part, null where it says none: „…“, sagte Ada Fink; Ada Fink sagte dazu: „…“;
 * der Hafen sei, so Ada Fink, „…“.
 */
export function announcedBy(scene: Scene, part: number): number | null {
  const { reading, mentions, beside } = scene
  if (isFullyCovered(reading.article)) return null
  const { words } = reading
  const verb = verbBehind(reading, part)
  const behind = verb === -1 ? -1 : firstWhere(mentions.length, (i) => mentions[i]!.first >= verb)
  if (behind !== -1 && beside[behind]?.place === 2 && beside[behind].token === verb) return behind
  const before = firstTokenFrom(words, reading.parts[part]!.outer.from) - 1
  if (words.hash[before] === COLON) return announcer(scene, before)
  const m = firstWhere(mentions.length, (i) => mentions[i]!.last >= before)
  const isInserted = words.hash[before] === COMMA && mentions[m]?.last === before
  return isInserted && beside[m]!.place === 2 ? m : null
}

/** Verbs whose object speaks: "der Sender zitierte Ada Fink". */
const QUOTING = hashWords("zitierte zitiert zitieren zitierten")

/**
 * Who speaks in the sentence that a colon ends: the subject of its speech verb, which stands before it unless something
 * else does, or beside the auxiliary where the verb comes last.
 */
function announcer(scene: Scene, colon: number): number | null {
  const { reading, mentions, beside } = scene
  const { words } = reading
  const first = firstOf(scene, colon)
  const last = firstWhere(mentions.length, (i) => mentions[i]!.last > colon) - 1
  for (let m = last; m >= first; m--) {
    const { place, token } = beside[m]!
    if (place === 0 || (place === 1 && isObject(reading, mentions[m]!.first))) continue
    if (place !== 2 || m === first || QUOTING.has(words.hash[token]!)) return m
    const before = beside[m - 1]!
    const isSubject = before.place === 1 && before.token === token
    return isSubject && opensSentence(reading, mentions[m - 1]!.first) ? m - 1 : m
  }
  if (!isCue(reading, colon - 1)) return null
  for (let m = first; m <= last; m++)
    if (!isObject(reading, mentions[m]!.first) && besideAuxiliary(reading, mentions[m]!)) return m
  return null
}

/** The first mention that can announce what follows a colon. */
function firstOf({ reading, mentions }: Scene, colon: number): number {
  const { sentence, part } = reading
  let m = firstWhere(mentions.length, (i) => mentions[i]!.last > colon)
  while (m > 0) {
    const { first } = mentions[m - 1]!
    if (sentence[first] !== sentence[colon] || part[first] !== -1) break
    if (colon - first > MAX_ANNOUNCEMENT) break
    m--
  }
  return m
}

/** Behind a preposition, or behind an adjective behind one. */
function isObject({ bits, words }: Reading, first: number): boolean {
  const before = words.shape[first - 1] === SHAPE.lower ? (bits[first - 2] ?? 0) : 0
  return (((bits[first - 1] ?? 0) | before) & IS.preposition) !== 0
}

function opensSentence({ sentence }: Reading, first: number): boolean {
  return first === 0 || sentence[first - 1] !== sentence[first]
}

function besideAuxiliary({ bits }: Reading, { first, last }: Mention): boolean {
  return (((bits[first - 1] ?? 0) | (bits[last] ?? 0)) & IS.auxiliary) !== 0
}
