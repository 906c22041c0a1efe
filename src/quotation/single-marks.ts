import type { Span } from "../text/span.ts"
import { codeAt, isSpace, isWordCode } from "../text/words.ts"
import { lead, type Part, trimOpen } from "./mark-part.ts"
import { CAN, can, SIGN, unitIn } from "./mark-signs.ts"

/** “'em”, “'90s”: an apostrophe at the head of a word, not a mark. */
const ELISIONS = /^(?:\d\ds?|em|til|tis|twas|cause|n|round|bout)(?![\p{L}\p{N}])/iu
/** The longest of the elisions, with the character after it. */
const ELISION_LENGTH = 7

/** Keeps of the places of marks those of single ones that stand in no part in double ones. */
export function keepSingles(
  text: string,
  places: Int32Array,
  doubles: readonly Part[],
): Int32Array {
  let next = 0
  let count = 0
  for (let k = 0; k < places.length; k++) {
    const at = places[k]!
    if (!isSingle(text.charCodeAt(at))) continue
    while (next < doubles.length && doubles[next]!.to <= at) next++
    if (next < doubles.length && doubles[next]!.from <= at) continue
    places[count++] = at
  }
  return places.subarray(0, count)
}

function isSingle(unit: number): boolean {
  return unit === SIGN.apostrophe || unit === SIGN.leftSingle || unit === SIGN.rightSingle
}

/**
 * The parts in single marks of one block, outside its double ones. An apostrophe after an s and before a space may
 * close or not: it closes only when nothing later does, and not when the next block re-opens.
 */
export function scanSingles(
  text: string,
  block: Span,
  marks: Int32Array,
  around: { readonly wasOpen: boolean; readonly reopens: boolean },
): Part[] {
  const parts: Part[] = []
  const start = lead(text, block)
  let i = 0
  let hopelessTo = 0
  while (i < marks.length) {
    const from = marks[i]!
    if (!opensSingle(text, block, from)) {
      i++
      continue
    }
    const { sure, doubtful, stop } = closingSingle(text, block, marks, i, hopelessTo)
    if (sure === null) hopelessTo = Math.max(hopelessTo, stop)
    const curly = text.charCodeAt(from) === SIGN.leftSingle
    const mayRunOn =
      from === start
        ? around.wasOpen || curly
        : curly && (around.reopens || isSpeechLike(text, block, from))
    const runsOn = sure === null && mayRunOn && (doubtful === null || around.reopens)
    const end = runsOn ? null : (sure ?? doubtful)
    if (end !== null) parts.push({ from, to: marks[end]! + 1, closed: true, opened: true })
    if (runsOn) parts.push({ from, to: block.to, closed: false, opened: true })
    if (runsOn) break
    // Where nothing closed this one, nothing before the stop closes a later one.
    i = end === null ? Math.max(stop, i + 1) : end + 1
  }
  return trimOpen(text, parts)
}

/** After a colon or comma a curly single mark that nothing closes still opens speech. */
function isSpeechLike(text: string, block: Span, from: number): boolean {
  const before = unitIn(text, block, from - 2)
  return before === SIGN.colon || before === SIGN.comma
}

function opensSingle(text: string, block: Span, at: number): boolean {
  if (text.charCodeAt(at) === SIGN.rightSingle) return false
  const before = unitIn(text, block, at - 1)
  const after = codeAt(text, at + 1)
  if (!isSpace(before) && !can(before, CAN.comeBefore)) return false
  if (
    !isWordCode(after) &&
    !can(after, CAN.open) &&
    after !== SIGN.straight &&
    after !== SIGN.ellipsis
  )
    return false
  return !ELISIONS.test(text.slice(at + 1, at + 1 + ELISION_LENGTH))
}

/**
 * The indices of the marks that close the single mark at index `opening`, surely or doubtfully, and where the search
 * stopped: at a mark that can only open, or behind the last. Before the mark `hopelessTo` nothing closes surely.
 */
function closingSingle(
  text: string,
  block: Span,
  marks: Int32Array,
  opening: number,
  hopelessTo: number,
): { sure: number | null; doubtful: number | null; stop: number } {
  let doubtful: number | null = null
  let i = opening + 1
  for (; i < marks.length; i++) {
    const at = marks[i]!
    const before = codeAt(text, at - 1)
    if (isSpace(before)) {
      if (text.charCodeAt(at) === SIGN.leftSingle) break
      continue
    }
    if (at + 1 < block.to && isWordCode(text.charCodeAt(at + 1))) continue
    const possessive =
      (before === SIGN.smallS || before === SIGN.capitalS) && codeAt(text, at + 1) === SIGN.blank
    if (!possessive) return { sure: i, doubtful, stop: i }
    doubtful ??= i
    if (i < hopelessTo) return { sure: null, doubtful, stop: hopelessTo }
  }
  return { sure: null, doubtful, stop: i }
}
