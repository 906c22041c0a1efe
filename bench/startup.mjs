// How long does a person wait?
// Wall time of whole processes, median of eleven: `stemma --help`, and `stemma compare` of a folder.
import { execFileSync } from "node:child_process"
import { fileURLToPath } from "node:url"
import { readCall } from "../eval/call.mjs"
import { describeMachine, median } from "./machine.mjs"

const { positionals } = readCall("bench/startup.mjs [FOLDER [RECORD]]", { words: [0, 2] })
const [folder = "examples/harbour", record = `${folder}/record.txt`] = positionals
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
