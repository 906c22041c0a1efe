import { findTokens } from "../text/tokens.ts"
import type { Profile } from "./profile.ts"
import { rarityOf } from "./rarity.ts"
import { maybeTerm } from "./terms.ts"

const KEYWORDS = 8
/** Characters read of each article: news says first what it is about. */
const READ = 3000
/** However often one article repeats a word, it says no more about the story. */
const MOST_PER_ARTICLE = 4
/** A word that all articles together print less often is no key to the story. */
const LEAST = 2

/** One term: how often each form of it is printed, and how much it weighs. */
interface Entry {
  readonly forms: Map<string, number>
  weight: number
  count: number
}

/** The terms that tell most about a story, each in the form in which it is printed most. */
export function keywordsOf(profiles: readonly Profile[]): string[] {
  const entries = new Map<string, Entry>()
  for (const { article } of profiles) countTerms(entries, article.text.slice(0, READ))
  return [...entries]
    .filter(([term, { count }]) => count >= LEAST && term.length > 2 && !/^\d/.test(term))
    .toSorted(([a, x], [b, y]) => y.weight - x.weight || (a < b ? -1 : 1))
    .slice(0, KEYWORDS)
    .map(([, { forms }]) => mostOf(forms))
}

function countTerms(entries: Map<string, Entry>, text: string): void {
  const seen = new Map<string, number>()
  for (const { from, to, norm } of findTokens(text)) {
    const term = maybeTerm(norm)
    if (term === null) continue
    const entry = entries.get(term) ?? { forms: new Map(), weight: 0, count: 0 }
    entries.set(term, entry)
    const form = text.slice(from, to).replace(/[’']s$/, "")
    entry.forms.set(form, (entry.forms.get(form) ?? 0) + 1)
    entry.count++
    const times = (seen.get(term) ?? 0) + 1
    seen.set(term, times)
    if (times <= MOST_PER_ARTICLE) entry.weight += rarityOf(term)
  }
}

function mostOf(forms: ReadonlyMap<string, number>): string {
  return [...forms].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]![0]
}
