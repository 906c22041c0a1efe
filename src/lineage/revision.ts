import type { Span } from "../text/span.ts"

/** What one outlet changed in an article after it had appeared. */
export interface Revision {
  /** The later text. */
  readonly article: string
  readonly revisionOf: string
  /** The paragraphs that are not the same, in the order of the later text; what was removed stands where it stood. */
  readonly changes: readonly ParagraphChange[]
}

/** A paragraph before, in the earlier text, and after, in the later; null where it was added or removed. */
export interface ParagraphChange {
  readonly kind: "added" | "removed" | "changed" | "moved"
  readonly before: Span | null
  readonly after: Span | null
  /** Where words differ; zero length where only one side has words. */
  readonly words: readonly { readonly before: Span; readonly after: Span }[]
}
