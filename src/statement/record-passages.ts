import { groupBy } from "../text/group-by.ts"
import { mergeSpans, type Span } from "../text/span.ts"
import type { Location, RecordPassage } from "./statement.ts"

/**
 * Two passages of one quotation that lie further apart in the record than this, in characters, stay two spans; what
 * lies between nearer ones is part of the passage, so that the reader sees what was skipped. Some 300 words.
 */
const MAX_SKIPPED = 2000

/** The passages of the records that hold the given places. */
export function recordPassages(locations: readonly Location[]): RecordPassage[] {
  return [...groupBy(locations, ({ record }) => record)].map(([article, places]) => ({
    article,
    spans: mergeSpans(places.flatMap(withSkipped)),
  }))
}

function withSkipped({ segments }: Location): Span[] {
  return mergeSpans(
    segments.map((segment) => segment.record),
    MAX_SKIPPED,
  )
}
