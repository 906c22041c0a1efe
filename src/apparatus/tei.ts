import type { Collation } from "./apparatus.ts"

/** A collation with its name and the names of its rows. */
export interface NamedCollation {
  readonly id: string
  /** Whether row 0 is a record, not the composite of the others. */
  readonly hasRecord: boolean
  readonly collation: Collation
}

/** A TEI P5 document in parallel segmentation; of several collations, a `teiCorpus`. */
export function formatTei(collations: readonly NamedCollation[]): string {
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
  const [only, ...more] = collations
  if (only && more.length === 0) return `${head}${formatDocument(only, 0)}`
  const parts = collations.map((one, i) => formatDocument(one, i))
  return `${head}<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">\n${corpusHeader()}${parts.join("")}</teiCorpus>\n`
}

function corpusHeader(): string {
  return `<teiHeader>\n${fileDescription("Collations", "<p>Versions of quotations as printed.</p>")}</teiHeader>\n`
}

function formatDocument(named: NamedCollation, index: number): string {
  const sigla = siglaOf(named, index)
  return `<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader>
${fileDescription(named.id, witnessList(named, sigla))}<encodingDesc><variantEncoding method="parallel-segmentation" location="internal"/></encodingDesc>
</teiHeader>
<text><body><ab>${formatSegments(named, sigla)}</ab></body></text>
</TEI>
`
}

function fileDescription(title: string, source: string): string {
  return `<fileDesc>
<titleStmt><title>${escapeXml(title)}</title></titleStmt>
<publicationStmt><p>Not published.</p></publicationStmt>
<sourceDesc>${source}</sourceDesc>
</fileDesc>
`
}

/** An XML id for each row that stands in the text: the record's first, where there is one. */
function siglaOf({ hasRecord, collation }: NamedCollation, index: number): string[] {
  const prefix = index === 0 ? "" : `c${index + 1}-`
  const versions = collation.versions.map((_, i) => `${prefix}w${i + 1}`)
  return hasRecord ? [`${prefix}R`, ...versions] : versions
}

function witnessList({ hasRecord, collation }: NamedCollation, sigla: readonly string[]): string {
  const names = [...(hasRecord ? ["record"] : []), ...collation.versions.map(({ id }) => id)]
  const witnesses = names.map(
    (name, i) => `<witness xml:id="${sigla[i]}">${escapeXml(name)}</witness>`,
  )
  return witnesses.length > 0 ? `<listWit>${witnesses.join("")}</listWit>` : "<p>No witnesses.</p>"
}

/** Text where all rows agree to the letter, an apparatus entry where they do not. */
function formatSegments(
  { hasRecord, collation }: NamedCollation,
  sigla: readonly string[],
): string {
  const rows = hasRecord ? collation.table : collation.table.slice(1)
  const [first = []] = rows
  let xml = ""
  let from = 0
  for (let column = 0; column < first.length; column++) {
    if (!agree(rows, column)) continue
    xml += formatEntry(rows, sigla, from, column) + escapeXml(first[column] ?? "")
    from = column + 1
  }
  return xml + formatEntry(rows, sigla, from, first.length)
}

function agree(rows: Collation["table"], column: number): boolean {
  const first = rows[0]?.[column] ?? ""
  return rows.every((row) => (row[column] ?? "").trimEnd() === first.trimEnd())
}

/** The readings of some columns, each with the rows that have it, in row order. */
function formatEntry(
  rows: Collation["table"],
  sigla: readonly string[],
  from: number,
  to: number,
): string {
  if (from === to) return ""
  const readings = new Map<string, string[]>()
  rows.forEach((row, i) => {
    const reading = row.slice(from, to).join("").trimEnd()
    readings.set(reading, [...(readings.get(reading) ?? []), `#${sigla[i]}`])
  })
  if (readings.size === 1) return ""
  const entries = [...readings].map(([reading, wit]) => formatReading(reading, wit.join(" ")))
  return `<app>${entries.join("")}</app> `
}

function formatReading(reading: string, witnesses: string): string {
  const body = reading === "" ? "/>" : `>${escapeXml(reading)}</rdg>`
  return `<rdg wit="${witnesses}"${body}`
}

/** XML knows no control characters, not even escaped, and no lone surrogates. */
function escapeXml(text: string): string {
  return text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "\ufffd")
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
}
