import type { Article } from "../article/article.ts"
import type { Quotation } from "../quotation/quotation.ts"
import { stableId } from "../text/id.ts"
import { findEchoes } from "./echo.ts"
import { groupByPlace } from "./group-by-place.ts"
import { groupByWords } from "./group-by-words.ts"
import { locateAll } from "./locate.ts"
import type { Group } from "./member.ts"
import { mergeRecords } from "./merge-records.ts"
import { indexRecords } from "./record-index.ts"
import { recordPassages } from "./record-passages.ts"
import { speakerOf } from "./speaker-of.ts"
import type { Location, Statement } from "./statement.ts"
import { articlesById, vouchedQuotations, witnessOf } from "./witness.ts"

/**
 * The quotations that print the same words, wherever they stand. Against records, those whose passages meet; where
 * the words stand in no record, those that share them.
 */
export function groupStatements(
  quotations: readonly Quotation[],
  articles: readonly Article[],
): Statement[] {
  const byId = articlesById(articles)
  const vouched = vouchedQuotations(quotations).filter(({ article }) => byId.has(article))
  const locations = locateAll(vouched, byId, indexRecords(articles))
  const isLocated = ({ id }: Quotation): boolean => locations.get(id)?.unsure === false
  const placed = mergeRecords(groupByPlace(vouched.filter(isLocated), locations, byId), byId)
  const loose = groupByWords(
    vouched.filter((quotation) => !isLocated(quotation)),
    byId,
  )
  const statements = [
    ...placed.map(statementOf),
    ...loose.map((group) => statementOf(withNearest(group, locations))),
  ]
  const echoes = findEchoes(statements, quotations, byId)
  return statements.map((statement) => ({ ...statement, echoes: echoes.get(statement.id) ?? [] }))
}

/** Members without a place of their own, with the nearest that was found. */
function withNearest(group: Group, locations: ReadonlyMap<string, Location>): Group {
  return group.map((member) => ({
    ...member,
    location: locations.get(member.quotation.id) ?? null,
  }))
}

function statementOf(group: Group): Statement {
  const places = group.flatMap(({ location }) => (location && !location.unsure ? [location] : []))
  return {
    id: stableId("s", group[0]!.quotation.id),
    speaker: speakerOf(
      group.map((member) => member.quotation),
      places,
    ),
    records: recordPassages(places),
    witnesses: group.map(witnessOf),
    echoes: [],
  }
}
