import type { Quotation } from "../quotation/quotation.ts"
import { groupBy } from "../text/groupBy.ts"
import { hull, type Span } from "../text/span.ts"
import type { Location } from "./statement.ts"
import { byPlace } from "./witness.ts"

/** Quotations of one statement, the one that holds it together first. */
export type Group = readonly Quotation[]

/** Share of a passage that a longer one must have in common with it to take it in. Two that only touch stay two. */
const MIN_SHARE = 0.3

/** A passage of a record with the quotations that print it or parts of it. */
interface Hub {
  readonly span: Span
  readonly quotations: Quotation[]
}

/**
 * Located quotations, those whose passages meet together. The longest passage takes in what lies in it, the next
 * longest what is left: a chain of passages that each only touch the next does not become one statement.
 */
export function groupByPlace(
  quotations: readonly Quotation[],
  locations: ReadonlyMap<string, Location>,
): Group[] {
  const rows = quotations.map((quotation): Row => {
    const { record, segments } = locations.get(quotation.id)!
    return { quotation, record, span: hull(segments.map((segment) => segment.record)) }
  })
  const records = [...groupBy(rows, (row) => row.record)].sort(([a], [b]) => (a < b ? -1 : 1))
  return records.flatMap(([, inRecord]) => groupInRecord(inRecord))
}

interface Row {
  readonly quotation: Quotation
  readonly record: string
  readonly span: Span
}

function groupInRecord(rows: readonly Row[]): Group[] {
  const hubs: Hub[] = []
  const length = (span: Span): number => span.to - span.from
  const sorted = rows.toSorted(
    (a, b) =>
      length(b.span) - length(a.span) ||
      a.span.from - b.span.from ||
      byPlace(a.quotation, b.quotation),
  )
  for (const { quotation, span } of sorted) {
    const hub = bestHub(hubs, span)
    if (hub) hub.quotations.push(quotation)
    else hubs.push({ span, quotations: [quotation] })
  }
  return hubs.sort((a, b) => a.span.from - b.span.from).map((hub) => hub.quotations)
}

/** The hub that shares most with a passage, and enough of it; of two that share the same, the longer. */
function bestHub(hubs: readonly Hub[], span: Span): Hub | null {
  let best: Hub | null = null
  let most = MIN_SHARE * (span.to - span.from)
  for (const hub of hubs) {
    const shared = Math.min(hub.span.to, span.to) - Math.max(hub.span.from, span.from)
    if (shared > 0 && shared > most) {
      best = hub
      most = shared
    }
  }
  return best
}
