import { hashWord, SHAPE } from "../text/words.ts"
import { addFeature, type Features, newFeatures, scoreFeatures, type Weights } from "./features.ts"
import { IS } from "./lexicon.ts"
import type { MarkedPart } from "./marks.ts"
import type { Mention } from "./mentions.ts"
import type { People } from "./people.ts"
import { type Reading, tokenAt } from "./reading.ts"
import { TAG } from "./tagger.ts"

/** All that is known of an article before speakers are chosen. */
export interface Scene {
  readonly reading: Reading
  readonly mentions: readonly Mention[]
  readonly people: People
  /** What the tagger says of each token, and which of them belong to a cue: see TAG. */
  readonly tags: Uint8Array
  /** For each person how often a speech verb stands beside their name: those who speak in this article. */
  readonly voiced: Int32Array
  /** For each mention how many before it have a speech verb beside them. */
  readonly voicedBefore: Int32Array
}

/** A mention that may be the speaker of a marked part, with the features of that reading. */
export interface Candidate {
  readonly mention: number
  readonly ids: Int32Array
}

/** How many blocks before a quotation its speaker is looked for. */
const BLOCKS_BACK = 3
/** How many mentions are weighed at most. */
const MAX_CANDIDATES = 40
/** Longest stretch of tokens between quotation and mention that is read as a pattern. */
const MAX_PATTERN = 7

const COLON = hashWord(":")
const COMMA = hashWord(",")
const CLITIC = hashWord("'s")
const PREPOSITIONS = new Set(
  "of to with for by from on about in at against like than".split(" ").map(hashWord),
)

/** The mentions that may have spoken a part, nearest blocks only; `previous` is the mention chosen for the part before. */
export function findCandidates(scene: Scene, part: number, previous: number | null): Candidate[] {
  const { reading, mentions } = scene
  const here = reading.parts[part]!
  const [low, high] = reach(scene, here)
  const inReach: number[] = []
  for (let m = low; m < high; m++) if (mayS(reading, mentions[m]!)) inReach.push(m)
  const nearest = inReach
    .toSorted((a, b) => distance(mentions[a]!, here) - distance(mentions[b]!, here) || a - b)
    .slice(0, MAX_CANDIDATES)
  if (previous !== null && !nearest.includes(previous)) nearest.push(previous)
  const seen = { before: 0, after: 0 }
  return nearest.map((m) => {
    const side = mentions[m]!.from >= here.outer.to ? "after" : "before"
    const rank = seen[side]++
    return { mention: m, ids: describe(scene, part, m, previous, rank) }
  })
}

function mayS(reading: Reading, mention: Mention): boolean {
  return reading.part[mention.first] === -1 && mention.kind !== "place"
}

function distance(mention: Mention, part: MarkedPart): number {
  if (mention.from >= part.outer.to) return mention.from - part.outer.to
  return Math.abs(part.outer.from - mention.to)
}

/** The range of mention indices from some blocks before the part to the end of the block after it. */
function reach(scene: Scene, part: MarkedPart): [number, number] {
  const { reading, mentions } = scene
  const first = reading.blocks[Math.max(0, part.block - BLOCKS_BACK)]!
  const last = reading.blocks[Math.min(reading.blocks.length - 1, part.block + 1)]!
  return [firstFrom(mentions, first.from), firstFrom(mentions, last.to)]
}

function firstFrom(mentions: readonly Mention[], offset: number): number {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (mentions[middle]!.from < offset) low = middle + 1
    else high = middle
  }
  return low
}

const scratch: Features = newFeatures()

