import type { Report } from "./report.ts"

/** Characters after which a piece of JSON is handed on. */
const PIECE = 1 << 16

/** A Report as JSON, the same characters as `JSON.stringify`'s, in pieces: of a large pile it is longer than a string may be. */
export function* reportJson(report: Report): Generator<string> {
  let piece = "{"
  let comma = ""
  for (const [key, value] of Object.entries(report)) {
    piece += `${comma}${JSON.stringify(key)}:`
    comma = ","
    if (!Array.isArray(value)) {
      piece += JSON.stringify(value)
      continue
    }
    piece += "["
    for (const [i, item] of value.entries()) {
      piece += `${i > 0 ? "," : ""}${JSON.stringify(item)}`
      if (piece.length < PIECE) continue
      yield piece
      piece = ""
    }
    piece += "]"
  }
  yield `${piece}}`
}
