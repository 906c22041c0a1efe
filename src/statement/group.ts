import type { Article } from "../article/article.ts"
import type { Quotation } from "../quotation/quotation.ts"
import { stableId } from "../text/id.ts"
import { findEchoes } from "./echo.ts"
import { type Group, groupByPlace } from "./groupByPlace.ts"
import { groupByWords } from "./groupByWords.ts"
import { locateAll } from "./locate.ts"
import { indexRecords } from "./recordIndex.ts"
import { recordPassages } from "./recordPassages.ts"
import { speakerOf } from "./speakerOf.ts"
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
  const placed = groupByPlace(vouched.filter(isLocated), locations)
  const loose = groupByWords(
    vouched.filter((quotation) => !isLocated(quotation)),
    byId,
  )
  const statements = [...placed, ...loose].map((group) => statementOf(group, locations))
  const echoes = findEchoes(statements, quotations, byId)
  return statements.map((statement) => ({ ...statement, echoes: echoes.get(statement.id) ?? [] }))
}

/** `group`'s first quotation is the one that holds it together. */
function statementOf(group: Group, locations: ReadonlyMap<string, Location>): Statement {
  const witnesses = group.map((quotation) =>
    witnessOf(quotation, locations.get(quotation.id) ?? null),
  )
  const places = witnesses.flatMap(({ location }) =>
    location && !location.unsure ? [location] : [],
  )
  return {
    id: stableId("s", group[0]!.id),
    speaker: speakerOf(group, places),
    records: recordPassages(places),
    witnesses,
    echoes: [],
  }
}
