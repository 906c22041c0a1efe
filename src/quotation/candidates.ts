import { firstWhere } from "../text/first-where.ts"
import { hashWord, hashWords, SHAPE } from "../text/words.ts"
import { addFeature, type Features } from "./features.ts"
import { IS } from "./lexicon.ts"
import type { MarkedPart } from "./marks.ts"
import type { Mention } from "./mention.ts"
import { firstTokenFrom, type Reading } from "./reading.ts"
import type { Scene } from "./scene.ts"
import { TAG } from "./tagger.ts"
import type { Question } from "./weigh.ts"

const AS = hashWord("as")
const IT = hashWord("it")

/** How many blocks before a quotation its speaker is looked for. */
const BLOCKS_BACK = 3
/** How many mentions are weighed at most. */
const MAX_CANDIDATES = 16
/** How many mentions are looked at on either side; most in a long quotation are its own and cannot speak it. */
const MAX_LOOKED = 200
/** Longest stretch of tokens between quotation and mention that is read as a pattern. */
const MAX_PATTERN = 7

const COMMA = hashWord(",")
const CLITIC = hashWord("'s")
const PREPOSITIONS = hashWords("of to with for by from on about in at against like than")

/** A marked part whose speaker is asked for, and what all its candidates have in common. */
interface Asked {
  readonly scene: Scene
  readonly part: number
  /** The mention chosen for the part before. */
  readonly previous: number | null
  readonly here: MarkedPart
  /** The tokens of the part with its marks. */
  readonly start: number
  readonly end: number
  /** How it is printed: alone in its block, at its head, going on with another, ending with a comma or a full stop. */
  readonly form: number
  /** The first mention that does not begin before the part. */
  readonly middle: number
}

const NOBODY: Question = { mentions: [], describe: () => {} }

/** Who may have spoken a part: mentions of the nearest blocks, nearest first. */
export function askSpeaker(scene: Scene, part: number, previous: number | null): Question {
  const here = scene.reading.parts[part]!
  const middle = firstFrom(scene.mentions, here.outer.from)
  const nearest = nearestMentions(scene, here, middle)
  if (previous !== null && !nearest.includes(previous)) nearest.push(previous)
  if (nearest.length === 0) return NOBODY
  const asked = askedOf(scene, part, previous, middle)
  const ranks: number[] = []
  let after = 0
  for (const m of nearest) ranks.push(isAfter(scene, m, here) ? after++ : ranks.length - after)
  return {
    mentions: nearest,
    describe: (f, k) => describe(f, asked, nearest[k]!, ranks[k]!),
  }
}

function askedOf(scene: Scene, part: number, previous: number | null, middle: number): Asked {
  const { reading } = scene
  const { words, block } = reading
  const here = reading.parts[part]!
  const start = firstTokenFrom(words, here.outer.from)
  const opensBlock = start === 0 || block[start - 1] !== block[start] ? 1 : 0
  const finish = words.text.charCodeAt(here.to - 1)
  const form =
    (isWholeBlock(reading, here) ? 1 : 0) +
    2 * opensBlock +
    4 * (here.continues ? 1 : 0) +
    8 * (finish === 0x2c ? 1 : finish === 0x2e ? 2 : 0)
  return {
    scene,
    part,
    previous,
    here,
    start,
    end: firstTokenFrom(words, here.outer.to),
    form,
    middle,
  }
}

function isAfter({ mentions }: Scene, m: number, here: MarkedPart): boolean {
  return mentions[m]!.from >= here.outer.to
}

/** Walks away from the part on both sides, so that a block of any length costs the same. */
function nearestMentions(scene: Scene, here: MarkedPart, from: number): number[] {
  const { reading, mentions } = scene
  const low = firstFrom(mentions, reading.blocks[Math.max(0, here.block - BLOCKS_BACK)]!.from)
  const high = firstFrom(
    mentions,
    reading.blocks[Math.min(reading.blocks.length - 1, here.block + 1)]!.to,
  )
  const middle = Math.min(high, Math.max(low, from))
  const found: number[] = []
  const floor = Math.max(low, middle - MAX_LOOKED)
  const ceiling = Math.min(high, middle + MAX_LOOKED)
  for (let m = middle - 1; m >= floor && found.length < MAX_CANDIDATES; m--)
    if (maySpeak(scene, m, here)) putByDistance(found, mentions, m, here)
  const most = found.length + MAX_CANDIDATES
  for (let m = middle; m < ceiling && found.length < most; m++)
    if (maySpeak(scene, m, here)) putByDistance(found, mentions, m, here)
  if (found.length > MAX_CANDIDATES) found.length = MAX_CANDIDATES
  return found
}

/** Puts a mention among those found, nearest first and of equals the first: they come nearly in order. */
function putByDistance(
  found: number[],
  mentions: readonly Mention[],
  m: number,
  here: MarkedPart,
): void {
  const far = distance(mentions[m]!, here)
  let at = found.length
  found.push(m)
  for (; at > 0; at--) {
    const other = found[at - 1]!
    const apart = distance(mentions[other]!, here)
    if (apart < far || (apart === far && other < m)) break
    found[at] = other
  }
  found[at] = m
}

