import { hashWord, hashWords, SHAPE } from "../text/words.ts"
import { addFeature, type Features, newFeatures, scoreFeatures, type Weights } from "./features.ts"
import { IS } from "./lexicon.ts"
import type { MarkedPart } from "./marks.ts"
import { firstTokenFrom, type Reading } from "./reading.ts"

/** What is known of the best candidate speaker when a part is judged. */
export interface Voice {
  /** Probability that this mention spoke the part. */
  readonly weight: number
  /** Whether it stands in the sentence of the part, and where a speech verb stands beside it. */
  readonly near: boolean
  readonly cue: number
  /** Share of the part's tokens that the tagger takes for something said, in quarters. */
  readonly said: number
}

const scratch: Features = newFeatures()
const COMMA = hashWord(",")

/** Log-odds that words in marks are somebody's speech, and not a title, a nickname or words held at arm's length. */
export function speechScore(
  weights: Weights,
  reading: Reading,
  part: number,
  voice: Voice,
): number {
  return scoreFeatures(weights, describePart(reading, part, voice))
}

export function describePart(reading: Reading, part: number, voice: Voice): Features {
  const { words, bits, sentence } = reading
  const here = reading.parts[part]!
  const f = scratch
  f.size = 0
  const start = firstTokenFrom(words, here.from)
  const end = firstTokenFrom(words, here.to)
  const outerStart = firstTokenFrom(words, here.outer.from)
  const outerEnd = firstTokenFrom(words, here.outer.to)
  const length = wordCount(reading, start, end)
  const size = length < 8 ? length : length < 12 ? 8 : length < 20 ? 9 : 10
  const before = outerStart - 1
  const sameSentence = before >= 0 && sentence[before] === sentence[start]
  const left = sameSentence ? words.hash[before]! : 0
  const left2 =
    sameSentence && before > 0 && sentence[before - 1] === sentence[start]
      ? words.hash[before - 1]!
      : 0
  const right =
    outerEnd < words.count && sentence[outerEnd] === sentence[end - 1] ? words.hash[outerEnd]! : 0
  const finish = words.text.charCodeAt(here.to - 1)
  const stop =
    finish === 0x2c ? 1 : finish === 0x2e ? 2 : finish === 0x3f || finish === 0x21 ? 3 : 0
  const capital = words.shape[start] === SHAPE.capital || words.shape[start] === SHAPE.upper ? 1 : 0
  const titled = titleCase(reading, start, end)
  const weight = Math.round(voice.weight * 8)
  const cue = cuesInSentence(reading, outerStart, outerEnd)
  const whole = isWholeBlock(reading, here) ? 1 : 0
  const kind = reading.blocks[here.block]!.kind === "heading" ? 1 : 0
  const single = here.mark === "single" ? 1 : 0

  addFeature(f, 50, size, titled, capital)
  addFeature(f, 51, size, weight, voice.near ? 1 : 0)
  addFeature(f, 52, size, stop, whole)
  addFeature(f, 53, voice.cue, voice.near ? 1 : 0, weight)
  addFeature(f, 54, left)
  addFeature(f, 55, left, left2)
  addFeature(f, 56, left2)
  addFeature(f, 57, right)
  addFeature(f, 58, size, cue, capital)
  addFeature(f, 59, titled, stop, cue)
  addFeature(f, 60, here.closed ? 1 : 0, here.continues ? 1 : 0, single)
  addFeature(f, 61, kind, size, single)
  addFeature(f, 62, words.hash[start] ?? 0)
  addFeature(f, 63, classes(reading, start, end), size)
  addFeature(f, 64, before >= 0 ? bits[before]! : 0, size)
  addFeature(f, 65, left === COMMA ? 1 : 0, capital, size)
  addFeature(f, 66)
  const listed = isListed(reading, part) ? 1 : 0
  addFeature(f, 67, voice.said, size, titled)
  addFeature(f, 68, voice.said, voice.near ? 1 : 0, weight)
  addFeature(f, 69, voice.said, voice.cue, stop)
  addFeature(f, 70, listed, voice.said, size)
  addFeature(f, 71, NAMING.has(left) ? 1 : 0, titled, size)
  return f
}

/** "titled", "dubbed": what follows in marks is a name. */
const NAMING = hashWords(
  "titled entitled headlined dubbed nicknamed named so-called called song book film movie album show series article essay",
)

/** Whether only a comma or "and" parts it from the marked words before or after it. */
function isListed({ parts, article }: Reading, part: number): boolean {
  const { outer } = parts[part]!
  const before = parts[part - 1]?.outer.to
  const after = parts[part + 1]?.outer.from
  return (
    (before !== undefined && isLink(article.text, before, outer.from)) ||
    (after !== undefined && isLink(article.text, outer.to, after))
  )
}

/** Characters of the longest link in a list, spaces included. */
const LONGEST_LINK = 8

function isLink(text: string, from: number, to: number): boolean {
  return to - from <= LONGEST_LINK && /^,?\s*(?:and|or)?\s*$/.test(text.slice(from, to))
}

function wordCount(reading: Reading, start: number, end: number): number {
  let count = 0
  for (let i = start; i < end && count < 20; i++) if (reading.words.shape[i] !== SHAPE.mark) count++
  return count
}

/** 0 no word but the first is capitalised, 1 some are, 2 all longer ones are. */
function titleCase(reading: Reading, start: number, end: number): number {
  let lower = 0
  let capital = 0
  for (let i = start + 1; i < end && i < start + 12; i++) {
    if (reading.bits[i]! & IS.small || reading.words.shape[i] === SHAPE.mark) continue
    if (reading.words.shape[i] === SHAPE.lower) lower++
    else capital++
  }
  if (capital === 0) return 0
  return lower === 0 ? 2 : 1
}

/** 0 no speech verb in the sentence outside marks, 1 before the part, 2 after it. */
function cuesInSentence(reading: Reading, start: number, end: number): number {
  const { bits, part, sentence, words } = reading
  for (let i = start - 1; i >= 0 && i > start - 30 && sentence[i] === sentence[start]; i--)
    if (bits[i]! & IS.cue && part[i] === -1) return 1
  const last = Math.max(start, end - 1)
  for (let i = end; i < words.count && i < end + 12 && sentence[i] === sentence[last]; i++)
    if (bits[i]! & IS.cue && part[i] === -1) return 2
  return 0
}

function classes(reading: Reading, start: number, end: number): number {
  let all = 0
  for (let i = start; i < end && i < start + 4; i++) {
    all = all * 31 + (reading.words.shape[i] ?? 0) * 4 + (reading.bits[i]! & IS.small ? 1 : 0)
  }
  return all
}

function isWholeBlock(reading: Reading, part: MarkedPart): boolean {
  const block = reading.blocks[part.block]!
  return part.outer.to - part.outer.from >= block.to - block.from - 2
}
