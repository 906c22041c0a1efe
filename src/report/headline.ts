import type { Headline } from "../story/story.ts"

/** A headline in pieces, in order: its own words, and the words it quotes with whether the text below has them. */
export function headlinePieces(headline: Headline): HeadlinePiece[] {
  const pieces: HeadlinePiece[] = []
  const start = headline.span?.from ?? 0
  let at = 0
  for (const quotation of headline.quoted.toSorted((a, b) => a.span.from - b.span.from)) {
    const from = Math.max(at, quotation.span.from - start)
    const to = Math.min(headline.text.length, quotation.span.to - start)
    if (to <= from) continue
    if (from > at) pieces.push({ text: headline.text.slice(at, from), inBody: null })
    pieces.push({ text: headline.text.slice(from, to), inBody: quotation.body !== null })
    at = to
  }
  if (at < headline.text.length) pieces.push({ text: headline.text.slice(at), inBody: null })
  return pieces
}

export interface HeadlinePiece {
  readonly text: string
  /** Null for the headline's own words. */
  readonly inBody: boolean | null
}

/** The words that a headline quotes. */
export function quotedWords(headline: Headline): { text: string; inBody: boolean }[] {
  return headlinePieces(headline).flatMap(({ text, inBody }) =>
    inBody === null ? [] : [{ text, inBody }],
  )
}
