import { isFunctionWord } from "../text/function-words.ts"
import { isCapitalAt } from "../text/letters.ts"
import type { Span } from "../text/span.ts"
import { findTokens, type Token } from "../text/tokens.ts"

const DAYS_AND_MONTHS =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/

/**
 * Who and what a headline names: words that the article below always writes with a capital, neighbours together. In a
 * headline whose words all begin with capitals nothing else tells a name.
 */
export function namesIn(text: string, headline: Span, body: readonly Token[]): Span[] {
  const words = findTokens(text, headline)
  const cases = casesIn(text, words, body)
  const names: { from: number; to: number }[] = []
  for (const { from, to, norm } of words) {
    if (cases.get(bare(norm)) !== "capital" || !isCapitalAt(text, from)) continue
    const last = names.at(-1)
    if (last && /^[\s.-]{1,2}$/.test(text.slice(last.to, from))) last.to = to
    else names.push({ from, to })
  }
  return names
}

/** How the body writes the headline's words: `capital` where no occurrence is in small letters. */
function casesIn(
  text: string,
  words: readonly Token[],
  body: readonly Token[],
): Map<string, "capital" | "small" | null> {
  const cases = new Map<string, "capital" | "small" | null>()
  for (const { norm } of words) {
    const word = bare(norm)
    if (word.length > 1 && !isFunctionWord(word) && !DAYS_AND_MONTHS.test(word))
      cases.set(word, null)
  }
  for (const { from, norm } of cases.size > 0 ? body : []) {
    const word = bare(norm)
    const known = cases.get(word)
    if (known === undefined || known === "small") continue
    if (!isCapitalAt(text, from)) cases.set(word, "small")
    else if (/[\w,;’'-]\s$/.test(text.slice(Math.max(0, from - 2), from)))
      cases.set(word, "capital")
  }
  return cases
}

function bare(norm: string): string {
  return norm.endsWith("'s") ? norm.slice(0, -2) : norm
}
