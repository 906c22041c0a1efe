import type { Edit, Verdict } from "../apparatus/apparatus.ts"
import type { Block, Link, Published, Turn } from "../article/article.ts"
import type { Fold } from "../lineage/fold.ts"
import type { LineageEdge } from "../lineage/lineage.ts"
import type { Revision } from "../lineage/revision.ts"
import type { ToldNode } from "../lineage/stemma.ts"
import type { QuotationKind, Speaker, Via } from "../quotation/quotation.ts"
import type { Notice } from "../source/notice.ts"
import type { OldWords } from "../statement/old-words.ts"
import type { Echo } from "../statement/statement.ts"
import type { Story } from "../story/story.ts"
import type { Span } from "../text/span.ts"

/** All findings about one pile of coverage: plain, versioned JSON with a published schema. */
export interface Report {
  /** Of the schema: a change of the first number may break readers. */
  readonly version: string
  readonly articles: readonly ReportArticle[]
  readonly quotations: readonly ReportQuotation[]
  readonly statements: readonly ReportStatement[]
  readonly lineage: readonly LineageEdge[]
  /** Articles that print one text: wire copy, most of them. An article is in one fold at most. */
  readonly folds: readonly Fold[]
  /** What outlets changed in their own articles. */
  readonly revisions: readonly Revision[]
  readonly stories: readonly Story[]
  readonly notices: readonly Notice[]
}

export interface ReportArticle {
  readonly id: string
  readonly source: string
  readonly record: boolean
  readonly outlet: string | null
  readonly title: string | null
  /** Where the title stands in the text; null where it is only metadata. */
  readonly headline: Span | null
  /** What the page says of itself; left out where it says nothing. */
  readonly description?: string
  readonly byline: string | null
  readonly published: Published | null
  readonly language: string | null
  readonly url: string | null
  /** Where the words were spoken, for a record that says so. */
  readonly place: string | null
  /** Left out on request. */
  readonly text?: string
  readonly blocks: readonly Block[]
  readonly links: readonly Link[]
  readonly emphasis: readonly Span[]
  readonly turns: readonly Turn[]
  readonly revisionOf: string | null
}

export interface ReportQuotation {
  readonly id: string
  readonly article: string
  readonly kind: QuotationKind
  readonly content: readonly Span[]
  /** The parts of the content that stand in quotation marks. */
  readonly marked: readonly Span[]
  readonly text: string
  readonly speaker: Speaker | null
  readonly cue: Span | null
  readonly via: readonly Via[]
  readonly when: { readonly value: string; readonly precision: string; readonly span: Span } | null
}

export interface ReportStatement {
  readonly id: string
  readonly speaker: string | null
  readonly records: readonly {
    readonly article: string
    readonly spans: readonly Span[]
    readonly text: string
  }[]
  /** The record's passage, else the composite of the witnesses. */
  readonly base: string
  /** Row 0 the base, then a row a witness; one column a place. */
  readonly table: readonly (readonly (string | null)[])[]
  readonly witnesses: readonly ReportWitness[]
  readonly copyTree: readonly ToldNode[]
  readonly echoes: readonly Echo[]
}

export interface ReportWitness {
  readonly quotation: string
  readonly article: string
  readonly spans: readonly Span[]
  readonly verdict: Verdict
  /** Share of the witness's words that stand in the base, 0 to 1. */
  readonly similarity: number
  /** One sentence why the verdict is what it is. */
  readonly why: string
  readonly edits: readonly Edit[]
  /** Set where the words were spoken long before the page appeared, and it gives no date for them or a newer one. */
  readonly old: OldWords | null
}
