import { SHAPE } from "../text/words.ts"
import { addFeature, chanceOf, type Features, newFeatures, type Weights } from "./features.ts"
import { firstTokenFrom } from "./reading.ts"
import type { Scene } from "./scene.ts"
import type { Referent } from "./stage.ts"
import { TAG } from "./tagger.ts"
import type { Utterance } from "./utterance.ts"

const scratch: Features = newFeatures()

/** How likely the name chosen for an utterance is the right one, before it is held against what was measured. */
export function sureness(
  weights: Weights,
  scene: Scene,
  utterance: Utterance,
  mention: number,
  referent: Referent | null,
): number {
  describeSureness(scratch, scene, utterance, mention, referent)
  return chanceOf(weights, scratch)
}

/** Odds in steps of half a unit of their logarithm: where a probability is near one its small changes tell most. */
function step(chance: number): number {
  const odds = Math.log((chance + 1e-4) / (1 - chance + 1e-4))
  return Math.max(-4, Math.min(16, Math.round(2 * odds)))
}

export function describeSureness(
  f: Features,
  scene: Scene,
  { parts, judged, weight, share, kind }: Utterance,
  m: number,
  referent: Referent | null,
): void {
  const { reading, mentions, people, beside, voiced, tags } = scene
  const { words, sentence, block } = reading
  const part = reading.parts[judged]!
  const mention = mentions[m]!
  const start = firstTokenFrom(words, part.outer.from)
  const end = Math.max(start, firstTokenFrom(words, part.outer.to) - 1)
  const isAfter = mention.from >= part.outer.to
  const apart = isAfter
    ? sentence[mention.first]! - sentence[end]!
    : sentence[start]! - sentence[mention.first]!
  const where =
    (isAfter ? 8 : 0) +
    Math.min(3, Math.max(0, apart)) +
    (block[mention.first] === part.block ? 0 : 4)
  const cue = beside[m]!.place
  const sort = mention.kind.charCodeAt(0) * 256 + mention.kind.charCodeAt(1)
  const certainty = referent === null ? -9 : step(referent.certainty)
  const person = referent?.person ?? -1
  const speaks = person === -1 ? -1 : Math.min(3, voiced[person]!)
  const tag = tags[mention.last - 1] === TAG.source ? 1 : 0
  const finish = words.text.charCodeAt(part.to - 1)
  const stop = finish === 0x2c ? 1 : finish === 0x2e ? 2 : 0
  const isCapital = words.shape[start + 1] === SHAPE.lower ? 0 : 1
  const length = Math.min(4, (end - start) >> 2)
  const whole = person === -1 ? 0 : people.all[person]!.name.includes(" ") ? 2 : 1
  f.size = 0
  addFeature(f, 400)
  addFeature(f, 401, step(weight))
  addFeature(f, 402, step(share))
  addFeature(f, 403, step(weight), step(share))
  addFeature(f, 404, certainty)
  addFeature(f, 405, step(share) >> 1, where, cue)
  addFeature(f, 406, where, cue, tag)
  addFeature(f, 407, sort, where, cue)
  addFeature(f, 408, sort, step(share) >> 1)
  addFeature(f, 409, sort, speaks, whole)
  addFeature(f, 410, kind.charCodeAt(0), length, isCapital)
  addFeature(f, 411, kind.charCodeAt(0), where, cue)
  addFeature(f, 412, stop, where, cue)
  addFeature(f, 413, certainty, sort, step(share) >> 2)
  addFeature(f, 414, Math.min(3, parts.length), where)
  addFeature(f, 415, beside[m]!.hash, where)
  addFeature(f, 416, tag, speaks, step(share) >> 2)
  addFeature(f, 417, whole, certainty)
}
