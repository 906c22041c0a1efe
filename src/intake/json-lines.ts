import { createReadStream } from "node:fs"
import { createGunzip } from "node:zlib"
import { type Source, sourceOf } from "../source/source.ts"
import type { Gathered } from "./gathered.ts"
import { LARGEST_FILE, reasonOf } from "./read-bytes.ts"

/** Most lines in a part: enough that passing them on costs little beside reading them. */
const PART_LINES = 32
/** Bytes after which a part ends with its line: long articles are not gathered by the dozen. */
const PART_BYTES = 1 << 20
const LINE_FEED = 0x0a
const BLANK = 0x20
const JSON_LINES = /\.(?:jsonl|ndjson)(\.gz)?$/i

export function isJsonLines(path: string): boolean {
  return JSON_LINES.test(path)
}

/** A file of JSON Lines, packed or not, in parts small enough to be passed to a worker; no more than one is in memory. */
export async function* partsOfFile(path: string): AsyncGenerator<Gathered> {
  const file = createReadStream(path)
  const lines = path.toLowerCase().endsWith(".gz") ? file.pipe(createGunzip()) : file
  file.on("error", (error) => lines.destroy(error))
  yield* partsOf(path, lines)
}

/** The same of a stream. An archive that is cut off, or has a line too long for an article, has what comes before it read. */
export async function* partsOf(
  path: string,
  input: AsyncIterable<Uint8Array>,
): AsyncGenerator<Gathered> {
  const cutter: Cutter = { held: [], size: 0, lines: 0, linesBefore: 0 }
  let fault: string | null = null
  try {
    for await (const chunk of input) {
      for (const part of cut(cutter, chunk)) yield { source: partOf(path, part) }
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
    yield { source: partOf(path, { bytes, linesBefore: cutter.linesBefore }) }
  if (fault) yield { notice: { kind: "refused", source: path, text: `${path} ${fault}.` } }
}

const NOTHING = new Uint8Array(0)

type Part = Required<Pick<Source, "bytes" | "linesBefore">>

/** Bytes held until they make a part, how many whole lines they are, and how many came before. */
interface Cutter {
  held: Uint8Array[]
  size: number
  lines: number
  linesBefore: number
}

/** The parts that end in a chunk. Nothing is decoded here: whoever takes a part does that. */
function* cut(cutter: Cutter, chunk: Uint8Array): Generator<Part> {
  let from = 0
  for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, end + 1)) {
    cutter.lines++
    if (cutter.lines < PART_LINES && cutter.size + end - from < PART_BYTES) continue
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

function partOf(path: string, { bytes, linesBefore }: Part): Source {
  return sourceOf(path, bytes, { linesBefore, mediaType: "application/jsonl", charset: "utf-8" })
}
