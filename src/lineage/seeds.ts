import type { Narration } from "./narration.ts"

/** Words in a seed: the shortest run by which a shared passage is found. */
export const SEED_WORDS = 7
/** Of this many seeds in a row the least is kept, so that no shared run of SEED_WORDS + WINDOW - 1 words is missed. */
export const WINDOW = 4

/** Chosen runs of words of one article: their hashes and where they begin, in text order. */
export interface Seeds {
  readonly hash: Uint32Array
  readonly at: Int32Array
}

/** Winnowing: local minima of rolling hashes (Schleimer, Wilkerson and Aiken 2003). No seed crosses the end of a block. */
export function chooseSeeds({ words }: Narration): Seeds {
  const hashes = seedHashes(words)
  const hash: number[] = []
  const at: number[] = []
  let last = -1
  for (let end = 0; end < hashes.length; end++) {
    const least = leastOf(hashes, Math.max(0, end - WINDOW + 1), end)
    if (least < 0 || least === last) continue
    last = least
    hash.push(hashes[least]!)
    at.push(least)
  }
  return { hash: Uint32Array.from(hash), at: Int32Array.from(at) }
}

/** The hash of the seed that begins at each word; 0 where it would cross the end of its block. */
function seedHashes(words: Int32Array): Uint32Array {
  const hashes = new Uint32Array(words.length)
  let clear = 0
  for (let i = words.length - 1; i >= 0; i--) {
    clear = words[i] === 0 ? 0 : clear + 1
    if (clear >= SEED_WORDS) hashes[i] = hashRun(words, i)
  }
  return hashes
}

function hashRun(words: Int32Array, at: number): number {
  let hash = 0x9e3779b9
  for (let i = at; i < at + SEED_WORDS; i++) {
    hash = Math.imul(hash ^ words[i]!, 0x85ebca6b)
    hash ^= hash >>> 15
  }
  return hash >>> 0 || 1
}

/** The rightmost least seed of a window; -1 where there is none. */
function leastOf(hashes: Uint32Array, from: number, to: number): number {
  let least = -1
  for (let i = from; i <= to; i++) {
    if (hashes[i] !== 0 && (least < 0 || hashes[i]! <= hashes[least]!)) least = i
  }
  return least
}

/** A seed that stands in more articles than this pairs each of them with the first only: one text, widely printed. */
const MANY = 40

/** Pairs of articles (by index, the smaller first) that share a seed, in ascending order. */
export function pairsBySeeds(
  groups: Iterable<readonly number[]>,
  count: number,
): [number, number][] {
  const pairs = new Set<number>()
  for (const ids of groups) addPairs(pairs, ids, count)
  return [...Float64Array.from(pairs).sort()].map((pair) => [
    Math.floor(pair / count),
    pair % count,
  ])
}

function addPairs(pairs: Set<number>, ids: readonly number[], count: number): void {
  const firsts = ids.length > MANY ? 1 : ids.length
  for (let i = 0; i < firsts; i++) {
    for (let j = i + 1; j < ids.length; j++) pairs.add(ids[i]! * count + ids[j]!)
  }
}

/** Room for a million articles and a mark beside a hash of 32 bits in the 53 bits of a number. */
const ROOM = 2 ** 21

/** A seed that stands in two articles or more. */
export interface SharedSeed {
  readonly hash: number
  /** Who has it, by index, ascending. */
  readonly ids: readonly number[]
  /** Whether one of them has it inside quotation marks. */
  readonly quoted: boolean
}

export function* sharedSeeds(
  pages: readonly Narration[],
  seeds: readonly Seeds[],
): Generator<SharedSeed> {
  const entries = sortedEntries(pages, seeds)
  for (let at = 0; at < entries.length; ) {
    const hash = Math.floor(entries[at]! / ROOM)
    const ids: number[] = []
    let quoted = false
    for (; at < entries.length && Math.floor(entries[at]! / ROOM) === hash; at++) {
      const holder = entries[at]! % ROOM
      quoted ||= holder % 2 === 1
      if (ids.at(-1) !== holder >>> 1) ids.push(holder >>> 1)
    }
    if (ids.length > 1) yield { hash, ids, quoted }
  }
}

/** Hash and holder of every seed as one number each, the last bit set where it is quoted, sorted. */
function sortedEntries(pages: readonly Narration[], seeds: readonly Seeds[]): Float64Array {
  const entries = new Float64Array(seeds.reduce((sum, { hash }) => sum + hash.length, 0))
  let next = 0
  seeds.forEach(({ hash, at }, id) => {
    const { quoted } = pages[id]!
    for (let i = 0; i < hash.length; i++)
      entries[next++] = hash[i]! * ROOM + 2 * id + (isQuoted(quoted, at[i]!) ? 1 : 0)
  })
  return entries.sort()
}

function isQuoted(quoted: Uint8Array, at: number): boolean {
  for (let i = at; i < at + SEED_WORDS; i++) if (quoted[i] !== 1) return false
  return true
}
