import { dirname, resolve } from "node:path"
import { parseDate } from "../article/published.ts"
import type { Notice } from "../source/notice.ts"
import type { Stated } from "../source/source.ts"
import { identity, isUrl } from "./places.ts"
import { readFileBytes } from "./read-bytes.ts"

/** What a manifest file says of inputs. */
export interface Manifest {
  readonly file: string | null
  /** The inputs it names, in its order. */
  readonly paths: readonly string[]
  readonly notices: readonly Notice[]
  statedOf(path: string): Stated
  /** A notice if it speaks of files that are not among these. */
  unmatched(paths: readonly string[]): Notice[]
}

const FIELDS = ["id", "outlet", "date", "url", "title", "language"] as const
/** Faulty rows told one by one; the rest are counted. */
const MOST_NOTICES = 20

/** Reads rows of `{path, outlet?, date?, url?, title?, language?, id?}`; paths count from the manifest's own place. */
export async function readManifest(file: string | undefined): Promise<Manifest> {
  if (file === undefined) return manifestOf(null, new Map(), [])
  const read = await readFileBytes(file)
  if ("refused" in read) return manifestOf(file, new Map(), [`${file} ${read.refused}.`], "refused")
  const rows = new Map<string, { path: string; stated: Stated }>()
  const faults: string[] = []
  const text = new TextDecoder().decode(read.bytes)
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue
    const row = readRow(line, file)
    if (typeof row === "string") faults.push(`Line ${i + 1} of ${file} ${row}; it was left out.`)
    else {
      rows.set(identity(row.path), row)
      for (const field of row.misread) {
        const wanted = field === "date" ? "a date, as in 2031-05-03" : "text"
        faults.push(
          `Line ${i + 1} of ${file} gives as \`${field}\` what is not ${wanted}; that was left out.`,
        )
      }
    }
  }
  return manifestOf(file, rows, faults)
}

function manifestOf(
  file: string | null,
  rows: ReadonlyMap<string, { readonly path: string; readonly stated: Stated }>,
  faults: readonly string[],
  kind: Notice["kind"] = "damaged",
): Manifest {
  const told = faults.slice(0, MOST_NOTICES)
  const rest = faults.length - told.length
  if (rest > 0) told.push(`${rest} more lines of ${file} could not be read and were left out.`)
  return {
    file,
    paths: [...rows.values()].map((row) => row.path),
    notices: told.map((text) => ({ kind, source: file, text })),
    statedOf: (path) => rows.get(identity(path))?.stated ?? {},
    unmatched(paths) {
      const given = new Set(paths.map(identity))
      const without = [...rows].filter(([key]) => !given.has(key))
      const first = without[0]?.[1].path
      if (first === undefined) return []
      const which =
        without.length === 1
          ? first
          : `${without.length} files that are not among the inputs, ${first} first`
      const text =
        without.length === 1
          ? `${file} names ${which}, which is not among the inputs.`
          : `${file} names ${which}.`
      return [{ kind: "unmatched", source: file, text }]
    },
  }
}

interface Row {
  readonly path: string
  readonly stated: Stated
  /** Fields that hold something else than they should. */
  readonly misread: readonly string[]
}

function readRow(line: string, file: string): Row | string {
  let row: unknown
  try {
    row = JSON.parse(line)
  } catch {
    return "is not valid JSON"
  }
  if (typeof row !== "object" || row === null) return "is not an object"
  const fields = new Map(Object.entries(row))
  const path = fields.get("path")
  if (typeof path !== "string" || path === "") return "has no `path`"
  const stated = FIELDS.flatMap((name) => {
    const value = fields.get(name)
    return typeof value === "string" && value !== "" && !isNoDate(name, value)
      ? [[name, value] as const]
      : []
  })
  const read = new Set(stated.map(([name]) => name))
  const misread = FIELDS.filter((name) => !read.has(name) && !isNothing(fields.get(name)))
  return {
    path: isUrl(path) ? path : resolve(dirname(file), path),
    stated: Object.fromEntries(stated),
    misread,
  }
}

function isNoDate(name: string, value: string): boolean {
  return name === "date" && parseDate(value) === null
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === ""
}
