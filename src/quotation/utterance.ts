import { slice } from "../text/span.ts"
import { speechScore, type Voice } from "./kind.ts"
import type { Models } from "./models.ts"
import type { QuotationKind } from "./quotation.ts"
import { tokenAt } from "./reading.ts"
import { cueBeside, findCandidates, type Scene, weighCandidates } from "./speaker.ts"
import { TAG } from "./tagger.ts"

/** Marked parts that are read as one, with their speaker chosen. */
export interface Utterance {
  /** Indices of the marked parts, in text order. */
  readonly parts: readonly number[]
  readonly mention: number | null
  /** Probability that the mention is the speaker's. */
  readonly weight: number
  readonly kind: QuotationKind
}

/** Judges each marked part in text order: whether it is speech, and which mention spoke it. */
export function findUtterances(scene: Scene, models: Models): Utterance[] {
  let previous: number | null = null
  return scene.reading.parts.map((_, part) => {
    const { mention, weight } = chooseSpeaker(scene, part, previous, models)
    const voice = voiceOf(scene, part, mention, weight)
    const kind = kindOf(scene, part, voice, models)
    const speaks = kind === "direct" || kind === "mixed"
    if (speaks && mention !== null) previous = mention
    return { parts: [part], mention: speaks ? mention : null, weight, kind }
  })
}

export function chooseSpeaker(
  scene: Scene,
  part: number,
  previous: number | null,
  models: Models,
): { mention: number | null; weight: number } {
  const candidates = findCandidates(scene, part, previous)
  const weights = weighCandidates(models.speaker, candidates)
  const best = weights.reduce((top, weight, i) => (weight > (weights[top] ?? 0) ? i : top), 0)
  return { mention: candidates[best]?.mention ?? null, weight: weights[best] ?? 0 }
}

/** What the best candidate and the tags say about whether the part is speech at all. */
export function voiceOf(scene: Scene, part: number, mention: number | null, weight: number): Voice {
  const { reading, mentions } = scene
  const { words, sentence } = reading
  const here = reading.parts[part]!
  const first = tokenAt(words, here.outer.from)
  const last = Math.max(first, tokenAt(words, here.outer.to) - 1)
  const said = shareSaid(scene, first, last + 1)
  if (mention === null) return { weight: 0, near: false, cue: 0, said }
  const speaker = mentions[mention]!
  const at = sentence[speaker.first]!
  const near = at >= sentence[first]! && at <= sentence[last]!
  return { weight, near, cue: cueBeside(reading, speaker).place, said }
}

function shareSaid(scene: Scene, first: number, last: number): number {
  let said = 0
  for (let i = first; i < last; i++) if (scene.tags[i]! >= TAG.begin) said++
  return last > first ? Math.round((4 * said) / (last - first)) : 0
}

function kindOf(scene: Scene, part: number, voice: Voice, models: Models): QuotationKind {
  const { reading } = scene
  if (speechScore(models.kind, reading, part, voice) < 0)
    return looksLikeTitle(scene, part) ? "title" : "scare"
  return isFragment(scene, part) ? "mixed" : "direct"
}

/** All longer words capitalised: the name of a work rather than words held at arm's length. */
function looksLikeTitle(scene: Scene, part: number): boolean {
  const words = slice(scene.reading.article.text, scene.reading.parts[part]!).split(/\s+/)
  const long = words.filter((word) => word.length > 3)
  const isHigh = (word: string): boolean => word[0] !== word[0]!.toLowerCase()
  return words.length > 1 && long.length > 0 && long.every(isHigh)
}

/** Whether the part is a piece of a sentence that the page goes on with: … a “positive resemblance” between …. */
function isFragment(scene: Scene, part: number): boolean {
  const { text } = scene.reading.article
  const first = text[scene.reading.parts[part]!.from]!
  return first === first.toLowerCase() && first !== first.toUpperCase()
}
