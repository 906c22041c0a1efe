import type { JudgedStatement, StatementContext } from "../apparatus/judge.ts"
import {
  type Borrowings,
  type Coverage,
  findBorrowings,
  inOrder,
  type Matched,
  matchPages,
  mergeCoverage,
  type PageFindings,
  type ReportOptions,
  type Stage,
  tellReport,
} from "../pipeline.ts"
import type { Report } from "../report/report.ts"
import type { Source } from "../source/source.ts"
import type { Statement } from "../statement/statement.ts"
import { type Crew, hireCrew, type Trade } from "./crew.ts"
import { type Answer, NO_TASK, type Task } from "./steps.ts"

/** `buildReport` with several workers for what is done to each thing alone: the same report however many there are. */
export async function buildReportOn(
  jobs: number,
  sources: readonly Source[],
  options: ReportOptions,
): Promise<Report> {
  const { coverage, found } = await readPages(jobs, sources, options.onProgress)
  const matched = matchPages(coverage, found, options)
  const { judged, borrowings } = await judgeMatched(jobs, matched, options)
  return tellReport(matched, borrowings, judged, options)
}

type OnProgress = ReportOptions["onProgress"]

async function readPages(
  jobs: number,
  sources: readonly Source[],
  onProgress: OnProgress,
): Promise<{ coverage: Coverage; found: PageFindings[] }> {
  const shop = new Workshop(TRADE, jobs, onProgress)
  try {
    const reading = await shop.each("reading", inOrder(sources), PAGES, (some) => ({
      sources: some,
    }))
    const coverage = mergeCoverage((await reading()).flatMap(({ extractions }) => extractions))
    const finding = await shop.each("quotations", coverage.pages, PAGES, (some) => ({
      pages: some,
    }))
    return { coverage, found: (await finding()).flatMap(({ findings }) => findings) }
  } finally {
    shop.close()
  }
}

/** Judges the statements; while other threads do, this one finds what pages have of each other. */
async function judgeMatched(
  jobs: number,
  matched: Matched,
  options: ReportOptions,
): Promise<{ judged: JudgedStatement[]; borrowings: Borrowings }> {
  const shop = new Workshop({ ...TRADE, inHand: MANY_IN_HAND }, jobs, options.onProgress)
  try {
    const { statements, context } = matched
    const judging = await shop.each("comparing", statements, STATEMENTS, (some) => ({
      statements: some,
      context: contextFor(some, context),
    }))
    const borrowings = findBorrowings(matched, options)
    return { judged: (await judging()).flatMap(({ judged }) => judged), borrowings }
  } finally {
    shop.close()
  }
}

/** What the collation of some statements looks at: neighbours are mostly from the same pages. */
function contextFor(statements: readonly Statement[], context: StatementContext): StatementContext {
  const articles = statements.flatMap(({ witnesses, records }) => [
    ...[...witnesses, ...records].map(({ article }) => article),
    // A witness may lie in a record of which the statement claims no passage.
    ...witnesses.flatMap(({ location }) => location?.record ?? []),
  ])
  const quotations = statements.flatMap(({ witnesses }) => witnesses.map((one) => one.quotation))
  return {
    ...context,
    articles: only(context.articles, articles),
    quotations: only(context.quotations, quotations),
  }
}

function only<Value>(map: ReadonlyMap<string, Value>, keys: readonly string[]): Map<string, Value> {
  return new Map([...new Set(keys)].flatMap((key) => (map.has(key) ? [[key, map.get(key)!]] : [])))
}

/** Things passed to a worker at once: enough that passing them on costs little beside what is done to them. */
const PAGES = 16
const STATEMENTS = 512
/** Fewer batches are done before a second thread has loaded what it needs. */
const MANY = 5

const TRADE: Trade<Task, Answer> = {
  module: new URL("./steps-worker.js", import.meta.url),
  workplace: "thread",
  work: async () => (await import("./steps.ts")).doSteps,
  inHand: 2,
}
/** Tasks in a thread's hand where this thread has no time for a while to give out more. */
const MANY_IN_HAND = 32

/** One job for few things and all jobs for many, hired when they are needed. */
class Workshop {
  readonly #trade: Trade<Task, Answer>
  readonly #jobs: number
  readonly #onProgress: OnProgress
  readonly #hired = new Map<number, Crew<Task, Answer>>()

  constructor(trade: Trade<Task, Answer>, jobs: number, onProgress: OnProgress) {
    this.#trade = trade
    this.#jobs = jobs
    this.#onProgress = onProgress
  }

  /** Gives out the things in batches; what it answers with waits for what came of each, in their order. */
  async each<Thing>(
    stage: Stage,
    things: readonly Thing[],
    size: number,
    toTask: (some: readonly Thing[]) => Partial<Task>,
  ): Promise<() => Promise<Answer[]>> {
    const count = Math.ceil(things.length / size)
    const jobs = count < MANY ? 1 : this.#jobs
    const crew = this.#hired.get(jobs) ?? (await hireCrew(jobs, this.#trade))
    this.#hired.set(jobs, crew)
    let done = 0
    const underWay = Array.from({ length: count }, async (_, i) => {
      const some = things.slice(i * size, (i + 1) * size)
      const answer = await crew.give({ ...NO_TASK, ...toTask(some) })
      done += some.length
      this.#onProgress?.(stage, done, things.length)
      return answer
    })
    return () => Promise.all(underWay)
  }

  close(): void {
    for (const crew of this.#hired.values()) crew.dismiss()
  }
}
