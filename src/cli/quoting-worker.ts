import { parentPort } from "node:worker_threads"
import { quoteBatch, type Task } from "./quoting.ts"

parentPort?.on("message", (task: Task) => {
  const outcome = quoteBatch(task)
  parentPort?.postMessage(outcome, [outcome.printed.buffer])
})
