import type { Article } from "../src/article/article.ts"
import type { Quotation } from "../src/quotation/quotation.ts"

/** An English article of which nothing is known: tests say what matters to them. */
export const BLANK: Article = {
  id: "a",
  source: "a.txt",
  record: false,
  outlet: null,
  title: null,
  headline: null,
  byline: null,
  published: null,
  language: "en",
  url: null,
  text: "",
  blocks: [],
  links: [],
  emphasis: [],
  turns: [],
  place: null,
  revisionOf: null,
}

/** A page of one paragraph a line. */
export function plainPage(id: string, text: string, known: Partial<Article> = {}): Article {
  const blocks = [...text.matchAll(/[^\n]+/g)].map((line) => ({
    kind: "paragraph" as const,
    from: line.index,
    to: line.index + line[0].length,
  }))
  return { ...BLANK, id, source: `${id}.txt`, text, blocks, ...known }
}

/** The same with its first line for a headline. */
export function headedPage(id: string, text: string, known: Partial<Article> = {}): Article {
  const { blocks, ...page } = plainPage(id, text)
  const [first, ...rest] = blocks
  const headline = first ? { from: first.from, to: first.to } : null
  return {
    ...page,
    title: headline && text.slice(headline.from, headline.to),
    headline,
    blocks: first ? [{ ...first, kind: "heading" }, ...rest] : [],
    ...known,
  }
}

/** The first place of the words in an article as a quotation, of nobody in particular. */
export function quote(article: Article, words: string): Quotation {
  const from = article.text.indexOf(words)
  const span = { from, to: from + words.length }
  return {
    id: `${article.id} ${from}`,
    article: article.id,
    kind: "direct",
    content: [span],
    marked: [span],
    text: words,
    speaker: null,
    cue: null,
    via: [],
  }
}
