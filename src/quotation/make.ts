import { firstWhere } from "../text/first-where.ts"
import { idsWithin } from "../text/id.ts"
import { compareReach, hull, type Span, slice } from "../text/span.ts"
import { hashWord } from "../text/words.ts"
import type { Run } from "./attributions.ts"
import { type Features, newFeatures } from "./features.ts"
import type { Said } from "./indirect.ts"
import type { Models } from "./models.ts"
import type { Quotation, Speaker } from "./quotation.ts"
import { firstTokenFrom } from "./reading.ts"
import { type Before, resumeSpeaker } from "./resume.ts"
import type { Scene } from "./scene.ts"
import type { Referent } from "./stage.ts"
import { describeSureness, sureness } from "./sure.ts"
import { findVia } from "./via.ts"

/** Probability that the source tied to indirect words is the right one, measured on held-out training articles. */
const INDIRECT_WEIGHT = 0.9

const scratch: Features = newFeatures()

/** Told by what features the speaker of each quotation in marks is judged: training listens here. */
export type Listener = (quotation: string, features: readonly number[]) => void

interface Voiced {
  readonly said: Said
  readonly mention: number | null
  readonly cue: Span | null
}

export function makeQuotations(
  scene: Scene,
  all: readonly Said[],
  models: Models,
  listen?: Listener,
): Quotation[] {
  const ordered = all.toSorted((a, b) => compareReach(a.content, b.content))
  const idOf = idsWithin("q", scene.reading.article.id)
  let before: Before | null = null
  return ordered.map((said) => {
    const voiced = voicedOf(scene, said)
    const { mention } = voiced
    const known = mention === null ? null : (scene.referents[mention] ?? null)
    const referent = mention === null ? null : resumeSpeaker(scene, mention, known, before)
    if (referent && said.marked.length > 0) before = endOf(scene, said, referent.person)
    const id = idOf(edgesOf(said.content))
    const quotation = makeQuotation(id, scene, voiced, referent, models)
    if (listen && said.utterance && mention !== null) {
      describeSureness(scratch, scene, said.utterance, mention, referent)
      listen(quotation.id, [...scratch.ids.subarray(0, scratch.size)])
    }
    return quotation
  })
}

function endOf({ reading }: Scene, said: Said, person: number): Before {
  return { block: reading.block[firstTokenFrom(reading.words, said.content.at(-1)!.from)]!, person }
}

function voicedOf(scene: Scene, said: Said): Voiced {
  const { utterance, attribution } = said
  if (utterance) {
    const { mention } = utterance
    return { said, mention, cue: mention === null ? null : cueSpan(scene, mention) }
  }
  const source = attribution?.source ?? null
  const mention = source && mentionIn(scene, source)
  const cue = attribution?.cue ? runSpan(scene, attribution.cue) : null
  return { said, mention, cue }
}

/** The mention that a tagged source is: the first that it holds. */
function mentionIn(scene: Scene, source: Run): number | null {
  const { mentions } = scene
  const first = firstWhere(mentions.length, (i) => mentions[i]!.last > source.first)
  return mentions[first] && mentions[first]!.first < source.last ? first : null
}

function runSpan(scene: Scene, run: Run): Span {
  return { from: scene.reading.words.from[run.first]!, to: scene.reading.words.to[run.last - 1]! }
}

function makeQuotation(
  id: string,
  scene: Scene,
  voiced: Voiced,
  referent: Referent | null,
  models: Models,
): Quotation {
  const { article, words, sentence } = scene.reading
  const { content, marked, utterance } = voiced.said
  const kind = utterance ? utterance.kind : "indirect"
  const isSaid = kind !== "scare" && kind !== "title"
  const at =
    voiced.mention === null
      ? firstTokenFrom(words, content[0]!.from)
      : scene.mentions[voiced.mention]!.first
  return {
    id,
    article: article.id,
    kind,
    content,
    marked,
    text: textOf(article.text, content),
    speaker: isSaid ? speakerOf(scene, voiced, referent, models) : null,
    cue: isSaid ? voiced.cue : null,
    via: isSaid ? findVia(scene, sentence[at] ?? 0, voiced.mention) : [],
  }
}

function textOf(text: string, content: readonly Span[]): string {
  let said = slice(text, content[0]!)
  for (let k = 1; k < content.length; k++) said += ` ${slice(text, content[k]!)}`
  return said
}

/** A flat list is quicker made by hand, and every quotation has one. */
function edgesOf(spans: readonly Span[]): number[] {
  if (spans.length === 1) return [spans[0]!.from, spans[0]!.to]
  const edges: number[] = []
  for (const { from, to } of spans) edges.push(from, to)
  return edges
}

const OUT = hashWord("out")
const BACK = hashWord("back")
/** Verbs of speech only with a particle, or of another sense with one. */
const PARTICLE_VERBS: ReadonlyMap<number, number> = new Map([
  ...["point", "points", "pointed", "pointing", "lashed", "called", "cried"].map(
    (verb): [number, number] => [hashWord(verb), OUT],
  ),
  ...["shot", "fired", "hit"].map((verb): [number, number] => [hashWord(verb), BACK]),
])

function cueSpan(scene: Scene, mention: number): Span | null {
  const { token } = scene.beside[mention]!
  if (token === -1) return null
  const { from, to, hash } = scene.reading.words
  const particle = PARTICLE_VERBS.get(hash[token]!)
  const last = particle !== undefined && hash[token + 1] === particle ? token + 1 : token
  return { from: from[token]!, to: to[last]! }
}

function speakerOf(
  scene: Scene,
  voiced: Voiced,
  referent: Referent | null,
  models: Models,
): Speaker | null {
  if (voiced.mention === null) return null
  const mention = scene.mentions[voiced.mention]!
  const clause = voiced.cue ? hull([mention, voiced.cue]) : hull([mention])
  const isOther = referent !== null && referent.by !== voiced.mention
  const steps = isOther ? [hull([scene.mentions[referent.by]!])] : []
  const { utterance } = voiced.said
  return {
    name: referent ? scene.people.all[referent.person]!.name : null,
    mention: hull([mention]),
    proof: [clause, ...steps],
    confidence: utterance
      ? sureness(models.sure, scene, utterance, voiced.mention, referent)
      : INDIRECT_WEIGHT * (referent?.certainty ?? 1),
  }
}
