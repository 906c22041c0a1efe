import { createReadStream } from "node:fs"
import { stat } from "node:fs/promises"
import { promisify } from "node:util"
import { gunzip } from "node:zlib"

/**
 * Largest file read, in bytes. The largest page or feed seen has 5 MB and a year's transcripts of one speaker 40;
 * a text takes some twenty times its size in memory while it is compared.
 */
export const LARGEST_FILE: number = 64 * 1024 * 1024

type Read = { readonly bytes: Uint8Array } | Refused

/** Why nothing was read: a sentence that goes on after the path. */
export interface Refused {
  readonly refused: string
  readonly isTooLarge?: true
}

const unpack = promisify(gunzip)

/** A file's bytes, unpacked if it is gzip; a file over the limit is not read at all. */
export async function readFileBytes(path: string): Promise<Read> {
  try {
    const { size } = await stat(path)
    if (size > LARGEST_FILE)
      return tooLarge(`has ${megabytes(size)}, and the limit is ${megabytes(LARGEST_FILE)}`)
    return await unpacked(await readAll(createReadStream(path)))
  } catch (error) {
    return { refused: reasonOf(error) }
  }
}

export async function readStandardInput(): Promise<Read> {
  try {
    return await unpacked(await readAll(process.stdin))
  } catch (error) {
    return { refused: reasonOf(error) }
  }
}

/** Reads to the end or just past the limit: pipes and devices have no size to ask for. */
async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Read> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > LARGEST_FILE) return tooLarge(`has more than ${megabytes(LARGEST_FILE)}, the limit`)
    chunks.push(chunk)
  }
  return { bytes: Buffer.concat(chunks) }
}

async function unpacked(read: Read): Promise<Read> {
  if ("refused" in read || read.bytes[0] !== 0x1f || read.bytes[1] !== 0x8b) return read
  try {
    return { bytes: await unpack(read.bytes, { maxOutputLength: LARGEST_FILE }) }
  } catch (error) {
    if (codeOf(error) === "ERR_BUFFER_TOO_LARGE")
      return tooLarge(`unpacks to more than ${megabytes(LARGEST_FILE)}, the limit`)
    return { refused: "is a gzip archive that is cut off or damaged: get it again" }
  }
}

function tooLarge(what: string): Refused {
  return { refused: `${what}: split it into smaller files`, isTooLarge: true }
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`
}

/** What the system's answer means for the person who gave the path. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error)
  if (code === "ENOENT" || code === "ENOTDIR") return "does not exist: check the path"
  if (code === "EACCES" || code === "EPERM") return "may not be read: check its permissions"
  if (code === "EISDIR") return "is a directory where a file is needed"
  if (code === "ELOOP")
    return "is a link that leads back to itself: give the file it should lead to"
  if (code?.startsWith("Z_")) return "is a gzip archive that is cut off or damaged: get it again"
  return `cannot be read (${code ?? "unknown reason"}): check that it is a file`
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : null
}
