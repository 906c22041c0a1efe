import { hashWord, SHAPE } from "../text/words.ts"
import type { CueChances } from "./cues.ts"
import type { Reading } from "./reading.ts"

/** What the sentence of each token is built on. */
export interface Frame {
  /** The cue that is likeliest to carry the sentence, as a token; -1 where there is none. */
  readonly main: Int32Array
  /**
   * Whether the sentence ends with a clause that attributes ("…, the mayor said."): 0 no, 1 before that clause, 2 in it;
   * 2 more where words follow the cue.
   */
  readonly tail: Uint8Array
}

/** A sentence's tokens, half open, with its likeliest cue and its last. */
interface Sentence {
  readonly from: number
  readonly to: number
  readonly main: number
  readonly last: number
}

/** Chance from which a cue can carry its sentence. */
const MIN_CHANCE = 0.5
/** Most tokens from the comma to the cue, and from the cue to the end: "…, the mayor told the paper on Tuesday." */
const MAX_BEFORE = 14
const MAX_AFTER = 12
const COMMA = hashWord(",")

export function frameSentences(reading: Reading, chances: CueChances): Frame {
  const { count } = reading.words
  const frame = { main: new Int32Array(count).fill(-1), tail: new Uint8Array(count) }
  for (let from = 0; from < count; ) {
    const sentence = sentenceFrom(reading, chances, from)
    if (sentence.main !== -1) addFrame(frame, reading, sentence)
    from = sentence.to
  }
  return frame
}

function sentenceFrom({ sentence, part }: Reading, chances: CueChances, from: number): Sentence {
  let main = -1
  let last = -1
  let to = from
  for (; to < sentence.length && sentence[to] === sentence[from]; to++) {
    if (part[to] !== -1 || chances[to]! < MIN_CHANCE) continue
    last = to
    if (main === -1 || chances[to]! > chances[main]!) main = to
  }
  return { from, to, main, last }
}

function addFrame({ main, tail }: Frame, reading: Reading, sentence: Sentence): void {
  const { shape } = reading.words
  const { from, to, last } = sentence
  main.fill(sentence.main, from, to)
  let end = to
  while (end > last + 1 && shape[end - 1] === SHAPE.mark) end--
  const goesOn = end > last + 1
  if (end - last - 1 > MAX_AFTER || (goesOn && shape[last + 1] === SHAPE.mark)) return
  const comma = commaBefore(reading, sentence)
  if (comma <= from) return
  const more = goesOn ? 2 : 0
  tail.fill(1 + more, from, comma)
  tail.fill(2 + more, comma, to)
}

/** The comma, or the end of words in marks, behind which the clause of the last cue begins; -1 where none is near. */
function commaBefore({ words, part }: Reading, { from, last }: Sentence): number {
  for (let i = last - 1; i >= from && i >= last - MAX_BEFORE; i--)
    if (words.hash[i] === COMMA || part[i] !== -1) return i
  return -1
}
