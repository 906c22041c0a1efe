import type { Report } from "./report.ts"

/**
 * The quotations, by id, whose absence from the records tells a reader something: their page prints other words of a
 * record, and their speaker speaks in it. What somebody else said on another day is not missing from a transcript.
 */
export function findTellingAbsences(report: Report): ReadonlySet<string> {
  const quoting = new Set<string>()
  for (const statement of report.statements) {
    if (statement.records.length === 0) continue
    for (const { article } of statement.witnesses) quoting.add(article)
  }
  const heard = new Set(
    report.articles.flatMap(({ turns }) => turns.map(({ speaker }) => familyName(speaker))),
  )
  const telling = report.quotations.filter(({ article, speaker }) => {
    const name = speaker?.name ?? null
    return name !== null && quoting.has(article) && heard.has(familyName(name))
  })
  return new Set(telling.map(({ id }) => id))
}

function familyName(name: string): string {
  return name.trim().split(/\s+/u).at(-1)?.toLowerCase() ?? ""
}
