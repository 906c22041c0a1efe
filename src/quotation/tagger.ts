import type { CueChances } from "./cues.ts"
import { type Features, newFeatures } from "./features.ts"
import { firstTokenFrom, type Reading } from "./reading.ts"
import {
  describeAround,
  describeWord,
  type Look,
  lookAt,
  moveTo,
  type TagScene,
} from "./tag-features.ts"

/** What a word does in an attribution: nothing, names the source, is the cue, begins what was said, goes on with it. */
export const TAG = { none: 0, source: 1, cue: 2, begin: 3, inside: 4 } as const
export const TAGS = 5

/**
 * The learned tables: a row of TAGS weights a feature, and the weight of each tag after each other one.
 * A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001).
 */
export interface TaggerWeights extends Rows {
  /** What the whole numbers of the rows are to be multiplied by. */
  readonly scale: number
  readonly steps: Float32Array
}

/** Rows of signed bytes, laid out so that a row is two looks and three additions, and stays near the processor. */
export interface Rows {
  /** The first four weights of each row, a byte each, raised so that none is below 0. */
  readonly fours: Int32Array
  readonly fifths: Int8Array
}

const RAISE = 128

export function packRows(bytes: Int8Array): Rows {
  const count = bytes.length / TAGS
  const fours = new Int32Array(count)
  const fifths = new Int8Array(count)
  for (let row = 0, at = 0; row < count; row++, at += TAGS) {
    for (let tag = 0; tag < 4; tag++) fours[row]! |= (bytes[at + tag]! + RAISE) << (8 * tag)
    fifths[row] = bytes[at + 4]!
  }
  return { fours, fifths }
}

const scratch: Features = newFeatures()

/**
 * Puts those tokens of a run into a column that are tagged, and says how many: of words in marks only the first and last
 * two, since marks say of the rest what they say of those. The others take the tag of the token before them.
 */
export function tokensToTag(
  { part }: Reading,
  from: number,
  to: number,
  tokens: Int32Array,
): number {
  let count = 0
  for (let i = from; i < to; i++) if (!isInner(part, i)) tokens[count++] = i
  return count
}

const EDGE = 2

function isInner(part: Int32Array, i: number): boolean {
  if (part[i] === -1 || i < EDGE || i + EDGE >= part.length) return false
  return part[i - EDGE] === part[i] && part[i + EDGE] === part[i]
}

/** The buffers with which an article is tagged. */
interface Tagging {
  readonly weights: TaggerWeights
  readonly look: Look
  /** Sums of weights for each tag: of what a token shares with the one before it, and of all. */
  readonly shared: Int32Array
  readonly sums: Int32Array
  readonly scores: Float32Array
  /** Score of the best sequence that ends in each tag. */
  best: Float32Array
  next: Float32Array
  /** The tokens of a run that are tagged, and which tag came before each of their tags. */
  readonly tokens: Int32Array
  readonly back: Uint8Array
}

/** Tags the runs of an article. `lean` is added to `none`. */
export function tagRuns(
  weights: TaggerWeights,
  scene: TagScene,
  runs: readonly (readonly [number, number])[],
  lean: number,
): Uint8Array {
  const { reading } = scene
  const tags = new Uint8Array(reading.words.count)
  const longest = runs.reduce((most, [from, to]) => Math.max(most, to - from), 0)
  const tagging = startTagging(weights, scene, longest)
  for (const [from, to] of runs) {
    const count = tokensToTag(reading, from, to, tagging.tokens)
    tagLikeliest(tagging, count, lean, tags)
    tagRest(tagging, count, from, to, tags)
  }
  return tags
}

function startTagging(weights: TaggerWeights, scene: TagScene, longest: number): Tagging {
  return {
    weights,
    look: lookAt(scene),
    shared: new Int32Array(TAGS),
    sums: new Int32Array(TAGS),
    scores: new Float32Array(TAGS),
    best: new Float32Array(TAGS),
    next: new Float32Array(TAGS),
    tokens: new Int32Array(longest),
    back: new Uint8Array(longest * TAGS),
  }
}

