import { hashWord, SHAPE } from "../text/words.ts"
import { type CueChances, roughKind, wordEnding } from "./cues.ts"
import { addFeature, type Features, newFeatures } from "./features.ts"
import type { Mention } from "./mentions.ts"
import { type Reading, tokenAt } from "./reading.ts"

/** What a word does in an attribution: nothing, names the source, is the cue, begins what was said, goes on with it. */
export const TAG = { none: 0, source: 1, cue: 2, begin: 3, inside: 4 } as const
export const TAGS = 5

/**
 * The learned tables: a row of TAGS weights a feature, and the weight of each tag after each other one.
 * A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001).
 */
export interface TaggerWeights {
  /** Whole numbers, to be multiplied by `scale`: a table this small stays near the processor. */
  readonly rows: Int8Array
  readonly scale: number
  readonly steps: Float32Array
}

/** What the features of a token look at, made once an article. */
export interface TagScene {
  readonly reading: Reading
  /** For each token 1 + the kind of the mention that holds it, 0 none; the first token of one has 16 more. */
  readonly mentionKind: Uint8Array
  /** Nearest cue before and after within the sentence, -1 none. */
  readonly cueBefore: Int32Array
  readonly cueAfter: Int32Array
  readonly chances: CueChances
  /** `roughKind` of each token, and how many commas stand before it. */
  readonly rough: Int32Array
  readonly commas: Int32Array
  /** What the sentence of each token is built on: see Frame. */
  readonly tail: Uint8Array
  readonly main: Int32Array
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
  const rough = new Int32Array(count + 1)
  const commas = new Int32Array(count + 1)
  for (let i = 0; i < count; i++) {
    rough[i] = roughKind(reading, i)
    commas[i + 1] = commas[i]! + (reading.words.hash[i] === COMMA ? 1 : 0)
  }
  const { tail, main } = frameSentences(reading, chances)
  return { reading, mentionKind, cueBefore, cueAfter, chances, rough, commas, tail, main }
}

/** Chance from which a cue can carry its sentence. */
const MIN_MAIN_CHANCE = 0.5
/** Longest clause that names the source behind what was said: "…, the mayor told the paper on Tuesday." */
const MAX_TAIL_BEFORE = 14
const MAX_TAIL_AFTER = 12

/**
 * For each token its sentence's likeliest cue (-1 none), and whether the sentence ends with a clause that attributes
 * ("…, the mayor said."): 0 no, 1 before that clause, 2 in it; 2 more where words follow the cue.
 */
function frameSentences(
  { words, sentence, part }: Reading,
  chances: CueChances,
): { tail: Uint8Array; main: Int32Array } {
  const { count, hash, shape } = words
  const tail = new Uint8Array(count)
  const main = new Int32Array(count).fill(-1)
  for (let from = 0, to = 0; from < count; from = to) {
    let best = -1
    let last = -1
    for (to = from; to < count && sentence[to] === sentence[from]; to++) {
      if (part[to] !== -1 || chances[to]! < MIN_MAIN_CHANCE) continue
      last = to
      if (best === -1 || chances[to]! > chances[best]!) best = to
    }
    if (best === -1) continue
    main.fill(best, from, to)
    let end = to
    while (end > last + 1 && shape[end - 1] === SHAPE.mark) end--
    if (end - last - 1 > MAX_TAIL_AFTER || shape[last + 1] === SHAPE.mark ? end > last + 1 : false)
      continue
    let comma = last - 1
    const floor = Math.max(from, last - MAX_TAIL_BEFORE)
    while (comma >= floor && hash[comma] !== COMMA && part[comma] === -1) comma--
    if (comma < floor || comma <= from) continue
    const after = end === last + 1 ? 0 : 2
    tail.fill(1 + after, from, comma)
    tail.fill(2 + after, comma, to)
  }
  return { tail, main }
}

const near = (distance: number): number =>
  distance < 4 ? distance : distance < 7 ? 4 : distance < 12 ? 5 : distance < 20 ? 6 : 7

