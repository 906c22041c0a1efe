import type { Span } from "../text/span.ts"

/** `scare` and `title` are marked but are not speech: words under discussion, nicknames, names of works. */
export type QuotationKind = "direct" | "mixed" | "indirect" | "scare" | "title"

export interface Speaker {
  /** Resolved, as fully as the article names them; null for a mention that nothing resolves. */
  readonly name: string | null
  /** The words that name the speaker of this quotation: "Putin", "he", "the Russian leader". */
  readonly mention: Span | null
  /** The cue clause, and each step from the mention to the name. */
  readonly proof: readonly Span[]
  /** Probability that the name is right, 0 to 1. */
  readonly confidence: number
}

/** Through whom or what the words reached the page: "told Rossiya TV", "as reported by Newsweek". */
export interface Via {
  readonly name: string
  readonly span: Span
}

/** Words said, in one article. */
export interface Quotation {
  readonly id: string
  readonly article: string
  readonly kind: QuotationKind
  /** What was said, without its outer marks, in text order; an interrupted quotation has several. */
  readonly content: readonly Span[]
  /** Those parts of the content that stand inside quotation marks (or are a block quotation): printed as the speaker's words. Empty for indirect speech. */
  readonly marked: readonly Span[]
  /** The content's parts joined by a space. */
  readonly text: string
  readonly speaker: Speaker | null
  /** The speech verb or phrase: "said", "according to". */
  readonly cue: Span | null
  readonly via: readonly Via[]
}

/** Whether the page prints somebody's words here, in marks or not. */
export function isSpeech(quotation: Quotation): boolean {
  return quotation.kind !== "scare" && quotation.kind !== "title"
}
