// How long does `stemma compare --json` take over a whole corpus, and how does that grow?
// CORPUS_DIR holds manifest.jsonl and the articles that it names. Whole processes, started one after the other, each
// over articles drawn evenly from all; the last is over all of them. The JSON is counted and thrown away.
import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"
import { readCall } from "../eval/call.mjs"
import { articleRows } from "../eval/manifest.mjs"
import { describeMachine } from "./machine.mjs"

const {
  values,
  positionals: [corpus],
} = readCall("bench/corpus.mjs CORPUS_DIR [--sizes 1000,2000,4000] [--jobs 2]", {
  options: {
    sizes: { type: "string", default: "1000,2000,4000" },
    jobs: { type: "string", default: "2" },
  },
  words: [1, 1],
})
const command = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url))
/** Prints what the process has used, all its threads together, when it ends. */
const METER = `data:text/javascript,${encodeURIComponent(`
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
    process.stderr.write("used " + JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, rss: maxRSS / 1024 }))
  })`)}`

/** So many of the things, at even distances. */
function draw(things, count) {
  return Array.from({ length: count }, (_, i) => things[Math.floor((i * things.length) / count)])
}

async function compare(paths) {
  const options = ["--manifest", "manifest.jsonl", "--json", "--quiet", "--jobs", values.jobs]
  const start = performance.now()
  const child = spawn(
    process.execPath,
    ["--import", METER, command, "compare", ...paths, ...options],
    { cwd: corpus, stdio: ["ignore", "pipe", "pipe"] },
  )
  let bytes = 0
  let told = ""
  child.stdout.on("data", (chunk) => {
    bytes += chunk.length
  })
  child.stderr.on("data", (chunk) => {
    told += chunk
  })
  await new Promise((resolve) => child.on("close", resolve))
  const used = /used (\{.*\})/.exec(told)
  if (!used) throw new Error(`stemma compare ended early: ${told.slice(-400)}`)
  return { wall: (performance.now() - start) / 1000, bytes, ...JSON.parse(used[1]) }
}

const paths = articleRows(corpus).map(({ path }) => path)
const sizes = values.sizes
  .split(",")
  .map(Number)
  .filter((size) => size < paths.length)
console.log(`machine: ${describeMachine()}`)
console.log(`corpus: ${paths.length} articles of ${corpus}, ${values.jobs} jobs; whole processes`)
for (const size of [...sizes, paths.length]) {
  const { wall, cpu, rss, bytes } = await compare(draw(paths, size))
  console.log(
    [
      `${size} articles`.padStart(14),
      `${wall.toFixed(1)} s`.padStart(9),
      `${cpu.toFixed(1)} s CPU`.padStart(13),
      `${((1000 * cpu) / size).toFixed(1)} ms an article`.padStart(19),
      `${Math.round(rss)} MB resident`.padStart(18),
      `${(bytes / 1e6).toFixed(0)} MB of JSON`.padStart(16),
    ].join(""),
  )
}
