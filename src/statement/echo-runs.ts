import { addTo } from "../text/group-by.ts"
import { shingles } from "../text/shingles.ts"
import type { Token } from "../text/tokens.ts"
import type { Heard, Voice } from "./voice.ts"

/** Of one run of words, at most so many places are followed: stock phrases stand in hundreds of quotations. */
const MAX_PLACES_PER_RUN = 8

/** Where each run of `size` words stands in the voices, by the run's hash. */
export interface RunIndex {
  readonly size: number
  readonly voices: readonly Voice[]
  readonly places: ReadonlyMap<number, readonly Place[]>
}

interface Place {
  readonly voice: Voice
  readonly at: number
}

export function indexRuns(voices: readonly Voice[], size: number): RunIndex {
  const places = new Map<number, Place[]>()
  for (const voice of voices) {
    for (const [at, hash] of shingles(voice.tokens, size).entries()) {
      if ((places.get(hash)?.length ?? 0) < MAX_PLACES_PER_RUN) addTo(places, hash, { voice, at })
    }
  }
  return { size, voices, places }
}

/** The longest runs of at least the index's size, or more, that an article's words share with others' voices. */
export function findRuns(
  article: string,
  tokens: readonly Token[],
  index: RunIndex,
  minimum: number,
): Heard[] {
  const heard: Heard[] = []
  for (const [from, hash] of shingles(tokens, index.size).entries()) {
    for (const { voice, at } of index.places.get(hash) ?? []) {
      if (voice.article === article || isEqual(voice.tokens[at - 1], tokens[from - 1])) continue
      const length = runLength(voice.tokens, at, tokens, from)
      if (length >= minimum) heard.push({ statement: voice.statement, from, to: from + length })
    }
  }
  return heard
}

function isEqual(a: Token | undefined, b: Token | undefined): boolean {
  return a !== undefined && b !== undefined && a.norm === b.norm
}

function runLength(a: readonly Token[], atA: number, b: readonly Token[], atB: number): number {
  let length = 0
  while (isEqual(a[atA + length], b[atB + length])) length++
  return length
}
