// How long does a person wait?  node bench/startup.mjs [FOLDER [RECORD]]
// Wall time of whole processes, median of eleven: `stemma --help`, and `stemma compare` of a folder.
import { execFileSync } from "node:child_process"
import { fileURLToPath } from "node:url"
import { describeMachine, median } from "./machine.mjs"

const [folder = "examples/harbour", record = `${folder}/record.txt`] = process.argv.slice(2)
const command = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url))
const RUNS = 11

function time(...args) {
  const runs = Array.from({ length: RUNS }, () => {
    const start = performance.now()
    execFileSync(process.execPath, [command, ...args], { stdio: "ignore" })
    return performance.now() - start
  })
  return `median ${Math.round(median(runs))} ms, fastest ${Math.round(Math.min(...runs))} ms`
}

console.log(`machine: ${describeMachine()}`)
console.log(`stemma --help: ${time("--help")}`)
console.log(`stemma compare ${folder} --record …: ${time("compare", folder, "--record", record)}`)
