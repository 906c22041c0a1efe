import type { Article } from "../article/article.ts"
import type { Quotation } from "../quotation/quotation.ts"
import { covers, type Span } from "../text/span.ts"
import { findTokens, type Token } from "../text/tokens.ts"
import { findActs } from "./acts.ts"
import { namesIn } from "./headline-names.ts"
import type { Headline } from "./story.ts"
import type { TermWords } from "./term-words.ts"

/** An article's headline: the words that it quotes, each beside the place where the body prints them, whom it names, and who acts. */
export function readHeadline(
  { article, tokens }: TermWords,
  quotations: readonly Quotation[],
): Headline {
  const span = article.headline
  if (!span) return { ...NOTHING, article: article.id, text: article.title ?? "" }
  const quoted = quotations
    .filter(({ kind }) => kind !== "title")
    .flatMap(({ marked }) => marked)
    .filter((part) => covers(span, part))
  const body = quoted.length > 0 ? bodyTokens(article, span) : []
  return {
    article: article.id,
    span,
    text: article.text.slice(span.from, span.to),
    quoted: quoted.map((part) => ({
      span: part,
      body: findWords(body, findTokens(article.text, part)),
    })),
    names: namesIn(
      article.text,
      span,
      tokens.filter((token) => token.from >= span.to),
    ),
    acts: findActs(article.text, span),
  }
}

const NOTHING = { span: null, quoted: [], names: [], acts: [] } as const

/** All words below the headline, furniture left out: a box that repeats the headline vouches for nothing. */
function bodyTokens(article: Article, headline: Span): Token[] {
  return article.blocks
    .filter((block) => block.kind !== "furniture" && block.from >= headline.to)
    .flatMap((block) => findTokens(article.text, block))
}

/** Where the same words stand in the same order without another between them; null: nowhere. */
function findWords(body: readonly Token[], words: readonly Token[]): Span | null {
  const first = words[0]
  if (!first) return null
  for (let at = 0; at + words.length <= body.length; at++) {
    if (words.every((word, i) => body[at + i]!.norm === word.norm)) {
      return { from: body[at]!.from, to: body[at + words.length - 1]!.to }
    }
  }
  return null
}
