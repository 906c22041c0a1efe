import { firstWhere } from "../text/first-where.ts"
import { addTo } from "../text/group-by.ts"
import { SHAPE } from "../text/words.ts"
import type { Reading } from "./reading.ts"
import { TAG } from "./tagger.ts"

/** A run of tokens, half open. */
export interface Run {
  readonly first: number
  readonly last: number
}

/** What the tags say about one thing said: its parts, and who said it by which words. */
export interface Attribution {
  readonly content: readonly Run[]
  readonly source: Run | null
  readonly cue: Run | null
}

interface Runs {
  readonly content: Run[]
  readonly source: Run[]
  readonly cue: Run[]
}

/** Furthest that cue and content may stand apart, in tokens that are not of the source. */
const MAX_GAP = 6
/** Furthest that source and cue may stand apart. */
const MAX_SOURCE_GAP = 12
/** Furthest that runs are looked at, the tokens that do not count included. */
const REACH = 48

/** Ties the tagged runs of one block together, which are its tokens from `from` to `to`. */
export function tieAttributions(
  reading: Reading,
  tags: Uint8Array,
  from: number,
  to: number,
): readonly Attribution[] {
  if (!holdsContent(tags, from, to)) return NOTHING_SAID
  const runs = splitRuns(reading, tags, from, to)
  const tied: Attribution[] = []
  const byCue = new Map<Run, Run[]>()
  for (const content of runs.content) {
    const cue = nearest(reading, runs.cue, content, MAX_GAP, runs.source)
    if (cue) addTo(byCue, cue, content)
    else tied.push({ content: [content], source: null, cue: null })
  }
  let before: Run | null = null
  for (const cue of runs.cue) {
    const content = byCue.get(cue)
    if (!content) continue
    const own = nearest(reading, runs.source, cue, MAX_SOURCE_GAP, NOTHING_FREE)
    const source: Run | null = own ?? (before && sameSentence(reading, before, cue) ? before : null)
    if (source) before = source
    tied.push({ content, source, cue })
  }
  return tied.sort((a, b) => a.content[0]!.first - b.content[0]!.first)
}

const NOTHING_SAID: readonly Attribution[] = []
const NOTHING_FREE: readonly Run[] = []

function holdsContent(tags: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (tags[i]! >= TAG.begin) return true
  return false
}

/** Runs of one tag, cut where a sentence ends outside marks. */
function splitRuns(reading: Reading, tags: Uint8Array, from: number, to: number): Runs {
  const runs: Runs = { content: [], source: [], cue: [] }
  for (let first = from; first < to; ) {
    const tag = tags[first]!
    let last = first + 1
    if (tag !== TAG.none) {
      while (last < to && goesOn(reading, tags, last)) last++
      const run = trimMarks(reading, first, last)
      if (run.first < run.last) listOf(runs, tag).push(run)
    }
    first = last
  }
  return runs
}

function listOf(runs: Runs, tag: number): Run[] {
  if (tag === TAG.source) return runs.source
  return tag === TAG.cue ? runs.cue : runs.content
}

function goesOn(reading: Reading, tags: Uint8Array, i: number): boolean {
  const tag = tags[i]!
  const before = tags[i - 1]!
  if (tag === TAG.inside ? before < TAG.begin : tag !== before || tag === TAG.begin) return false
  const samePart = reading.part[i] !== -1 && reading.part[i] === reading.part[i - 1]
  return samePart || reading.sentence[i] === reading.sentence[i - 1]
}

/** The run of some tokens without marks at its edges. */
function trimMarks({ words, part }: Reading, from: number, to: number): Run {
  let first = from
  let last = to
  while (first < last && words.shape[first] === SHAPE.mark && part[first] === -1) first++
  while (last > first && words.shape[last - 1] === SHAPE.mark && part[last - 1] === -1) last--
  return { first, last }
}

/** The run nearest to another in its sentence; tokens of runs that are `free` do not count as distance. */
function nearest(
  reading: Reading,
  runs: readonly Run[],
  to: Run,
  limit: number,
  free: readonly Run[],
): Run | null {
  let best: Run | null = null
  let least = limit + 1
  for (let k = firstReaching(runs, to.first - REACH); k < runs.length; k++) {
    const run = runs[k]!
    if (run.first - to.last > REACH) break
    if (!sameSentence(reading, run, to)) continue
    const gap = gapBetween(run, to, free)
    if (gap < least) {
      least = gap
      best = run
    }
  }
  return best
}

/** The index of the first run that ends at or after a token. */
function firstReaching(runs: readonly Run[], token: number): number {
  return firstWhere(runs.length, (i) => runs[i]!.last >= token)
}

function sameSentence(reading: Reading, a: Run, b: Run): boolean {
  const { sentence } = reading
  return a.first < b.first
    ? sentence[a.last - 1] === sentence[b.first]
    : sentence[b.last - 1] === sentence[a.first]
}

function gapBetween(a: Run, b: Run, free: readonly Run[]): number {
  const from = Math.min(a.last, b.last)
  const to = Math.max(a.first, b.first)
  let gap = Math.max(0, to - from)
  for (let k = firstReaching(free, from); k < free.length && free[k]!.first < to; k++)
    gap -= Math.max(0, Math.min(to, free[k]!.last) - Math.max(from, free[k]!.first))
  return gap
}
