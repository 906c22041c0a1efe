import type { Published } from "../article/article.ts"
import type { Span } from "../text/span.ts"

/** A date that a text states or implies, resolved where it can be. */
export interface DateMention {
  readonly article: string
  readonly span: Span
  /** ISO 8601, cut to the precision. */
  readonly value: string
  readonly precision: Published["precision"]
  /** Whether the words say it all ("7 October 2020") or need the publication date ("Wednesday"). */
  readonly resolved: "stated" | "relative"
}

/** When and where the words of one quotation were spoken, as far as its page says. */
export interface Occasion {
  readonly quotation: string
  readonly when: DateMention | null
}
