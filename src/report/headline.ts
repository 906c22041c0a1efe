import type { Headline } from "../story/story.ts"
import type { Span } from "../text/span.ts"

/** A headline in pieces, in order: its own words, the words it quotes, and those of its own that are to be marked. */
export function headlinePieces(headline: Headline, told: readonly Span[] = []): HeadlinePiece[] {
  const pieces: HeadlinePiece[] = []
  const start = headline.span?.from ?? 0
  const parts = [
    ...headline.quoted.map((quoted) => ({ span: quoted.span, quoted, isTold: false })),
    ...told.map((span) => ({ span, quoted: null, isTold: true })),
  ]
  let at = 0
  const addOwn = (to: number): void => {
    if (to > at) pieces.push({ text: headline.text.slice(at, to), quoted: null, isTold: false })
  }
  for (const { span, quoted, isTold } of parts.toSorted((a, b) => a.span.from - b.span.from)) {
    const from = Math.max(at, span.from - start)
    const to = Math.min(headline.text.length, span.to - start)
    if (to <= from) continue
    addOwn(from)
    pieces.push({ text: headline.text.slice(from, to), quoted, isTold })
    at = to
  }
  addOwn(headline.text.length)
  return pieces
}

/** The words of a headline at a place in its article. */
export function wordsAt({ text, span }: Headline, { from, to }: Span): string {
  const start = span?.from ?? 0
  return text.slice(from - start, to - start)
}

export interface HeadlinePiece {
  readonly text: string
  /** Null for the headline's own words. */
  readonly quoted: HeadlineQuoted | null
  readonly isTold: boolean
}

export type HeadlineQuoted = Headline["quoted"][number]

/** The words that a headline quotes. */
export function quotedWords(headline: Headline): { text: string; quoted: HeadlineQuoted }[] {
  return headlinePieces(headline).flatMap(({ text, quoted }) => (quoted ? [{ text, quoted }] : []))
}