function describe(
  scene: Scene,
  part: number,
  m: number,
  previous: number | null,
  rank: number,
): Int32Array {
  const { reading, mentions, people } = scene
  const { words, sentence, block } = reading
  const here = reading.parts[part]!
  const mention = mentions[m]!
  const f = scratch
  f.size = 0
  const start = tokenAt(words, here.outer.from)
  const end = tokenAt(words, here.outer.to)
  const isAfter = mention.from >= here.outer.to
  const edge = isAfter ? Math.max(start, end - 1) : start
  const sentences = bucket(Math.abs(sentence[mention.first]! - sentence[edge]!))
  const blocks = Math.min(4, Math.abs(block[mention.first]! - here.block))
  const side = isAfter ? 1 : 0
  const where = side + 2 * sentences + 16 * blocks
  const kind = mention.kind.charCodeAt(0) * 256 + mention.kind.charCodeAt(1)
  const cue = cueBeside(reading, mention)
  const ranked = Math.min(rank, 5)
  const partsBetween = Math.min(3, countPartsBetween(scene, part, mention))
  const next = words.hash[mention.last] ?? 0
  const before = words.hash[mention.first - 1] ?? 0
  const entity = people.of[m]!
  const same =
    previous === null
      ? 0
      : previous === m
        ? 2
        : entity !== -1 && entity === people.of[previous]
          ? 3
          : 1
  const heads =
    mention.first === 0 || sentence[mention.first - 1] !== sentence[mention.first] ? 1 : 0
  const frequency = entity === -1 ? 0 : bucket(people.all[entity]!.mentions.length)
  const wholeBlock = isWholeBlock(reading, here) ? 1 : 0
  const opensBlock = start === 0 || block[start - 1] !== block[start] ? 1 : 0
  const finish = words.text.charCodeAt(here.to - 1)
  const form =
    wholeBlock +
    2 * opensBlock +
    4 * (here.continues ? 1 : 0) +
    8 * (finish === 0x2c ? 1 : finish === 0x2e ? 2 : 0)
  const ends = endsWithColon(reading, mention) ? 1 : 0

  addFeature(f, 1, where, cue.place, kind)
  addFeature(f, 2, where, cue.place, ranked)
  addFeature(f, 3, where, kind, form)
  addFeature(f, 4, where, cue.place, partsBetween)
  addFeature(f, 5, cue.hash, side + 2 * Math.min(sentences, 2), blocks)
  addFeature(f, 6, same, where, cue.place)
  addFeature(f, 7, same, form, cue.place)
  addFeature(f, 8, kind, heads, where)
  addFeature(f, 9, next, side, sentences === 0 ? 1 : 0)
  addFeature(f, 10, before, side, sentences === 0 ? 1 : 0)
  addFeature(f, 11, next === CLITIC ? 1 : next === COMMA ? 2 : 0, cue.place, where)
  addFeature(f, 12, PREPOSITIONS.has(before) ? 1 : 0, cue.place, where)
  addFeature(f, 13, ends, where, form)
  addFeature(f, 14, frequency, kind, Math.min(blocks, 1))
  addFeature(f, 15, ranked, form, where)
  addFeature(
    f,
    16,
    mention.kind === "role" ? words.hash[mention.core[0]!]! : 0,
    cue.place,
    sentences === 0 ? 1 : 0,
  )
  addFeature(f, 17, heads, ranked, where)
  addFeature(f, 18, cue.place, side, form)
  const tagged = taggedAs(scene, mention)
  const voiced = entity === -1 ? 7 : bucket(scene.voiced[entity]!)
  const rivals = Math.min(3, voicedBetween(scene, part, m))
  addFeature(f, 19, tagged, where, cue.place)
  addFeature(f, 20, voiced, cue.place, where)
  addFeature(f, 21, rivals, cue.place, where)
  addFeature(f, 22, voiced, same, form)
  addFeature(f, 23, tagged, kind, cue.place)
  addFeature(f, 24, voiced, kind, sentences === 0 ? 1 : 0)
  addFeature(f, 25, rivals, tagged, where)
  if (sentences === 0 || (isAfter && sentences === 1))
    addPattern(reading, f, mention, start, end, isAfter)
  return f.ids.slice(0, f.size)
}

/** 1 + the tag of a mention where any of its tokens is a source, else of its last token; 16 more where a cue is next to it. */
function taggedAs(scene: Scene, mention: Mention): number {
  let tag = scene.tags[mention.last - 1]!
  for (let i = mention.first; i < mention.last; i++)
    if (scene.tags[i] === TAG.source) tag = TAG.source
  const beside = scene.tags[mention.last] === TAG.cue || scene.tags[mention.first - 1] === TAG.cue
  return 1 + tag + (beside ? 16 : 0)
}

/** How many mentions with a speech verb beside them stand between a part and a mention. */
function voicedBetween(scene: Scene, part: number, m: number): number {
  const here = scene.reading.parts[part]!
  const mention = scene.mentions[m]!
  const edge = firstFrom(scene.mentions, here.outer.from)
  const [low, high] = mention.from < here.outer.from ? [m + 1, edge] : [edge, m]
  return Math.max(0, scene.voicedBefore[high]! - scene.voicedBefore[low]!)
}

/** Counts for each person and each mention who has a speech verb beside them. */
export function countVoices(
  reading: Reading,
  mentions: readonly Mention[],
  people: People,
): { voiced: Int32Array; voicedBefore: Int32Array } {
  const voiced = new Int32Array(people.all.length)
  const voicedBefore = new Int32Array(mentions.length + 1)
  for (const [m, mention] of mentions.entries()) {
    const speaks = reading.part[mention.first] === -1 && cueBeside(reading, mention).place > 0
    voicedBefore[m + 1] = voicedBefore[m]! + (speaks ? 1 : 0)
    const person = people.of[m]!
    if (speaks && person !== -1) voiced[person]!++
  }
  return { voiced, voicedBefore }
}

