// How much sooner are many articles done with a second core?  node bench/jobs.mjs ARTICLES.jsonl [--rounds N]
// Wall time of whole `stemma quotes` processes: with one job, with two, and, as the most that the machine gives, of two
// processes of one job side by side with half the articles each. The three take turns; medians of the rounds.
import { spawn } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import { describeMachine, median } from "./machine.mjs"

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: "string", default: "5" } },
})
const [corpus] = positionals
if (corpus === undefined) throw new Error("Give a file of articles, one a line.")

const command = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url))
/** With refused articles, too, all others are done. */
const FINE = new Set([0, 3])

function quotes(path, jobs) {
  const args = [command, "quotes", path, "--json", "--quiet", "--jobs", String(jobs)]
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] })
    child.on("error", failed)
    child.on("exit", (code) => (FINE.has(code) ? done() : failed(new Error(`${path}: ${code}`))))
  })
}

/** Every other article, so that both halves are alike. */
function halve(lines, folder) {
  return [0, 1].map((odd) => {
    const path = join(folder, `${odd}.jsonl`)
    writeFileSync(path, `${lines.filter((_, i) => i % 2 === odd).join("\n")}\n`)
    return path
  })
}

async function secondsOf(run) {
  const start = performance.now()
  await run()
  return (performance.now() - start) / 1e3
}

const folder = mkdtempSync(join(tmpdir(), "stemma-jobs-"))
try {
  const lines = readFileSync(corpus, "utf8").trimEnd().split("\n")
  const halves = halve(lines, folder)
  const ways = {
    "one job": () => quotes(corpus, 1),
    "two jobs": () => quotes(corpus, 2),
    "two processes, half each": () => Promise.all(halves.map((half) => quotes(half, 1))),
  }
  const walls = new Map(Object.keys(ways).map((way) => [way, []]))
  for (let round = 0; round < Number(values.rounds); round++)
    for (const [way, run] of Object.entries(ways)) walls.get(way).push(await secondsOf(run))

  console.log(`machine: ${describeMachine()}`)
  console.log(`corpus: ${corpus}, ${lines.length} articles; ${values.rounds} rounds`)
  const [alone, together, apart] = [...walls.values()].map(median)
  for (const [way, list] of walls) {
    const range = `${Math.min(...list).toFixed(1)}–${Math.max(...list).toFixed(1)}`
    console.log(`${way.padEnd(26)} ${median(list).toFixed(1).padStart(6)} s (${range})`)
  }
  const speedUp = (alone / together).toFixed(2)
  console.log(`speed-up of two jobs: ${speedUp}; of two processes: ${(alone / apart).toFixed(2)}`)
} finally {
  rmSync(folder, { recursive: true })
}
