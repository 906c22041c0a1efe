import type { Article } from "../article/article.ts"
import { findTokens, type Token } from "../text/tokens.ts"
import type { Terms } from "./terms.ts"

const KEYWORDS = 8
/** Characters read of each article: news says first what it is about. */
const READ = 3000
/** However often one article repeats a word, it says no more about the story. */
const MOST_PER_ARTICLE = 4
/** A word that all articles together print less often is no key to the story. */
const LEAST = 2

/** How often a term is printed in all articles, and how much it weighs. */
interface Entry {
  weight: number
  count: number
}

/** The terms that tell most about a story, each in the form in which it is printed most. */
export function keywordsOf(articles: readonly Article[], terms: Terms): string[] {
  const texts = articles.map(({ text }) => text.slice(0, READ))
  const tokens = texts.map((text) => findTokens(text))
  const chosen = [...countTerms(tokens, terms)]
    .filter(([, { count }]) => count >= LEAST)
    .toSorted(([a, x], [b, y]) => y.weight - x.weight || a - b)
    .slice(0, KEYWORDS)
    .map(([term]) => term)
  const forms = formsOf(texts, tokens, terms, new Set(chosen))
  return chosen.map((term) => mostOf(forms.get(term)!))
}

function countTerms(tokens: readonly (readonly Token[])[], terms: Terms): Map<number, Entry> {
  const entries = new Map<number, Entry>()
  for (const article of tokens) {
    const seen = new Map<number, number>()
    for (const { norm } of article) {
      const { term, rarity, sort } = terms.of(norm)
      if (term < 0 || sort === "number" || norm.length < 3) continue
      const entry = entries.get(term) ?? { weight: 0, count: 0 }
      const times = (seen.get(term) ?? 0) + 1
      entry.count++
      if (times <= MOST_PER_ARTICLE) entry.weight += rarity
      seen.set(term, times)
      entries.set(term, entry)
    }
  }
  return entries
}

function formsOf(
  texts: readonly string[],
  tokens: readonly (readonly Token[])[],
  terms: Terms,
  wanted: ReadonlySet<number>,
): Map<number, Map<string, number>> {
  const all = new Map<number, Map<string, number>>()
  tokens.forEach((article, i) => {
    for (const { from, to, norm } of article) {
      const { term } = terms.of(norm)
      if (!wanted.has(term)) continue
      const form = texts[i]!.slice(from, to).replace(/[’']s$/, "")
      const forms = all.get(term) ?? new Map<string, number>()
      all.set(term, forms.set(form, (forms.get(form) ?? 0) + 1))
    }
  })
  return all
}

function mostOf(forms: ReadonlyMap<string, number>): string {
  return [...forms].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]![0]
}
