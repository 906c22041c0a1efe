import type { Article } from "../article/article.ts"
import { hull, type Span } from "../text/span.ts"
import { turnsAt } from "./record-index.ts"
import type { Location } from "./statement.ts"

/** Characters before a place in which the record's speaker may have begun to quote somebody. */
const QUOTED_REACH = 2000

/** Whose words the record says they are; nobody's in particular where a speaker quotes them. */
export function speakersAt(record: Article, segments: Location["segments"]): string[] {
  if (isQuotedThere(record, hull(segments.map((segment) => segment.record)))) return []
  const turns = segments.flatMap((segment) => turnsAt(record, segment.record))
  return [...new Set(turns.map((turn) => turn.speaker))]
}

/** Whether the record's speaker quotes somebody else there: then the turn does not say whose words they are. */
function isQuotedThere(record: Article, span: Span): boolean {
  const turn = turnsAt(record, span)[0]
  if (!turn) return false
  const least = Math.max(turn.span.from, span.from - QUOTED_REACH)
  const before = record.text.slice(least, Math.max(least, span.from))
  const opened = Math.max(before.lastIndexOf("“"), before.lastIndexOf("«"))
  return opened > Math.max(before.lastIndexOf("”"), before.lastIndexOf("»"))
}
