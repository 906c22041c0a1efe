import {
  type Coverage,
  comparePages,
  inOrder,
  mergeCoverage,
  type PageFindings,
  type ReportOptions,
  type Stage,
} from "../pipeline.ts"
import type { Report } from "../report/report.ts"
import type { Source } from "../source/source.ts"
import { type Crew, hireCrew, type Trade } from "./crew.ts"
import type { Read, Unread } from "./reading.ts"

/** `buildReport` with several threads for what is done page by page: the same report however many there are. */
export async function buildReportOn(
  jobs: number,
  sources: readonly Source[],
  options: ReportOptions,
): Promise<Report> {
  const { coverage, found } = await readPages(jobs, sources, options.onProgress)
  return comparePages(coverage, found, options)
}

async function readPages(
  jobs: number,
  sources: readonly Source[],
  onProgress: ReportOptions["onProgress"],
): Promise<{ coverage: Coverage; found: PageFindings[] }> {
  const crews = new Crews(jobs)
  const each = async (stage: Stage, count: number, tasks: readonly Unread[]): Promise<Read[]> => {
    const crew = await crews.forThings(count)
    let done = 0
    const answers = tasks.map(async (task) => {
      const read = await crew.give(task)
      done += task.sources.length + task.pages.length
      onProgress?.(stage, done, count)
      return read
    })
    return Promise.all(answers)
  }
  try {
    const sourceTasks = batchesOf(inOrder(sources)).map((some) => ({ sources: some, pages: [] }))
    const read = await each("reading", sources.length, sourceTasks)
    const coverage = mergeCoverage(read.flatMap(({ extractions }) => extractions))
    const pageTasks = batchesOf(coverage.pages).map((some) => ({ sources: [], pages: some }))
    const found = await each("quotations", coverage.pages.length, pageTasks)
    return { coverage, found: found.flatMap(({ findings }) => findings) }
  } finally {
    await crews.dismiss()
  }
}

/** Things passed to a worker at once: enough that passing them on costs little beside reading them. */
const BATCH = 16

function batchesOf<Thing>(things: readonly Thing[]): Thing[][] {
  const count = Math.ceil(things.length / BATCH)
  return Array.from({ length: count }, (_, i) => things.slice(i * BATCH, (i + 1) * BATCH))
}

const READER: Trade<Unread, Read> = {
  module: new URL("./reading-worker.js", import.meta.url),
  work: async () => (await import("./reading.ts")).readAll,
}

/** Fewer things are read before a second thread has loaded what it needs. */
const MANY = 64

/** A crew of one for few things and one of all jobs for many, each hired when it is needed. */
class Crews {
  readonly #jobs: number
  readonly #hired = new Map<number, Crew<Unread, Read>>()

  constructor(jobs: number) {
    this.#jobs = jobs
  }

  async forThings(count: number): Promise<Crew<Unread, Read>> {
    const size = count < MANY ? 1 : this.#jobs
    const crew = this.#hired.get(size) ?? (await hireCrew(size, READER))
    this.#hired.set(size, crew)
    return crew
  }

  async dismiss(): Promise<void> {
    await Promise.all([...this.#hired.values()].map((crew) => crew.dismiss()))
  }
}
