// Scores figures and dates against what was read by hand: offsets and values, no text. The rules were written with the
// first gold in sight (figures-gold.json); the second was drawn and read later, before anything was found in it.
//   node eval/figures.mjs CORPUS_DIR [--errors]     (after npm run build; CORPUS_DIR holds manifest.jsonl and articles/)
// A figure is right when it overlaps the gold span and has its value, upper end and unit; a date when it overlaps and has
// the same value. Only the first `cut` characters of each article were read.
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { articleRows, readRow } from "./manifest.mjs"

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { errors: { type: "boolean" }, dist: { type: "string" } },
})
const [corpus] = positionals
if (!corpus) {
  console.error("usage: node eval/figures.mjs CORPUS_DIR [--errors]")
  process.exit(2)
}
const dist = values.dist ?? new URL("../dist", import.meta.url).pathname
const { extractArticles } = await import(join(dist, "article/extract.js"))
const { findFigures } = await import(join(dist, "story/figures.js"))
const { findDates } = await import(join(dist, "occasion/dates.js"))

/** The gold names an article by the head of its id's SHA-256: some ids are headlines. */
const nameOf = (id) => createHash("sha256").update(id).digest("hex").slice(0, 16)
const manifest = new Map(articleRows(corpus).map((row) => [nameOf(row.id), row]))
for (const file of ["figures-gold.json", "figures-gold-2.json"]) {
  console.log(file)
  scoreGold(JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8")))
}

function scoreGold(gold) {
  const tally = { figures: { right: 0, gold: 0, found: 0 }, dates: { right: 0, gold: 0, found: 0 } }
  for (const { id, cut, figures, dates } of gold) {
    const article = readRow(corpus, manifest.get(id), extractArticles)
    const isRead = ({ span }) => span.from < cut
    score(
      tally.figures,
      "figure",
      article,
      figures,
      findFigures(article).filter(isRead),
      isSameFigure,
    )
    score(
      tally.dates,
      "date",
      article,
      dates,
      findDates(article).filter(isRead),
      ([, , value], date) => date.value === value,
    )
  }
  for (const [name, { right, gold: all, found }] of Object.entries(tally)) {
    const [precision, recall] = [right / found, right / all]
    const percent = (share) => (100 * share).toFixed(1)
    console.log(
      `${name}: P ${percent(precision)} R ${percent(recall)} F1 ${percent((2 * precision * recall) / (precision + recall))} (${all} in the gold, ${found} found)`,
    )
  }
}

function isSameFigure([, , value, unit, high], figure) {
  return (
    Math.abs(figure.value - value) <= 1e-9 * Math.max(1, value) &&
    figure.unit === unit &&
    figure.high === high
  )
}

function score(counts, name, article, wanted, found, isSame) {
  const used = new Set()
  for (const row of wanted) {
    const hit = found.find(
      (one) => !used.has(one) && one.span.from < row[1] && row[0] < one.span.to && isSame(row, one),
    )
    if (hit) used.add(hit)
    else if (values.errors)
      console.log(
        `${name} missed: ${article.text.slice(row[0] - 20, row[1] + 15).replaceAll("\n", " ")} = ${row.slice(2)}`,
      )
  }
  if (values.errors) {
    for (const one of found.filter((one) => !used.has(one))) {
      console.log(
        `${name} extra: ${article.text.slice(Math.max(0, one.span.from - 20), one.span.to + 15).replaceAll("\n", " ")} = ${one.value} ${one.high ?? ""} ${one.unit ?? ""}`,
      )
    }
  }
  counts.right += used.size
  counts.gold += wanted.length
  counts.found += found.length
}