/** What surrounds a token in its sentence; the same for many tokens in a row. */
interface Around {
  /** The cues before and after, -1 none, and how far off, in steps. */
  previous: number
  next: number
  back: number
  ahead: number
  /** Commas between the cue before and the token, four at most. */
  commas: number
  cueWord: number
  cueThat: number
  afterCue: number
  nextWord: number
  afterNext: number
  commaNext: number
  tail: number
  mainWord: number
  /** 0 no main cue, 1 it is before, 2 here, 3 after. */
  mainSide: number
  afterMain: number
}

function newAround(): Around {
  return {
    previous: -2,
    next: -2,
    back: 0,
    ahead: 0,
    commas: 0,
    cueWord: 0,
    cueThat: 0,
    afterCue: 0,
    nextWord: 0,
    afterNext: 0,
    commaNext: 0,
    tail: 0,
    mainWord: 0,
    mainSide: 0,
    afterMain: 0,
  }
}

/** Moves on to a token; false when nothing changed. */
function lookAround(around: Around, scene: TagScene, i: number): boolean {
  const { hash } = scene.reading.words
  const previous = scene.cueBefore[i]!
  const next = scene.cueAfter[i]!
  const back = previous === -1 ? 8 : near(i - previous)
  const ahead = next === -1 ? 8 : near(next - i)
  const commas = previous === -1 ? 0 : Math.min(4, scene.commas[i]! - scene.commas[previous + 1]!)
  const tail = scene.tail[i]!
  const main = scene.main[i]!
  const mainSide = main === -1 ? 0 : main < i ? 1 : main === i ? 2 : 3
  if (
    tail === around.tail &&
    mainSide === around.mainSide &&
    previous === around.previous &&
    next === around.next &&
    back === around.back &&
    ahead === around.ahead &&
    commas === around.commas
  )
    return false
  around.previous = previous
  around.next = next
  around.back = back
  around.ahead = ahead
  around.commas = commas
  around.tail = tail
  around.mainSide = mainSide
  around.mainWord = main === -1 ? 0 : hash[main]!
  around.afterMain = main === -1 ? 0 : scene.rough[main + 1]!
  around.cueWord = previous === -1 ? 0 : hash[previous]!
  around.cueThat = previous !== -1 && hash[previous + 1] === THAT ? 1 : 0
  around.afterCue = previous === -1 ? 0 : scene.rough[previous + 1]!
  around.nextWord = next === -1 ? 0 : hash[next]!
  around.afterNext = next === -1 ? 0 : scene.rough[next + 1]!
  around.commaNext = next === -1 ? 0 : commaBefore(scene, next)
  return true
}

function describeAround(f: Features, scene: TagScene, around: Around): void {
  const { next, commas, cueWord, nextWord, afterNext, commaNext } = around
  const { hash } = scene.reading.words
  addFeature(f, 210, cueWord, around.back)
  addFeature(f, 211, cueWord, around.afterCue, commas)
  addFeature(f, 213, nextWord, around.ahead)
  addFeature(f, 214, nextWord, next === -1 ? 0 : hash[next + 1]!, commaNext)
  addFeature(f, 215, next === -1 ? 0 : scene.rough[next - 1]!, afterNext, commaNext)
  addFeature(f, 222, cueWord, nextWord, commas)
  addFeature(f, 224, next === -1 ? 0 : scene.mentionKind[next - 1]!, afterNext, commaNext)
  addFeature(f, 225, commas, commaNext, around.cueThat)
  addFeature(f, 230, around.tail, around.back, around.ahead)
  addFeature(f, 231, around.mainWord, around.mainSide, around.afterMain)
  addFeature(f, 232, around.tail, around.mainSide, commas)
  addFeature(f, 233, around.mainWord, around.mainSide, around.tail)
}

