import { parentPort } from "node:worker_threads"
import { readAll, type Unread } from "./reading.ts"

parentPort?.on("message", (unread: Unread) => parentPort?.postMessage(readAll(unread)))
