import type { Article } from "../article/article.ts"
import { stableId } from "../text/id.ts"
import { compareSpans, hull, type Span, slice } from "../text/span.ts"
import { speechScore, type Voice } from "./kind.ts"
import { findMentions } from "./mentions.ts"
import { gatherPeople } from "./people.ts"
import type { Quotation, QuotationKind, Speaker } from "./quotation.ts"
import { readArticle, tokenAt } from "./reading.ts"
import { resolveMention } from "./resolve.ts"
import { cueBeside, findCandidates, type Scene, weighCandidates } from "./speaker.ts"
import { findVia } from "./via.ts"
import { kindWeights, speakerWeights } from "./weigh.ts"

/** A marked part with its speaker chosen. */
interface Utterance {
  /** Indices of the marked parts, in text order. */
  readonly parts: readonly number[]
  readonly mention: number | null
  readonly weight: number
  readonly kind: QuotationKind
}

/** Finds what an article prints as said, and who said it, in text order. */
export function findQuotations(article: Article): Quotation[] {
  const scene = readScene(article)
  const utterances = joinInterrupted(scene, joinContinued(scene, findUtterances(scene)))
  return utterances
    .map((utterance) => makeQuotation(scene, utterance))
    .toSorted((a, b) => compareSpans(hull(a.content), hull(b.content)))
}

export function readScene(article: Article): Scene {
  const reading = readArticle(article)
  const mentions = findMentions(reading)
  return { reading, mentions, people: gatherPeople(reading, mentions) }
}

function findUtterances(scene: Scene): Utterance[] {
  let previous: number | null = null
  return scene.reading.parts.map((_, part) => {
    const { mention, weight, voice } = chooseSpeaker(scene, part, previous)
    const kind = kindOf(scene, part, voice)
    const speaks = kind === "direct" || kind === "mixed"
    if (speaks && mention !== null) previous = mention
    return { parts: [part], mention: speaks ? mention : null, weight, kind }
  })
}

function chooseSpeaker(
  scene: Scene,
  part: number,
  previous: number | null,
): { mention: number | null; weight: number; voice: Voice } {
  const candidates = findCandidates(scene, part, previous)
  const weights = weighCandidates(speakerWeights, candidates)
  const best = weights.reduce((top, weight, i) => (weight > (weights[top] ?? 0) ? i : top), 0)
  const mention = candidates[best]?.mention ?? null
  return {
    mention,
    weight: weights[best] ?? 0,
    voice: voiceOf(scene, part, mention, weights[best] ?? 0),
  }
}

/** What the best candidate says about whether the part is speech at all. */
export function voiceOf(scene: Scene, part: number, mention: number | null, weight: number): Voice {
  if (mention === null) return { weight: 0, near: false, cue: 0 }
  const { reading, mentions } = scene
  const { words, sentence } = reading
  const here = reading.parts[part]!
  const said = mentions[mention]!
  const start = sentence[tokenAt(words, here.outer.from)]!
  const end = sentence[Math.max(0, tokenAt(words, here.outer.to) - 1)]!
  const at = sentence[said.first]!
  return { weight, near: at >= start && at <= end, cue: cueBeside(reading, said).place }
}

function kindOf(scene: Scene, part: number, voice: Voice): QuotationKind {
  const { reading } = scene
  if (speechScore(kindWeights, reading, part, voice) < 0)
    return looksLikeTitle(scene, part) ? "title" : "scare"
  return isFragment(scene, part) ? "mixed" : "direct"
}

/** All longer words capitalised: the name of a work rather than words held at arm's length. */
function looksLikeTitle(scene: Scene, part: number): boolean {
  const words = slice(scene.reading.article.text, scene.reading.parts[part]!).split(/\s+/)
  const long = words.filter((word) => word.length > 3)
  return (
    words.length > 1 && long.length > 0 && long.every((word) => word[0] !== word[0]!.toLowerCase())
  )
}

/** Whether the part is a piece of a sentence that the page goes on with: … a “positive resemblance” between …. */
function isFragment(scene: Scene, part: number): boolean {
  const { text } = scene.reading.article
  const here = scene.reading.parts[part]!
  const first = text[here.from]!
  return first === first.toLowerCase() && first !== first.toUpperCase()
}

