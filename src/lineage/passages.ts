import { mostOf } from "../text/extremes.ts"
import type { Span } from "../text/span.ts"
import type { Narration } from "./narration.ts"
import { SEED_WORDS, type Seeds } from "./seeds.ts"

/** The same words in two articles, small changes inside allowed. */
export interface SharedPassage {
  readonly a: Span
  readonly b: Span
  /** Words that are the same. */
  readonly words: number
  /** Those of them that nobody puts in quotation marks. */
  readonly narrated: number
  /** Those again without names and numbers, which agree by themselves. */
  readonly plain: number
  /** Those of them that of the two only the first, and only the second, puts in quotation marks. */
  readonly quotedByA: number
  readonly quotedByB: number
  /** The longest run of them without a change. */
  readonly run: number
}

/** A run of equal words, by word numbers. */
interface Run {
  readonly a: number
  readonly b: number
  readonly length: number
}

/** Two runs with at most this many other words between them on either side are one passage with a change. */
const CHANGED_WORDS = 6

/** The passages that two articles share, in the order of the first. */
export function sharedPassages(
  a: Narration,
  aSeeds: Seeds,
  b: Narration,
  bSeeds: Seeds,
): SharedPassage[] {
  const passages: Run[][] = []
  for (const run of sharedRuns(a, aSeeds, b, bSeeds)) {
    const last = passages.at(-1)
    if (last && continues(last.at(-1)!, run)) last.push(run)
    else passages.push([run])
  }
  return passages.map((runs) => toPassage(runs, a, b))
}

function continues(before: Run, after: Run): boolean {
  const gapA = after.a - (before.a + before.length)
  const gapB = after.b - (before.b + before.length)
  return gapA >= 0 && gapB >= 0 && gapA <= CHANGED_WORDS && gapB <= CHANGED_WORDS
}

function toPassage(runs: readonly Run[], a: Narration, b: Narration): SharedPassage {
  const first = runs[0]!
  const last = runs.at(-1)!
  return {
    a: { from: a.from[first.a]!, to: a.to[last.a + last.length - 1]! },
    b: { from: b.from[first.b]!, to: b.to[last.b + last.length - 1]! },
    words: runs.reduce((sum, run) => sum + run.length, 0),
    narrated: countWords(runs, (i, j) => !a.quoted[i] && !b.quoted[j]),
    plain: countWords(runs, (i, j) => isPlain(a, i) && isPlain(b, j)),
    quotedByA: countWords(runs, (i, j) => a.quoted[i] === 1 && b.quoted[j] !== 1),
    quotedByB: countWords(runs, (i, j) => a.quoted[i] !== 1 && b.quoted[j] === 1),
    run: mostOf(runs, ({ length }) => length),
  }
}

function isPlain({ article, from, quoted }: Narration, word: number): boolean {
  const initial = article.text[from[word]!]!
  const isNumber = initial >= "0" && initial <= "9"
  return !quoted[word] && !isNumber && initial === initial.toLowerCase()
}

function countWords(runs: readonly Run[], holds: (a: number, b: number) => boolean): number {
  let count = 0
  for (const run of runs) {
    for (let i = 0; i < run.length; i++) if (holds(run.a + i, run.b + i)) count++
  }
  return count
}

/** A seed that stands in the other article more often than this is tried in its first places only. */
const PLACES = 8

/** Seeds of one article by a part of their hashes, which is often compared with many in a row. */
const marks = new Uint8Array(2 ** 14)
let marked: Seeds | null = null

function markOf(hash: number): number {
  return hash & (marks.length - 1)
}

function mark(seeds: Seeds): void {
  if (marked === seeds) return
  marks.fill(0)
  for (const hash of seeds.hash) marks[markOf(hash)] = 1
  marked = seeds
}

/** Where the seeds of an article stand that another may have too, by their hashes. */
function placesOf({ hash, at }: Seeds, other: Seeds): Map<number, number[]> {
  mark(other)
  const places = new Map<number, number[]>()
  for (let i = 0; i < hash.length; i++) {
    if (marks[markOf(hash[i]!)] === 0) continue
    const list = places.get(hash[i]!)
    if (!list) places.set(hash[i]!, [at[i]!])
    else if (list.length < PLACES) list.push(at[i]!)
  }
  return places
}

/** Maximal runs of equal words around shared seeds, none overlapping in the first article. */
function sharedRuns(a: Narration, aSeeds: Seeds, b: Narration, bSeeds: Seeds): Run[] {
  const places = placesOf(bSeeds, aSeeds)
  const runs: Run[] = []
  let end = 0
  aSeeds.hash.forEach((hash, i) => {
    const at = aSeeds.at[i]!
    if (at + SEED_WORDS <= end) return
    const longest = longestRun(a.words, at, b.words, places.get(hash) ?? [], end)
    if (!longest) return
    runs.push(longest)
    end = longest.a + longest.length
  })
  return runs
}

function longestRun(
  a: Int32Array,
  at: number,
  b: Int32Array,
  places: readonly number[],
  floor: number,
): Run | null {
  let longest: Run | null = null
  for (const place of places) {
    const run = extend(a, at, b, place, floor)
    if (run.length >= SEED_WORDS && (!longest || run.length > longest.length)) longest = run
  }
  return longest
}

function extend(a: Int32Array, i: number, b: Int32Array, j: number, floor: number): Run {
  let before = 0
  while (i - before > floor && j - before > 0 && isSame(a[i - before - 1], b[j - before - 1]))
    before++
  let length = 0
  while (isSame(a[i + length], b[j + length])) length++
  return { a: i - before, b: j - before, length: before + length }
}

function isSame(a: number | undefined, b: number | undefined): boolean {
  return a === b && a !== undefined && a !== 0
}