function describeWord(f: Features, scene: TagScene, i: number, around: Around): void {
  const { reading, mentionKind, chances } = scene
  const { words, bits, sentence, part } = reading
  const { hash } = words
  const { previous, next, back, ahead, commas, cueWord, nextWord } = around
  const at = sentence[i]
  const word = hash[i]!
  const before = i > 0 && sentence[i - 1] === at ? hash[i - 1]! : 1
  const after = sentence[i + 1] === at ? hash[i + 1]! : 2
  const before2 = i > 1 && sentence[i - 2] === at ? hash[i - 2]! : 1
  const after2 = sentence[i + 2] === at ? hash[i + 2]! : 2
  const kind = mentionKind[i]!
  const begins = i > 0 && part[i - 1] !== part[i] ? 1 : 0
  const edge = begins + (part[i + 1] !== part[i] ? 2 : 0) + (part[i] === -1 ? 0 : 4)
  const chance = Math.round(chances[i]! * 4)
  const rough = scene.rough[i]!
  const left = i > 0 ? scene.rough[i - 1]! : 0
  const right = scene.rough[i + 1]!
  addFeature(f, 200, word)
  addFeature(f, 201, before)
  addFeature(f, 202, after)
  addFeature(f, 203, before, word)
  addFeature(f, 204, word, after)
  addFeature(f, 205, before2, before)
  addFeature(f, 206, after, after2)
  addFeature(f, 207, kind, chance, edge)
  addFeature(f, 208, wordEnding(reading, i), edge)
  addFeature(f, 209, left, rough, right)
  addFeature(f, 212, cueWord, around.cueThat, left)
  addFeature(f, 216, back, commas, edge)
  addFeature(f, 217, back, around.afterCue, rough)
  addFeature(f, 218, commas, left, rough)
  addFeature(f, 219, nextWord, around.commaNext, kind)
  addFeature(f, 220, kind, left, right)
  addFeature(f, 221, kind, previous === -1 ? 0 : back + 1, next === -1 ? 0 : ahead + 1)
  addFeature(f, 223, edge, bits[i]!, chance)
  addFeature(f, 226, kind, next === -1 ? 9 : ahead, nextWord)
  addFeature(f, 227, edge, back, ahead)
  addFeature(f, 228, cueWord, word)
  addFeature(f, 229, edge, before, after)
  addFeature(f, 234, around.tail, left, rough)
  addFeature(f, 235, around.tail, before, kind)
  addFeature(f, 236, around.tail, edge, around.mainSide)
}

/**
 * All features of a token, for training.
 * @public
 */
export function describeToken(f: Features, scene: TagScene, i: number): void {
  const around = newAround()
  lookAround(around, scene, i)
  f.size = 0
  describeAround(f, scene, around)
  describeWord(f, scene, i, around)
}

/** Where the clause of a cue begins after a comma ("…, the mayor said"): 1 + bucketed distance, 0 where it does not. */
function commaBefore(scene: TagScene, cue: number): number {
  const { words, sentence } = scene.reading
  for (let i = cue - 1; i >= 0 && i > cue - 10 && sentence[i] === sentence[cue]; i--) {
    if (words.hash[i] === COMMA) return 1 + near(cue - i)
  }
  return 0
}

const scratch: Features = newFeatures()

/**
 * The tokens of a run that are tagged: of words in marks only the first and last two, since marks say of the rest what
 * they say of those. The others take the tag of the token before them.
 */
export function tokensToTag(reading: Reading, from: number, to: number): Int32Array {
  const { part } = reading
  const tokens = new Int32Array(to - from)
  let count = 0
  for (let i = from; i < to; i++) {
    const inner = part[i] !== -1 && part[i - EDGE] === part[i] && part[i + EDGE] === part[i]
    if (!inner) tokens[count++] = i
  }
  return tokens.subarray(0, count)
}

const EDGE = 2

/** Tags the tokens of a run together: the likeliest sequence (Viterbi 1967). `lean` is added to `none`. */
export function tagRun(
  weights: TaggerWeights,
  scene: TagScene,
  [from, to]: readonly [number, number],
  lean: number,
  tags: Uint8Array,
): void {
  const tokens = tokensToTag(scene.reading, from, to)
  const count = tokens.length
  const best = new Float32Array(count * TAGS)
  const back = new Uint8Array(count * TAGS)
  const scores = new Float32Array(TAGS)
  const scoreToken = tokenScorer(weights, scene)
  for (let k = 0; k < count; k++) {
    scoreToken(tokens[k]!, scores)
    scores[TAG.none]! += lean
    for (let tag = 0; tag < TAGS; tag++) {
      let top = Number.NEGATIVE_INFINITY
      for (let last = 0; last < TAGS; last++) {
        const before = k === 0 ? START[last]! : best[(k - 1) * TAGS + last]!
        const so = before + weights.steps[last * TAGS + tag]!
        if (so > top) {
          top = so
          back[k * TAGS + tag] = last
        }
      }
      best[k * TAGS + tag] = top + scores[tag]!
    }
  }
  const chosen = trace(best, back, count)
  for (let i = from, k = -1; i < to; i++) {
    const own = tokens[k + 1] === i
    if (own) k++
    tags[i] = own || chosen[k] !== TAG.begin ? chosen[k]! : TAG.inside
  }
}