/** A quotation that runs on over blocks is one. */
function joinContinued(scene: Scene, utterances: readonly Utterance[]): Utterance[] {
  const joined: Utterance[] = []
  for (const utterance of utterances) {
    const last = joined.findLastIndex((other) => sameMarks(scene, other, utterance))
    const goesOn = scene.reading.parts[utterance.parts[0]!]!.continues && last !== -1
    if (goesOn) joined[last] = join(joined[last]!, utterance)
    else joined.push(utterance)
  }
  return joined
}

function sameMarks(scene: Scene, a: Utterance, b: Utterance): boolean {
  const { parts } = scene.reading
  const left = parts[a.parts.at(-1)!]!
  return left.mark === parts[b.parts[0]!]!.mark && !left.closed
}

function join(a: Utterance, b: Utterance): Utterance {
  const better = b.weight > a.weight && b.mention !== null ? b : a
  return {
    parts: [...a.parts, ...b.parts],
    mention: better.mention,
    weight: better.weight,
    kind: a.kind === "direct" || b.kind === "direct" ? "direct" : a.kind,
  }
}

/** Longest cue clause, in tokens, between two parts of one interrupted quotation. */
const MAX_INTERRUPTION = 45

/** “…ideas,” Putin said. “And…”: two parts about the clause that names their speaker are one quotation. */
function joinInterrupted(scene: Scene, utterances: readonly Utterance[]): Utterance[] {
  const joined: Utterance[] = []
  for (const utterance of utterances) {
    const last = joined.at(-1)
    if (last && interrupts(scene, last, utterance))
      joined[joined.length - 1] = join(last, utterance)
    else joined.push(utterance)
  }
  return joined
}

function interrupts(scene: Scene, a: Utterance, b: Utterance): boolean {
  const { parts, words, sentence } = scene.reading
  if (a.kind !== "direct" || b.kind === "scare" || b.kind === "title" || a.mention === null)
    return false
  if (a.mention !== b.mention) return false
  const left = parts[a.parts.at(-1)!]!
  const right = parts[b.parts[0]!]!
  const said = scene.mentions[a.mention]!
  if (left.block !== right.block || said.from < left.outer.to || said.to > right.outer.from)
    return false
  const from = tokenAt(words, left.outer.to)
  const to = tokenAt(words, right.outer.from)
  return to - from <= MAX_INTERRUPTION && sentence[to]! - sentence[from]! <= 1
}

function makeQuotation(scene: Scene, utterance: Utterance): Quotation {
  const { article, parts, words, sentence } = scene.reading
  const content = utterance.parts.map((part) => ({ from: parts[part]!.from, to: parts[part]!.to }))
  const first = content[0]!
  const said = utterance.mention === null ? null : scene.mentions[utterance.mention]!
  const cue = said && cueSpan(scene, utterance.mention!)
  const place = sentence[said ? said.first : tokenAt(words, first.from)] ?? 0
  const isSaid = utterance.kind === "direct" || utterance.kind === "mixed"
  return {
    id: stableId("q", article.id, ...content.flatMap((span) => [span.from, span.to])),
    article: article.id,
    kind: utterance.kind,
    content,
    marked: content,
    text: content.map((span) => slice(article.text, span)).join(" "),
    speaker: isSaid ? speakerOf(scene, utterance) : null,
    cue: isSaid ? cue : null,
    via: isSaid ? findVia(scene, place, utterance.mention) : [],
  }
}

function cueSpan(scene: Scene, mention: number): Span | null {
  const { token } = cueBeside(scene.reading, scene.mentions[mention]!)
  if (token === -1) return null
  return { from: scene.reading.words.from[token]!, to: scene.reading.words.to[token]! }
}

function speakerOf(scene: Scene, utterance: Utterance): Speaker | null {
  if (utterance.mention === null) return null
  const mention = scene.mentions[utterance.mention]!
  const resolution = resolveMention(scene, utterance.mention)
  const cue = cueSpan(scene, utterance.mention)
  const clause = cue ? hull([mention, cue]) : hull([mention])
  const steps = (resolution?.proof ?? []).slice(1).map((m) => hull([scene.mentions[m]!]))
  return {
    name: resolution ? scene.people.all[resolution.person]!.name : null,
    mention: hull([mention]),
    proof: [clause, ...steps],
    confidence: utterance.weight * (resolution?.confidence ?? 1),
  }
}
