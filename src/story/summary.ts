import { type Article, bodyBlocks } from "../article/article.ts"
import type { Quotation } from "../quotation/quotation.ts"
import { findSentences } from "../text/find-sentences.ts"
import { covers, overlaps, type Span } from "../text/span.ts"
import { findTokens } from "../text/tokens.ts"
import type { Place } from "./story.ts"
import type { Terms } from "./terms.ts"
import { dot, meanOf, type Vector, vectorOf } from "./vector.ts"

/** Sentences in a summary: what a reader takes in at a glance. */
const SENTENCES = 3
/** News says first what happened: sentences further down are not looked at. */
const FROM_EACH = 6
/** Fewer words say too little, more are a paragraph. */
const MIN_WORDS = 8
const MAX_WORDS = 45

interface Candidate {
  readonly place: Place
  readonly vector: Vector
  readonly weight: number
}

/**
 * The few sentences, as they stand, that say most of what all articles say and repeat each other least (maximal
 * marginal relevance, Carbonell and Goldstein 1998). No sentence that cuts a quotation from its marks or its speaker.
 */
export function summarise(
  articles: readonly Article[],
  quotations: ReadonlyMap<string, readonly Quotation[]>,
  terms: Terms,
): Place[] {
  const candidates = articles.flatMap((article) =>
    candidatesOf(article, quotations.get(article.id) ?? [], terms),
  )
  const centre = meanOf(candidates.map(({ vector }) => vector))
  const chosen: Candidate[] = []
  while (chosen.length < Math.min(SENTENCES, candidates.length)) {
    const best = bestOf(candidates, centre, chosen)
    if (!best) break
    chosen.push(best)
  }
  return chosen.map(({ place }) => place)
}

function candidatesOf(
  article: Article,
  quotations: readonly Quotation[],
  terms: Terms,
): Candidate[] {
  return openingSentences(article)
    .filter((sentence) => quotations.every((quotation) => keepsWhole(sentence, quotation)))
    .flatMap((span, i) => candidateOf(article, span, i, terms))
}

function openingSentences(article: Article): Span[] {
  const sentences: Span[] = []
  for (const block of bodyBlocks(article)) {
    if (block.kind !== "paragraph") continue
    for (const sentence of findSentences(article.text, block)) {
      if (sentences.length === FROM_EACH) return sentences
      sentences.push(sentence)
    }
  }
  return sentences
}

/** Whether a sentence leaves a quotation alone or has all of it, with whoever said it. */
function keepsWhole(sentence: Span, { kind, content, marked, speaker }: Quotation): boolean {
  const isTouched = (part: Span): boolean => overlaps(sentence, part)
  if (!content.some(isTouched) && !marked.some(isTouched)) return true
  const isWhole = (part: Span): boolean => covers(sentence, part)
  if (!content.every(isWhole) || !marked.every(isWhole)) return false
  if (kind === "scare" || kind === "title") return true
  return speaker?.mention ? covers(sentence, speaker.mention) : false
}

function candidateOf(article: Article, span: Span, order: number, terms: Terms): Candidate[] {
  const tokens = findTokens(article.text, span)
  if (tokens.length < MIN_WORDS || tokens.length > MAX_WORDS) return []
  const numbers = tokens.flatMap(({ norm }) => {
    const { term } = terms.of(norm)
    return term < 0 ? [] : term
  })
  const vector = vectorOf(numbers)
  return [{ place: { article: article.id, span }, vector, weight: 1 / (1 + order * LATER) }]
}

/** How much less each further sentence of an article counts: its first says what is new. */
const LATER = 0.15

/** What a sentence repeats of those already chosen counts against it. */
const REPETITION = 0.7

function bestOf(
  candidates: readonly Candidate[],
  centre: Vector,
  chosen: readonly Candidate[],
): Candidate | null {
  let best: Candidate | null = null
  let bestScore = Number.NEGATIVE_INFINITY
  for (const candidate of candidates) {
    if (chosen.includes(candidate)) continue
    const repeated = Math.max(0, ...chosen.map(({ vector }) => dot(vector, candidate.vector)))
    const score =
      dot(centre, candidate.vector) * candidate.weight -
      (repeated > 0.5 ? REPETITION : 0.3 * repeated)
    if (score > bestScore) {
      best = candidate
      bestScore = score
    }
  }
  return best && bestScore > Number.NEGATIVE_INFINITY ? best : null
}
