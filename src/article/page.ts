import type { Notice } from "../source/notice.ts"
import type { Source } from "../source/source.ts"
import type { Span } from "../text/span.ts"
import type { Block, Link, Published, Turn } from "./article.ts"

/** What a source says about itself; null where it says nothing. */
export interface Metadata {
  readonly title: string | null
  readonly outlet: string | null
  readonly byline: string | null
  readonly published: Published | null
  readonly language: string | null
  readonly url: string | null
  readonly description?: string
}

export const NO_METADATA: Metadata = {
  title: null,
  outlet: null,
  byline: null,
  published: null,
  language: null,
  url: null,
}

/** One article as its format's reader found it. */
interface Page {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly links: readonly Link[]
  readonly emphasis: readonly Span[]
  readonly metadata: Metadata
  /** From subtitles; speaker labels in text are found later. */
  readonly turns: readonly Turn[]
  /** From subtitles: when the words from a place on are spoken, in text order. */
  readonly times?: readonly { readonly at: number; readonly time: string }[]
}

/** A page with its headline found, from one place in a source. */
export interface ReadPage extends Page {
  readonly headline: Span | null
  /** What the source calls this article: a JSONL row's `id`, which is kept as the article's own. */
  readonly ownId: string | null
  /** Tells the articles of one source apart: a feed entry's id, a line number; empty where there is only one. */
  readonly part: string
}

/** What a format's reader makes of a source's characters. */
export interface Reading {
  readonly pages: readonly ReadPage[]
  readonly notices: readonly Notice[]
}

export type Reader = (text: string, source: Source) => Reading
