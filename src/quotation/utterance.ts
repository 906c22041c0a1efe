import { slice } from "../text/span.ts"
import { hashWord, hashWords, isSpace, SHAPE } from "../text/words.ts"
import { announcedBy, isAnnounced } from "./announced.ts"
import { askSpeaker } from "./candidates.ts"
import { speechScore, type Voice } from "./kind.ts"
import { IS } from "./lexicon.ts"
import type { Models } from "./models.ts"
import { isNamed } from "./named.ts"
import type { QuotationKind } from "./quotation.ts"
import { firstTokenFrom, type Reading } from "./reading.ts"
import { recogniseRepeated } from "./repeated.ts"
import type { Scene } from "./scene.ts"
import { signatureOf } from "./signature.ts"
import { TAG } from "./tagger.ts"
import { type Answer, answer, type Question } from "./weigh.ts"

/** Marked parts that are read as one, with their speaker chosen. */
export interface Utterance {
  /** Indices of the marked parts, in text order. */
  readonly parts: readonly number[]
  readonly mention: number | null
  /** Probability that the mention is the speaker's. */
  readonly weight: number
  /** The same, together with every other mention of the person whom it means. */
  readonly share: number
  /** The part of which the speaker was asked. */
  readonly judged: number
  readonly kind: QuotationKind
}

/** Judges each marked part in text order: whether it is speech, and which mention spoke it. */
export function findUtterances(scene: Scene, models: Models): Utterance[] {
  let previous: number | null = null
  const utterances: Utterance[] = []
  for (let part = 0; part < scene.reading.parts.length; part++) {
    const question = askSpeaker(scene, part, previous)
    const chosen = answer(models.speaker, question)
    const signed = signatureOf(scene, part)
    const told = signed ?? announcedBy(scene, part)
    const mention = told ?? chosen?.mention ?? null
    const weight = told === null ? (chosen?.chance ?? 0) : TOLD_WEIGHT
    const voice = voiceOf(scene, part, mention, weight)
    const judged = kindOf(scene, part, voice, models)
    const kind = signed !== null && (judged === "scare" || judged === "title") ? "direct" : judged
    const speaks = kind === "direct" || kind === "mixed"
    const spoke = speaks && mention !== null && !isUnreal(scene, mention)
    if (spoke) previous = mention
    const share = told === null && chosen ? shareOf(scene, question, chosen) : weight
    const parts = [part]
    utterances.push({ parts, mention: spoke ? mention : null, weight, share, judged: part, kind })
  }
  return recogniseRepeated(scene, utterances)
}

/** Probability that who signs a quotation, or is said by plain grammar to have spoken it, did. */
const TOLD_WEIGHT = 0.95

/** The chances of all mentions that mean whom the chosen one means. */
function shareOf(
  { referents }: Scene,
  { mentions }: Question,
  { mention, chance, chances }: Answer,
): number {
  const person = referents[mention]?.person
  if (person === undefined) return chance
  let share = 0
  for (let k = 0; k < chances.length; k++)
    if (referents[mentions[k]!]?.person === person) share += chances[k]!
  return share
}

const HAVE = hashWord("have")
/** How many words may stand before it: "as well", "just as easily". */
const UNREAL_REACH = 4
const UNREAL = hashWords("might could would should")

/** “We are finished,” she might as well have added: she did not say it. */
function isUnreal({ reading, mentions }: Scene, m: number): boolean {
  const { hash } = reading.words
  const { last } = mentions[m]!
  if (!UNREAL.has(hash[last] ?? 0)) return false
  for (let i = last + 1; i <= last + UNREAL_REACH; i++)
    if (hash[i] === HAVE) return ((reading.bits[i + 1] ?? 0) & IS.cue) !== 0
  return false
}

