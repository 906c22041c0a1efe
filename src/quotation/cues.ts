import { hashWord, SHAPE } from "../text/words.ts"
import { chanceOf, type Features, newFeatures, type Weights } from "./features.ts"
import { IS } from "./lexicon.ts"
import type { Reading } from "./reading.ts"
import { addAll, makeTemplates, NOTHING, type Templates } from "./templates.ts"

/** For each token the chance, 0 to 1, that it is a word by which the page attributes: "said", "according", "believes". */
export type CueChances = Float32Array

const scratch: Features = newFeatures()
const TO = hashWord("to")

/** Spots cue words by what they are and what stands beside them. */
export function spotCues(weights: Weights, reading: Reading): CueChances {
  const chances = new Float32Array(reading.words.count)
  for (let i = 0; i < chances.length; i++) {
    if (!mayBeCue(reading, i)) continue
    describeCue(scratch, reading, i)
    chances[i] = chanceOf(weights, scratch)
  }
  return chances
}

/** Marks, numbers, names and small words are not weighed; the colon is, since it introduces what was said. */
export function mayBeCue(reading: Reading, i: number): boolean {
  if (reading.block[i] === -1) return false
  const shape = reading.words.shape[i]
  if (shape === SHAPE.mark) return reading.words.text.charCodeAt(reading.words.from[i]!) === 0x3a
  if (shape === SHAPE.number) return false
  return (reading.bits[i]! & (IS.cue | IS.small)) !== IS.small
}

const FACT = {
  nothing: NOTHING,
  // The words; 1 before the sentence begins, 2 where it is over.
  word: 1,
  before: 2,
  before2: 3,
  after: 4,
  after2: 5,
  ending: 6,
  shape: 7,
  /** Whether it is listed as a cue, and whether it stands in marks and next to words in marks. */
  isCue: 8,
  inside: 9,
  marks: 10,
  // What stands beside it, coarsely.
  left: 11,
  right: 12,
  beforeTo: 13,
  /** Whether the sentence begins with it or with the word before. */
  isEarly: 14,
} as const

const TEMPLATES: Templates = makeTemplates([
  [100, FACT.word],
  [101, FACT.word, FACT.before],
  [102, FACT.word, FACT.after],
  [103, FACT.before, FACT.isCue],
  [104, FACT.after, FACT.isCue],
  [105, FACT.word, FACT.left, FACT.right],
  [106, FACT.ending, FACT.left, FACT.right],
  [107, FACT.ending, FACT.after],
  [108, FACT.word, FACT.inside, FACT.marks],
  [109, FACT.inside, FACT.marks, FACT.isCue],
  [110, FACT.ending, FACT.before],
  [111, FACT.shape, FACT.ending],
  [112, FACT.before2, FACT.before, FACT.isCue],
  [113, FACT.after, FACT.after2, FACT.isCue],
  [114, FACT.word, FACT.beforeTo, FACT.left],
  [115, FACT.ending, FACT.left, FACT.marks],
  [116, FACT.isCue, FACT.isEarly, FACT.right],
])

const facts = new Int32Array(15)

export function describeCue(f: Features, reading: Reading, i: number): void {
  const { words, bits, part, sentence, rough } = reading
  const { hash, shape, count } = words
  const at = sentence[i]!
  const after = i + 1 < count && sentence[i + 1] === at ? hash[i + 1]! : 2
  const before2 = i > 1 && sentence[i - 2] === at ? hash[i - 2]! : 1
  facts[FACT.word] = hash[i]!
  facts[FACT.before] = i > 0 && sentence[i - 1] === at ? hash[i - 1]! : 1
  facts[FACT.before2] = before2
  facts[FACT.after] = after
  facts[FACT.after2] = i + 2 < count && sentence[i + 2] === at ? hash[i + 2]! : 2
  facts[FACT.ending] = wordEnding(reading, i)
  facts[FACT.shape] = shape[i]!
  facts[FACT.isCue] = bits[i]! & IS.cue
  facts[FACT.inside] = part[i] === -1 ? 0 : 1
  facts[FACT.marks] =
    (i > 0 && part[i - 1] !== -1 ? 1 : 0) + (i + 1 < count && part[i + 1] !== -1 ? 2 : 0)
  facts[FACT.left] = i > 0 ? rough[i - 1]! : 0
  facts[FACT.right] = rough[i + 1]!
  facts[FACT.beforeTo] = after === TO ? 1 : 0
  facts[FACT.isEarly] = before2 === 1 ? 1 : 0
  f.size = 0
  addAll(f, TEMPLATES, facts)
}

/** The last three letters as one number. */
export function wordEnding(reading: Reading, i: number): number {
  const { text, to, from } = reading.words
  const end = to[i]!
  let ending = 0
  for (let at = Math.max(from[i]!, end - 3); at < end; at++) {
    ending = ending * 256 + (text.charCodeAt(at) & 0xff)
  }
  return ending
}
