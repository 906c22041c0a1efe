import { hashWord } from "../text/words.ts"
import { type CueChances, wordEnding } from "./cues.ts"
import type { Features } from "./features.ts"
import { type Frame, frameSentences } from "./frame.ts"
import type { Mention } from "./mention.ts"
import type { Reading } from "./reading.ts"
import { addAll, makeTemplates, NOTHING, type Templates } from "./templates.ts"

/** What the features of a token look at, made once an article. */
export interface TagScene {
  readonly reading: Reading
  /** For each token 1 + the kind of the mention that holds it, 0 none; the first token of one has 16 more. */
  readonly mentionKind: Uint8Array
  /** Nearest cue before and after within the sentence, -1 none. */
  readonly cueBefore: Int32Array
  readonly cueAfter: Int32Array
  readonly chances: CueChances
  /** How many commas stand before each token. */
  readonly commas: Int32Array
  readonly frame: Frame
}

/** Chance from which a word counts as a cue for the words around it. */
const MIN_CUE_CHANCE = 0.25
const KINDS = ["person", "name", "organisation", "place", "role", "pronoun"]
const COMMA = hashWord(",")
const THAT = hashWord("that")

export function makeTagScene(
  reading: Reading,
  mentions: readonly Mention[],
  chances: CueChances,
): TagScene {
  const { count } = reading.words
  const mentionKind = new Uint8Array(count)
  for (const mention of mentions) {
    for (let i = mention.first; i < mention.last; i++)
      mentionKind[i] = 1 + KINDS.indexOf(mention.kind)
    mentionKind[mention.first]! += 16
  }
  const cueBefore = new Int32Array(count).fill(-1)
  const cueAfter = new Int32Array(count).fill(-1)
  const { sentence, part } = reading
  const isCue = (i: number): boolean => chances[i]! >= MIN_CUE_CHANCE && part[i] === -1
  for (let i = 1; i < count; i++) {
    if (sentence[i] === sentence[i - 1]) cueBefore[i] = isCue(i - 1) ? i - 1 : cueBefore[i - 1]!
  }
  for (let i = count - 2; i >= 0; i--) {
    if (sentence[i] === sentence[i + 1]) cueAfter[i] = isCue(i + 1) ? i + 1 : cueAfter[i + 1]!
  }
  const commas = new Int32Array(count + 1)
  for (let i = 0; i < count; i++)
    commas[i + 1] = commas[i]! + (reading.words.hash[i] === COMMA ? 1 : 0)
  const frame = frameSentences(reading, chances)
  return { reading, mentionKind, cueBefore, cueAfter, chances, commas, frame }
}

const near = (distance: number): number =>
  distance < 4 ? distance : distance < 7 ? 4 : distance < 12 ? 5 : distance < 20 ? 6 : 7

/** What is known of a token, each fact at its place. */
const FACT = {
  nothing: NOTHING,
  // The words themselves; 1 before the sentence begins, 2 where it is over.
  word: 1,
  before: 2,
  after: 3,
  before2: 4,
  after2: 5,
  ending: 6,
  /** What the lexicon says the word can be. */
  bits: 7,
  // Coarsely: see `roughKind`.
  left: 8,
  rough: 9,
  right: 10,
  /** The mention that holds it: see `TagScene`. */
  mention: 11,
  /** Where it stands in words in marks. */
  edge: 12,
  /** The chance that it is a cue, in quarters. */
  chance: 13,
  // The cue before, in the sentence: how far off, in steps, what it is and what follows it.
  back: 14,
  backOrNone: 15,
  cueWord: 16,
  cueThat: 17,
  afterCue: 18,
  /** Commas since, four at most. */
  commas: 19,
  // The cue after.
  ahead: 20,
  aheadOrNone: 21,
  aheadOrFar: 22,
  nextWord: 23,
  beforeNext: 24,
  mentionNext: 25,
  afterNext: 26,
  wordAfterNext: 27,
  commaNext: 28,
  // The sentence: see `Frame`. The main cue stands nowhere (0), before the token, at it or after it.
  tail: 29,
  mainWord: 30,
  mainSide: 31,
  afterMain: 32,
} as const

const FACTS = 33

