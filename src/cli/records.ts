import type { Article } from "../article/article.ts"
import type { Notice } from "../source/notice.ts"
import type { RecordIndex } from "../statement/record-index.ts"
import { CallError } from "./exit.ts"
import type { Progress } from "./progress.ts"
import { readGiven } from "./read-given.ts"

export interface LoadedRecords {
  readonly index: RecordIndex
  readonly notices: readonly Notice[]
}

/** The records to check against: an index made before, or transcripts read now. */
export async function loadRecords(
  given: { readonly record: readonly string[]; readonly index?: string },
  progress: Progress,
): Promise<LoadedRecords> {
  if (given.index !== undefined && given.record.length > 0) {
    throw new CallError(
      "give --record or --index, not both; stemma index adds transcripts to a new index.",
    )
  }
  if (given.index !== undefined) return { index: await openIndex(given.index), notices: [] }
  if (given.record.length === 0) {
    throw new CallError(
      "there is nothing to check against; give --record TRANSCRIPT or --index FILE.",
    )
  }
  return indexTranscripts(given.record, progress)
}

async function openIndex(path: string): Promise<RecordIndex> {
  const { decodeIndex } = await import("../statement/index-file.ts")
  const index = decodeIndex(readGiven(path, "the path of an existing file"))
  if ("fault" in index) throw new CallError(`${path} ${index.fault}.`)
  return index
}

/** Reads transcripts and indexes what was said in them. */
export async function indexTranscripts(
  paths: readonly string[],
  progress: Progress,
): Promise<LoadedRecords> {
  const [{ streamSources }, { extractArticles }, { indexRecords }] = await Promise.all([
    import("../intake/gather.ts"),
    import("../article/extract.ts"),
    import("../statement/record-index.ts"),
  ])
  const records: Article[] = []
  const notices: Notice[] = []
  const onProgress = (done: number, total: number): void =>
    progress.tell("Reading transcripts", done, total)
  for await (const one of streamSources([], { records: paths, onProgress })) {
    const read =
      "source" in one ? extractArticles(one.source) : { articles: [], notices: [one.notice] }
    for (const article of read.articles) records.push(article)
    for (const notice of read.notices) notices.push(notice)
  }
  progress.tell("Indexing", 0, 1)
  return { index: indexRecords(records), notices }
}
