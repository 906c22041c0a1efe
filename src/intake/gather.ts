import type { Notice } from "../source/notice.ts"
import type { Source } from "../source/source.ts"
import { fetchPage, startVisit, type Visit } from "./fetch-page.ts"
import type { Gathered } from "./gathered.ts"
import { isJsonLines, partsOfFile } from "./json-lines.ts"
import { type Manifest, readManifest } from "./manifest.ts"
import { isUrl, type Place, placesOf } from "./places.ts"
import { type Refused, readFileBytes, readStandardInput } from "./read-bytes.ts"

export interface GatherOptions {
  /** Transcripts: files, directories, globs, addresses. A path given here is not read as an article too. */
  readonly records?: readonly string[] | undefined
  /** A file of JSON lines with what pages do not say of themselves. */
  readonly manifest?: string | undefined
  /** Told after every file or page; must not throw. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined
}

/** Reads every input there is. What cannot be read is a notice; the rest is gathered all the same. */
export async function gatherSources(
  inputs: readonly string[],
  options: GatherOptions = {},
): Promise<{ sources: Source[]; notices: Notice[] }> {
  const sources: Source[] = []
  const notices: Notice[] = []
  for await (const one of streamSources(inputs, options)) {
    if ("source" in one) sources.push(one.source)
    else notices.push(one.notice)
  }
  return { sources, notices }
}

/** The same one by one, so that no more than one source need be in memory. */
export async function* streamSources(
  inputs: readonly string[],
  options: GatherOptions = {},
): AsyncGenerator<Gathered> {
  const manifest = await readManifest(options.manifest)
  const found = await placesOf(inputs, options.records ?? [], manifest)
  yield* [...manifest.notices, ...found.notices].map((notice) => ({ notice }))
  const visit = startVisit()
  for (const [i, place] of found.places.entries()) {
    yield* read(place, manifest, visit)
    options.onProgress?.(i + 1, found.places.length)
  }
}

/** A source a place; a file of JSON Lines that is too large for one comes in parts. */
async function* read(place: Place, manifest: Manifest, visit: Visit): AsyncGenerator<Gathered> {
  const { path, role } = place
  const stated = manifest.statedOf(path)
  const got = await bytesOf(path, visit)
  if (!("refused" in got)) yield { source: { path, role, ...got, stated } }
  else if (got.isTooLarge && isJsonLines(path)) {
    for await (const part of partsOfFile(path))
      yield "source" in part ? { source: { ...part.source, role, stated } } : part
  } else yield { notice: { kind: "refused", source: path, text: `${path} ${got.refused}.` } }
}

/** What a path or address holds, or why it cannot be had: a sentence that goes on after its name. */
export type Got = Pick<Source, "bytes" | "mediaType" | "charset" | "url"> | Refused

async function bytesOf(path: string, visit: Visit): Promise<Got> {
  if (isUrl(path)) return await fetchPage(path, visit)
  const got = path === "-" ? await readStandardInput() : await readFileBytes(path)
  return "refused" in got ? got : { ...got, mediaType: null, charset: null, url: null }
}
