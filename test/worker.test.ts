import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { afterEach, describe, expect, test } from "vitest"
import { hireWorker, type Worker, type Workplace } from "../src/cli/worker.ts"

const answering = pathToFileURL(resolve(import.meta.dirname, "../dist/cli/answer-tasks.js"))

/** Halves even numbers, throws at odd ones and leaves at none at all. */
const module = pathToFileURL(join(mkdtempSync(join(tmpdir(), "stemma-worker-")), "halving.mjs"))
writeFileSync(
  module,
  `import { answerTasks } from ${JSON.stringify(answering.href)}
  answerTasks((number) => {
    if (number === 0) process.exit(9)
    if (number % 2 === 1) throw new RangeError(number + " is odd")
    return number / 2
  })`,
)

const hired: Worker<number, number>[] = []
afterEach(() => {
  for (const worker of hired.splice(0)) worker.dismiss()
})

function hire(workplace: Workplace): Worker<number, number> {
  const worker = hireWorker<number, number>(module, workplace)
  hired.push(worker)
  return worker
}

describe.each(["process", "thread"] as const)("a worker in a %s", (workplace) => {
  test("answers what it is given, in that order", async () => {
    const worker = hire(workplace)
    const answers = [worker.give(2), worker.give(40), worker.give(6)]
    expect(worker.inHand()).toBe(3)
    expect(await Promise.all(answers)).toEqual([1, 20, 3])
    expect(worker.inHand()).toBe(0)
  })

  test("fails one task with the reason and does the next", async () => {
    const worker = hire(workplace)
    await expect(worker.give(7)).rejects.toThrow(new RangeError("7 is odd"))
    expect(await worker.give(8)).toBe(4)
  })

  test("that ends leaves nobody waiting", async () => {
    const worker = hire(workplace)
    const lost = await Promise.allSettled([worker.give(0), worker.give(2)])
    expect(lost.map(({ status }) => status)).toEqual(["rejected", "rejected"])
    expect(lost).toMatchObject(
      lost.map(() => ({ reason: { message: expect.stringContaining("exit code 9") } })),
    )
  })
})
