import { type Span, slice } from "./span.ts"
import { findTokens, type Token } from "./tokens.ts"

/** Parts of one text that are read as one: an interrupted quotation, a passage of the record. */
export interface Passage {
  readonly text: string
  /** In text order, not overlapping. */
  readonly spans: readonly Span[]
}

/** A text taken whole. */
export function wholePassage(text: string): Passage {
  return { text, spans: [{ from: 0, to: text.length }] }
}

/** The words of a passage, in its order. */
export function passageTokens({ text, spans }: Passage): Token[] {
  return spans.length === 1
    ? findTokens(text, spans[0]!)
    : spans.flatMap((span) => findTokens(text, span))
}

/** The words of a passage for display; its parts are joined by a space. */
export function passageText(passage: Passage): string {
  return passage.spans.map((span) => slice(passage.text, span)).join(" ")
}

/** The parts of a text that `passageText` has joined, one for each of its spans. */
export function passageParts(text: string, spans: readonly Span[]): string[] {
  let at = 0
  return spans.map(({ from, to }) => {
    const part = text.slice(at, at + to - from)
    at += part.length + 1
    return part
  })
}
