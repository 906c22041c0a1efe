import { type Article, bodyBlocks } from "../article/article.ts"
import { dayNumber, publishedDay } from "../occasion/calendar.ts"
import { findTokens, type Token } from "../text/tokens.ts"
import { type DayHints, hintsOf } from "./hints.ts"
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
  /** Capitalised words inside sentences, and the first of them. */
  readonly names: Vector
  readonly firstNames: Vector
  /** Neighbouring terms of title and lead: "barn fire". */
  readonly pairs: Vector
  /** Numbers, in figures and in words, and days of the week: where two events of one kind differ. */
  readonly numbers: Vector
  readonly weekdays: Vector
  /** The terms and names that weigh most, heaviest first. */
  readonly top: readonly (readonly [string, number])[]
  readonly topNames: readonly (readonly [string, number])[]
  /** Days since 1970; null where the article does not say when it appeared. */
  readonly day: number | null
  readonly hints: DayHints
}

const LEAD_WORDS = 120
const BODY_WORDS = 500
const PAIR_WORDS = 200
const FIRST_NAMES = 15
const TOP_TERMS = 12
const TOP_NAMES = 8

export function profileOf(article: Article): Profile {
  const titleWords = titleTokens(article)
  const bodyWords = bodyTokens(article)
  const title = titleWords.flatMap(({ norm }) => maybeTerm(norm) ?? [])
  const terms = bodyWords.map(({ norm }) => maybeTerm(norm))
  const body = terms.filter((term) => term !== null)
  const names = terms.filter((term, i) => term !== null && isName(article.text, bodyWords[i]!))
  const all = [...titleWords, ...bodyWords].map(({ norm }) => norm)
  const vector = vectorOf([...title, ...title, ...body])
  const nameVector = vectorOf(names.filter((term) => term !== null))
  const published = publishedDay(article.published)
  return {
    article,
    title: vectorOf(title),
    lead: vectorOf([...title, ...terms.slice(0, LEAD_WORDS).filter((term) => term !== null)]),
    body: vector,
    names: nameVector,
    firstNames: vectorOf(names.slice(0, FIRST_NAMES).filter((term) => term !== null)),
    pairs: pairsOf([...title, ...terms.slice(0, PAIR_WORDS).filter((term) => term !== null)]),
    numbers: evenVector(all.filter((word) => NUMBER.test(word))),
    weekdays: evenVector(all.filter((word) => WEEKDAY.test(word))),
    top: heaviest(vector, TOP_TERMS),
    topNames: heaviest(nameVector, TOP_NAMES),
    day: published?.day ? dayNumber(published) : null,
    hints: hintsOf(article),
  }
}

const WEEKDAY = /^(?:sun|mon|tues|wednes|thurs|fri|satur)day$/
/** Years are left out: they say when, and are read as dates. */
const NUMBER =
  /^(?:(?!(?:19|20)\d\d$)\d[\d.]*|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twice|double|half)$/

/** The words of the headline, wherever it is known from. */
export function titleTokens(article: Article): Token[] {
  return article.headline
    ? findTokens(article.text, article.headline)
    : findTokens(article.title ?? "")
}

/** Characters to a word that hold even for the longest of words on average: so much of a long block is read. */
const LONGEST_WORDS = 12

function bodyTokens(article: Article): Token[] {
  const tokens: Token[] = []
  for (const { kind, from, to } of bodyBlocks(article)) {
    if (kind === "heading" || kind === "caption") continue
    const room = (BODY_WORDS - tokens.length) * LONGEST_WORDS
    tokens.push(...findTokens(article.text, { from, to: Math.min(to, from + room) }))
    if (tokens.length >= BODY_WORDS) return tokens.slice(0, BODY_WORDS)
  }
  return tokens
}

/** A capital that no sentence's beginning explains. */
function isName(text: string, token: Token): boolean {
  const first = text.charCodeAt(token.from)
  if (first < 65 || first > 90) return false
  return /[\w,;’'(-]\s?$/.test(text.slice(Math.max(0, token.from - 2), token.from))
}

/** Term frequencies, dampened, times rarity, to length 1. */
export function vectorOf(terms: readonly string[]): Vector {
  return weigh(terms, rarityOf)
}

function evenVector(words: readonly string[]): Vector {
  return weigh(words, () => 1)
}

function pairsOf(terms: readonly string[]): Vector {
  const rarities = new Map<string, number>()
  const pairs = terms.slice(1).map((term, i) => {
    const pair = `${terms[i]} ${term}`
    rarities.set(pair, rarityOf(terms[i]!) + rarityOf(term))
    return pair
  })
  return weigh(pairs, (pair) => rarities.get(pair) ?? 0)
}

function weigh(terms: readonly string[], rarity: (term: string) => number): Vector {
  const weights = new Map<string, number>()
  for (const term of terms) weights.set(term, (weights.get(term) ?? 0) + 1)
  let sum = 0
  for (const [term, count] of weights) {
    const weight = (1 + Math.log(count)) * rarity(term)
    weights.set(term, weight)
    sum += weight * weight
  }
  const length = Math.sqrt(sum) || 1
  for (const [term, weight] of weights) weights.set(term, weight / length)
  return weights
}

/** The heaviest terms of a vector, ties by their letters. */
export function heaviest(vector: Vector, count: number): [string, number][] {
  return [...vector].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, count)
}

export function dot(a: Vector, b: Vector): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  let sum = 0
  for (const [term, weight] of few) sum += weight * (many.get(term) ?? 0)
  return sum
}