/** What the cues around a token say: the same for many tokens in a row. */
const AROUND: Templates = makeTemplates([
  [210, FACT.cueWord, FACT.back],
  [211, FACT.cueWord, FACT.afterCue, FACT.commas],
  [213, FACT.nextWord, FACT.ahead],
  [214, FACT.nextWord, FACT.wordAfterNext, FACT.commaNext],
  [215, FACT.beforeNext, FACT.afterNext, FACT.commaNext],
  [222, FACT.cueWord, FACT.nextWord, FACT.commas],
  [224, FACT.mentionNext, FACT.afterNext, FACT.commaNext],
  [225, FACT.commas, FACT.commaNext, FACT.cueThat],
  [230, FACT.tail, FACT.back, FACT.ahead],
  [231, FACT.mainWord, FACT.mainSide, FACT.afterMain],
  [232, FACT.tail, FACT.mainSide, FACT.commas],
  [233, FACT.mainWord, FACT.mainSide, FACT.tail],
])

/** What the token itself and its neighbours say. */
const OWN: Templates = makeTemplates([
  [200, FACT.word],
  [201, FACT.before],
  [202, FACT.after],
  [203, FACT.before, FACT.word],
  [204, FACT.word, FACT.after],
  [205, FACT.before2, FACT.before],
  [206, FACT.after, FACT.after2],
  [207, FACT.mention, FACT.chance, FACT.edge],
  [208, FACT.ending, FACT.edge],
  [209, FACT.left, FACT.rough, FACT.right],
  [212, FACT.cueWord, FACT.cueThat, FACT.left],
  [216, FACT.back, FACT.commas, FACT.edge],
  [217, FACT.back, FACT.afterCue, FACT.rough],
  [218, FACT.commas, FACT.left, FACT.rough],
  [219, FACT.nextWord, FACT.commaNext, FACT.mention],
  [220, FACT.mention, FACT.left, FACT.right],
  [221, FACT.mention, FACT.backOrNone, FACT.aheadOrNone],
  [223, FACT.edge, FACT.bits, FACT.chance],
  [226, FACT.mention, FACT.aheadOrFar, FACT.nextWord],
  [227, FACT.edge, FACT.back, FACT.ahead],
  [228, FACT.cueWord, FACT.word],
  [229, FACT.edge, FACT.before, FACT.after],
  [234, FACT.tail, FACT.left, FACT.rough],
  [235, FACT.tail, FACT.before, FACT.mention],
  [236, FACT.tail, FACT.edge, FACT.mainSide],
])

/** Moves along the tokens of a run and knows what is told of each. */
export interface Look {
  readonly scene: TagScene
  readonly facts: Int32Array
  /** The cues before and after, -1 none. */
  previous: number
  next: number
  /** The sentence's main cue, -1 none. */
  main: number
}

export function lookAt(scene: TagScene): Look {
  return { scene, facts: new Int32Array(FACTS), previous: -2, next: -2, main: -2 }
}

/** Moves on to a token; false when nothing around it changed. */
export function moveTo(look: Look, i: number): boolean {
  lookAtWord(look, i)
  return lookAround(look, i)
}

export function describeAround(f: Features, { facts }: Look): void {
  f.size = 0
  addAll(f, AROUND, facts)
}

export function describeWord(f: Features, { facts }: Look): void {
  f.size = 0
  addAll(f, OWN, facts)
}

/**
 * All features of a token, for training.
 * @public
 */
export function describeToken(f: Features, scene: TagScene, i: number): void {
  const look = lookAt(scene)
  moveTo(look, i)
  describeAround(f, look)
  addAll(f, OWN, look.facts)
}

