import { hashWord } from "../text/words.ts"
import { type CueChances, roughKind, wordEnding } from "./cues.ts"
import { addFeature, type Features, newFeatures, type Weights } from "./features.ts"
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
  readonly rows: Weights
  readonly steps: Weights
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
  return { reading, mentionKind, cueBefore, cueAfter, chances }
}

const near = (distance: number): number =>
  distance < 4 ? distance : distance < 7 ? 4 : distance < 12 ? 5 : distance < 20 ? 6 : 7

export function describeToken(f: Features, scene: TagScene, i: number): void {
  const { reading, mentionKind, cueBefore, cueAfter, chances } = scene
  const { words, bits, sentence, part } = reading
  const { hash } = words
  const at = sentence[i]
  const word = hash[i]!
  const before = i > 0 && sentence[i - 1] === at ? hash[i - 1]! : 1
  const after = sentence[i + 1] === at ? hash[i + 1]! : 2
  const before2 = i > 1 && sentence[i - 2] === at ? hash[i - 2]! : 1
  const after2 = sentence[i + 2] === at ? hash[i + 2]! : 2
  const kind = mentionKind[i]!
  const inPart = part[i] === -1 ? 0 : 1
  const edge =
    (i > 0 && part[i - 1] !== part[i] ? 1 : 0) + (part[i + 1] !== part[i] ? 2 : 0) + 4 * inPart
  const chance = Math.round(chances[i]! * 4)
  const rough = roughKind(reading, i)
  const left = roughKind(reading, i - 1)
  const right = roughKind(reading, i + 1)
  const previous = cueBefore[i]!
  const next = cueAfter[i]!
  const back = previous === -1 ? 8 : near(i - previous)
  const ahead = next === -1 ? 8 : near(next - i)
  const cueWord = previous === -1 ? 0 : hash[previous]!
  const nextWord = next === -1 ? 0 : hash[next]!
  const afterCue = previous === -1 ? 0 : roughKind(reading, previous + 1)
  const cueThat = previous !== -1 && hash[previous + 1] === THAT ? 1 : 0
  const beforeNext = next === -1 ? 0 : roughKind(reading, next - 1)
  const afterNext = next === -1 ? 0 : roughKind(reading, next + 1)
  const tail = next === -1 ? 0 : hash[next + 1]!
  const commaNext = next === -1 ? 0 : commaBefore(scene, next)
  const commas = previous === -1 ? 0 : commasBetween(scene, previous, i)
  f.size = 0
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
  addFeature(f, 210, cueWord, back)
  addFeature(f, 211, cueWord, afterCue, commas)
  addFeature(f, 212, cueWord, cueThat, left)
  addFeature(f, 213, nextWord, ahead)
  addFeature(f, 214, nextWord, tail, commaNext)
  addFeature(f, 215, beforeNext, afterNext, commaNext)
  addFeature(f, 216, back, commas, edge)
  addFeature(f, 217, back, afterCue, rough)
  addFeature(f, 218, commas, left, rough)
  addFeature(f, 219, nextWord, commaNext, kind)
  addFeature(f, 220, kind, left, right)
  addFeature(f, 221, kind, previous === -1 ? 0 : back + 1, next === -1 ? 0 : ahead + 1)
  addFeature(f, 222, cueWord, nextWord, commas)
  addFeature(f, 223, edge, bits[i]!, chance)
  addFeature(f, 224, next === -1 ? 0 : mentionKind[next - 1]!, afterNext, commaNext)
  addFeature(f, 225, commas, commaNext, cueThat)
  addFeature(f, 226, kind, next === -1 ? 9 : ahead, nextWord)
  addFeature(f, 227, edge, back, ahead)
  addFeature(f, 228, cueWord, word)
  addFeature(f, 229, edge, before, after)
}

/** Where the clause of a cue begins after a comma ("…, the mayor said"): 1 + bucketed distance, 0 where it does not. */
function commaBefore(scene: TagScene, cue: number): number {
  const { words, sentence } = scene.reading
  for (let i = cue - 1; i >= 0 && i > cue - 10 && sentence[i] === sentence[cue]; i--) {
    if (words.hash[i] === COMMA) return 1 + near(cue - i)
  }
  return 0
}

/** How many commas stand between a cue and a token, four at most. */
function commasBetween(scene: TagScene, cue: number, i: number): number {
  const { hash } = scene.reading.words
  let count = 0
  for (let k = i - 1; k > cue && k > i - 40 && count < 4; k--) if (hash[k] === COMMA) count++
  return count
}

const scratch: Features = newFeatures()

/** The tags of the tokens of one block, chosen together: the likeliest sequence (Viterbi 1967). `lean` is added to `none`. */
export function tagTokens(
  weights: TaggerWeights,
  scene: TagScene,
  from: number,
  to: number,
  lean = 0,
): Uint8Array {
  const count = to - from
  const best = new Float32Array(count * TAGS)
  const back = new Uint8Array(count * TAGS)
  const scores = new Float32Array(TAGS)
  for (let k = 0; k < count; k++) {
    scoreToken(weights, scene, from + k, scores)
    scores[TAG.none]! += lean
    for (let tag = 0; tag < TAGS; tag++) {
      let top = Number.NEGATIVE_INFINITY
      for (let last = 0; last < TAGS; last++) {
        const so =
          (k === 0 ? START[last]! : best[(k - 1) * TAGS + last]!) +
          weights.steps[last * TAGS + tag]!
        if (so > top) {
          top = so
          back[k * TAGS + tag] = last
        }
      }
      best[k * TAGS + tag] = top + scores[tag]!
    }
  }
  return trace(best, back, count)
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

export function scoreToken(
  weights: TaggerWeights,
  scene: TagScene,
  i: number,
  scores: Float32Array,
): void {
  describeToken(scratch, scene, i)
  const rows = weights.rows
  const mask = rows.length / ROW - 1
  scores.fill(0)
  for (let k = 0; k < scratch.size; k++) {
    const row = (scratch.ids[k]! & mask) * ROW
    for (let tag = 0; tag < TAGS; tag++) scores[tag]! += rows[row + tag]!
  }
}

/** Weights a row in the table: the tags. */
export const ROW: number = TAGS

/** The token range of a block. */
export function blockTokens(reading: Reading, block: number): [number, number] {
  const span = reading.blocks[block]!
  return [tokenAt(reading.words, span.from), tokenAt(reading.words, span.to)]
}
