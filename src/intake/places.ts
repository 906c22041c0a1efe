import { type Dirent, existsSync } from "node:fs"
import { readdir, stat } from "node:fs/promises"
import { isAbsolute, join, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { glob, isDynamicPattern } from "tinyglobby"
import type { Notice } from "../source/notice.ts"
import type { Source } from "../source/source.ts"
import type { Manifest } from "./manifest.ts"
import { reasonOf } from "./read-bytes.ts"

/** One file, address or `-` that is to be read. */
export type Place = Pick<Source, "path" | "role">

/** Kinds of files that are taken from a directory; a file given by its own name is tried whatever it is called. */
const READABLE =
  /\.(?:html?|xhtml|md|markdown|txt|jsonl|ndjson|json|xml|rss|atom|rdf|srt|vtt)(?:\.gz)?$/i
const KINDS = ".html, .md, .txt, .jsonl, .json, .xml, .rss, .atom, .rdf, .srt, .vtt"

interface Found {
  readonly paths: readonly string[]
  readonly notices: readonly Notice[]
}

export function isUrl(input: string): boolean {
  return /^https?:\/\//i.test(input)
}

/** Every place that the inputs mean, each once; what is a record, or the manifest, is not an article too. */
export async function placesOf(
  inputs: readonly string[],
  records: readonly string[],
  manifest: Manifest,
): Promise<{ places: Place[]; notices: Notice[] }> {
  const recorded = await expandAll(records)
  const given = await expandAll(inputs.length > 0 ? inputs : manifest.paths)
  const taken = new Set(manifest.file === null ? [] : [identity(manifest.file)])
  const once = (path: string): boolean => {
    const key = identity(path)
    if (taken.has(key)) return false
    taken.add(key)
    return true
  }
  const places: Place[] = []
  for (const path of recorded.paths) if (once(path)) places.push({ path, role: "record" })
  for (const path of given.paths) if (once(path)) places.push({ path, role: "article" })
  const unmatched = manifest.unmatched(places.map((place) => place.path))
  return { places, notices: [...recorded.notices, ...given.notices, ...unmatched] }
}

/** The same file however its path is written; the same page whatever follows its `#`. */
export function identity(path: string): string {
  if (isUrl(path)) return path.replace(/#.*$/s, "")
  return path === "-" ? "-" : resolve(path)
}

async function expandAll(inputs: readonly string[]): Promise<Found> {
  const found: Found[] = []
  for (const input of inputs) found.push(await expand(input))
  return {
    paths: found.flatMap(({ paths }) => paths),
    notices: found.flatMap(({ notices }) => notices),
  }
}

async function expand(input: string): Promise<Found> {
  if (input === "-" || isUrl(input)) return { paths: [input], notices: [] }
  const path = /^file:\/\//i.test(input) ? localPath(input) : input
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path))
    return refused(
      input,
      "is not an address that is read: give one that begins with http:// or https://",
    )
  if (!existsSync(path) && isDynamicPattern(path)) return expandPattern(path)
  try {
    return (await stat(path)).isDirectory()
      ? await expandDirectory(path)
      : { paths: [path], notices: [] }
  } catch (error) {
    return refused(input, reasonOf(error))
  }
}

function localPath(url: string): string {
  try {
    return fileURLToPath(url)
  } catch {
    return url
  }
}

async function expandPattern(pattern: string): Promise<Found> {
  const paths = await glob(pattern, {
    absolute: isAbsolute(pattern),
    dot: false,
    expandDirectories: false,
    ignore: ["**/node_modules/**"],
  })
  if (paths.length === 0) return refused(pattern, "matches no file: check the pattern")
  return { paths: paths.toSorted(), notices: [] }
}

async function expandDirectory(directory: string): Promise<Found> {
  const files: string[] = []
  const notices: Notice[] = []
  await listFiles(directory, files, notices)
  const readable = files.filter((file) => READABLE.test(file)).toSorted()
  if (readable.length === 0 && notices.length === 0) {
    return refused(directory, `holds no file of a kind that is read (${KINDS}): check the path`)
  }
  const others = files.length - readable.length
  if (others > 0 && readable.length > 0) {
    const many = others > 1
    const text = `${others} ${many ? "files" : "file"} in ${directory} ${many ? "are" : "is"} of other kinds and ${many ? "were" : "was"} left out; name a file to have it tried.`
    notices.push({ kind: "limit", source: directory, text })
  }
  return { paths: readable, notices }
}

/** Files below a directory. Hidden ones are not meant, and links to directories may lead in circles. */
async function listFiles(directory: string, files: string[], notices: Notice[]): Promise<void> {
  let entries: Dirent[]
  try {
    entries = await readdir(directory, { withFileTypes: true })
  } catch (error) {
    notices.push(refusal(directory, reasonOf(error)))
    return
  }
  for (const entry of entries) {
    if (entry.name.startsWith(".") || entry.name === "node_modules") continue
    const path = join(directory, entry.name)
    if (entry.isDirectory()) await listFiles(path, files, notices)
    else if (await isFile(entry, path)) files.push(path)
  }
}

async function isFile(entry: Dirent, path: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile()
  try {
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}

function refused(input: string, what: string): Found {
  return { paths: [], notices: [refusal(input, what)] }
}

function refusal(input: string, what: string): Notice {
  return { kind: "refused", source: input, text: `${input} ${what}.` }
}