/** Before a block there is nothing. */
const START = Float32Array.from({ length: TAGS }, (_, tag) => (tag === TAG.none ? 0 : -1e6))

function trace(best: Float32Array, back: Uint8Array, count: number): Uint8Array {
  const tags = new Uint8Array(count)
  let tag = 0
  for (let t = 1; t < TAGS; t++)
    if (best[(count - 1) * TAGS + t]! > best[(count - 1) * TAGS + tag]!) tag = t
  for (let k = count - 1; k >= 0; k--) {
    tags[k] = tag
    tag = back[k * TAGS + tag]!
  }
  return tags
}

/** The scores of the tags of one token after another; what they share with the token before is not added up again. */
function tokenScorer(
  weights: TaggerWeights,
  scene: TagScene,
): (i: number, scores: Float32Array) => void {
  const around = newAround()
  const shared = new Int32Array(TAGS)
  const sums = new Int32Array(TAGS)
  return (i, scores) => {
    if (lookAround(around, scene, i)) {
      scratch.size = 0
      describeAround(scratch, scene, around)
      shared.fill(0)
      addRows(weights.rows, shared)
    }
    scratch.size = 0
    describeWord(scratch, scene, i, around)
    for (let tag = 0; tag < TAGS; tag++) sums[tag] = shared[tag]!
    addRows(weights.rows, sums)
    for (let tag = 0; tag < TAGS; tag++) scores[tag] = sums[tag]! * weights.scale
  }
}

/** Adds up the rows of the features in `scratch`. */
function addRows(rows: Int8Array, sums: Int32Array): void {
  const mask = rows.length / TAGS - 1
  let none = 0
  let source = 0
  let cue = 0
  let begin = 0
  let inside = 0
  for (let k = 0; k < scratch.size; k++) {
    const row = (scratch.ids[k]! & mask) * TAGS
    none += rows[row]!
    source += rows[row + 1]!
    cue += rows[row + 2]!
    begin += rows[row + 3]!
    inside += rows[row + 4]!
  }
  sums[TAG.none]! += none
  sums[TAG.source]! += source
  sums[TAG.cue]! += cue
  sums[TAG.begin]! += begin
  sums[TAG.inside]! += inside
}

/** The token range of a block. */
export function blockTokens(reading: Reading, block: number): [number, number] {
  const span = reading.blocks[block]!
  return [tokenAt(reading.words, span.from), tokenAt(reading.words, span.to)]
}

/** Chance of a cue from which a sentence is tagged at all. */
const MIN_SENTENCE_CHANCE = 0.3

/** The runs of sentences, within blocks, that have a cue or marks: in the others nothing is said. */
export function runsToTag(reading: Reading, chances: CueChances): [number, number][] {
  const { sentence, block, part } = reading
  const runs: [number, number][] = []
  let start = -1
  for (let from = 0; from < sentence.length; ) {
    let to = from
    let active = false
    for (; to < sentence.length && sentence[to] === sentence[from]; to++)
      active ||= chances[to]! >= MIN_SENTENCE_CHANCE || part[to] !== -1
    active &&= block[from] !== -1
    const sameBlock = start !== -1 && block[start] === block[from]
    if (start !== -1 && !(active && sameBlock)) runs.push([start, from])
    if (!active) start = -1
    else if (!sameBlock) start = from
    from = to
  }
  if (start !== -1) runs.push([start, sentence.length])
  return runs
}
