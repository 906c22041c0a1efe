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
  for (let block = 0; block < scene.reading.blocks.length; block++)
    for (const attribution of attributionsOf(scene, block)) attributions.push(attribution)
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

function attributionsOf(scene: Scene, block: number): Attribution[] {
  const [from, to] = blockTokens(scene.reading, block)
  return tieAttributions(scene.reading, scene.tags.subarray(from, to), from)
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
}

/** Each utterance with the words around it that belong to what was said; utterances in one clause become one. */
function mixAll(
  scene: Scene,
  utterances: readonly Utterance[],
  held: ReadonlyMap<Utterance, readonly Span[]>,
): Said[] {
  const clauses: Clause[] = []
  // Words at arm's length within a clause stand alone and do not end it.
  let reaching: Clause | null = null
  for (const utterance of utterances) {
    const around: Span[] = []
    for (const span of held.get(utterance) ?? NO_SPANS)
      around.push(withoutSource(scene, utterance, span))
    const clause: Clause = reaching && isWithin(reaching, around) ? reaching : newClause(clauses)
    if (around.length > 0) reaching = clause
    clause.utterances.push(utterance)
    for (const span of around) {
      clause.around.push(span)
      clause.reach = Math.max(clause.reach, span.to)
    }
  }
  const all: Said[] = []
  for (const clause of clauses) all.push(saidOf(scene, clause))
  return all
}

const NO_SPANS: readonly Span[] = []

/** Whether words around an utterance begin within a clause's reach. */
function isWithin({ reach }: Clause, around: readonly Span[]): boolean {
  return around.some((span) => span.from < reach)
}

function newClause(clauses: Clause[]): Clause {
  const clause: Clause = { utterances: [], around: [], reach: 0 }
  clauses.push(clause)
  return clause
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

function saidOf(scene: Scene, { utterances, around }: Clause): Said {
  const marked: Span[] = []
  for (const { parts } of utterances) for (const part of parts) marked.push(innerSpan(scene, part))
  const best = utterances.reduce((top, one) => (one.weight > top.weight ? one : top))
  if (around.length === 0) return { content: marked, marked, utterance: best, attribution: null }
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
