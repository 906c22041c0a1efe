import type { Article } from "../article/article.ts"
import type { Quotation } from "../quotation/quotation.ts"
import { stableId } from "../text/id.ts"
import { hull } from "../text/span.ts"
import { findEchoes } from "./echo.ts"
import { groupByPlace } from "./group-by-place.ts"
import { groupByWords } from "./group-by-words.ts"
import { locateAll } from "./locate.ts"
import type { Group, Member } from "./member.ts"
import { mergeRecords } from "./merge-records.ts"
import { partsOf } from "./part.ts"
import { indexRecords } from "./record-index.ts"
import { recordPassages } from "./record-passages.ts"
import { rejoinParts } from "./rejoin.ts"
import { findSkipping } from "./skipping.ts"
import { speakerOf } from "./speaker-of.ts"
import type { Statement } from "./statement.ts"
import { articlesById, vouchedQuotations, witnessOf } from "./witness.ts"

/**
 * The quotations that print the same words, wherever they stand. Against records, those whose passages meet; where
 * the words stand in no record, those that share them.
 */
export function groupStatements(
  quotations: readonly Quotation[],
  articles: readonly Article[],
): Statement[] {
  return addEchoes(groupWitnesses(quotations, articles), quotations, articles)
}

/** Statements with the places that print their words without marks. */
export function addEchoes(
  statements: readonly Statement[],
  quotations: readonly Quotation[],
  articles: readonly Article[],
): Statement[] {
  const echoes = findEchoes(statements, quotations, articlesById(articles))
  return statements.map((statement) => ({ ...statement, echoes: echoes.get(statement.id) ?? [] }))
}

/** Statements of which only the witnesses are known: all that their collation needs. */
export function groupWitnesses(
  quotations: readonly Quotation[],
  articles: readonly Article[],
): Statement[] {
  const byId = articlesById(articles)
  const vouched = vouchedQuotations(quotations).filter(({ article }) => byId.has(article))
  const locations = locateAll(vouched, byId, indexRecords(articles))
  const parts = vouched.flatMap((quotation) =>
    partsOf(quotation, byId, locations.get(quotation.id) ?? null),
  )
  const isPlaced = ({ location }: Member): boolean => location?.unsure === false
  const placed = parts.filter(isPlaced)
  const loose = parts.filter((part) => !isPlaced(part))
  const inRecords = rejoinParts(mergeRecords(groupByPlace(placed, byId), byId), new Set(placed))
  const groups = [
    ...inRecords,
    ...findSkipping(inRecords, byId),
    ...rejoinParts(groupByWords(loose, byId), new Set(loose)),
  ]
  return groups.map(statementOf)
}

function statementOf(group: Group): Statement {
  const places = group.flatMap(({ location }) => (location && !location.unsure ? [location] : []))
  const [first] = group
  return {
    id: stableId("s", first!.quotation.id, ...restOf(first!)),
    speaker: speakerOf(
      group.map((member) => member.quotation),
      places,
    ),
    records: recordPassages(places),
    witnesses: group.map(witnessOf),
    echoes: [],
  }
}

/** What tells a part of a quotation from the whole, and from its other parts. */
function restOf({ quotation, spans }: Member): number[] {
  const { from, to } = hull(spans)
  const whole = hull(quotation.marked)
  return from === whole.from && to === whole.to ? [] : [from, to]
}
