import type { Report } from "./report.ts"

/**
 * The quotations, by id, whose absence from the records tells a reader something: their page prints other words of a
 * record beyond doubt, and their speaker speaks in it; of several records, other words of that very speaker. What
 * somebody else said on another day is not missing from a transcript.
 */
export function findTellingAbsences(report: Report): ReadonlySet<string> {
  const names = new Map(
    report.quotations.map(({ id, speaker }) => [id, familyName(speaker?.name ?? "")]),
  )
  const isArchive = report.articles.filter(({ record }) => record).length > 1
  const keyOf = (article: string, name: string): string =>
    isArchive ? `${article} ${name}` : article
  const quoting = new Set(
    report.statements
      .filter(({ records }) => records.length > 0)
      .flatMap(({ witnesses }) => witnesses)
      .filter(({ verdict }) => verdict !== "unclear" && verdict !== "elsewhere")
      .map(({ article, quotation }) => keyOf(article, names.get(quotation) ?? "")),
  )
  const heard = new Set(
    report.articles.flatMap(({ turns }) => turns.map(({ speaker }) => familyName(speaker))),
  )
  const telling = report.quotations.filter(({ id, article }) => {
    const name = names.get(id)!
    return name !== "" && quoting.has(keyOf(article, name)) && heard.has(name)
  })
  return new Set(telling.map(({ id }) => id))
}

function familyName(name: string): string {
  return name.trim().split(/\s+/u).at(-1)?.toLowerCase() ?? ""
}
