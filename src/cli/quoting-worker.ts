import { parentPort } from "node:worker_threads"
import type { Batch } from "../intake/batches.ts"
import { quoteBatch } from "./quoting.ts"

parentPort?.on("message", (batch: Batch) => parentPort?.postMessage(quoteBatch(batch)))
