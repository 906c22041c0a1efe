import { setFlagsFromString } from "node:v8"
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
  /** Tasks that a thread may have in hand, the one it does among them: each costs its memory. */
  readonly inHand: number
}

/** One job works in this process; more are threads, started when there is work for them. */
export async function hireCrew<Task, Answer>(
  jobs: number,
  trade: Trade<Task, Answer>,
): Promise<Crew<Task, Answer>> {
  if (jobs > 1) return threads(jobs, trade)
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

/** A thread, and what it was given and has not answered, in order. */
interface Hand<Task, Answer> {
  readonly worker: Worker
  readonly orders: Order<Task, Answer>[]
}

/**
 * What a thread has done on the side takes the cores from the others, where one alone has some to spare: collecting the
 * short-lived with helpers, and compiling at length. On 5,000 articles the compiler took a quarter of all time.
 */
const THREAD_FLAGS = ["--no-parallel-scavenge", "--max-inlined-bytecode-size-cumulative=300"]

function threads<Task, Answer>(
  jobs: number,
  { module, inHand }: Trade<Task, Answer>,
): Crew<Task, Answer> {
  for (const flag of THREAD_FLAGS) setFlagsFromString(flag)
  const hands: Hand<Task, Answer>[] = []
  const waiting: Order<Task, Answer>[] = []

  function start(): void {
    const order = waiting[0]
    const hand = order && freeHand()
    if (!hand) return
    waiting.shift()
    hand.orders.push(order)
    hand.worker.postMessage(order.task)
  }

  /** Who has least to do, a new one while there are not enough; nobody where all hands are full. */
  function freeHand(): Hand<Task, Answer> | undefined {
    const [least] = hands.toSorted((a, b) => a.orders.length - b.orders.length)
    if (least?.orders.length === 0) return least
    if (hands.length < jobs) return hire()
    return least!.orders.length < inHand ? least : undefined
  }

  function hire(): Hand<Task, Answer> {
    const worker = new Worker(module, {
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    })
    const hand: Hand<Task, Answer> = { worker, orders: [] }
    worker.on("message", (answer: Answer) => {
      hand.orders.shift()?.done(answer)
      start()
    })
    worker.on("error", (error) => {
      for (const { failed } of hand.orders) failed(error)
    })
    hands.push(hand)
    return hand
  }

  return {
    give: (task) =>
      new Promise((done, failed) => {
        waiting.push({ task, done, failed })
        start()
      }),
    dismiss: async () => {
      await Promise.all(hands.map(({ worker }) => worker.terminate()))
    },
  }
}
