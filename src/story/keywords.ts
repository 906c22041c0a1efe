import { compareText } from "../text/compare-text.ts"
import type { TermWords } from "./term-words.ts"
import type { Term } from "./terms.ts"

const KEYWORDS = 8
/** Characters read of each article: news says first what it is about. */
export const KEYWORDS_READ = 3000
/** However often one article repeats a word, it says no more about the story. */
const MOST_PER_ARTICLE = 4
/** A word that all articles together print less often is no key to the story. */
const LEAST = 2

/** How often a term is printed in all articles, and how much it weighs. */
interface Entry {
  readonly term: Term
  weight: number
  count: number
  /** The article that printed it last, and how often that does. */
  article: TermWords
  times: number
}

/** The terms that tell most about a story, each in the form in which it is printed most. */
export function keywordsOf(articles: readonly TermWords[]): string[] {
  const chosen = [...countTerms(articles).values()]
    .filter(({ count }) => count >= LEAST)
    .toSorted((x, y) => y.weight - x.weight || x.term.term - y.term.term)
    .slice(0, KEYWORDS)
    .map(({ term }) => term.place)
  const forms = formsOf(articles, new Set(chosen))
  return chosen.map((place) => mostOf(forms.get(place)!))
}

/** By the places of the terms. */
function countTerms(articles: readonly TermWords[]): Map<number, Entry> {
  const entries = new Map<number, Entry>()
  for (const article of articles) {
    for (const [i, { norm, to }] of article.tokens.entries()) {
      if (to > KEYWORDS_READ) break
      const term = article.terms[i]!
      if (term.place < 0 || term.sort === "number" || norm.length < 3) continue
      const entry = entries.get(term.place) ?? { term, weight: 0, count: 0, article, times: 0 }
      if (entry.count === 0) entries.set(term.place, entry)
      entry.times = entry.article === article ? entry.times + 1 : 1
      entry.article = article
      entry.count++
      if (entry.times <= MOST_PER_ARTICLE) entry.weight += term.rarity
    }
  }
  return entries
}

function formsOf(
  articles: readonly TermWords[],
  wanted: ReadonlySet<number>,
): Map<number, Map<string, number>> {
  const all = new Map<number, Map<string, number>>()
  for (const { article, tokens, terms } of articles) {
    for (const [i, { from, to }] of tokens.entries()) {
      if (to > KEYWORDS_READ) break
      const { place } = terms[i]!
      if (!wanted.has(place)) continue
      const form = article.text.slice(from, to).replace(/[’']s$/, "")
      const forms = all.get(place) ?? new Map<string, number>()
      all.set(place, forms.set(form, (forms.get(form) ?? 0) + 1))
    }
  }
  return all
}

function mostOf(forms: ReadonlyMap<string, number>): string {
  return [...forms].toSorted(([a, x], [b, y]) => y - x || compareText(a, b))[0]![0]
}
