// How much sooner are many articles done with a second core?
// Wall time of whole `stemma quotes` processes: with one job, with two, and, for comparison, of two processes of one job
// side by side with half the articles each. The three take turns; medians of the rounds. Where /proc tells, also the most
// memory resident at once, the workers' and pages that they share counted in each.
import { spawn } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { readCall } from "../eval/call.mjs"
import { describeMachine, median } from "./machine.mjs"

const {
  values,
  positionals: [corpus],
} = readCall("bench/jobs.mjs ARTICLES.jsonl [--rounds 5]", {
  options: { rounds: { type: "string", default: "5" } },
  words: [1, 1],
})

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

/** Seconds, and the most megabytes seen meanwhile. */
async function measure(run) {
  let most = 0
  const watch = setInterval(() => {
    most = Math.max(most, residentBelow(process.pid))
  }, 200)
  const start = performance.now()
  await run()
  clearInterval(watch)
  return { seconds: (performance.now() - start) / 1e3, megabytes: most }
}

/** Resident megabytes of all processes started by one, and by those; 0 where /proc is not. */
function residentBelow(parent) {
  let sum = 0
  for (const pid of childrenOf(parent)) sum += residentOf(pid) + residentBelow(pid)
  return sum
}

function childrenOf(pid) {
  try {
    const tasks = readdirSync(`/proc/${pid}/task`)
    return tasks.flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").split(" ").filter(Boolean),
    )
  } catch {
    return []
  }
}

function residentOf(pid) {
  try {
    return (
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024
    )
  } catch {
    return 0
  }
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
  const runs = new Map(Object.keys(ways).map((way) => [way, []]))
  for (let round = 0; round < Number(values.rounds); round++)
    for (const [way, run] of Object.entries(ways)) runs.get(way).push(await measure(run))

  console.log(`machine: ${describeMachine()}`)
  console.log(`corpus: ${corpus}, ${lines.length} articles; ${values.rounds} rounds`)
  const medians = []
  for (const [way, list] of runs) {
    const walls = list.map(({ seconds }) => seconds)
    medians.push(median(walls))
    const range = `${Math.min(...walls).toFixed(1)}–${Math.max(...walls).toFixed(1)}`
    const most = Math.max(...list.map(({ megabytes }) => megabytes)).toFixed(0)
    console.log(
      `${way.padEnd(26)} ${median(walls).toFixed(1).padStart(6)} s (${range}), ${most} MB`,
    )
  }
  const [alone, together, apart] = medians
  const speedUp = (alone / together).toFixed(2)
  console.log(`speed-up of two jobs: ${speedUp}; of two processes: ${(alone / apart).toFixed(2)}`)
} finally {
  rmSync(folder, { recursive: true })
}
