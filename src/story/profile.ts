import { type Article, bodyBlocks } from "../article/article.ts"
import { outletKey } from "../lineage/outlets.ts"
import { dayNumber, publishedDay } from "../occasion/calendar.ts"
import { findTokens, type Token } from "../text/tokens.ts"
import { type Counts, countsOf } from "./counts.ts"
import { type DayHints, hintsOf, NO_HINTS } from "./hints.ts"
import { pairOf, type Term, type Terms } from "./terms.ts"
import { heaviest, type Vector, vectorOf } from "./vector.ts"

/** What an article is about, as far as grouping needs it. */
export interface Profile {
  readonly article: Article
  readonly title: Vector
  /** Title and first words of the body: what happened; with more words of it; and with as many as news takes to tell it. */
  readonly lead: Vector
  readonly opening: Vector
  readonly body: Vector
  /** The first capitalised words inside sentences, those that weigh most, and those of the title. */
  readonly firstNames: Vector
  readonly topNames: Vector
  readonly titleNames: Vector
  /** Neighbouring terms of title and lead: "barn fire". */
  readonly pairs: Vector
  /** Numbers, in figures and in words, and days of the week: where two events of one kind differ. */
  readonly numbers: Vector
  readonly weekdays: Vector
  /** What is counted, and how many. */
  readonly counts: Counts
  /** The terms that weigh most: as many as others find the article by. */
  readonly telling: Vector
  /** Words of the body that were read. */
  readonly words: number
  /** One key for all names of its outlet. */
  readonly outlet: string | null
  /** Days since 1970; null where the article does not say when it appeared. */
  readonly day: number | null
  /** Read only where the day is not known. */
  readonly hints: DayHints
}

const LEAD_WORDS = 120
const OPENING_WORDS = 250
const BODY_WORDS = 500
const PAIR_WORDS = 200
const FIRST_NAMES = 15
const TOP_NAMES = 8

/** The terms of an article by which others find it: those that weigh most. */
const TELLING_TERMS = 40

export function profileOf(article: Article, terms: Terms): Profile {
  const titleWords = titleTokens(article).map(({ norm }) => terms.of(norm))
  const bodyWords = bodyTokens(article)
  const body = bodyWords.map(({ norm }) => terms.of(norm))
  const title = tellingOf(titleWords)
  const names = tellingOf(body.filter((_, i) => isName(article.text, bodyWords[i]!.from)))
  const isNamed = new Set(names)
  const all = vectorOf([...title, ...title, ...tellingOf(body)])
  const published = publishedDay(article.published)
  const day = published?.day ? dayNumber(published) : null
  const words = [...titleWords, ...body]
  return {
    article,
    title: vectorOf(title),
    lead: vectorOf([...title, ...tellingOf(body.slice(0, LEAD_WORDS))]),
    opening: vectorOf([...title, ...tellingOf(body.slice(0, OPENING_WORDS))]),
    body: all,
    firstNames: vectorOf(names.slice(0, FIRST_NAMES)),
    topNames: heaviest(vectorOf(names), TOP_NAMES),
    titleNames: vectorOf(title.filter((term) => isNamed.has(term))),
    pairs: vectorOf(pairsOf([...title, ...tellingOf(body.slice(0, PAIR_WORDS))])),
    numbers: vectorOf(formsOf(words, "number"), EVEN),
    weekdays: vectorOf(formsOf(words, "weekday"), EVEN),
    counts: countsOf(bodyWords, body),
    telling: heaviest(all, TELLING_TERMS),
    words: bodyWords.length,
    outlet: article.outlet === null ? null : outletKey(article.outlet),
    day,
    hints: day === null ? hintsOf(article) : NO_HINTS,
  }
}

const EVEN = (): number => 1

/** The terms of words that tell something. */
function tellingOf(words: readonly Term[]): number[] {
  const telling: number[] = []
  for (const { term } of words) if (term >= 0) telling.push(term)
  return telling
}

function formsOf(words: readonly Term[], sort: Term["sort"]): number[] {
  const forms: number[] = []
  for (const word of words) if (word.sort === sort) forms.push(word.form)
  return forms
}

function pairsOf(terms: readonly number[]): number[] {
  return terms.slice(1).map((term, i) => pairOf(terms[i]!, term))
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
    for (const token of findTokens(article.text, { from, to: Math.min(to, from + room) })) {
      if (tokens.length === BODY_WORDS) return tokens
      tokens.push(token)
    }
  }
  return tokens
}

/** What may stand before a capital that no sentence's beginning explains, with or without a space between. */
const INSIDE = /[\w,;’'(-]/

/** A capital that no sentence's beginning explains. */
function isName(text: string, at: number): boolean {
  const first = text.charCodeAt(at)
  if (first < 65 || first > 90) return false
  return INSIDE.test(text[at - 1] === " " ? (text[at - 2] ?? "") : (text[at - 1] ?? ""))
}
