import { parentPort } from "node:worker_threads"

/** What came of a task. */
export type Reply<Answer> = { readonly answer: Answer } | { readonly failure: Error }

/** Makes this process or thread a worker: it answers each task that it is sent, in order, until it is dismissed. */
export function answerTasks<Task, Answer>(work: (task: Task) => Answer): void {
  const port = parentPort
  if (port) port.on("message", (task: Task) => port.postMessage(replyTo(task, work)))
  else process.on("message", (task: Task) => process.send?.(replyTo(task, work), leaveWithEmployer))
}

function replyTo<Task, Answer>(task: Task, work: (task: Task) => Answer): Reply<Answer> {
  try {
    return { answer: work(task) }
  } catch (error) {
    return { failure: error instanceof Error ? error : new Error(String(error)) }
  }
}

function leaveWithEmployer(error: Error | null): void {
  if (error) process.exit()
}
