import { SHAPE } from "../text/words.ts"
import { tokenAt } from "./reading.ts"
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
 * To be sure, “everything that happens” is ….
 */
export function recogniseRepeated(scene: Scene, utterances: readonly Utterance[]): Utterance[] {
  const runsOfOwner = new Map<Utterance, ReadonlySet<number>>()
  const owners = new Map<number, Utterance[]>()
  for (const utterance of utterances) {
    if (utterance.kind !== "direct" || utterance.mention === null) continue
    const runs = new Set(runsOf(scene, utterance))
    runsOfOwner.set(utterance, runs)
    for (const run of runs) {
      const list = owners.get(run)
      if (!list) owners.set(run, [utterance])
      else if (list.length < MAX_OWNERS) list.push(utterance)
    }
  }
  return utterances.map((utterance) => {
    const runs = utterance.kind === "scare" ? runsOf(scene, utterance) : []
    const candidates = (runs[0] !== undefined && owners.get(runs[0])) || []
    const owner = candidates.find((one) => runs.every((run) => runsOfOwner.get(one)!.has(run)))
    if (!owner) return utterance
    const weight = Math.min(owner.weight, REPEATED_WEIGHT)
    return { ...utterance, kind: "mixed", mention: owner.mention, weight }
  })
}

/** A number for each run of words of an utterance's first part. */
function runsOf({ reading }: Scene, utterance: Utterance): number[] {
  const { words, parts } = reading
  const part = parts[utterance.parts[0]!]!
  const hashes: number[] = []
  for (let i = tokenAt(words, part.from); i < words.count && words.from[i]! < part.to; i++)
    if (words.shape[i] !== SHAPE.mark) hashes.push(words.hash[i]!)
  const runs: number[] = []
  for (let i = 0; i + RUN <= hashes.length; i++)
    runs.push(hashes.slice(i, i + RUN).reduce((all, hash) => Math.imul(all, 31) ^ hash, 7))
  return runs
}
