// How fast is a story's page made, how much does it weigh, how soon does it stand in a browser?
// Reads the folder's articles once and repeats them N times (7) as if of other outlets. Opening needs Chromium.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { cpuUsage } from "node:process"
import { pathToFileURL } from "node:url"
import { chromium } from "playwright-core"
import { renderSite } from "../dist/html/site.js"
import { gatherSources } from "../dist/intake/gather.js"
import { buildReport } from "../dist/pipeline.js"
import { readCall } from "../eval/call.mjs"
import { describeMachine, median } from "./machine.mjs"

const RUNS = 5
const { positionals, values } = readCall("bench/page.mjs [FOLDER [RECORD]] [--times 7]", {
  options: { times: { type: "string", default: "7" } },
  words: [0, 2],
})
const folder = positionals[0] ?? "examples/harbour"
const record = positionals[1] ?? (positionals[0] ? undefined : "examples/harbour/record.txt")

const { sources } = await gatherSources([folder], { records: record ? [record] : [] })
const articles = sources.filter((source) => source.role === "article")
const repeated = Array.from({ length: Number(values.times) }, (_, i) =>
  articles.map((source, n) => ({
    ...source,
    path: `${i}/${source.path}`,
    stated: { ...source.stated, outlet: `Outlet ${i * articles.length + n + 1}` },
  })),
).flat()
const records = sources.filter((source) => source.role === "record")
const report = buildReport([...records, ...repeated])

/** The pages and the milliseconds of CPU that they took. */
function renderOnce() {
  const before = cpuUsage()
  const pages = [...renderSite(report)]
  const { user, system } = cpuUsage(before)
  return { pages, cpu: (user + system) / 1000 }
}

renderOnce() // warm up: let the code be compiled
const runs = Array.from({ length: RUNS }, renderOnce)
const [story] = runs[0].pages
console.log(`machine: ${describeMachine()}`)
console.log(
  `corpus: ${folder}, ${repeated.length} articles, the largest story ${report.stories[0].articles.length}`,
)
console.log(
  `all ${runs[0].pages.length} pages made: ${median(runs.map(({ cpu }) => cpu)).toFixed(0)} ms CPU`,
)
console.log(`the largest story's page: ${(story.markup.length / 1e6).toFixed(2)} MB`)

const place = mkdtempSync(join(tmpdir(), "stemma-"))
const file = join(place, story.file)
writeFileSync(file, story.markup)
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
})
try {
  const loads = []
  for (let i = 0; i < RUNS; i++) {
    const tab = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await tab.goto(pathToFileURL(file).href)
    loads.push(await tab.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd"))
    await tab.close()
  }
  console.log(`it stands in Chromium after ${median(loads).toFixed(0)} ms (median of ${RUNS})`)
} finally {
  await browser.close()
  rmSync(place, { recursive: true })
}
