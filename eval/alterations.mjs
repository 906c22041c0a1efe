// How well what was done to versions of a text is named, on sets made by a generator that knows what it did.
// DIR holds make-alterations.mjs, score-alterations.mjs and sources-visible.json; --sources gives other texts. Everything goes
// through the command, and edits take the scorer's names by way of the adapter. A line a seed, the mean, and the worst of
// each; --types adds each type of edit. Words are scored as `align` pairs them and as the columns of the table do.
import { readFileSync, realpathSync, writeFileSync } from "node:fs"
import { basename, join, resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { readCall } from "./call.mjs"
import { checkFloors, hashOf } from "./floors.mjs"
import { inFolder, runScript, runStemma } from "./programs.mjs"

const { values: options } = readCall(
  "eval/alterations.mjs --alterations DIR --adapter alterations-adapter.mjs [--sources FILE] [--seeds 2,3,4] [--sets 200] [--types] [--floors] [--raise]",
  {
    options: {
      alterations: { type: "string" },
      adapter: { type: "string" },
      sources: { type: "string" },
      seeds: { type: "string", default: "2,3,4" },
      sets: { type: "string", default: "200" },
      types: { type: "boolean" },
      floors: { type: "boolean" },
      raise: { type: "boolean" },
    },
    needed: ["alterations", "adapter"],
  },
)

const FIGURES = ["typed", "span", "align", "columns", "transposition", "exact", "alarms", "parents"]

/** Figures of which less is better. */
const LESS = new Set(["alarms"])

const readJSON = (path) => JSON.parse(readFileSync(path, "utf8"))
const writeJSON = (path, value) => writeFileSync(path, JSON.stringify(value))

/** The figures of one seed's sets, and the scorer's tallies of each type. */
function measure(truth, { adapter, scorer }) {
  return inFolder((file) => {
    writeJSON(file("truth"), truth)
    runScript(adapter, "in", file("truth"), file("given"))
    const collated = runStemma("collate", file("given"), "--json")
    writeFileSync(file("collated"), collated)
    runScript(adapter, "out", file("truth"), file("collated"), file("edits"))
    writeJSON(file("columns"), JSON.parse(collated).map(alignColumns(scorer.words)))
    const ask = (answers, flag) =>
      JSON.parse(runScript(scorer.path, file("truth"), file(answers), flag))
    const { micro, spanOnly, types, exactWitnesses, falseAlarmRate } = ask("edits", "--json")
    const figures = {
      typed: micro.f1,
      span: spanOnly.f1,
      align: ask("collated", "--alignment").f1,
      columns: ask("columns", "--alignment").f1,
      transposition: types.transposition.f1,
      exact: exactWitnesses,
      alarms: falseAlarmRate,
      parents: ask("edits", "--stemma").parents,
    }
    return { figures, types }
  })
}

/** A set with its words paired by the columns of the table alone. */
function alignColumns(wordsOf) {
  return ({ id, table: [base, ...rows], witnesses }) => {
    const baseCells = wordsInCells(base, wordsOf)
    const align = (row) =>
      wordsInCells(row, wordsOf).flatMap((words, place) => {
        const opposite = baseCells[place]
        return words.slice(0, opposite.length).map((word, i) => [...word, ...opposite[i]])
      })
    return { id, witnesses: witnesses.map(({ id }, i) => ({ id, align: align(rows[i]) })) }
  }
}

/** The words of each cell of a row, as offsets into the row's text. */
function wordsInCells(row, wordsOf) {
  let at = 0
  return row.map((cell) => {
    const from = at
    at += cell?.length ?? 0
    return wordsOf(cell ?? "").map((word) => word.map((offset) => from + offset))
  })
}

function mapFigures(figureOf) {
  return Object.fromEntries(FIGURES.map((name) => [name, figureOf(name)]))
}

function summarize(all) {
  return {
    mean: mapFigures((name) => all.reduce((sum, figures) => sum + figures[name], 0) / all.length),
    worst: mapFigures((name) => {
      const worse = LESS.has(name) ? Math.max : Math.min
      return worse(...all.map((figures) => figures[name]))
    }),
  }
}

const formatRow = (name, cells) =>
  name.padEnd(10) + cells.map((cell, i) => cell.padStart(FIGURES[i].length + 2)).join("")

function print(rows) {
  console.log(formatRow("", FIGURES))
  for (const [name, figures] of rows)
    console.log(
      formatRow(
        name,
        FIGURES.map((figure) => figures[figure].toFixed(3)),
      ),
    )
}

/** F1 of each type over all seeds. */
function printTypes(tallies) {
  for (const name of [...new Set(tallies.flatMap(Object.keys))].sort()) {
    const sum = (key) => tallies.reduce((total, types) => total + (types[name]?.[key] ?? 0), 0)
    const [right, added, missed] = [sum("tp"), sum("fp"), sum("fn")]
    const f1 = ((2 * right) / (2 * right + added + missed)).toFixed(3)
    console.log(`${name.padEnd(24)}${f1}  right ${right}, added ${added}, missed ${missed}`)
  }
}

/** Both summaries under one name each. */
function floorFigures({ mean, worst }) {
  const named = Object.entries(worst).map(([name, value]) => [`worst ${name}`, value])
  return { ...mean, ...Object.fromEntries(named) }
}

// The scorer runs by itself only under its own name: a link to its folder is followed first.
const inDirectory = (name) => resolve(realpathSync(options.alterations), name)
const path = inDirectory("score-alterations.mjs")
const { words } = await import(pathToFileURL(path).href)
const { makeSets } = await import(pathToFileURL(inDirectory("make-alterations.mjs")).href)
const sources = options.sources ?? join(options.alterations, "sources-visible.json")
const seeds = options.seeds.split(",").map(Number)
const truths = seeds.map((seed) =>
  makeSets(readJSON(sources), { seed, sets: Number(options.sets) }),
)
const tools = { adapter: options.adapter, scorer: { path, words } }
const measured = truths.map((truth) => measure(truth, tools))
const summary = summarize(measured.map(({ figures }) => figures))
print([
  ...measured.map(({ figures }, i) => [`seed ${seeds[i]}`, figures]),
  ...Object.entries(summary),
])
if (options.types) printTypes(measured.map(({ types }) => types))
if (options.floors || options.raise)
  checkFloors("alterations", {
    hash: hashOf(JSON.stringify(truths)),
    corpus: `${basename(sources)}, seeds ${options.seeds}`,
    figures: floorFigures(summary),
    raise: options.raise,
    less: new Set([...LESS].flatMap((name) => [name, `worst ${name}`])),
  })
