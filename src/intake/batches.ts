import { createReadStream } from "node:fs"
import type { Readable } from "node:stream"
import { createGunzip } from "node:zlib"
import type { Notice } from "../source/notice.ts"
import type { Source } from "../source/source.ts"
import { streamSources } from "./gather.ts"
import { readManifest } from "./manifest.ts"
import { placesOf } from "./places.ts"
import { LARGEST_FILE, reasonOf } from "./read-bytes.ts"

/** Some articles of one input, small enough to be passed to a worker. */
export interface Batch {
  readonly source: Source
  /** How many lines of the input come before it: JSON Lines are cut into batches. */
  readonly linesBefore: number
}

/** Most lines of JSON in a batch: enough that passing them on costs little beside reading them. */
const BATCH_LINES = 32
/** Bytes after which a batch ends with its line: long articles are not gathered by the dozen. */
const BATCH_BYTES = 1 << 20
const LINE_FEED = 0x0a
const BLANK = 0x20
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
  yield* batchesOf(path, lines)
}

/** Standard input is JSON Lines when it begins with a brace, else one article. */
async function* batchesOfInput(
  input: Readable,
): AsyncGenerator<Batch | { readonly notice: Notice }> {
  const first: Uint8Array | null = await firstChunk(input)
  if (first === null || first.find((byte) => byte > BLANK) !== 0x7b) yield* whole("-")
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

/** An archive that is cut off, or has a line too long for an article, has what comes before it read. */
async function* batchesOf(
  path: string,
  input: AsyncIterable<Uint8Array>,
): AsyncGenerator<Batch | { readonly notice: Notice }> {
  const cutter: Cutter = { held: [], size: 0, lines: 0, linesBefore: 0 }
  let fault: string | null = null
  try {
    for await (const chunk of input) {
      for (const batch of cut(cutter, chunk))
        yield { source: sourceOf(path, batch.bytes), linesBefore: batch.linesBefore }
      if (cutter.size > LARGEST_FILE) {
        fault = `has a line ${cutter.linesBefore + cutter.lines + 1} of more than ${LARGEST_FILE >> 20} MB, the limit: split it; nothing after it was read`
        break
      }
    }
  } catch (error) {
    fault = reasonOf(error)
  }
  const bytes = cutter.size > LARGEST_FILE ? NOTHING : Buffer.concat(cutter.held)
  if (bytes.some((byte) => byte > BLANK))
    yield { source: sourceOf(path, bytes), linesBefore: cutter.linesBefore }
  if (fault) yield { notice: { kind: "refused", source: path, text: `${path} ${fault}.` } }
}

const NOTHING = new Uint8Array(0)

/** Bytes held until they make a batch, how many whole lines they are, and how many came before. */
interface Cutter {
  held: Uint8Array[]
  size: number
  lines: number
  linesBefore: number
}

/** The batches that end in a chunk. Nothing is decoded here: whoever takes a batch does that. */
function* cut(
  cutter: Cutter,
  chunk: Uint8Array,
): Generator<{ readonly bytes: Uint8Array; readonly linesBefore: number }> {
  let from = 0
  for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, end + 1)) {
    cutter.lines++
    if (cutter.lines < BATCH_LINES && cutter.size + end - from < BATCH_BYTES) continue
    const bytes = Buffer.concat([...cutter.held, chunk.subarray(from, end)])
    yield { bytes, linesBefore: cutter.linesBefore }
    from = end + 1
    cutter.linesBefore += cutter.lines
    cutter.held = []
    cutter.size = 0
    cutter.lines = 0
  }
  cutter.held.push(chunk.subarray(from))
  cutter.size += chunk.length - from
}

function sourceOf(path: string, bytes: Uint8Array): Source {
  return {
    path,
    role: "article",
    bytes,
    mediaType: "application/jsonl",
    charset: "utf-8",
    url: null,
    stated: {},
  }
}