/** "Is this gold for the Finch campaign, or what?": a name before what it only describes speaks no more than that. */
function isModifier({ reading }: Scene, mention: Mention): boolean {
  const { words, bits, sentence } = reading
  const next = mention.last
  if (mention.kind === "role" || mention.kind === "pronoun" || next >= words.count) return false
  if (sentence[next] !== sentence[mention.first] || words.shape[next] !== SHAPE.lower) return false
  return (bits[next]! & IS.organisation) !== 0 && (bits[next]! & (IS.cue | IS.auxiliary)) === 0
}

/** "As it relates to the harbour": nobody. */
function isExpletive({ reading }: Scene, mention: Mention): boolean {
  const { hash } = reading.words
  const { first } = mention
  return mention.kind === "pronoun" && hash[first] === IT && first > 0 && hash[first - 1] === AS
}

/** Outside the quotation's own block only who is said to speak somewhere, is led over from with a colon, or introduces it. */
function maySpeak(scene: Scene, m: number, here: MarkedPart): boolean {
  const { reading, mentions, referents, voiced, beside, tags } = scene
  const mention = mentions[m]!
  if (reading.part[mention.first] !== -1 || mention.kind === "place") return false
  if (isModifier(scene, mention) || isExpletive(scene, mention)) return false
  const block = reading.block[mention.first]!
  if (block === here.block || beside[m]!.place > 0 || reading.leadsOver[block] === 1) return true
  if (introduces(scene, mention, here)) return true
  const person = referents[m]?.person
  if (person !== undefined && voiced[person]! > 0) return true
  return tags[mention.first] === TAG.source || tags[mention.last - 1] === TAG.source
}

/** "Ada Finch runs the harbour. ¶ “…”": the name with which the block before a quotation of a block begins. */
function introduces({ reading }: Scene, mention: Mention, here: MarkedPart): boolean {
  const block = reading.block[mention.first]!
  const heads = mention.first === 0 || reading.block[mention.first - 1] !== block
  const isName = mention.kind === "person" || mention.kind === "name"
  return heads && isName && block === here.block - 1 && isWholeBlock(reading, here)
}

function distance(mention: Mention, part: MarkedPart): number {
  if (mention.from >= part.outer.to) return mention.from - part.outer.to
  return Math.abs(part.outer.from - mention.to)
}

function firstFrom(mentions: readonly Mention[], offset: number): number {
  return firstWhere(mentions.length, (i) => mentions[i]!.from >= offset)
}

function describe(f: Features, asked: Asked, m: number, rank: number): void {
  const { scene, part, previous, here, start, end, form } = asked
  const { reading, mentions, people } = scene
  const { words, sentence, block } = reading
  const mention = mentions[m]!
  const side = isAfter(scene, m, here) ? 1 : 0
  const edge = side === 1 ? Math.max(start, end - 1) : start
  const sentences = bucket(Math.abs(sentence[mention.first]! - sentence[edge]!))
  const blocks = Math.min(4, Math.abs(block[mention.first]! - here.block))
  const where = side + 2 * sentences + 16 * blocks
  const kind = mention.kind.charCodeAt(0) * 256 + mention.kind.charCodeAt(1)
  const cue = scene.beside[m]!
  const ranked = Math.min(rank, 5)
  const partsBetween = Math.min(3, countPartsBetween(scene, part, mention))
  const next = words.hash[mention.last] ?? 0
  const before = words.hash[mention.first - 1] ?? 0
  const isPreposition =
    PREPOSITIONS.has(before) || ((reading.bits[mention.first - 1] ?? 0) & IS.preposition) !== 0
  const entity = scene.referents[m]?.person ?? -1
  const same = sameSpeaker(scene, m, previous)
  const heads =
    mention.first === 0 || sentence[mention.first - 1] !== sentence[mention.first] ? 1 : 0
  const frequency = entity === -1 ? 0 : bucket(people.all[entity]!.mentions.length)
  const ends = reading.leadsOver[block[mention.first]!]!

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
  addFeature(f, 12, isPreposition ? 1 : 0, cue.place, where)
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
  const rivals = Math.min(3, voicedBetween(asked, m))
  addFeature(f, 19, tagged, where, cue.place)
  addFeature(f, 20, voiced, cue.place, where)
  addFeature(f, 21, rivals, cue.place, where)
  addFeature(f, 22, voiced, same, form)
  addFeature(f, 23, tagged, kind, cue.place)
  addFeature(f, 24, voiced, kind, sentences === 0 ? 1 : 0)
  addFeature(f, 25, rivals, tagged, where)
  if (sentences === 0 || (side === 1 && sentences === 1))
    addPattern(reading, f, mention, start, end, side === 1)
}

/** 0 nobody spoke before, 1 somebody else, 2 this very mention, 3 the same person. */
function sameSpeaker({ referents }: Scene, m: number, previous: number | null): number {
  if (previous === null) return 0
  if (previous === m) return 2
  const person = referents[m]?.person
  return person !== undefined && person === referents[previous]?.person ? 3 : 1
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
function voicedBetween({ scene, here, middle }: Asked, m: number): number {
  const { mentions, voicedBefore } = scene
  const isBefore = mentions[m]!.from < here.outer.from
  const low = isBefore ? m + 1 : middle
  const high = isBefore ? middle : m
  return Math.max(0, voicedBefore[high]! - voicedBefore[low]!)
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
