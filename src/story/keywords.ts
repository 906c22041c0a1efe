import type { TermWords } from "./term-words.ts"

const KEYWORDS = 8
/** Characters read of each article: news says first what it is about. */
export const KEYWORDS_READ = 3000
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
export function keywordsOf(articles: readonly TermWords[]): string[] {
  const chosen = [...countTerms(articles)]
    .filter(([, { count }]) => count >= LEAST)
    .toSorted(([a, x], [b, y]) => y.weight - x.weight || a - b)
    .slice(0, KEYWORDS)
    .map(([term]) => term)
  const forms = formsOf(articles, new Set(chosen))
  return chosen.map((term) => mostOf(forms.get(term)!))
}

function countTerms(articles: readonly TermWords[]): Map<number, Entry> {
  const entries = new Map<number, Entry>()
  for (const { tokens, terms } of articles) {
    const seen = new Map<number, number>()
    for (const [i, { norm, to }] of tokens.entries()) {
      if (to > KEYWORDS_READ) break
      const { term, rarity, sort } = terms[i]!
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
  articles: readonly TermWords[],
  wanted: ReadonlySet<number>,
): Map<number, Map<string, number>> {
  const all = new Map<number, Map<string, number>>()
  for (const { article, tokens, terms } of articles) {
    for (const [i, { from, to }] of tokens.entries()) {
      if (to > KEYWORDS_READ) break
      const { term } = terms[i]!
      if (!wanted.has(term)) continue
      const form = article.text.slice(from, to).replace(/[’']s$/, "")
      const forms = all.get(term) ?? new Map<string, number>()
      all.set(term, forms.set(form, (forms.get(form) ?? 0) + 1))
    }
  }
  return all
}

function mostOf(forms: ReadonlyMap<string, number>): string {
  return [...forms].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]![0]
}