/** What the best candidate and the tags say about whether the part is speech at all. */
export function voiceOf(scene: Scene, part: number, mention: number | null, weight: number): Voice {
  const { reading, mentions } = scene
  const { words, sentence } = reading
  const here = reading.parts[part]!
  const first = firstTokenFrom(words, here.outer.from)
  const last = Math.max(first, firstTokenFrom(words, here.outer.to) - 1)
  const said = shareSaid(scene, first, last + 1)
  if (mention === null) return { weight: 0, near: false, cue: 0, said }
  const speaker = mentions[mention]!
  const at = sentence[speaker.first]!
  const near = at >= sentence[first]! && at <= sentence[last]!
  return { weight, near, cue: scene.beside[mention]!.place, said }
}

function shareSaid(scene: Scene, first: number, last: number): number {
  let said = 0
  for (let i = first; i < last; i++) if (scene.tags[i]! >= TAG.begin) said++
  return last > first ? Math.round((4 * said) / (last - first)) : 0
}

function kindOf(scene: Scene, part: number, voice: Voice, models: Models): QuotationKind {
  const { reading } = scene
  const isTitle = looksLikeTitle(scene, part)
  const isShort = isTitle || countTokens(reading, part) <= MAX_TITLE
  if ((isShort && isIntroducedAsTitle(scene, part)) || isNamed(reading, part)) return "title"
  if (isAddress(reading, part)) return "scare"
  if (standsInName(scene, part) || isHeldOff(scene, part)) return "scare"
  if (isAttributed(scene, part) || isAnnounced(scene, part))
    return isFragment(scene, part) ? "mixed" : "direct"
  const score = speechScore(models.kind, reading, part, voice)
  if (score < 0 && !isOwnParagraph(scene, part)) return isTitle ? "title" : "scare"
  if (isTitle && looksLikeNickname(scene, part)) return "scare"
  if (voice.weight < MIN_VOICE && isAside(scene, part)) return "scare"
  return isFragment(scene, part) ? "mixed" : "direct"
}

/** Letters from which a word of a title has a capital. */
const LONG_WORD = 4

/** All longer words capitalised: the name of a work rather than words held at arm's length. */
function looksLikeTitle({ reading }: Scene, part: number): boolean {
  const { text } = reading.article
  const { from, to } = reading.parts[part]!
  let longs = 0
  let words = 0
  for (let at = from; at < to; words++) {
    const start = at
    while (at < to && !isSpace(text.charCodeAt(at))) at++
    if (at - start >= LONG_WORD) {
      if (text[start] === text[start]!.toLowerCase()) return false
      longs++
    }
    while (at < to && isSpace(text.charCodeAt(at))) at++
  }
  return longs > 0 && words > 1
}

/** Probability of the best speaker below which a few words inside a sentence are nobody's. */
const MIN_VOICE = 0.3
/** Most tokens of such words. */
const MAX_ASIDE = 7

/** Fewest tokens of a paragraph in marks that is speech whatever stands around it. */
const MIN_OWN_PARAGRAPH = 8

function isOwnParagraph({ reading }: Scene, part: number): boolean {
  const { words, parts, blocks } = reading
  const { from, to, outer, block } = parts[part]!
  const isAlone = outer.to - outer.from >= blocks[block]!.to - blocks[block]!.from - 2
  return isAlone && firstTokenFrom(words, to) - firstTokenFrom(words, from) >= MIN_OWN_PARAGRAPH
}

function isAside({ reading }: Scene, part: number): boolean {
  const { words, parts, blocks } = reading
  const { from, to, outer, block } = parts[part]!
  const isAlone = outer.to - outer.from >= blocks[block]!.to - blocks[block]!.from - 2
  return !isAlone && firstTokenFrom(words, to) - firstTokenFrom(words, from) <= MAX_ASIDE
}

/** Longest title, in tokens, that is not capitalised: "Council shelves the plan to reopen the pier". */
const MAX_TITLE = 10

function countTokens({ words, parts }: Reading, part: number): number {
  return firstTokenFrom(words, parts[part]!.to) - firstTokenFrom(words, parts[part]!.from)
}

const TITLED = hashWords("titled entitled headlined")