function lookAtWord({ scene, facts }: Look, i: number): void {
  const { reading, mentionKind, chances } = scene
  const { words, bits, sentence, part, rough } = reading
  const { hash } = words
  const at = sentence[i]!
  const last = words.count - 1
  facts[FACT.word] = hash[i]!
  facts[FACT.before] = i > 0 && sentence[i - 1] === at ? hash[i - 1]! : 1
  facts[FACT.after] = i < last && sentence[i + 1] === at ? hash[i + 1]! : 2
  facts[FACT.before2] = i > 1 && sentence[i - 2] === at ? hash[i - 2]! : 1
  facts[FACT.after2] = i + 1 < last && sentence[i + 2] === at ? hash[i + 2]! : 2
  facts[FACT.ending] = wordEnding(reading, i)
  facts[FACT.bits] = bits[i]!
  facts[FACT.left] = i > 0 ? rough[i - 1]! : 0
  facts[FACT.rough] = rough[i]!
  facts[FACT.right] = rough[i + 1]!
  facts[FACT.mention] = mentionKind[i]!
  const begins = i > 0 && part[i - 1] !== part[i] ? 1 : 0
  const ends = i === last || part[i + 1] !== part[i] ? 2 : 0
  facts[FACT.edge] = begins + ends + (part[i] === -1 ? 0 : 4)
  facts[FACT.chance] = Math.round(chances[i]! * 4)
}

/** How far off a cue is that is not there. */
const NO_CUE = 8

function lookAround(look: Look, i: number): boolean {
  const { scene, facts } = look
  const previous = scene.cueBefore[i]!
  const next = scene.cueAfter[i]!
  const back = previous === -1 ? NO_CUE : near(i - previous)
  const ahead = next === -1 ? NO_CUE : near(next - i)
  const commas = previous === -1 ? 0 : Math.min(4, scene.commas[i]! - scene.commas[previous + 1]!)
  const tail = scene.frame.tail[i]!
  const main = scene.frame.main[i]!
  const mainSide = main === -1 ? 0 : main < i ? 1 : main === i ? 2 : 3
  if (
    tail === facts[FACT.tail] &&
    main === look.main &&
    mainSide === facts[FACT.mainSide] &&
    previous === look.previous &&
    next === look.next &&
    back === facts[FACT.back] &&
    ahead === facts[FACT.ahead] &&
    commas === facts[FACT.commas]
  )
    return false
  facts[FACT.tail] = tail
  facts[FACT.mainSide] = mainSide
  facts[FACT.back] = back
  facts[FACT.ahead] = ahead
  facts[FACT.commas] = commas
  facts[FACT.backOrNone] = previous === -1 ? 0 : back + 1
  facts[FACT.aheadOrNone] = next === -1 ? 0 : ahead + 1
  facts[FACT.aheadOrFar] = next === -1 ? 9 : ahead
  if (main !== look.main) lookAtMain(look, main)
  if (previous !== look.previous) lookBack(look, previous)
  if (next !== look.next) lookAhead(look, next)
  return true
}

function lookAtMain(look: Look, main: number): void {
  const { facts, scene } = look
  const { words, rough } = scene.reading
  look.main = main
  facts[FACT.mainWord] = main === -1 ? 0 : words.hash[main]!
  facts[FACT.afterMain] = main === -1 ? 0 : rough[main + 1]!
}

function lookBack(look: Look, previous: number): void {
  const { facts, scene } = look
  const { words, rough } = scene.reading
  const isCue = previous !== -1
  look.previous = previous
  facts[FACT.cueWord] = isCue ? words.hash[previous]! : 0
  facts[FACT.cueThat] = isCue && words.hash[previous + 1] === THAT ? 1 : 0
  facts[FACT.afterCue] = isCue ? rough[previous + 1]! : 0
}

function lookAhead(look: Look, next: number): void {
  const { facts, scene } = look
  const { words, rough } = scene.reading
  const isCue = next !== -1
  look.next = next
  facts[FACT.nextWord] = isCue ? words.hash[next]! : 0
  facts[FACT.beforeNext] = isCue ? rough[next - 1]! : 0
  facts[FACT.mentionNext] = isCue ? scene.mentionKind[next - 1]! : 0
  facts[FACT.afterNext] = isCue ? rough[next + 1]! : 0
  facts[FACT.wordAfterNext] = isCue ? (words.hash[next + 1] ?? 0) : 0
  facts[FACT.commaNext] = isCue ? commaBefore(scene, next) : 0
}

/** Where the clause of a cue begins after a comma ("…, the mayor said"): 1 + bucketed distance, 0 where it does not. */
function commaBefore(scene: TagScene, cue: number): number {
  const { words, sentence } = scene.reading
  for (let i = cue - 1; i >= 0 && i > cue - 10 && sentence[i] === sentence[cue]; i--) {
    if (words.hash[i] === COMMA) return 1 + near(cue - i)
  }
  return 0
}