/** The tokens of a run between those that are tagged go on with what was before them. */
function tagRest(
  { tokens }: Tagging,
  count: number,
  from: number,
  to: number,
  tags: Uint8Array,
): void {
  let tag: number = TAG.none
  for (let i = from, k = 0; i < to; i++) {
    if (k < count && tokens[k] === i) {
      tag = tags[i]!
      k++
    } else {
      if (tag === TAG.begin) tag = TAG.inside
      tags[i] = tag
    }
  }
}

/** Before a run there is nothing. */
const START = Float32Array.from({ length: TAGS }, (_, tag) => (tag === TAG.none ? 0 : -1e6))

/** Tags the tokens of a run with their likeliest sequence (Viterbi 1967). */
function tagLikeliest(tagging: Tagging, count: number, lean: number, tags: Uint8Array): void {
  const { scores, tokens } = tagging
  tagging.best.set(START)
  for (let k = 0; k < count; k++) {
    scoreToken(tagging, tokens[k]!)
    scores[TAG.none]! += lean
    extend(tagging, k * TAGS)
  }
  trace(tagging, count, tags)
}

/** Extends the best sequences by a token; `back` keeps which tag came before each of its tags. */
function extend(tagging: Tagging, at: number): void {
  const { best, next, scores, weights, back } = tagging
  const { steps } = weights
  for (let tag = 0; tag < TAGS; tag++) {
    let top = Number.NEGATIVE_INFINITY
    let before = 0
    for (let last = 0; last < TAGS; last++) {
      const so = best[last]! + steps[last * TAGS + tag]!
      if (so <= top) continue
      top = so
      before = last
    }
    back[at + tag] = before
    next[tag] = top + scores[tag]!
  }
  tagging.best = next
  tagging.next = best
}

function trace({ best, back, tokens }: Tagging, count: number, tags: Uint8Array): void {
  let tag = 0
  for (let t = 1; t < TAGS; t++) if (best[t]! > best[tag]!) tag = t
  for (let k = count - 1; k >= 0; k--) {
    tags[tokens[k]!] = tag
    tag = back[k * TAGS + tag]!
  }
}

/** The scores of a token's tags; what it shares with the token before is not added up again. */
function scoreToken({ weights, look, shared, sums, scores }: Tagging, i: number): void {
  if (moveTo(look, i)) {
    describeAround(scratch, look)
    addRows(weights, NO_SUMS, shared)
  }
  describeWord(scratch, look)
  addRows(weights, shared, sums)
  for (let tag = 0; tag < TAGS; tag++) scores[tag] = sums[tag]! * weights.scale
}

const NO_SUMS = new Int32Array(TAGS)
/** Two of the four bytes of a number, with room above each to add many. */
const PAIR = 0x00ff00ff

/** Adds the rows of the features in `scratch` to what there is. */
function addRows({ fours, fifths }: TaggerWeights, base: Int32Array, sums: Int32Array): void {
  const { ids, size } = scratch
  const mask = fours.length - 1
  let even = 0
  let odd = 0
  let fifth = 0
  for (let k = 0; k < size; k++) {
    const row = ids[k]! & mask
    const four = fours[row]!
    even = (even + (four & PAIR)) | 0
    odd = (odd + ((four >>> 8) & PAIR)) | 0
    fifth = (fifth + fifths[row]!) | 0
  }
  const raised = size * RAISE
  sums[0] = base[0]! + (even & 0xffff) - raised
  sums[1] = base[1]! + (odd & 0xffff) - raised
  sums[2] = base[2]! + (even >>> 16) - raised
  sums[3] = base[3]! + (odd >>> 16) - raised
  sums[4] = base[4]! + fifth
}

/** The token range of a block. */
export function blockTokens(reading: Reading, block: number): [number, number] {
  const span = reading.blocks[block]!
  return [firstTokenFrom(reading.words, span.from), firstTokenFrom(reading.words, span.to)]
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
