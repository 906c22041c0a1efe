import { getBOMEncoding, normalizeEncoding, TextDecoder } from "@exodus/bytes/encoding.js"
import { ResultType, Sniffer } from "encoding-sniffer/sniffer"
import { detect } from "jschardet"
import type { Source } from "./source.ts"

/** The characters of a source, and how they were got out of its bytes. */
export interface Decoded {
  readonly text: string
  /** The Encoding Standard's name, in lower case. */
  readonly encoding: string
  /** How many bytes did not fit the encoding and were read as windows-1252 or as �. */
  readonly misfits: number
}

/** Bytes in which a declaration is looked for: real pages put it after long comments and scripts. */
const DECLARATION_BYTES = 65_536
/** Bytes shown to statistical detection; more changes its answer no more, and it is slow. */
const DETECTION_BYTES = 32_768
/** Continuation bytes in valid sequences from which UTF-8 is believed: two curly quotes by chance are out of the question. */
const CONVINCING_BYTES = 4

/**
 * Reads bytes as characters: byte order mark, then header, then meta or XML declaration, then strict UTF-8,
 * then statistics. A page that mixes UTF-8 with windows-1252 is read as the mixture it is.
 */
export function decodeSource(source: Pick<Source, "bytes" | "charset">): Decoded {
  const { bytes } = source
  const marked = getBOMEncoding(bytes) ?? utf16ByZeros(bytes)
  if (marked) return decodeAs(marked, bytes)
  const declared = declaredEncoding(source)
  const strict = strictUtf8(bytes)
  if (strict !== null && (isUtf8Like(declared) || continuationBytes(bytes) >= CONVINCING_BYTES)) {
    return { text: strict, encoding: "utf-8", misfits: 0 }
  }
  if (declared && declared !== "utf-8") return decodeAs(declared, bytes)
  if (declared === "utf-8" || continuationBytes(bytes) >= CONVINCING_BYTES) {
    return decodeMixed(bytes)
  }
  return decodeAs(detectedEncoding(bytes), bytes)
}

/** Whether a declaration leaves UTF-8 possible for bytes that are valid UTF-8; escape-based encodings are plain ASCII to UTF-8. */
function isUtf8Like(declared: string | null): boolean {
  return declared === null || declared === "utf-8"
}

function decodeAs(encoding: string, bytes: Uint8Array): Decoded {
  const text = new TextDecoder(encoding).decode(bytes)
  return { text, encoding, misfits: countReplaced(text) }
}

/** The text if the bytes are UTF-8 without a fault, else null. Node's own decoder is right and fastest for UTF-8 alone. */
function strictUtf8(bytes: Uint8Array): string | null {
  if (bytes.includes(0x1b)) return null // ISO-2022 and its kin: switched by ESC, never in UTF-8 prose
  try {
    return new globalThis.TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function declaredEncoding(source: Pick<Source, "bytes" | "charset">): string | null {
  const header = source.charset ? usableEncoding(source.charset) : null
  if (header) return header
  const sniffer = new Sniffer({ maxBytes: DECLARATION_BYTES })
  sniffer.write(source.bytes.subarray(0, DECLARATION_BYTES))
  return sniffer.resultType === ResultType.DEFAULT ? null : usableEncoding(sniffer.encoding)
}

function detectedEncoding(bytes: Uint8Array): string {
  const first = bytes.findIndex((byte) => byte >= 0x80)
  const from = Math.max(0, first - DETECTION_BYTES / 2)
  const found = detect(bytes.subarray(from, from + DETECTION_BYTES)).encoding
  return (found && usableEncoding(found)) || "windows-1252"
}

/** A label's encoding; null for unknown ones and for `replacement`, which would throw the text away. */
function usableEncoding(label: string): string | null {
  const name = normalizeEncoding(label)
  return name === "replacement" ? null : name
}

/** UTF-16 without a byte order mark: in western text every second byte is zero. */
function utf16ByZeros(bytes: Uint8Array): string | null {
  const sample = Math.min(bytes.length, 1024) & ~1
  if (sample < 8) return null
  const zeros = [0, 0]
  for (let i = 0; i < sample; i++) if (bytes[i] === 0) zeros[i & 1]!++
  const many = sample * 0.3
  if (zeros[1]! > many && zeros[0] === 0) return "utf-16le"
  if (zeros[0]! > many && zeros[1] === 0) return "utf-16be"
  return null
}

/** Length of the valid UTF-8 sequence at `at`: 1 for ASCII, 2 to 4, or 0 where none begins. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!
  if (lead < 0x80) return 1
  const length = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0
  if (lead >= 0xf5) return 0
  for (let i = 1; i < length; i++) if ((bytes[at + i]! & 0xc0) !== 0x80) return 0
  return length
}

/** Bytes that only UTF-8 explains, counted until they convince. */
function continuationBytes(bytes: Uint8Array): number {
  let found = 0
  for (let i = 0; i < bytes.length && found < CONVINCING_BYTES; ) {
    const length = sequenceLength(bytes, i)
    if (length > 1) found += length - 1
    i += length || 1
  }
  return found
}

/** UTF-8 where it is valid; every other byte as windows-1252, which is what such bytes nearly always are. */
function decodeMixed(bytes: Uint8Array): Decoded {
  const utf8 = new globalThis.TextDecoder("utf-8")
  const single = new TextDecoder("windows-1252")
  const parts: string[] = []
  let misfits = 0
  for (let i = 0; i < bytes.length; ) {
    const valid = runEnd(bytes, i, true)
    parts.push(utf8.decode(bytes.subarray(i, valid)))
    i = runEnd(bytes, valid, false)
    parts.push(single.decode(bytes.subarray(valid, i)))
    misfits += i - valid
  }
  return { text: parts.join(""), encoding: "utf-8", misfits }
}

/** Where the run of valid (or of invalid) sequences that begins at `from` ends. */
function runEnd(bytes: Uint8Array, from: number, valid: boolean): number {
  let i = from
  while (i < bytes.length) {
    const length = sequenceLength(bytes, i)
    if (length > 0 !== valid) break
    i += length || 1
  }
  return i
}

function countReplaced(text: string): number {
  let count = 0
  for (let i = text.indexOf("\ufffd"); i !== -1; i = text.indexOf("\ufffd", i + 1)) count++
  return count
}
