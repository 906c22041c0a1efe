// Do tables agree with those that CollateX's own tests ask for?
// CASES is a list of {name, witnesses, expected…}; the checker says which tables pair the words that they must. Cases whose
// answer there depends on the order of witnesses are told apart: ours cannot.
import { readFileSync, writeFileSync } from "node:fs"
import { basename } from "node:path"
import { pathToFileURL } from "node:url"
import { readCall } from "./call.mjs"
import { checkFloors, hashOf } from "./floors.mjs"
import { inFolder, runStemma } from "./programs.mjs"

const { values: options } = readCall(
  "eval/collatex.mjs --cases collatex-cases.json --checker check-collatex-cases.mjs [--floors] [--raise]",
  {
    options: {
      cases: { type: "string" },
      checker: { type: "string" },
      floors: { type: "boolean" },
      raise: { type: "boolean" },
    },
    needed: ["cases", "checker"],
  },
)

/** Words already divided are given so; others as a text. */
const witnessOf = ({ id, text, tokens }) => (tokens ? { id, tokens } : { id, content: text })

/** Our tables, in the order of the cases: a row a witness, without the base. */
function collateAll(cases) {
  const sets = cases.map(({ name: id, witnesses }) => ({ id, witnesses: witnesses.map(witnessOf) }))
  return inFolder((file) => {
    writeFileSync(file("sets"), JSON.stringify(sets))
    return JSON.parse(runStemma("collate", file("sets"), "--json")).map(({ table }) =>
      table.slice(1),
    )
  })
}

/** Cases that CollateX's authors doubt themselves prove nothing. */
function groupOf({ questionable, ignoredUpstream, orderDependent }) {
  if (questionable || ignoredUpstream) return "doubtful"
  return orderDependent ? "order-dependent" : "firm"
}

const text = readFileSync(options.cases, "utf8")
const { check, checkable } = await import(pathToFileURL(options.checker))
const cases = JSON.parse(text).filter(checkable)
const tables = collateAll(cases)
const figures = {}
for (const group of ["firm", "order-dependent", "doubtful"]) {
  const results = cases
    .map((one, i) => ({ name: one.name, group: groupOf(one), ...check(one, tables[i]) }))
    .filter((result) => result.group === group)
  const passed = results.filter(({ ok }) => ok).length
  console.log(`${group}: ${passed} of ${results.length} pass`)
  for (const { name, ok, err } of results) if (!ok) console.log(`  ${name}: ${err}`)
  figures[group] = passed / results.length
}

if (options.floors || options.raise)
  checkFloors("collatex", {
    hash: hashOf(text),
    corpus: basename(options.cases),
    figures: { firm: figures.firm },
    raise: options.raise,
  })
