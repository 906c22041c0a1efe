import type { LineageEdge } from "./lineage.ts"

/**
 * Articles that print one text, whoever printed it: one source, however many outlets. Whoever counts sources counts
 * them once.
 */
export interface Fold {
  readonly id: string
  /** The agency whose text it is, by its full name; null where no credit tells. */
  readonly source: string | null
  /** Two or more, in the order of their ids. */
  readonly articles: readonly string[]
  /** The credits that name the source; empty where none does. */
  readonly evidence: LineageEdge["evidence"]
}
