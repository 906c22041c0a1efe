import { fork } from "node:child_process"
import { fileURLToPath } from "node:url"
import { setFlagsFromString } from "node:v8"
import { Worker as Thread } from "node:worker_threads"
import type { Reply } from "./answer-tasks.ts"

/**
 * Where a worker works. A process has a compiler and memory of its own and waits for nobody: on 10,000 articles two
 * processes took 13 CPU-seconds each where two threads took 17. A thread takes and gives large things at less cost, and
 * goes on while its employer has no time to hand on what it wrote.
 */
export type Workplace = "process" | "thread"

/** One who does tasks elsewhere, in the order they are given. */
export interface Worker<Task, Answer> {
  /** Rejects with what the work threw, or where the worker ended before it had answered. */
  readonly give: (task: Task) => Promise<Answer>
  /** Tasks that were given and are not answered. */
  readonly inHand: () => number
  /** Ends the worker; what it has in hand is never answered. */
  readonly dismiss: () => void
}

interface Order<Answer> {
  readonly done: (answer: Answer) => void
  readonly failed: (error: Error) => void
}

/** Hires a worker whose `module` calls `answerTasks`. */
export function hireWorker<Task, Answer>(module: URL, workplace: Workplace): Worker<Task, Answer> {
  const orders: Order<Answer>[] = []
  const line = OPEN[workplace]<Task, Answer>(module, {
    heard: (reply) => {
      const order = orders.shift()
      if ("answer" in reply) order?.done(reply.answer)
      else order?.failed(reply.failure)
    },
    lost: (error) => {
      for (const { failed } of orders.splice(0)) failed(error)
    },
  })
  return {
    give: (task) =>
      new Promise((done, failed) => {
        orders.push({ done, failed })
        line.send(task)
      }),
    inHand: () => orders.length,
    dismiss: () => {
      orders.length = 0
      line.close()
    },
  }
}

/** The line to a worker: what is sent on it, and what comes back. */
interface Line<Task> {
  readonly send: (task: Task) => void
  readonly close: () => void
}

interface Ear<Answer> {
  readonly heard: (reply: Reply<Answer>) => void
  readonly lost: (error: Error) => void
}

const OPEN = { process: openProcess, thread: openThread } as const

/** Compiling and collecting on the side would take the cores from the other workers. */
const PROCESS_FLAGS = ["--single-threaded"]

function openProcess<Task, Answer>(module: URL, { heard, lost }: Ear<Answer>): Line<Task> {
  const child = fork(fileURLToPath(module), [], {
    execArgv: PROCESS_FLAGS,
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  })
  child.on("message", (reply) => heard(reply as Reply<Answer>))
  child.on("error", lost)
  child.on("exit", (code, signal) => lost(endedEarly(signal ?? `exit code ${code}`)))
  return {
    send: (task) => child.send(task as object, (error) => error && lost(error)),
    close: () => child.kill(),
  }
}

/** Short-lived memory of a thread: a batch fits, and more would only be collected later. */
const YOUNG_MEGABYTES = 16

/** What a thread has done on the side, too, takes the cores from the others. */
const THREAD_FLAGS = ["--no-parallel-scavenge", "--max-inlined-bytecode-size-cumulative=300"]

function openThread<Task, Answer>(module: URL, { heard, lost }: Ear<Answer>): Line<Task> {
  for (const flag of THREAD_FLAGS) setFlagsFromString(flag)
  const thread = new Thread(module, {
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  })
  thread.on("message", heard)
  thread.on("error", lost)
  thread.on("exit", (code) => lost(endedEarly(`exit code ${code}`)))
  return { send: (task) => thread.postMessage(task), close: () => thread.terminate() }
}

function endedEarly(how: string): Error {
  return new Error(
    `A worker ended before it had done its work (${how}); --jobs 1 needs less memory.`,
  )
}