const bucket = (n: number): number => (n < 4 ? n : n < 8 ? 4 : n < 16 ? 5 : 6)

/** The words between quotation and mention, as classes, and the one beyond the mention. */
function addPattern(
  reading: Reading,
  f: Features,
  mention: Mention,
  start: number,
  end: number,
  isAfter: boolean,
): void {
  const [from, to] = isAfter ? [end, mention.first] : [mention.last, start]
  if (to - from > MAX_PATTERN) return
  let pattern = isAfter ? 1 : 2
  let coarse = pattern
  for (let i = from; i < to; i++) {
    pattern = Math.imul(pattern, 31) + classOf(reading, i, true)
    coarse = Math.imul(coarse, 31) + classOf(reading, i, false)
  }
  addFeature(f, 30, pattern)
  addFeature(f, 31, coarse, isAfter ? classOf(reading, mention.last, false) : 0)
  addFeature(
    f,
    32,
    pattern,
    mention.kind.charCodeAt(1),
    isAfter ? classOf(reading, mention.last, true) : 0,
  )
}

function classOf(reading: Reading, i: number, fine: boolean): number {
  const bits = reading.bits[i] ?? 0
  if (bits & IS.cue) return 7
  if (reading.words.shape[i] === SHAPE.mark || (fine && bits & IS.small))
    return reading.words.hash[i] ?? 0
  if (bits & IS.auxiliary) return 11
  if (bits & IS.small) return 13
  return reading.words.shape[i] === SHAPE.lower ? 17 : 19
}

/** The speech verb that stands beside a mention: 1 after it, 2 before it, 0 none; adverbs and auxiliaries between are skipped. */
export function cueBeside(
  reading: Reading,
  mention: Mention,
): { place: number; hash: number; token: number } {
  const { words, bits, sentence } = reading
  let i = mention.last
  if (words.hash[i] === COMMA) i = afterApposition(reading, i)
  for (let k = 0; k < 4 && sentence[i] === sentence[mention.first]; k++, i++) {
    if (bits[i]! & IS.cue) return { place: 1, hash: words.hash[i]!, token: i }
    if (!(bits[i]! & IS.auxiliary) && !isAdverb(reading, i)) break
  }
  const j = mention.first - 1
  if (j >= 0 && sentence[j] === sentence[mention.first]) {
    if (bits[j]! & IS.cue) return { place: 2, hash: words.hash[j]!, token: j }
    if (j > 0 && words.hash[j] === TO && words.hash[j - 1] === ACCORDING)
      return { place: 3, hash: ACCORDING, token: j - 1 }
  }
  return { place: 0, hash: 0, token: -1 }
}

const TO = hashWord("to")
const ACCORDING = hashWord("according")
/** Longest apposition that is skipped to reach the verb. */
const MAX_APPOSITION = 14

function afterApposition(reading: Reading, comma: number): number {
  const { words, sentence } = reading
  for (let i = comma + 1; i < comma + MAX_APPOSITION && sentence[i] === sentence[comma]; i++) {
    if (words.hash[i] === COMMA) return i + 1
  }
  return comma
}

function isAdverb(reading: Reading, i: number): boolean {
  const { text, to, from } = reading.words
  return (
    reading.words.shape[i] === SHAPE.lower &&
    to[i]! - from[i]! > 3 &&
    text.endsWith("ly", to[i]!) &&
    text.startsWith("ly", to[i]! - 2)
  )
}

function countPartsBetween(scene: Scene, part: number, mention: Mention): number {
  const { parts } = scene.reading
  const step = mention.from >= parts[part]!.outer.to ? 1 : -1
  let count = 0
  for (let i = part + step; i >= 0 && i < parts.length && count < 3; i += step) {
    const other = parts[i]!
    if (step === 1 ? other.from >= mention.from : other.to <= mention.to) break
    count++
  }
  return count
}

function isWholeBlock(reading: Reading, part: MarkedPart): boolean {
  const block = reading.blocks[part.block]!
  return part.outer.to - part.outer.from >= block.to - block.from - 2
}

/** Whether the block of a mention leads over to the next one with a colon. */
function endsWithColon(reading: Reading, mention: Mention): boolean {
  const { words, block } = reading
  const end = reading.blocks[block[mention.first]!]!.to
  const last = tokenAt(words, end) - 1
  return words.hash[last] === COLON
}

/** The probabilities that each candidate spoke; they sum to one less the chance that nobody named did. */
export function weighCandidates(weights: Weights, candidates: readonly Candidate[]): number[] {
  const scores = candidates.map(({ ids }) =>
    Math.exp(scoreFeatures(weights, { ids, size: ids.length })),
  )
  const total = scores.reduce((sum, score) => sum + score, 1)
  return scores.map((score) => score / total)
}
