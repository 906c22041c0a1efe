import { Worker } from "node:worker_threads"

/** Workers that take tasks and answer each. */
export interface Crew<Task, Answer> {
  readonly give: (task: Task) => Promise<Answer>
  readonly dismiss: () => Promise<void>
}

/** A crew's trade: the module that a thread runs, and the same work done in this process. */
export interface Trade<Task, Answer> {
  readonly module: URL
  readonly work: () => Promise<(task: Task) => Answer>
}

/** One job works in this process; more are threads, started when there is work for them. */
export async function hireCrew<Task, Answer>(
  jobs: number,
  trade: Trade<Task, Answer>,
): Promise<Crew<Task, Answer>> {
  if (jobs > 1) return threads(jobs, trade.module)
  const work = await trade.work()
  return { give: async (task) => work(task), dismiss: async () => {} }
}

interface Order<Task, Answer> {
  readonly task: Task
  readonly done: (answer: Answer) => void
  readonly failed: (error: Error) => void
}

/** Short-lived memory of a thread: a batch fits, and more would only be collected later. */
const YOUNG_MEGABYTES = 16

function threads<Task, Answer>(jobs: number, module: URL): Crew<Task, Answer> {
  const workers: Worker[] = []
  const idle: Worker[] = []
  const waiting: Order<Task, Answer>[] = []
  const running = new Map<Worker, Order<Task, Answer>>()

  function start(): void {
    const order = waiting[0]
    const worker = idle.pop() ?? (workers.length < jobs ? hire() : undefined)
    if (!order || !worker) {
      if (worker) idle.push(worker)
      return
    }
    waiting.shift()
    running.set(worker, order)
    worker.postMessage(order.task)
  }

  function hire(): Worker {
    const worker = new Worker(module, {
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    })
    worker.on("message", (answer: Answer) => {
      const order = running.get(worker)
      running.delete(worker)
      idle.push(worker)
      order?.done(answer)
      start()
    })
    worker.on("error", (error) => running.get(worker)?.failed(error))
    workers.push(worker)
    return worker
  }

  return {
    give: (task) =>
      new Promise((done, failed) => {
        waiting.push({ task, done, failed })
        start()
      }),
    dismiss: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}
