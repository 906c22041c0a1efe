import { hireWorker, type Worker, type Workplace } from "./worker.ts"

/** Workers that take tasks and answer each. */
export interface Crew<Task, Answer> {
  readonly give: (task: Task) => Promise<Answer>
  readonly dismiss: () => void
}

/** A crew's trade: the module that a worker runs, and the same work done in this process. */
export interface Trade<Task, Answer> {
  readonly module: URL
  readonly workplace: Workplace
  readonly work: () => Promise<(task: Task) => Answer>
  /** Tasks that a worker may have in hand, the one it does among them: each costs its memory. */
  readonly inHand: number
}

/** One job works in this process; more are workers, hired when there is work for them. */
export async function hireCrew<Task, Answer>(
  jobs: number,
  trade: Trade<Task, Answer>,
): Promise<Crew<Task, Answer>> {
  if (jobs > 1) return hireWorkers(jobs, trade)
  const work = await trade.work()
  return { give: async (task) => work(task), dismiss: () => {} }
}

interface Order<Task, Answer> {
  readonly task: Task
  readonly done: (answer: Answer) => void
  readonly failed: (error: Error) => void
}

function hireWorkers<Task, Answer>(
  jobs: number,
  { module, workplace, inHand }: Trade<Task, Answer>,
): Crew<Task, Answer> {
  const workers: Worker<Task, Answer>[] = []
  const waiting: Order<Task, Answer>[] = []

  function start(): void {
    const order = waiting[0]
    const worker = order && freeWorker()
    if (!worker) return
    waiting.shift()
    worker.give(order.task).then(order.done, order.failed).finally(start)
  }

  /** Who has least to do, a new one while there are not enough; nobody where all hands are full. */
  function freeWorker(): Worker<Task, Answer> | undefined {
    const [least] = workers.toSorted((a, b) => a.inHand() - b.inHand())
    if (least?.inHand() === 0) return least
    if (workers.length < jobs) return hire()
    return least!.inHand() < inHand ? least : undefined
  }

  function hire(): Worker<Task, Answer> {
    const worker = hireWorker<Task, Answer>(module, workplace)
    workers.push(worker)
    return worker
  }

  return {
    give: (task) =>
      new Promise((done, failed) => {
        waiting.push({ task, done, failed })
        start()
      }),
    dismiss: () => {
      for (const worker of workers) worker.dismiss()
    },
  }
}
