import { type Article, bodyBlocks } from "../article/article.ts"
import { dayNumber, publishedDay } from "../occasion/calendar.ts"
import { findTokens, type Token } from "../text/tokens.ts"
import { type DayHints, hintsOf, NO_HINTS } from "./hints.ts"
import type { Term, Terms } from "./terms.ts"
import { heaviest, type Vector, vectorOf } from "./vector.ts"

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
  /** The terms and names that weigh most: a few, and as many as others find the article by. */
  readonly top: Vector
  readonly topNames: Vector
  readonly telling: Vector
  /** Days since 1970; null where the article does not say when it appeared. */
  readonly day: number | null
  /** Read only where the day is not known. */
  readonly hints: DayHints
}

const LEAD_WORDS = 120
const BODY_WORDS = 500
const PAIR_WORDS = 200
const FIRST_NAMES = 15
const TOP_TERMS = 12
const TOP_NAMES = 8

/** The terms of an article by which others find it: those that weigh most. */
const TELLING_TERMS = 40

export function profileOf(article: Article, terms: Terms): Profile {
  const rarity = (term: number): number => terms.rarity(term)
  const titleWords = titleTokens(article).map(({ norm }) => terms.of(norm))
  const bodyWords = bodyTokens(article)
  const body = bodyWords.map(({ norm }) => terms.of(norm))
  const names = tellingOf(body.filter((_, i) => isName(article.text, bodyWords[i]!)))
  const title = tellingOf(titleWords)
  const opening = [...title, ...tellingOf(body.slice(0, PAIR_WORDS))]
  const all = vectorOf([...title, ...title, ...tellingOf(body)], rarity)
  const telling = heaviest(all, TELLING_TERMS)
  const nameVector = vectorOf(names, rarity)
  const published = publishedDay(article.published)
  const day = published?.day ? dayNumber(published) : null
  return {
    article,
    title: vectorOf(title, rarity),
    lead: vectorOf([...title, ...tellingOf(body.slice(0, LEAD_WORDS))], rarity),
    body: all,
    names: nameVector,
    firstNames: vectorOf(names.slice(0, FIRST_NAMES), rarity),
    pairs: vectorOf(
      pairsOf(opening),
      (pair) => rarity(Math.floor(pair / ROOM)) + rarity(pair % ROOM),
    ),
    numbers: vectorOf(formsOf([...titleWords, ...body], "number"), EVEN),
    weekdays: vectorOf(formsOf([...titleWords, ...body], "weekday"), EVEN),
    top: heaviest(telling, TOP_TERMS),
    topNames: heaviest(nameVector, TOP_NAMES),
    telling,
    day,
    hints: day === null ? hintsOf(article) : NO_HINTS,
  }
}

const EVEN = (): number => 1

/** The terms of words that tell something. */
function tellingOf(words: readonly Term[]): number[] {
  return words.flatMap(({ term }) => (term < 0 ? [] : term))
}

function formsOf(words: readonly Term[], sort: Term["sort"]): number[] {
  return words.flatMap((word) => (word.sort === sort ? word.form : []))
}

/** Room for a term beside another in the 53 bits of a number. */
const ROOM = 2 ** 26

function pairsOf(terms: readonly number[]): number[] {
  return terms.slice(1).map((term, i) => terms[i]! * ROOM + term)
}

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
