import { type Article, bodyBlocks } from "../article/article.ts"
import { outletKey } from "../lineage/outlets.ts"
import { dayNumber, publishedDay } from "../occasion/calendar.ts"
import type { Span } from "../text/span.ts"
import { findTokens, plainWordEnd, skip, type Token, tokenAt } from "../text/tokens.ts"
import { type Counts, countsOf } from "./counts.ts"
import { type DayHints, hintsOf, NO_HINTS } from "./hints.ts"
import { PART, type Parts, partsOf, vectorIn } from "./parts.ts"
import { pairOf, type Term, type Terms } from "./terms.ts"
import { heaviest, type Vector, vectorOf } from "./vector.ts"

/** What an article is about, as far as grouping needs it. */
export interface Profile {
  readonly article: Article
  readonly parts: Parts
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

/** No headline is longer; what some pages call one is. */
const TITLE_WORDS = 200
const BODY_WORDS = 500
const PAIR_WORDS = 200

/** The terms of an article by which others find it: those that weigh most. */
const TELLING_TERMS = 40

export function profileOf(article: Article, terms: Terms): Profile {
  const title = titleTokens(article)
    .slice(0, TITLE_WORDS)
    .map(({ norm }) => terms.of(norm))
  const { words: body, starts } = readBody(article, terms)
  const parts = partsOf({ title, body, isName: (i) => isName(article.text, starts[i]!) })
  const published = publishedDay(article.published)
  const day = published?.day ? dayNumber(published) : null
  const words = [...title, ...body]
  return {
    article,
    parts,
    pairs: vectorOf(pairsOf(tellingOf(words.slice(0, title.length + PAIR_WORDS)))),
    numbers: vectorOf(formsOf(words, "number"), EVEN),
    weekdays: vectorOf(formsOf(words, "weekday"), EVEN),
    counts: countsOf(body),
    telling: heaviest(vectorIn(parts, PART.body), TELLING_TERMS),
    words: body.length,
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

/** The words of an article's body, and where each begins. */
interface Body {
  readonly words: Term[]
  readonly starts: number[]
}

function readBody(article: Article, terms: Terms): Body {
  const body: Body = { words: [], starts: [] }
  for (const { kind, from, to } of bodyBlocks(article)) {
    if (kind === "heading" || kind === "caption") continue
    const room = (BODY_WORDS - body.words.length) * LONGEST_WORDS
    readWords(article.text, { from, to: Math.min(to, from + room) }, terms, body)
  }
  return body
}

/** Adds the words of a span, as `findTokens` reads them, as long as there is room. */
function readWords(text: string, { from, to }: Span, terms: Terms, { words, starts }: Body): void {
  for (let at = from; at < to && words.length < BODY_WORDS; ) {
    const end = plainWordEnd(text, at, to)
    const token = end > at ? null : tokenAt(text, at, to)
    if (end > at || token) {
      words.push(token ? terms.of(token.norm) : terms.in(text, at, end))
      starts.push(at)
    }
    at = end > at ? end : (token?.to ?? skip(text, at, to))
  }
}

/** What may stand before a capital that no sentence's beginning explains, with or without a space between. */
const INSIDE = /[\w,;’'(-]/

/** A capital that no sentence's beginning explains. */
function isName(text: string, at: number): boolean {
  const first = text.charCodeAt(at)
  if (first < 65 || first > 90) return false
  return INSIDE.test(text[at - 1] === " " ? (text[at - 2] ?? "") : (text[at - 1] ?? ""))
}
