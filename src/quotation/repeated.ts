import { SHAPE, type Words } from "../text/words.ts"
import { IS } from "./lexicon.ts"
import { firstTokenFrom } from "./reading.ts"
import type { Scene } from "./scene.ts"
import type { Utterance } from "./utterance.ts"

/** Words in a row that are compared; one alone is anybody's. */
const RUN = 2
/** Quotations that are compared for one run; a phrase in more of them is common. */
const MAX_OWNERS = 8
/** Probability that words which stand in a quotation of the same article are that speaker's again. */
const REPEATED_WEIGHT = 0.9

/**
 * Words in marks that look held at arm's length but stand in a quotation of the same article are that quotation again:
 * To be sure, “everything that happens” is …. So are the words that a headline quotes from the text below it.
 */
export function recogniseRepeated(scene: Scene, utterances: readonly Utterance[]): Utterance[] {
  const asked = utterances.filter((utterance) => isOpen(scene, utterance))
  const owners = asked.length === 0 ? null : ownersAmong(scene, utterances, asked)
  if (owners === null || owners.all.size === 0) return [...utterances]
  let last: Utterance | null = null
  return utterances.map((utterance) => {
    const owner = isOpen(scene, utterance) ? ownerOf(scene, utterance, owners, last) : null
    if (owners.all.has(utterance)) last = utterance
    if (!owner) return utterance
    const weight = Math.min(owner.weight, REPEATED_WEIGHT)
    const kind = utterance.kind === "direct" ? "direct" : "mixed"
    const share = Math.min(owner.share, REPEATED_WEIGHT)
    const { parts, judged } = utterance
    return { parts, mention: owner.mention, weight, share, judged, kind }
  })
}

/** Quotations that have a speaker. */
interface Owners {
  readonly all: ReadonlySet<Utterance>
  /** Those that hold a run with which words begin whose speaker is asked. */
  readonly byRun: ReadonlyMap<number, readonly Utterance[]>
  /** The runs of those that were looked at. */
  readonly runs: Map<Utterance, ReadonlySet<number>>
}

function ownersAmong(
  scene: Scene,
  utterances: readonly Utterance[],
  asked: readonly Utterance[],
): Owners {
  const all = new Set<Utterance>()
  const byRun = new Map<number, Utterance[]>()
  for (const one of asked) byRun.set(firstRun(scene, one), [])
  for (const utterance of utterances) {
    const isSaid = utterance.kind === "direct" || utterance.kind === "mixed"
    if (!isSaid || utterance.mention === null || standsInHeading(scene, utterance)) continue
    all.add(utterance)
    for (const run of runsOf(scene, utterance)) {
      const holders = byRun.get(run)
      if (holders && holders.length < MAX_OWNERS && holders.at(-1) !== utterance)
        holders.push(utterance)
    }
  }
  return { all, byRun, runs: new Map() }
}

/** The quotation that holds words in marks, or the `last` before them where they are words of it. */
function ownerOf(
  scene: Scene,
  utterance: Utterance,
  { byRun, runs }: Owners,
  last: Utterance | null,
): Utterance | null {
  const holders = byRun.get(firstRun(scene, utterance)) ?? []
  const own = holders.length === 0 ? [] : runsOf(scene, utterance)
  for (const holder of holders) {
    if (!runs.has(holder)) runs.set(holder, new Set(runsOf(scene, holder)))
    const held = runs.get(holder)!
    if (own.every((run) => held.has(run))) return holder
  }
  return last && thinsOut(scene, last, utterance) ? last : null
}

/** Whether it is still asked whose words these are. */
function isOpen(scene: Scene, utterance: Utterance): boolean {
  return utterance.kind === "scare" || standsInHeading(scene, utterance)
}

function standsInHeading({ reading }: Scene, utterance: Utterance): boolean {
  const part = reading.parts[utterance.parts[0]!]!
  return reading.blocks[part.block]!.kind === "heading"
}

/** How far apart in a quotation the words of one fragment of it may stand. */
const THIN_REACH = 8

/** How many tokens of a quotation its fragments are looked for in: a page may quote a whole speech, then pick at words. */
const MAX_QUOTED = 2000

/** Whether the fragment's words, small ones apart, stand in the quotation before it in the same order, some left out. */
function thinsOut(scene: Scene, quoted: Utterance, fragment: Utterance): boolean {
  const { bits, words } = scene.reading
  const telling = tokensOf(scene, fragment).filter((i) => (bits[i]! & IS.small) === 0)
  if (telling.length < RUN) return false
  const [first, last] = tokenRange(scene, quoted)
  const head = words.hash[telling[0]!]
  const end = Math.min(last, first + MAX_QUOTED)
  for (let i = first; i < end; i++)
    if (words.hash[i] === head && followsFrom(words, i, end, telling)) return true
  return false
}

/** Whether all of some words stand, in order, among those that begin at `start`. */
function followsFrom(
  { hash, shape }: Words,
  start: number,
  end: number,
  telling: readonly number[],
): boolean {
  let found = 0
  for (let i = start, seen = 0; i < end && seen < THIN_REACH; i++) {
    if (shape[i] === SHAPE.mark) continue
    seen++
    if (found < telling.length && hash[i] === hash[telling[found]!]) found++
  }
  return found === telling.length
}

/** A number for each run of words of an utterance's first part. */
function runsOf(scene: Scene, utterance: Utterance): number[] {
  const { hash } = scene.reading.words
  const tokens = tokensOf(scene, utterance)
  const runs: number[] = []
  for (let i = 0; i + RUN <= tokens.length; i++) {
    let run = 7
    for (let k = i; k < i + RUN; k++) run = mix(run, hash[tokens[k]!]!)
    runs.push(run)
  }
  return runs
}

/** The run with which an utterance begins; not a number, which no other is, where it has fewer words. */
function firstRun(scene: Scene, utterance: Utterance): number {
  const { hash, shape } = scene.reading.words
  const [first, last] = tokenRange(scene, utterance)
  let run = 7
  for (let i = first, seen = 0; i < last; i++) {
    if (shape[i] === SHAPE.mark) continue
    run = mix(run, hash[i]!)
    if (++seen === RUN) return run
  }
  return Number.NaN
}

function mix(run: number, word: number): number {
  return Math.imul(run, 31) ^ word
}

/** The words of an utterance's first part, by token. */
function tokensOf(scene: Scene, utterance: Utterance): number[] {
  const { shape } = scene.reading.words
  const [first, last] = tokenRange(scene, utterance)
  const tokens: number[] = []
  for (let i = first; i < last; i++) if (shape[i] !== SHAPE.mark) tokens.push(i)
  return tokens
}

/** The tokens of an utterance's first part, half open. */
function tokenRange({ reading }: Scene, { parts }: Utterance): [number, number] {
  const { from, to } = reading.parts[parts[0]!]!
  return [firstTokenFrom(reading.words, from), firstTokenFrom(reading.words, to)]
}
