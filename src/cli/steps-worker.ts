import { parentPort } from "node:worker_threads"
import { doSteps, type Task } from "./steps.ts"

parentPort?.on("message", (task: Task) => parentPort?.postMessage(doSteps(task)))
