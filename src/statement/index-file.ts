import type { Article } from "../article/article.ts"
import { completeIndex, type WordList } from "../search/word-index.ts"
import { VarintReader, VarintWriter } from "../text/varint.ts"
import { type RecordIndex, sortRecords } from "./record-index.ts"

/** The first bytes of every index file. */
const MAGIC = "STEMMAIX"
/** Of the layout below; raised whenever it changes, or the way words are compared. */
const VERSION = 1
/** Magic, version, length of the header. */
const PREFIX_BYTES = 16

/** What the file says of itself; sections follow in the order in which they are named. */
interface Header {
  /** Without their text. */
  readonly records: readonly Omit<Article, "text">[]
  readonly bytes: {
    /** Each record's text in UTF-8. */
    readonly texts: readonly number[]
    /** The compared forms, a line each. */
    readonly vocabulary: number
    /** Varints: for each record its number of words, then for each word its number, the characters skipped before it
     * (of the record: the first word's offset) and its length. */
    readonly words: number
  }
}

/** Why a file cannot be used, as a sentence that goes on after its name. */
export interface IndexFault {
  readonly fault: string
}

/** An index as the bytes of a file. What counting sorts can make again is not in it. */
export function encodeIndex({ records, words }: RecordIndex): Uint8Array {
  const encoder = new TextEncoder()
  const texts = records.map((record) => encoder.encode(record.text))
  const vocabulary = encoder.encode(words.forms.map((form) => `${form}\n`).join(""))
  const positions = encodeWords(words)
  const header: Header = {
    records: records.map(({ text: _, ...rest }) => rest),
    bytes: {
      texts: texts.map((text) => text.length),
      vocabulary: vocabulary.length,
      words: positions.length,
    },
  }
  const head = encoder.encode(JSON.stringify(header))
  return concatenate([prefix(head.length), head, ...texts, vocabulary, positions])
}

function prefix(headerLength: number): Uint8Array {
  const bytes = new Uint8Array(PREFIX_BYTES)
  bytes.set(new TextEncoder().encode(MAGIC))
  const view = new DataView(bytes.buffer)
  view.setUint32(8, VERSION)
  view.setUint32(12, headerLength)
  return bytes
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function encodeWords({ starts, words, from, to }: WordList): Uint8Array {
  const writer = new VarintWriter()
  for (let text = 0; text + 1 < starts.length; text++) {
    writer.write(starts[text + 1]! - starts[text]!)
    let last = 0
    for (let position = starts[text]!; position < starts[text + 1]!; position++) {
      writer.write(words[position]!)
      writer.write(from[position]! - last)
      writer.write(to[position]! - from[position]!)
      last = to[position]!
    }
  }
  return writer.finish()
}

/** Reads an index back; a file that is none, or of another version, or cut short, is a fault in words. */
export function decodeIndex(bytes: Uint8Array): RecordIndex | IndexFault {
  const head = readHeader(bytes)
  if ("fault" in head) return head
  const { texts, vocabulary, words } = head.header.bytes
  const [sections, end] = cut(bytes, head.end, [...texts, vocabulary, words])
  if (end !== bytes.length) return CUT_SHORT
  const decoder = new TextDecoder()
  const forms = decoder.decode(sections.at(-2)).split("\n").slice(0, -1)
  const records = head.header.records.map((record, i) => ({
    ...record,
    text: decoder.decode(sections[i]),
  }))
  return {
    ...sortRecords(records),
    words: completeIndex({
      vocabulary: new Map(forms.map((form, number) => [form, number])),
      ...decodeWords(sections.at(-1)!, texts.length),
    }),
  }
}

function readHeader(bytes: Uint8Array): { header: Header; end: number } | IndexFault {
  if (new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) !== MAGIC) {
    return { fault: "is not an index; make one with stemma index TRANSCRIPTS -o FILE" }
  }
  if (bytes.length < PREFIX_BYTES) return CUT_SHORT
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const version = view.getUint32(8)
  if (version !== VERSION) {
    return {
      fault: `is an index of version ${version}, this stemma reads version ${VERSION}; make it again with stemma index`,
    }
  }
  const end = PREFIX_BYTES + view.getUint32(12)
  const header = maybeHeader(bytes.subarray(PREFIX_BYTES, end))
  return header ? { header, end } : CUT_SHORT
}

/** Consecutive sections of the given lengths, and where the last one ends. */
function cut(bytes: Uint8Array, from: number, lengths: readonly number[]): [Uint8Array[], number] {
  let at = from
  const sections = lengths.map((length) => {
    at += length
    return bytes.subarray(at - length, at)
  })
  return [sections, at]
}

const CUT_SHORT: IndexFault = {
  fault: "is an index that was cut short or damaged; make it again with stemma index",
}

function maybeHeader(bytes: Uint8Array): Header | null {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Header
  } catch {
    return null
  }
}

function decodeWords(bytes: Uint8Array, texts: number): Omit<WordList, "vocabulary"> {
  const reader = new VarintReader(bytes)
  const starts = new Uint32Array(texts + 1)
  // Three varints a word: there are no more words than a third of the bytes.
  const limit = Math.ceil(bytes.length / 3)
  const words = new Uint32Array(limit)
  const from = new Uint32Array(limit)
  const to = new Uint32Array(limit)
  let position = 0
  for (let text = 0; text < texts; text++) {
    const end = Math.min(limit, position + reader.read())
    for (let last = 0; position < end; position++) {
      words[position] = reader.read()
      from[position] = last + reader.read()
      to[position] = last = from[position]! + reader.read()
    }
    starts[text + 1] = position
  }
  return {
    starts,
    words: words.subarray(0, position),
    from: from.subarray(0, position),
    to: to.subarray(0, position),
  }
}
