import { type Buckets, bucketOf, fillBuckets } from "../text/buckets.ts"
import { shinglesOf } from "../text/shingles.ts"
import { mayHold, type Sieve, sieveOf } from "../text/sieve.ts"
import type { Heard, Voice } from "./voice.ts"

/** Of one run of words, at most so many places are followed: stock phrases stand in hundreds of quotations. */
const MAX_PLACES_PER_RUN = 8

/** Where each run of `size` words stands in the voices. A run is a number; it has a hash, a voice and a place in it. */
export interface RunIndex {
  readonly size: number
  readonly voices: readonly Voice[]
  readonly hashes: Uint32Array
  readonly voiceOf: Uint32Array
  readonly at: Uint32Array
  readonly buckets: Buckets
  /** What most other runs do not pass. */
  readonly sieve: Sieve
}

export function indexRuns(voices: readonly Voice[], size: number): RunIndex {
  const all = voices.map(({ hashes }) => shinglesOf(hashes, size))
  const count = all.reduce((sum, { length }) => sum + length, 0)
  const hashes = new Uint32Array(count)
  const voiceOf = new Uint32Array(count)
  const at = new Uint32Array(count)
  let run = 0
  for (const [voice, own] of all.entries()) {
    hashes.set(own, run)
    voiceOf.fill(voice, run, run + own.length)
    for (let place = 0; place < own.length; place++) at[run++] = place
  }
  return { size, voices, hashes, voiceOf, at, buckets: fillBuckets(hashes), sieve: sieveOf(hashes) }
}

/** The longest runs of at least the index's size, or more, that an article's words share with others' voices. */
export function findRuns(
  article: string,
  spoken: Uint32Array,
  index: RunIndex,
  minimum: number,
): Heard[] {
  const heard: Heard[] = []
  const wanted = shinglesOf(spoken, index.size)
  for (let from = 0; from < wanted.length; from++) {
    if (!mayHold(index.sieve, wanted[from]!)) continue
    for (const run of runsOf(index, wanted[from]!)) {
      const voice = index.voices[index.voiceOf[run]!]!
      const at = index.at[run]!
      if (voice.article === article || isEqual(voice, at - 1, spoken, from - 1)) continue
      const length = runLength(voice, at, spoken, from)
      if (length >= minimum) heard.push({ statement: voice.statement, from, to: from + length })
    }
  }
  return heard
}

const NONE: readonly number[] = []

/** The first runs that have a hash. */
function runsOf({ hashes, buckets }: RunIndex, hash: number): readonly number[] {
  const bucket = bucketOf(buckets, hash)
  const end = buckets.starts[bucket + 1]!
  let found: number[] | null = null
  for (let entry = buckets.starts[bucket]!; entry < end; entry++) {
    const run = buckets.things[entry]!
    if (hashes[run] !== hash) continue
    found ??= []
    if (found.push(run) === MAX_PLACES_PER_RUN) break
  }
  return found ?? NONE
}

function isEqual({ hashes }: Voice, i: number, spoken: Uint32Array, j: number): boolean {
  return i >= 0 && j >= 0 && i < hashes.length && j < spoken.length && hashes[i] === spoken[j]
}

function runLength(voice: Voice, at: number, spoken: Uint32Array, from: number): number {
  let length = 0
  while (isEqual(voice, at + length, spoken, from + length)) length++
  return length
}
