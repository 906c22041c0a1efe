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

const NONE: ReadonlySet<number> = new Set()

/** Ties the tagged runs of one block together. `tags` begin at token `from`. */
export function tieAttributions(reading: Reading, tags: Uint8Array, from: number): Attribution[] {
  const runs = splitRuns(reading, tags, from)
  if (runs.content.length === 0) return []
  const byCue = new Map<Run, Run[]>()
  const loose: Attribution[] = []
  const free = sourceTokens(runs)
  for (const content of runs.content) {
    const cue = nearest(reading, runs.cue, content, MAX_GAP, free)
    if (cue) addTo(byCue, cue, content)
    else loose.push({ content: [content], source: null, cue: null })
  }
  const tied: Attribution[] = []
  let before: Run | null = null
  for (const cue of runs.cue) {
    const content = byCue.get(cue)
    if (!content) continue
    const own = nearest(reading, runs.source, cue, MAX_SOURCE_GAP, NONE)
    const source: Run | null = own ?? (before && sameSentence(reading, before, cue) ? before : null)
    if (source) before = source
    tied.push({ content, source, cue })
  }
  return [...tied, ...loose].sort((a, b) => a.content[0]!.first - b.content[0]!.first)
}

/** Runs of one tag, cut where a sentence ends outside marks. */
function splitRuns(reading: Reading, tags: Uint8Array, from: number): Runs {
  const runs: Runs = { content: [], source: [], cue: [] }
  let k = 0
  while (k < tags.length) {
    const tag = tags[k]!
    let end = k + 1
    while (end < tags.length && goesOn(reading, tags, from, end)) end++
    const run = trimMarks(reading, { first: from + k, last: from + end })
    if (tag !== TAG.none && run.first < run.last) listOf(runs, tag).push(run)
    k = end
  }
  return runs
}

function listOf(runs: Runs, tag: number): Run[] {
  if (tag === TAG.source) return runs.source
  return tag === TAG.cue ? runs.cue : runs.content
}

function goesOn(reading: Reading, tags: Uint8Array, from: number, k: number): boolean {
  const i = from + k
  const tag = tags[k]!
  if (tag === TAG.inside ? tags[k - 1]! < TAG.begin : tag !== tags[k - 1] || tag === TAG.begin)
    return false
  const samePart = reading.part[i] !== -1 && reading.part[i] === reading.part[i - 1]
  return samePart || reading.sentence[i] === reading.sentence[i - 1]
}

/** Without marks at its edges. */
function trimMarks(reading: Reading, run: Run): Run {
  let { first, last } = run
  const isMark = (i: number): boolean => reading.words.shape[i] === SHAPE.mark
  while (first < last && isMark(first) && reading.part[first] === -1) first++
  while (last > first && isMark(last - 1) && reading.part[last - 1] === -1) last--
  return { first, last }
}

function sourceTokens(runs: Runs): Set<number> {
  const tokens = new Set<number>()
  for (const run of runs.source) for (let i = run.first; i < run.last; i++) tokens.add(i)
  return tokens
}

/** The run nearest to another in its sentence; tokens that are `free` do not count as distance. */
function nearest(
  reading: Reading,
  runs: readonly Run[],
  to: Run,
  limit: number,
  free: ReadonlySet<number>,
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
  const [left, right] = a.first < b.first ? [a, b] : [b, a]
  return sentence[left.last - 1] === sentence[right.first]
}

function gapBetween(a: Run, b: Run, free: ReadonlySet<number>): number {
  const [from, to] = a.first < b.first ? [a.last, b.first] : [b.last, a.first]
  let gap = 0
  for (let i = from; i < to && gap <= MAX_SOURCE_GAP; i++) if (!free.has(i)) gap++
  return gap
}
