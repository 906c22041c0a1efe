import type { Span } from "../text/span.ts"

/** How exactly a figure is given: "nearly 20" is `under`, "more than 20" is `over`, "some 20" is `about`. */
export type Exactness = "exact" | "about" | "over" | "under"

/** A quantity that an article states. */
export interface Figure {
  readonly article: string
  /** From the first word of the quantity to its unit: "more than half a million cases". */
  readonly span: Span
  /** The number, or the lower end of a range. */
  readonly value: number
  /** The upper end of a range; null where there is none. */
  readonly high: number | null
  /** `$`, `€`, `£`, `percent`, a measure in the singular ("mile"); null where things are counted. */
  readonly unit: string | null
  /** What is counted or measured, as printed: "cases", "deaths"; null where nothing says. */
  readonly of: string | null
  readonly exactness: Exactness
}

/** Figures of the same thing in the articles of a story. */
export interface FigureGroup {
  readonly unit: string | null
  readonly of: string | null
  /** `conflict`: two articles give numbers that cannot both be right as they are given. */
  readonly verdict: "agree" | "rounded" | "conflict"
  readonly figures: readonly Figure[]
}
