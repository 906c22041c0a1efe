import type { Version } from "../apparatus/apparatus.ts"
import { wholePassage } from "../text/passage.ts"
import { findTokens, type Token } from "../text/tokens.ts"
import { CallError } from "./exit.ts"

/** Versions of one text to be collated, with their record where one is given. */
interface CollateSet {
  readonly id: string
  readonly record: string | null
  readonly versions: readonly Version[]
}

/** What a file holds: the sets that can be read, and a sentence for each that cannot. */
export interface CollateInput {
  readonly sets: readonly CollateSet[]
  readonly refusals: readonly string[]
}

/** Reads Stemma's own JSON, a list or one set a line, and CollateX's `{witnesses: [{id, content}]}`. */
export function parseCollateInput(text: string, source: string): CollateInput {
  const values = parseJson(text, source)
  const sets: CollateSet[] = []
  const refusals: string[] = []
  values.forEach((value, i) => {
    const set = readSet(value, i)
    if (typeof set === "string") refusals.push(`${source}, set ${i + 1}: ${set}`)
    else sets.push(set)
  })
  return { sets, refusals }
}

function parseJson(text: string, source: string): unknown[] {
  const trimmed = text.replace(/^\ufeff/, "").trim()
  if (trimmed === "") throw new CallError(`${source} is empty; give a JSON file of sets to collate`)
  try {
    const value: unknown = JSON.parse(trimmed)
    return Array.isArray(value) ? value : [value]
  } catch (whole) {
    return parseLines(trimmed, source, whole)
  }
}

function parseLines(text: string, source: string, whole: unknown): unknown[] {
  try {
    return text
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line): unknown => JSON.parse(line))
  } catch {
    const reason = whole instanceof Error ? whole.message : String(whole)
    throw new CallError(
      `${source} is not JSON (${reason}); stemma collate reads [{id, record?, witnesses: [{id, text}]}]`,
    )
  }
}

/** A set, or the sentence that says what is wrong with it. */
function readSet(value: unknown, index: number): CollateSet | string {
  if (!isRecord(value)) return "a set must be an object with witnesses"
  const { witnesses, record } = value
  if (!Array.isArray(witnesses)) return "witnesses is missing; give a list of {id, text}"
  if (record !== undefined && record !== null && typeof record !== "string")
    return "record must be a text"
  const versions: Version[] = []
  for (const [i, witness] of witnesses.entries()) {
    const version = readVersion(witness, i)
    if (typeof version === "string") return version
    versions.push(version)
  }
  const ids = new Set(versions.map((version) => version.id))
  if (ids.size < versions.length) return "two witnesses have the same id"
  return { id: nameOf(value.id) ?? `set-${index + 1}`, record: record ?? null, versions }
}

function readVersion(value: unknown, index: number): Version | string {
  if (!isRecord(value)) return `witness ${index + 1} must be an object with id and text`
  const id = nameOf(value.id) ?? `w${index + 1}`
  const time = typeof value.time === "string" ? value.time : null
  if (Array.isArray(value.tokens)) return { id, time, ...readTokens(value.tokens) }
  const text = value.text ?? value.content
  if (typeof text !== "string") return `witness ${index + 1} has no text`
  return { id, passage: wholePassage(text), time }
}

/** CollateX's divided witnesses: `[{t: "A "}, {t: "kitten", n: "cat"}]`; what has a form `n` is one word, compared by it. */
function readTokens(tokens: readonly unknown[]): Pick<Version, "passage" | "words"> {
  let text = ""
  const words: Token[] = []
  for (const token of tokens) {
    const { t, n } = isRecord(token) ? token : {}
    if (typeof t !== "string" || t.trim() === "") continue
    const from = text.length
    text += /\s$/.test(t) ? t : `${t} `
    const span = { from, to: from + t.trimEnd().length }
    if (typeof n === "string" && n.trim() !== "")
      words.push({ ...span, norm: n.trim().toLowerCase() })
    else for (const token of findTokens(text, span)) words.push(token)
  }
  return { passage: wholePassage(text.trimEnd()), words }
}

function nameOf(id: unknown): string | null {
  return typeof id === "string" || typeof id === "number" ? String(id) : null
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
