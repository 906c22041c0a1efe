import type { Article } from "../article/article.ts"
import { outletKey } from "../lineage/outlets.ts"
import { publishedDayNumber } from "../occasion/calendar.ts"
import { type Counts, countsOf } from "./counts.ts"
import { type DayHints, hintsOf, NO_HINTS } from "./hints.ts"
import { type Parts, partsOf, type TellingTerms, tellingTerms } from "./parts.ts"
import { type ProfileWords, readProfileWords } from "./profile-words.ts"
import { pairOf, type Term, type Terms } from "./terms.ts"
import { type Vector, vectorOf } from "./vector.ts"

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
  readonly telling: TellingTerms
  /** Words of the body that were read. */
  readonly words: number
  /** One key for all names of its outlet. */
  readonly outlet: string | null
  /** Days since 1970; null where the article does not say when it appeared. */
  readonly day: number | null
  /** Read only where the day is not known. */
  readonly hints: DayHints
}

const PAIR_WORDS = 200

/** The terms of an article by which others find it: those that weigh most. */
const TELLING_TERMS = 40

export function profileOf(article: Article, terms: Terms): Profile {
  const words = readProfileWords(article, terms)
  const parts = partsOf(words, terms)
  const day = publishedDayNumber(article.published)
  return {
    article,
    parts,
    pairs: vectorOf(pairsOf(words, terms)),
    numbers: vectorOf(formsOf(words, terms, "number"), EVEN),
    weekdays: vectorOf(formsOf(words, terms, "weekday"), EVEN),
    counts: countsOf(words, terms),
    telling: tellingTerms(parts, TELLING_TERMS),
    words: words.count - words.title,
    outlet: article.outlet === null ? null : outletKey(article.outlet),
    day,
    hints: day === null ? hintsOf(article) : NO_HINTS,
  }
}

const EVEN = (): number => 1

/** The numbers of the words of one sort. */
function formsOf({ forms, special }: ProfileWords, terms: Terms, sort: Term["sort"]): number[] {
  const found: number[] = []
  for (const i of special) {
    const word = terms.at(forms[i]!)
    if (word.sort === sort) found.push(word.form)
  }
  return found
}

/** Terms that tell something, side by side in title and lead. */
function pairsOf({ terms, title, count }: ProfileWords, { numbers }: Terms): number[] {
  const pairs: number[] = []
  let before = -1
  for (let i = 0; i < count && i < title + PAIR_WORDS; i++) {
    const term = terms[i]!
    if (term < 0) continue
    if (before >= 0) pairs.push(pairOf(numbers[before]!, numbers[term]!))
    before = term
  }
  return pairs
}
