import { firstWhere } from "../text/first-where.ts"
import type { Span } from "../text/span.ts"

export type BlockKind =
  | "heading"
  | "paragraph"
  | "blockquote"
  | "caption"
  | "listItem"
  | "furniture"

/** A stretch of the text with one role. Blocks stand in text order, do not overlap and together hold every word. */
export interface Block extends Span {
  readonly kind: BlockKind
}

/** When an article appeared, as precisely as was said, and where that was found. */
export interface Published {
  /** ISO 8601, cut to the precision: `2020`, `2020-10`, `2020-10-07`, `2020-10-07T11:15Z`, … */
  readonly value: string
  readonly precision: "year" | "month" | "day" | "minute" | "second"
  /** `manifest`, `json-ld`, `meta`, `front matter`, `feed`, `transcript`, `text`, … */
  readonly from: string
}

export interface Link {
  readonly span: Span
  /** Absolute where the page's own address is known. */
  readonly href: string
}

/** One speaker's turn in a record: the label is not part of the span. */
export interface Turn {
  readonly speaker: string
  readonly span: Span
  /** Time code as printed (`00:01:02.000`), null where there is none. */
  readonly time: string | null
}

/** Extracted text with offsets that never move, and metadata with where it came from. */
export interface Article {
  readonly id: string
  /** Path or URL as given. */
  readonly source: string
  readonly record: boolean
  readonly outlet: string | null
  readonly title: string | null
  /** Where the title stands in the text; null where it is only metadata. */
  readonly headline: Span | null
  /** What the page says of itself to those who link to it; left out where it says nothing. */
  readonly description?: string
  readonly byline: string | null
  readonly published: Published | null
  /** ISO 639-1. */
  readonly language: string | null
  /** Canonical URL. */
  readonly url: string | null
  readonly text: string
  readonly blocks: readonly Block[]
  readonly links: readonly Link[]
  /** Italics, bold, underline. */
  readonly emphasis: readonly Span[]
  /** Empty unless this is a record. */
  readonly turns: readonly Turn[]
  /** Where the words were spoken, for a record that says so. */
  readonly place: string | null
  readonly revisionOf: string | null
}

/** The blocks in which an article speaks: all but furniture. */
export function bodyBlocks(article: Article): Block[] {
  return article.blocks.filter((block) => block.kind !== "furniture")
}

/** The block that holds a character; null where none does. */
export function blockAt({ blocks }: Pick<Article, "blocks">, at: number): Block | null {
  const block = blocks[firstWhere(blocks.length, (i) => blocks[i]!.to > at)]
  return block && block.from <= at ? block : null
}
