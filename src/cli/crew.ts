import { Worker } from "node:worker_threads"
import type { Batch } from "../intake/batches.ts"
import type { Outcome } from "./quoting.ts"

/** Workers that take batches and answer in the order in which they were given. */
export interface Crew {
  readonly quote: (batch: Batch) => Promise<Outcome>
  readonly dismiss: () => Promise<void>
}

/** One job works in this process; more are threads, started when there is work for them. */
export async function hireCrew(jobs: number): Promise<Crew> {
  if (jobs > 1) return threads(jobs)
  const { quoteBatch } = await import("./quoting.ts")
  return { quote: async (batch) => quoteBatch(batch), dismiss: async () => {} }
}

interface Task {
  readonly batch: Batch
  readonly done: (outcome: Outcome) => void
  readonly failed: (error: Error) => void
}

/** Short-lived memory of a thread: a batch fits, and more would only be collected later. */
const YOUNG_MEGABYTES = 16

function threads(jobs: number): Crew {
  const workers: Worker[] = []
  const idle: Worker[] = []
  const waiting: Task[] = []
  const running = new Map<Worker, Task>()

  function start(): void {
    const task = waiting[0]
    const worker = idle.pop() ?? (workers.length < jobs ? hire() : undefined)
    if (!task || !worker) {
      if (worker) idle.push(worker)
      return
    }
    waiting.shift()
    running.set(worker, task)
    worker.postMessage(task.batch)
  }

  function hire(): Worker {
    const worker = new Worker(new URL("./quoting-worker.js", import.meta.url), {
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    })
    worker.on("message", (outcome: Outcome) => {
      const task = running.get(worker)
      running.delete(worker)
      idle.push(worker)
      task?.done(outcome)
      start()
    })
    worker.on("error", (error) => running.get(worker)?.failed(error))
    workers.push(worker)
    return worker
  }

  return {
    quote: (batch) =>
      new Promise((done, failed) => {
        waiting.push({ batch, done, failed })
        start()
      }),
    dismiss: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}
