import type { CueChances } from "./cues.ts"
import { type Features, newFeatures } from "./features.ts"
import { type Reading, tokenAt } from "./reading.ts"
import { describeAround, describeWord, lookAt, moveTo, type TagScene } from "./tag-features.ts"

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
  const look = lookAt(scene)
  const shared = new Int32Array(TAGS)
  const sums = new Int32Array(TAGS)
  return (i, scores) => {
    if (moveTo(look, i)) {
      describeAround(scratch, look)
      shared.fill(0)
      addRows(weights.rows, shared)
    }
    describeWord(scratch, look)
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
