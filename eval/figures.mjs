// Scores figures and dates against what was read by hand: offsets and values, no text; eval/figures.md has the rules of
// reading and what each gold gave when it was first measured.
// CORPUS_DIR holds manifest.jsonl and articles/.
// A figure is right when it overlaps the gold span and has its value, upper end and unit; a date when it overlaps and has
// the same value. Only the first `cut` characters of each article were read. With --floors a run below eval/floors.json fails.
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { readCall } from "./call.mjs"
import { checkFloors, hashOf } from "./floors.mjs"
import { articleRows, readRow } from "./manifest.mjs"

const {
  values,
  positionals: [corpus],
} = readCall("eval/figures.mjs CORPUS_DIR [--errors] [--floors] [--raise] [--dist DIR]", {
  options: {
    errors: { type: "boolean" },
    floors: { type: "boolean" },
    raise: { type: "boolean" },
    dist: { type: "string" },
  },
  words: [1, 1],
})
const dist = values.dist ?? new URL("../dist", import.meta.url).pathname
const { extractArticles } = await import(join(dist, "article/extract.js"))
const { findFigures } = await import(join(dist, "story/figures.js"))
const { findDates } = await import(join(dist, "occasion/dates.js"))

/** How many golds were read. */
const GOLDS = 8

/** The gold names an article by the head of its id's SHA-256: some ids are headlines. */
const nameOf = (id) => createHash("sha256").update(id).digest("hex").slice(0, 16)
const manifest = new Map(articleRows(corpus).map((row) => [nameOf(row.id), row]))
for (let number = 1; number <= GOLDS; number++) {
  const file = number === 1 ? "figures-gold.json" : `figures-gold-${number}.json`
  const gold = readFileSync(new URL(file, import.meta.url), "utf8")
  console.log(file)
  const figures = scoreGold(JSON.parse(gold))
  if (values.floors || values.raise)
    checkFloors("figures", { hash: hashOf(gold), corpus: file, figures, raise: values.raise })
}

/** Finds figures and dates in the articles of a gold; the F1 of both. */
function scoreGold(gold) {
  const figures = { right: 0, gold: 0, found: 0 }
  const dates = { right: 0, gold: 0, found: 0 }
  for (const row of gold) {
    const article = readRow(corpus, manifest.get(row.id), extractArticles)
    const isRead = ({ span }) => span.from < row.cut
    const foundFigures = findFigures(article).filter(isRead)
    const foundDates = findDates(article).filter(isRead)
    score(figures, "figure", article, row.figures, foundFigures, isSameFigure)
    score(
      dates,
      "date",
      article,
      row.dates,
      foundDates,
      ([, , value], date) => date.value === value,
    )
  }
  return { figures: tell("figures", figures), dates: tell("dates", dates) }
}

/** Prints precision, recall and F1. */
function tell(name, { right, gold, found }) {
  const [precision, recall, f1] = [right / found, right / gold, (2 * right) / (found + gold)]
  const [p, r, f] = [precision, recall, f1].map((share) => (100 * share).toFixed(1))
  console.log(`${name}: P ${p} R ${r} F1 ${f} (${gold} in the gold, ${found} found)`)
  return f1
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
