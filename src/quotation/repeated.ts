import { SHAPE } from "../text/words.ts"
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
  if (!utterances.some((utterance) => isOpen(scene, utterance))) return [...utterances]
  const runsOfOwner = new Map<Utterance, ReadonlySet<number>>()
  const owners = new Map<number, Utterance[]>()
  for (const utterance of utterances) {
    const isSaid = utterance.kind === "direct" || utterance.kind === "mixed"
    if (!isSaid || utterance.mention === null || standsInHeading(scene, utterance)) continue
    const runs = new Set(runsOf(scene, utterance))
    runsOfOwner.set(utterance, runs)
    for (const run of runs) {
      const list = owners.get(run)
      if (!list) owners.set(run, [utterance])
      else if (list.length < MAX_OWNERS) list.push(utterance)
    }
  }
  let last: Utterance | null = null
  return utterances.map((utterance) => {
    const isAsked = isOpen(scene, utterance)
    const runs = isAsked ? runsOf(scene, utterance) : []
    const candidates = (runs[0] !== undefined && owners.get(runs[0])) || []
    const whole = candidates.find((one) => runs.every((run) => runsOfOwner.get(one)!.has(run)))
    const owner = whole ?? (isAsked && last && thinsOut(scene, last, utterance) ? last : null)
    if (runsOfOwner.has(utterance)) last = utterance
    if (!owner) return utterance
    const weight = Math.min(owner.weight, REPEATED_WEIGHT)
    const kind = utterance.kind === "direct" ? "direct" : "mixed"
    const share = Math.min(owner.share, REPEATED_WEIGHT)
    const { parts, judged } = utterance
    return { parts, mention: owner.mention, weight, share, judged, kind }
  })
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
  const { bits } = scene.reading
  const telling = tokensOf(scene, fragment).filter((i) => (bits[i]! & IS.small) === 0)
  if (telling.length < RUN) return false
  const { hash } = scene.reading.words
  const words = tokensOf(scene, quoted, MAX_QUOTED)
  return words.some((start, at) => {
    if (hash[start] !== hash[telling[0]!]) return false
    let found = 0
    for (const i of words.slice(at, at + THIN_REACH)) if (hash[i] === hash[telling[found]!]) found++
    return found === telling.length
  })
}

/** A number for each run of words of an utterance's first part. */
function runsOf(scene: Scene, utterance: Utterance): number[] {
  const { hash } = scene.reading.words
  const tokens = tokensOf(scene, utterance)
  const runs: number[] = []
  for (let i = 0; i + RUN <= tokens.length; i++) {
    let run = 7
    for (let k = i; k < i + RUN; k++) run = Math.imul(run, 31) ^ hash[tokens[k]!]!
    runs.push(run)
  }
  return runs
}

/** The words of an utterance's first part, by token. */
function tokensOf(
  { reading }: Scene,
  utterance: Utterance,
  most: number = Number.POSITIVE_INFINITY,
): number[] {
  const { words, parts } = reading
  const part = parts[utterance.parts[0]!]!
  const tokens: number[] = []
  const first = firstTokenFrom(words, part.from)
  const last = Math.min(words.count, first + most)
  for (let i = first; i < last && words.from[i]! < part.to; i++)
    if (words.shape[i] !== SHAPE.mark) tokens.push(i)
  return tokens
}
