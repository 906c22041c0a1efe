import type { Readable } from "node:stream"
import { streamSources } from "./gather.ts"
import type { Gathered } from "./gathered.ts"
import { isJsonLines, partsOf, partsOfFile } from "./json-lines.ts"
import { readManifest } from "./manifest.ts"
import { placesOf } from "./places.ts"

const BLANK = 0x20

/** Every input in order, JSON Lines of any length in batches; never more than one batch is in memory. */
export async function* streamBatches(inputs: readonly string[]): AsyncGenerator<Gathered> {
  const { places, notices } = await placesOf(inputs, [], await readManifest(undefined))
  yield* notices.map((notice) => ({ notice }))
  for (const { path } of places) {
    if (path === "-") yield* batchesOfInput(process.stdin)
    else if (isJsonLines(path)) yield* partsOfFile(path)
    else yield* streamSources([path])
  }
}

/** Standard input is JSON Lines when it begins with a brace, else one article. */
async function* batchesOfInput(input: Readable): AsyncGenerator<Gathered> {
  const first: Uint8Array | null = await firstChunk(input)
  if (first === null || first.find((byte) => byte > BLANK) !== 0x7b) yield* streamSources(["-"])
  else yield* partsOf("-", input)
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
