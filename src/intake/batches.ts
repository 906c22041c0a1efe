import { createReadStream } from "node:fs"
import { createInterface } from "node:readline"
import type { Readable } from "node:stream"
import { createGunzip } from "node:zlib"
import type { Notice } from "../source/notice.ts"
import type { Source } from "../source/source.ts"
import { streamSources } from "./gather.ts"
import { readManifest } from "./manifest.ts"
import { placesOf } from "./places.ts"
import { reasonOf } from "./read-bytes.ts"

/** Some articles of one input, small enough to be passed to a worker. */
export interface Batch {
  readonly source: Source
  /** How many lines of the input come before it: JSON Lines are cut into batches. */
  readonly linesBefore: number
}

/** Lines of JSON a batch has: enough that passing them on costs little beside reading them. */
const BATCH_LINES = 32
const JSON_LINES = /\.(?:jsonl|ndjson)(\.gz)?$/i

/** Every input in order, JSON Lines of any length in batches; never more than one batch is in memory. */
export async function* streamBatches(
  inputs: readonly string[],
): AsyncGenerator<Batch | { readonly notice: Notice }> {
  const { places, notices } = await placesOf(inputs, [], await readManifest(undefined))
  yield* notices.map((notice) => ({ notice }))
  for (const { path } of places) {
    if (path === "-") yield* batchesOfInput(process.stdin)
    else if (JSON_LINES.test(path)) yield* batchesOfFile(path)
    else yield* whole(path)
  }
}

async function* whole(path: string): AsyncGenerator<Batch | { readonly notice: Notice }> {
  for await (const one of streamSources([path]))
    yield "notice" in one ? one : { source: one.source, linesBefore: 0 }
}

async function* batchesOfFile(path: string): AsyncGenerator<Batch | { readonly notice: Notice }> {
  const file = createReadStream(path)
  const lines = path.toLowerCase().endsWith(".gz") ? file.pipe(createGunzip()) : file
  file.on("error", (error) => lines.destroy(error))
  try {
    yield* batchesOf(path, lines)
  } catch (error) {
    yield { notice: { kind: "refused", source: path, text: `${path} ${reasonOf(error)}.` } }
  }
}

/** Standard input is JSON Lines when it begins with a brace, else one article. */
async function* batchesOfInput(
  input: Readable,
): AsyncGenerator<Batch | { readonly notice: Notice }> {
  const first: Uint8Array | null = await firstChunk(input)
  if (first === null || first.find((byte) => byte > 32) !== 0x7b) yield* whole("-")
  else yield* batchesOf("-", input)
}

/** The first bytes of a stream, which stay in it. */
async function firstChunk(input: Readable): Promise<Uint8Array | null> {
  for (;;) {
    const chunk: Buffer | null = input.read()
    if (chunk !== null) {
      input.unshift(chunk)
      return chunk
    }
    if (input.readableEnded) return null
    await new Promise<void>((resolve) => {
      input.once("readable", resolve)
      input.once("end", resolve)
    })
    if (input.readableLength === 0 && input.readableEnded) return null
  }
}

async function* batchesOf(path: string, input: Readable): AsyncGenerator<Batch> {
  let lines: string[] = []
  let linesBefore = 0
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    lines.push(line)
    if (lines.length < BATCH_LINES) continue
    yield { source: sourceOf(path, lines), linesBefore }
    linesBefore += lines.length
    lines = []
  }
  if (lines.some((line) => line.trim() !== "")) yield { source: sourceOf(path, lines), linesBefore }
}

function sourceOf(path: string, lines: readonly string[]): Source {
  return {
    path,
    role: "article",
    bytes: new TextEncoder().encode(lines.join("\n")),
    mediaType: "application/jsonl",
    charset: "utf-8",
    url: null,
    stated: {},
  }
}
