import type { Article } from "../article/article.ts"
import { isSpeech, type Quotation } from "../quotation/quotation.ts"
import { compareText } from "../text/compare-text.ts"
import { addTo } from "../text/group-by.ts"
import { compareSpans, mergeSpans, overlaps, type Span, slice } from "../text/span.ts"
import { findTokens, type Token } from "../text/tokens.ts"
import { maybeSpeechVerb, type SpeechVerb } from "./speech-verbs.ts"
import type { TermWords } from "./term-words.ts"
import type { Term } from "./terms.ts"
import type { VerbUse, Wording } from "./wording.ts"

/** How each article of a story words it, in the order of the articles. */
export function findWording(
  words: readonly TermWords[],
  quotations: ReadonlyMap<string, readonly Quotation[]>,
): Wording[] {
  const said = (article: Article): readonly Quotation[] => quotations.get(article.id) ?? []
  const own = ownWords(words, said)
  return words.map(({ article }) => ({
    article: article.id,
    verbs: verbsOf(article, said(article)),
    quoted: quotedWords(article, said(article)),
    scare: said(article)
      .filter(({ kind }) => kind === "scare")
      .flatMap(({ marked }) => marked)
      .toSorted(compareSpans),
    own: own.get(article.id) ?? [],
  }))
}

function verbsOf(article: Article, quotations: readonly Quotation[]): VerbUse[] {
  const uses = new Map<string, SpeechVerb & { speaker: string | null; spans: Span[] }>()
  for (const { cue, speaker, marked } of quotations) {
    const found = cue && maybeSpeechVerb(slice(article.text, cue))
    if (!found || (marked.length === 0 && found.class === null)) continue
    const name = speaker?.name ?? null
    const key = `${found.verb}\t${name ?? ""}`
    const use = uses.get(key) ?? { ...found, speaker: name, spans: [] }
    if (!use.spans.some((span) => span.from === cue.from)) use.spans.push(cue)
    uses.set(key, use)
  }
  return [...uses]
    .toSorted(([a, x], [b, y]) => y.spans.length - x.spans.length || compareText(a, b))
    .map(([, use]) => ({ ...use, spans: use.spans.toSorted(compareSpans) }))
}

function quotedWords(article: Article, quotations: readonly Quotation[]): Wording["quoted"] {
  const counts = new Map<string, { speaker: string | null; words: number }>()
  for (const { speaker, marked } of quotations.filter(isSpeech)) {
    const name = speaker?.name ?? null
    const count = counts.get(name ?? "") ?? { speaker: name, words: 0 }
    count.words += marked.reduce((sum, part) => sum + findTokens(article.text, part).length, 0)
    counts.set(name ?? "", count)
  }
  return [...counts]
    .filter(([, { words }]) => words > 0)
    .toSorted(([a, x], [b, y]) => y.words - x.words || compareText(a, b))
    .map(([, count]) => count)
}

/** Own words shown of an article, and how often it must print one: a word used once is chance. */
const MOST_OWN = 12
const LEAST_OWN = 2
/** Rarer words are names and slips, commoner ones tell nothing. */
const RARITY = { from: 3, to: 6.7 } as const

/** The words that only one article of the story has, in its own voice; none for a story of one. */
function ownWords(
  articles: readonly TermWords[],
  said: (article: Article) => readonly Quotation[],
): Map<string, Wording["own"]> {
  if (articles.length < 2) return new Map()
  const holders = new Map<number, number>()
  for (const { terms } of articles) {
    for (const place of new Set(terms.map(({ place }) => place)))
      holders.set(place, (holders.get(place) ?? 0) + 1)
  }
  const isAlone = ({ place }: Term) => holders.get(place) === 1
  return new Map(
    articles.map((words) => [words.article.id, ownOf(words, said(words.article), isAlone)]),
  )
}

/** Whether the page says a word itself: outside marks, captions and furniture. Asked of the words in their order. */
function narrationIn(
  article: Article,
  quotations: readonly Quotation[],
): (token: Token) => boolean {
  const silent = article.blocks.filter(({ kind }) => kind === "caption" || kind === "furniture")
  const quoted = quotations.flatMap(({ marked }) => marked)
  const left = mergeSpans([...silent, ...quoted])
  let next = 0
  return (token) => {
    while (next < left.length && left[next]!.to <= token.from) next++
    return next === left.length || !overlaps(left[next]!, token)
  }
}

function ownOf(
  { article, tokens, terms }: TermWords,
  quotations: readonly Quotation[],
  isAlone: (term: Term) => boolean,
): Wording["own"] {
  const isNarrated = narrationIn(article, quotations)
  const places = new Map<number, Token[]>()
  for (const [i, token] of tokens.entries()) {
    const term = terms[i]!
    if (term.place < 0 || !isAlone(term) || !tells(article, token, term)) continue
    if (isNarrated(token)) addTo(places, term.place, token)
  }
  return [...places.values()]
    .filter((list) => list.length >= LEAST_OWN)
    .toSorted((a, b) => b.length - a.length || a[0]!.from - b[0]!.from)
    .slice(0, MOST_OWN)
    .map((list) => ({
      word: list[0]!.norm,
      spans: list.map(({ from, to }) => ({ from, to })),
    }))
}

/** Adjectives, verbs and nouns of common speech; no names, no numbers. */
function tells({ text }: Article, { from, norm }: Token, { rarity, sort }: Term): boolean {
  const first = text.charCodeAt(from)
  const isWord = sort === "word" && norm.length > 3 && first >= 97
  return isWord && rarity >= RARITY.from && rarity <= RARITY.to
}
