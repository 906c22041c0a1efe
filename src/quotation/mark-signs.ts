import type { Span } from "../text/span.ts"
import { codeAt } from "../text/words.ts"

export const SIGN = {
  less: 0x3c,
  greater: 0x3e,
  straight: 0x22,
  apostrophe: 0x27,
  leftSingle: 0x2018,
  rightSingle: 0x2019,
  guillemet: 0xab,
  slash: 0x2f,
  nine: 0x39,
  colon: 0x3a,
  comma: 0x2c,
  ellipsis: 0x2026,
  smallS: 0x73,
  capitalS: 0x53,
  blank: 0x20,
} as const

/** What a character can be beside or as a mark, as bits. */
export const CAN = { open: 1, close: 2, comeBefore: 4, comeAfter: 8, stop: 16, mark: 32 } as const
/** All those characters have lower codes. */
const TABLE_SIZE = 0x2040
/** One look tells nearly every character from a mark. */
const table = new Uint8Array(TABLE_SIZE)
const learn = (bit: number, characters: string): void => {
  for (const character of characters) table[character.charCodeAt(0)]! |= bit
}
learn(CAN.open, "“„‟«")
learn(CAN.close, "”»")
learn(CAN.comeBefore, "([{—–-/‘'’:…>")
learn(CAN.comeAfter, ".,;:!?)]}—–-…'’”\"/<")
learn(CAN.stop, ".,;!?)")
learn(CAN.mark, "\"'<>«»‘’‚‛“”„‟")

export function can(unit: number, bit: number): boolean {
  return unit < TABLE_SIZE && (table[unit]! & bit) !== 0
}

/** The character at a place of a block; at its edges stands as good as space. */
export function unitIn(text: string, block: Span, at: number): number {
  return at >= block.from && at < block.to ? text.charCodeAt(at) : SIGN.blank
}

/** Whether a character stands twice: `''` and `<<` are marks of two characters. */
export function isDoubled(text: string, at: number): boolean {
  return codeAt(text, at) === codeAt(text, at + 1)
}

/** Blocks up to this length, nearly all, are read into columns that are used again and again. */
export const REUSED_CAPACITY: number = 1 << 14
const reused = new Int32Array(REUSED_CAPACITY)

/**
 * Where anything stands in a block that can be a mark or part of one. A column, since a hostile block has millions; good
 * until the next block is read.
 */
export function markPlaces(text: string, block: Span): Int32Array {
  const isLong = block.to - block.from > REUSED_CAPACITY
  const places = isLong ? new Int32Array(countPlaces(text, block)) : reused
  let count = 0
  for (let at = block.from; at < block.to; at++)
    if (can(text.charCodeAt(at), CAN.mark)) places[count++] = at
  return count === 0 ? NO_PLACES : places.subarray(0, count)
}

const NO_PLACES = new Int32Array(0)

function countPlaces(text: string, { from, to }: Span): number {
  let count = 0
  for (let at = from; at < to; at++) if (can(text.charCodeAt(at), CAN.mark)) count++
  return count
}
