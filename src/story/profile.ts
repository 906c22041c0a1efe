import { type Article, bodyBlocks } from "../article/article.ts"
import { dayNumber, publishedDay } from "../occasion/calendar.ts"
import type { Span } from "../text/span.ts"
import { findTokens, type Token } from "../text/tokens.ts"
import { rarityOf } from "./rarity.ts"
import { maybeTerm } from "./terms.ts"

/** Weights of terms, of length 1 as a vector. */
export type Vector = ReadonlyMap<string, number>

/** What an article is about, as far as grouping needs it. */
export interface Profile {
  readonly article: Article
  readonly title: Vector
  /** Title and first words of the body. */
  readonly lead: Vector
  /** Title, twice, and as much of the body as news takes to say what happened. */
  readonly body: Vector
  /** Capitalised words inside sentences. */
  readonly names: Vector
  /** Days since 1970; null where the article does not say when it appeared. */
  readonly day: number | null
}

const LEAD_WORDS = 120
const BODY_WORDS = 500

export function profileOf(article: Article): Profile {
  const title = titleTokens(article).flatMap(({ norm }) => maybeTerm(norm) ?? [])
  const words = bodyTokens(article)
  const terms = words.map(({ norm }) => maybeTerm(norm))
  const lead = terms.slice(0, LEAD_WORDS).filter((term) => term !== null)
  const names = terms.filter((term, i) => term !== null && isName(article.text, words[i]!))
  const published = publishedDay(article.published)
  return {
    article,
    title: vectorOf(title),
    lead: vectorOf([...title, ...lead]),
    body: vectorOf([...title, ...title, ...terms.filter((term) => term !== null)]),
    names: vectorOf(names.filter((term) => term !== null)),
    day: published?.day ? dayNumber(published) : null,
  }
}

/** The words of the headline, wherever it is known from. */
export function titleTokens(article: Article): Token[] {
  return article.headline
    ? findTokens(article.text, article.headline)
    : findTokens(article.title ?? "")
}

function bodyTokens(article: Article): Token[] {
  const tokens: Token[] = []
  for (const block of bodyBlocks(article)) {
    if (block.kind === "heading" || block.kind === "caption") continue
    tokens.push(
      ...findTokens(article.text, cut(block, (BODY_WORDS - tokens.length) * LONGEST_WORDS)),
    )
    if (tokens.length >= BODY_WORDS) return tokens.slice(0, BODY_WORDS)
  }
  return tokens
}

/** Characters to a word that hold even for the longest of words on average: so much of a long block is read. */
const LONGEST_WORDS = 12

function cut(span: Span, length: number): Span {
  return { from: span.from, to: Math.min(span.to, span.from + length) }
}

/** A capital that no sentence's beginning explains. */
function isName(text: string, token: Token): boolean {
  const first = text.charCodeAt(token.from)
  return (
    first >= 65 &&
    first <= 90 &&
    /[\w,;’'(-]\s?$/.test(text.slice(Math.max(0, token.from - 2), token.from))
  )
}

/** Term frequencies, dampened, times rarity, to length 1. */
export function vectorOf(terms: readonly string[]): Vector {
  const counts = new Map<string, number>()
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  let sum = 0
  for (const [term, count] of counts) {
    const weight = (1 + Math.log(count)) * rarityOf(term)
    counts.set(term, weight)
    sum += weight * weight
  }
  const length = Math.sqrt(sum) || 1
  for (const [term, weight] of counts) counts.set(term, weight / length)
  return counts
}

export function dot(a: Vector, b: Vector): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  let sum = 0
  for (const [term, weight] of few) sum += weight * (many.get(term) ?? 0)
  return sum
}
