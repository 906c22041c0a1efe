import { hashWord, SHAPE } from "../text/words.ts"
import { addFeature, type Features, newFeatures, scoreFeatures, type Weights } from "./features.ts"
import { IS } from "./lexicon.ts"
import type { Reading } from "./reading.ts"

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
    chances[i] = 1 / (1 + Math.exp(-scoreFeatures(weights, scratch)))
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

export function describeCue(f: Features, reading: Reading, i: number): void {
  const { words, bits, part, sentence } = reading
  const { hash, shape } = words
  const at = sentence[i]
  const word = hash[i]!
  const before = i > 0 && sentence[i - 1] === at ? hash[i - 1]! : 1
  const before2 = i > 1 && sentence[i - 2] === at ? hash[i - 2]! : 1
  const after = sentence[i + 1] === at ? hash[i + 1]! : 2
  const after2 = sentence[i + 2] === at ? hash[i + 2]! : 2
  const inside = part[i] === -1 ? 0 : 1
  const left = roughKind(reading, i - 1)
  const right = roughKind(reading, i + 1)
  const suffix = wordEnding(reading, i)
  const marks =
    (i > 0 && part[i - 1] !== -1 ? 1 : 0) +
    2 * (part[i + 1] !== undefined && part[i + 1] !== -1 ? 1 : 0)
  f.size = 0
  addFeature(f, 100, word)
  addFeature(f, 101, word, before)
  addFeature(f, 102, word, after)
  addFeature(f, 103, before, bits[i]! & IS.cue)
  addFeature(f, 104, after, bits[i]! & IS.cue)
  addFeature(f, 105, word, left, right)
  addFeature(f, 106, suffix, left, right)
  addFeature(f, 107, suffix, after)
  addFeature(f, 108, word, inside, marks)
  addFeature(f, 109, inside, marks, bits[i]! & IS.cue)
  addFeature(f, 110, suffix, before)
  addFeature(f, 111, shape[i]!, suffix)
  addFeature(f, 112, before2, before, bits[i]! & IS.cue)
  addFeature(f, 113, after, after2, bits[i]! & IS.cue)
  addFeature(f, 114, word, after === TO ? 1 : 0, left)
  addFeature(f, 115, suffix, left, marks)
  addFeature(f, 116, bits[i]! & IS.cue, before2 === 1 ? 1 : 0, right)
}

/** What a neighbour is, coarsely: a mark by its word, a small word by its bits, a name, a number, another word. */
export function roughKind(reading: Reading, i: number): number {
  const shape = reading.words.shape[i]
  if (shape === undefined || i < 0) return 0
  if (shape === SHAPE.mark) return reading.words.hash[i]!
  const bits = reading.bits[i]!
  if (bits & (IS.he | IS.she)) return 21
  if (bits & IS.they) return 22
  if (bits & IS.auxiliary) return 23
  if (bits & IS.determiner) return 24
  if (bits & IS.small) return 25
  if (bits & IS.cue) return 26
  if (bits & IS.role) return 27
  if (shape === SHAPE.number) return 28
  return shape === SHAPE.lower ? 29 : 30
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
