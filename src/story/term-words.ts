import type { Article } from "../article/article.ts"
import { findTokens, type Token } from "../text/tokens.ts"
import type { Term, Terms } from "./terms.ts"

/** An article's words with what each counts for: looked up once for all that is told of a story. */
export interface TermWords {
  readonly article: Article
  readonly tokens: readonly Token[]
  /** One for each token. */
  readonly terms: readonly Term[]
}

/** The words of an article up to a place in its text. */
export function readTermWords(article: Article, terms: Terms, to: number): TermWords {
  const { text } = article
  const tokens = findTokens(text, { from: 0, to: Math.min(to, text.length) })
  return { article, tokens, terms: tokens.map(({ norm }) => terms.of(norm)) }
}
