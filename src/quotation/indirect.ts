import { firstWhere } from "../text/first-where.ts"
import { addTo } from "../text/group-by.ts"
import { mergeSpans, overlaps, type Span } from "../text/span.ts"
import { SHAPE } from "../text/words.ts"
import { type Attribution, type Run, tieAttributions } from "./attributions.ts"
import type { Scene } from "./scene.ts"
import { blockTokens } from "./tagger.ts"
import type { Utterance } from "./utterance.ts"

/** Something said, in marks or not: where, which parts of it are marked, and who said it. */
export interface Said {
  readonly content: readonly Span[]
  readonly marked: readonly Span[]
  readonly utterance: Utterance | null
  readonly attribution: Attribution | null
}

/**
 * Puts utterances and tagged content together: words outside marks that are said along with marked ones make the
 * quotation mixed; content without marks is indirect.
 */
export function addIndirect(scene: Scene, utterances: readonly Utterance[]): Said[] {
  const attributions: Attribution[] = []
  const { reading, tags } = scene
  for (let block = 0; block < reading.blocks.length; block++) {
    const [from, to] = blockTokens(reading, block)
    for (const attribution of tieAttributions(reading, tags, from, to))
      attributions.push(attribution)
  }
  const held = new Map<Utterance, Span[]>()
  const indirect: Said[] = []
  const finder = spanFinder(scene, utterances)
  for (const attribution of attributions) {
    const free: Span[] = []
    for (const run of attribution.content) {
      // What stands wholly in marks was judged there.
      if (wordsOutside(scene, run) === 0) continue
      const span = spanOf(scene, run)
      const inside = finder(span)
      if (inside.length === 0) free.push(span)
      for (const utterance of inside) addTo(held, utterance, span)
    }
    const content = free.filter((span) => hasWords(scene, span))
    if (content.length > 0) indirect.push({ content, marked: [], utterance: null, attribution })
  }
  const all = mixAll(scene, utterances, held)
  for (const said of indirect) all.push(said)
  return all
}

function spanOf(scene: Scene, run: Run): Span {
  const { from, to } = scene.reading.words
  return { from: from[run.first]!, to: to[run.last - 1]! }
}

/** The utterances whose marked parts a span touches. */
function spanFinder(scene: Scene, utterances: readonly Utterance[]): (span: Span) => Utterance[] {
  const { parts } = scene.reading
  const owner = new Map<number, Utterance>()
  for (const utterance of utterances) {
    if (utterance.kind === "scare" || utterance.kind === "title") continue
    for (const part of utterance.parts) owner.set(part, utterance)
  }
  return (span) => {
    const found = new Set<Utterance>()
    for (let part = firstPart(scene, span.from); part < parts.length; part++) {
      if (parts[part]!.outer.from >= span.to) break
      const utterance = owner.get(part)
      if (utterance && overlaps(parts[part]!, span)) found.add(utterance)
    }
    return [...found]
  }
}

/** The index of the first part that ends after a character. */
function firstPart(scene: Scene, offset: number): number {
  const { parts } = scene.reading
  return firstWhere(parts.length, (i) => parts[i]!.outer.to > offset)
}

function wordsOutside(scene: Scene, run: Run): number {
  const { words, part } = scene.reading
  let count = 0
  for (let i = run.first; i < run.last; i++)
    if (part[i] === -1 && words.shape[i] !== SHAPE.mark) count++
  return count
}

/** One word makes no indirect quotation. */
function hasWords(scene: Scene, span: Span): boolean {
  return /\s/.test(scene.reading.article.text.slice(span.from, span.to))
}

/** Utterances that are read as one, with the words around them that belong to what was said. */
interface Clause {
  readonly utterances: Utterance[]
  readonly around: Span[]
  /** The last character that the words around reach. */
  reach: number
  /** Where it stands among all that is said. */
  readonly at: number
}

/** Each utterance with the words around it that belong to what was said; utterances in one clause become one. */
function mixAll(
  scene: Scene,
  utterances: readonly Utterance[],
  held: ReadonlyMap<Utterance, readonly Span[]>,
): Said[] {
  const all: Said[] = []
  const clauses: Clause[] = []
  for (const utterance of utterances) {
    const spans = held.get(utterance)
    // Words at arm's length within a clause stand alone and do not end it.
    if (!spans) {
      all.push(markedSaid(scene, utterance))
      continue
    }
    const around = spans.map((span) => withoutSource(scene, utterance, span))
    let clause = clauses.at(-1)
    if (!clause || !isWithin(clause, around)) {
      clause = { utterances: [], around: [], reach: 0, at: all.length }
      clauses.push(clause)
      all.push(markedSaid(scene, utterance))
    }
    addToClause(clause, utterance, around)
  }
  for (const clause of clauses) all[clause.at] = saidOf(scene, clause)
  return all
}

function addToClause(clause: Clause, utterance: Utterance, around: readonly Span[]): void {
  clause.utterances.push(utterance)
  for (const span of around) {
    clause.around.push(span)
    clause.reach = Math.max(clause.reach, span.to)
  }
}

/** Whether words around an utterance begin within a clause's reach. */
function isWithin({ reach }: Clause, around: readonly Span[]): boolean {
  return around.some((span) => span.from < reach)
}

/** What was said does not hold the words that tell who said it, where these stand before the marks. */
function withoutSource(scene: Scene, { mention, parts }: Utterance, span: Span): Span {
  if (mention === null) return span
  const { reading, mentions, beside } = scene
  const { words } = reading
  const source = mentions[mention]!
  const first = reading.parts[parts[0]!]!.outer.from
  if (source.from < span.from || source.to > first) return span
  const cue = beside[mention]!.place === 1 ? beside[mention]!.token + 1 : 0
  let next = Math.max(source.last, cue)
  while (words.shape[next] === SHAPE.mark && words.from[next]! < first) next++
  return { from: Math.min(words.from[next] ?? first, first), to: span.to }
}

/** An utterance as its marks hold it. */
function markedSaid(scene: Scene, utterance: Utterance): Said {
  const marked = utterance.parts.map((part) => innerSpan(scene, part))
  return { content: marked, marked, utterance, attribution: null }
}

function saidOf(scene: Scene, { utterances, around }: Clause): Said {
  const marked: Span[] = []
  for (const { parts } of utterances) for (const part of parts) marked.push(innerSpan(scene, part))
  const best = utterances.reduce((top, one) => (one.weight > top.weight ? one : top))
  const outer = utterances.flatMap((utterance) => outerSpans(scene, utterance))
  const content = trimOuter(scene, mergeSpans([...around, ...outer]))
  const { parts, mention, weight, share, judged } = best
  const mixed: Utterance = { parts, mention, weight, share, judged, kind: "mixed" }
  return { content, marked, utterance: mixed, attribution: null }
}

function innerSpan(scene: Scene, part: number): Span {
  const { from, to } = scene.reading.parts[part]!
  return { from, to }
}

function outerSpans(scene: Scene, utterance: Utterance): Span[] {
  return utterance.parts.map((part) => scene.reading.parts[part]!.outer)
}

/** Content that is one marked part and nothing else stands inside its marks. */
function trimOuter(scene: Scene, content: readonly Span[]): Span[] {
  const { parts } = scene.reading
  const trimmed: Span[] = []
  for (const span of content) {
    const part = parts[firstPart(scene, span.from)]
    const isWhole = part?.outer.from === span.from && part.outer.to === span.to
    trimmed.push(isWhole ? { from: part.from, to: part.to } : span)
  }
  return trimmed
}
