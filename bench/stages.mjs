// How many articles a second does each stage take in?
// Reads the folder's articles once, repeats them N times (200) as if of other outlets, and runs the whole pipeline.
import { cpuUsage, memoryUsage } from "node:process"
import { gatherSources } from "../dist/intake/gather.js"
import { buildReport } from "../dist/pipeline.js"
import { readCall } from "../eval/call.mjs"
import { describeMachine } from "./machine.mjs"

const { positionals, values } = readCall("bench/stages.mjs [FOLDER [RECORD]] [--times 200]", {
  options: { times: { type: "string", default: "200" } },
  words: [0, 2],
})
const folder = positionals[0] ?? "examples/harbour"
const record = positionals[1] ?? (positionals[0] ? undefined : "examples/harbour/record.txt")
const times = Number(values.times)

const { sources } = await gatherSources([folder], { records: record ? [record] : [] })
buildReport(sources) // warm up: load the models, let the code be compiled
const articles = sources.filter((source) => source.role === "article")
const repeated = [
  ...sources.filter((source) => source.role === "record"),
  ...Array.from({ length: times }, (_, i) =>
    articles.map((source) => ({ ...source, path: `${i}/${source.path}` })),
  ).flat(),
]

const seconds = {}
let last
const mark = (stage) => {
  const usage = cpuUsage()
  const now = { stage, cpu: (usage.user + usage.system) / 1e6 }
  if (last) seconds[last.stage] = (seconds[last.stage] ?? 0) + now.cpu - last.cpu
  last = now
}
const report = buildReport(repeated, { onProgress: mark })
mark("end")

const count = report.articles.length
const width = Math.max(...Object.keys(seconds).map((stage) => stage.length))
console.log(`machine: ${describeMachine()}`)
console.log(
  `corpus: ${folder}, ${articles.length} files × ${times} = ${count} articles with records, ${report.quotations.length} quotations`,
)
for (const [stage, cpu] of Object.entries(seconds)) {
  const rate = Math.round(count / cpu)
    .toString()
    .padStart(8)
  console.log(`${stage.padEnd(width)} ${cpu.toFixed(2).padStart(8)} s CPU  ${rate} articles/s`)
}
console.log(`memory: ${Math.round(memoryUsage().rss / 2 ** 20)} MB resident`)