/** Right after "titled" and the like. */
function isIntroducedAsTitle({ reading }: Scene, part: number): boolean {
  return TITLED.has(wordBefore(reading, part))
}

/** poster="https://…": a link, or the value of an attribute that the page's markup lost. */
function isAddress({ article, parts }: Reading, part: number): boolean {
  const { outer } = parts[part]!
  if (article.text[outer.from - 1] === "=") return true
  const { text } = article
  const isLink = text.startsWith("http", outer.from + 1) || text.startsWith("www.", outer.from + 1)
  return isLink && /^\S(?:https?:\/\/|www\.)\S+$/.test(slice(text, outer))
}

const HELD_OFF = hashWords(
  "so-called sogenannte sogenannten sogenannter soi-disant llamado llamada",
)

/** so-called “values”: words that the page will not answer for. */
function isHeldOff({ reading }: Scene, part: number): boolean {
  return HELD_OFF.has(wordBefore(reading, part))
}

/** The word before a part with its marks, 0 where it begins the text. */
function wordBefore({ words, parts }: Reading, part: number): number {
  const token = firstTokenFrom(words, parts[part]!.outer.from)
  return token > 0 ? words.hash[token - 1]! : 0
}

/** Longest nickname, in tokens: "Sleepy Joe". */
const MAX_NICKNAME = 3

/** “…,” vows: a comma inside the closing mark and a speech verb right behind it; in a headline, Claims “…”. */
function isAttributed({ reading }: Scene, part: number): boolean {
  const { words, bits, parts, article, blocks } = reading
  const { outer, to, block } = parts[part]!
  const isCue = (token: number): boolean => ((bits[token] ?? 0) & IS.cue) !== 0
  if (article.text[to - 1] === "," && isCue(firstTokenFrom(words, outer.to))) return true
  return blocks[block]!.kind === "heading" && isCue(firstTokenFrom(words, outer.from) - 1)
}

/** Odo “Tug” Finch: within a name. In a headline every word may be capitalised. */
function standsInName({ reading }: Scene, part: number): boolean {
  const { words, parts, blocks } = reading
  if (blocks[parts[part]!.block]!.kind === "heading") return false
  const from = firstTokenFrom(words, parts[part]!.outer.from)
  const to = firstTokenFrom(words, parts[part]!.outer.to)
  if (to - from > MAX_NICKNAME + 2) return false
  const { shape } = words
  const { sentence } = reading
  if (shape[from - 1] !== SHAPE.capital || sentence[from - 1] !== sentence[from]) return false
  if (shape[from + 1] !== SHAPE.capital || sentence[from + 1] !== sentence[from]) return false
  return shape[to] === SHAPE.capital && sentence[to] === sentence[from]
}

/** Two or three capitalised words with a first name among them. */
function looksLikeNickname({ reading }: Scene, part: number): boolean {
  const { words, bits, parts } = reading
  const from = firstTokenFrom(words, parts[part]!.from)
  const to = firstTokenFrom(words, parts[part]!.to)
  if (to - from > MAX_NICKNAME || words.shape[to - 1] === SHAPE.mark) return false
  for (let i = from; i < to; i++) if (bits[i]! & (IS.male | IS.female)) return true
  return false
}

/** Longest piece, in tokens, that can stand inside a sentence of the page although it begins with a capital. */
const MAX_CAPITAL_FRAGMENT = 4

/** Whether the part is a piece of a sentence that the page goes on with: … a “positive resemblance” between …. */
function isFragment({ reading }: Scene, part: number): boolean {
  const { words, bits, sentence, parts, article } = reading
  const here = parts[part]!
  const first = article.text[here.from]!
  if (first === first.toLowerCase() && first !== first.toUpperCase()) return true
  const start = firstTokenFrom(words, here.outer.from)
  const before = start - 1
  const length = firstTokenFrom(words, here.to) - start
  if (length > MAX_CAPITAL_FRAGMENT || before < 0 || sentence[before] !== sentence[start])
    return false
  return words.shape[before] !== SHAPE.mark && !(bits[before]! & IS.cue)
}
