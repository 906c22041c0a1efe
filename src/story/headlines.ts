import type { Article } from "../article/article.ts"
import { LONGEST_TITLE } from "../article/title.ts"
import type { Quotation } from "../quotation/quotation.ts"
import { covers, type Span, slice } from "../text/span.ts"
import { findTokens } from "../text/tokens.ts"
import { findActs } from "./acts.ts"
import { namesIn } from "./headline-names.ts"
import { searchNear } from "./near-words.ts"
import type { Headline } from "./story.ts"
import type { TermWords } from "./term-words.ts"

/**
 * An article's headline: the words that it quotes, each beside the place where the body prints them, whom it names, and who
 * acts. Each quoted word may cost a look at all of the body: past the length of any title none is looked for.
 */
export function readHeadline(
  { article, tokens }: TermWords,
  quotations: readonly Quotation[],
): Headline {
  const span = article.headline
  if (!span) return { ...NOTHING, article: article.id, text: article.title ?? "" }
  const quoted = quotations
    .filter(({ kind }) => kind !== "title")
    .flatMap(({ marked }) => marked)
    .filter((part) => covers(span, part) && part.to - span.from <= LONGEST_TITLE)
    .filter((part) => isLegible(slice(article.text, part)))
  const blocks = quoted.length > 0 ? blocksBelow(article, span) : []
  const body = blocks.flatMap((block) => wordsIn(article.text, block))
  const findNear = searchNear(article.text, blocks)
  return {
    article: article.id,
    span,
    text: article.text.slice(span.from, span.to),
    quoted: quoted.map((part) => {
      const same = findPieces(body, piecesOf(article.text, part))
      return { span: part, body: same, near: same ? null : findNear(part) }
    }),
    names: namesIn(
      article.text,
      span,
      tokens.filter((token) => token.from >= span.to),
    ),
    acts: findActs(article.text, span),
  }
}

const NOTHING = { span: null, quoted: [], names: [], acts: [] } as const

/** Not letters blotted out ("b***s"), nor signs of another encoding. */
function isLegible(words: string): boolean {
  return !/[\p{L}*]\*|â‚¬|Ã./u.test(words) && /\p{L}/u.test(words)
}

/** A word as it is compared: a short form is the long one's words. */
interface Word extends Span {
  readonly norm: string
}

/** What divides a quoted part: words left out and marked, or the headline's own words between two pairs of single marks. */
const DIVIDER = /…|\.\.\.|[’'][\s,;][^’'‘…]{0,80}\s[’'‘]/g

/** The pieces of a quoted part, each as its words. */
function piecesOf(text: string, part: Span): Word[][] {
  const dividers = [...slice(text, part).matchAll(DIVIDER)]
  const starts = [0, ...dividers.map(({ 0: divider, index }) => index + divider.length)]
  const ends = [...dividers.map(({ index }) => index), part.to - part.from]
  return starts
    .map((start, i) => ({ from: part.from + start, to: part.from + ends[i]! }))
    .map((piece) => wordsIn(text, piece))
    .filter((words) => words.length > 0)
}

function wordsIn(text: string, span: Span): Word[] {
  return findTokens(text, span).flatMap(({ norm, from, to }) =>
    longForm(norm).map((word) => ({ norm: word, from, to })),
  )
}

const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/^won't$/, "will not"],
  [/^can't$/, "can not"],
  [/^cannot$/, "can not"],
  [/n't$/, " not"],
  [/'re$/, " are"],
  [/'m$/, " am"],
  [/'ll$/, " will"],
  [/'ve$/, " have"],
  [/^(it|he|she|that|there|what|who|here|where)'s$/, "$1 is"],
]

function longForm(norm: string): string[] {
  if (!norm.includes("'") && norm !== "cannot") return [norm]
  const form = SHORT_FORMS.find(([pattern]) => pattern.test(norm))
  return form ? norm.replace(form[0], form[1]).split(" ") : [norm]
}

/** All that stands below the headline, furniture left out: a box that repeats the headline vouches for nothing. */
function blocksBelow({ blocks }: Article, headline: Span): Span[] {
  return blocks.filter(({ kind, from }) => kind !== "furniture" && from >= headline.to)
}

/** Where the first of the pieces stands; null: one of them stands nowhere. */
function findPieces(body: readonly Word[], pieces: readonly (readonly Word[])[]): Span | null {
  const found = pieces.map((words) => findWords(body, words))
  return found.includes(null) ? null : (found[0] ?? null)
}

/** Where the same words stand in the same order without another between them; null: nowhere. */
function findWords(body: readonly Word[], words: readonly Word[]): Span | null {
  for (let at = 0; at + words.length <= body.length; at++) {
    if (words.every((word, i) => body[at + i]!.norm === word.norm)) {
      return { from: body[at]!.from, to: body[at + words.length - 1]!.to }
    }
  }
  return null
}
