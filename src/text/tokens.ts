import { maybeEntity } from "./entity.ts"
import { foldUnit, KIND, kindOf } from "./letters.ts"
import type { Span } from "./span.ts"

/** A word of a text. Punctuation is never a token: it stands between them and makes no two words differ. */
export interface Token extends Span {
  /** The form that is compared: lower case, no diacritics, straight apostrophe, entities and hidden characters gone. */
  readonly norm: string
}

/**
 * The words of a text, or of a span of it, in one pass over its code units.
 *
 * Hyphenated compounds are several words, a word broken over a line is one (`trans-⏎port`), `U.S.` and `US` have one
 * norm, so have `1,000` and `1000`, `%` is the word `percent` and `&` the word `and`; ideographs stand one by one.
 * HTML entities and inline tags are read as what they stand for, for strings that come from pages.
 */
export function findTokens(text: string, span: Span = { from: 0, to: text.length }): Token[] {
  const tokens: Token[] = []
  let at = span.from
  while (at < span.to) {
    const token = maybeToken(text, at, span.to)
    if (token) tokens.push(token)
    at = token ? token.to : skip(text, at, span.to)
  }
  return tokens
}

/** The compared forms of the words, in their order. */
export function normsIn(text: string, span?: Span): string[] {
  return findTokens(text, span).map(({ norm }) => norm)
}

/** A word's shape, found while its end is looked for: whether its letters must be folded one by one. */
interface Shape {
  readonly to: number
  readonly plain: boolean
  readonly capitals: boolean
}

/**
 * Where the word of unaccented letters that begins at `from` ends; `from` itself where there is none, or where its end
 * must be looked at more closely.
 */
export function plainWordEnd(text: string, from: number, end: number): number {
  let at = from
  while (at < end && isUnaccented(text.charCodeAt(at))) at++
  return endsPlainly(text, from, at, end) ? at : from
}

/** Whether a word of which all letters from `from` to `at` are unaccented ends there; false where that takes a closer look. */
export function endsPlainly(text: string, from: number, at: number, end: number): boolean {
  if (at === from || at === end) return at > from
  const kind = kindOf(text.charCodeAt(at))
  if (kind === KIND.space || kind === KIND.other || kind === KIND.comma) return true
  if (kind === KIND.hyphen) return lineBreakJoint(text, at, end) === 0
  return kind === KIND.dot && at - from > 1
}

export function isUnaccented(unit: number): boolean {
  const letter = unit | 0x20
  return letter >= 0x61 && letter <= 0x7a
}

/** The token that begins at `at`; null where none does. */
export function maybeToken(text: string, at: number, end: number): Token | null {
  const kind = kindOf(text.charCodeAt(at))
  if (kind === KIND.space || kind === KIND.other) return null
  if (kind === KIND.ideograph) return { from: at, to: at + 1, norm: foldUnit(text.charCodeAt(at)) }
  if (kind === KIND.percent) return { from: at, to: at + 1, norm: "percent" }
  if (kind === KIND.ampersand) return ampersandAt(text, at, end)
  if (!startsWord(kind)) return surrogateWord(text, at, end, kind)
  if (isStray(text, at)) return null
  return word(text, at, end)
}

/**
 * The first byte of a broken hard space or dash, read in a one-byte encoding: `Â` of Western, `В` of Cyrillic pages.
 * It stands before the dash or space it belongs to, or clings to the word before.
 */
function isStray(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit !== CAPITAL_A_CIRCUMFLEX && unit !== CYRILLIC_VE) return false
  const next = text.charCodeAt(at + 1)
  const belongsToMark = next === NO_BREAK_SPACE || (next >= 0x2010 && next <= 0x2026)
  return belongsToMark || (isPlainLetterAt(text, at - 1) && !isPlainLetterAt(text, at + 1))
}

const CAPITAL_A_CIRCUMFLEX = 0xc2
const CYRILLIC_VE = 0x412
const NO_BREAK_SPACE = 0xa0

function isPlainLetterAt(text: string, at: number): boolean {
  return isUnaccented(text.charCodeAt(at)) || isDigitAt(text, at, text.length)
}

function startsWord(kind: number): boolean {
  return kind === KIND.lower || kind === KIND.upper || kind === KIND.folded || kind === KIND.digit
}

function word(text: string, from: number, end: number): Token {
  const { to, plain, capitals } = shapeOf(text, from, end)
  if (!plain) return { from, to, norm: foldWord(text, from, to) }
  const raw = text.slice(from, to)
  return { from, to, norm: capitals ? raw.toLowerCase() : raw }
}

/** Letters beyond the first plane (mathematical alphabets, rare ideographs) come as two code units. */
function surrogateWord(text: string, at: number, end: number, kind: number): Token | null {
  if (kind !== KIND.surrogate || at + 1 >= end || !isWideLetter(text, at)) return null
  return word(text, at, end)
}

function isWideLetter(text: string, at: number): boolean {
  return /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2))
}

/** `&` alone is the word "and"; a letter's entity begins a word; any other entity is a mark. */
function ampersandAt(text: string, at: number, end: number): Token | null {
  const entity = maybeEntity(text, at, end)
  if (!entity) return isLoneAmpersand(text, at) ? { from: at, to: at + 1, norm: "and" } : null
  if (entity.text === "&") return { from: at, to: entity.to, norm: "and" }
  return startsWord(kindOf(entity.text.charCodeAt(0))) ? word(text, at, end) : null
}

function isLoneAmpersand(text: string, at: number): boolean {
  return kindAt(text, at + 1) === KIND.space && kindAt(text, at - 1) === KIND.space
}

function kindAt(text: string, at: number): number {
  return at < 0 || at >= text.length ? KIND.space : kindOf(text.charCodeAt(at))
}

/** Where the word that begins at `from` ends. */
function shapeOf(text: string, from: number, end: number): Shape {
  let plain = true
  let capitals = false
  let at = from
  while (at < end) {
    const kind = kindOf(text.charCodeAt(at))
    if (kind === KIND.lower || kind === KIND.digit) at++
    else if (kind === KIND.upper && !isStray(text, at)) {
      capitals = true
      at++
    } else {
      const next = at + joint(text, from, at, end, kind)
      if (next === at) break
      plain &&= kind === KIND.apostrophe && text.charCodeAt(at) === APOSTROPHE
      at = next
    }
  }
  return { to: at, plain, capitals }
}

const APOSTROPHE = 0x27

/** How many code units at `at`, inside a word, are no plain letter but belong to it; 0 where the word ends. */
function joint(text: string, from: number, at: number, end: number, kind: number): number {
  switch (kind) {
    case KIND.folded:
      return isStray(text, at) ? 0 : 1
    case KIND.ignorable:
      return 1
    case KIND.surrogate:
      return at + 1 < end && isWideLetter(text, at) ? 2 : 0
    case KIND.apostrophe:
      return at + 1 < end && isLetterAt(text, at + 1, end) ? 1 : 0
    case KIND.dot:
      return dotJoint(text, from, at, end)
    case KIND.comma:
      return isThousands(text, at, end) ? 1 : 0
    case KIND.hyphen:
      return lineBreakJoint(text, at, end)
    case KIND.ampersand:
      return entityJoint(text, at, end)
    default:
      return 0
  }
}

function isLetterAt(text: string, at: number, end: number): boolean {
  if (at >= end) return false
  const kind = kindOf(text.charCodeAt(at))
  return kind === KIND.lower || kind === KIND.upper || kind === KIND.folded
}

function isDigitAt(text: string, at: number, end: number): boolean {
  return at >= 0 && at < end && kindOf(text.charCodeAt(at)) === KIND.digit
}

/** `3.5`, and the dots of `U.S.` and `e.g.`, whose letters stand one by one. */
function dotJoint(text: string, from: number, at: number, end: number): number {
  if (isDigitAt(text, at - 1, end)) return isDigitAt(text, at + 1, end) ? 1 : 0
  const single = at - 1 === from || text[at - 2] === "."
  if (!single) return 0
  const inside = isLetterAt(text, at + 1, end) && !isLetterAt(text, at + 2, end)
  const closes = at - 2 > from && text[at - 2] === "."
  return inside || closes ? 1 : 0
}

/** `1,000`: three digits follow, and no fourth. */
function isThousands(text: string, at: number, end: number): boolean {
  for (let i = 1; i <= 3; i++) if (!isDigitAt(text, at + i, end)) return false
  return isDigitAt(text, at - 1, end) && !isDigitAt(text, at + 4, end)
}

/** A hyphen at a line's end, with the break, where the word goes on in lower case. */
function lineBreakJoint(text: string, at: number, end: number): number {
  let next = at + 1
  if (text[next] === "\r") next++
  if (text[next] !== "\n") return 0
  next++
  return next < end && kindOf(text.charCodeAt(next)) === KIND.lower ? next - at : 0
}

/** An entity for a letter, an apostrophe within a word, or a hidden character. */
function entityJoint(text: string, at: number, end: number): number {
  const entity = maybeEntity(text, at, end)
  if (!entity) return 0
  const kind = kindOf(entity.text.charCodeAt(0))
  const belongs =
    startsWord(kind) ||
    kind === KIND.ignorable ||
    (kind === KIND.apostrophe && isLetterAt(text, entity.to, end))
  return belongs ? entity.to - at : 0
}

/** The compared form of a word with other than plain letters in it. */
function foldWord(text: string, from: number, to: number): string {
  let norm = ""
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    const kind = kindOf(code)
    if (kind === KIND.ampersand) {
      const entity = maybeEntity(text, at, to)
      if (entity) {
        norm += foldUnit(entity.text.charCodeAt(0))
        at = entity.to - 1
      }
    } else if (kind === KIND.surrogate) {
      norm += text
        .slice(at, at + 2)
        .normalize("NFKD")
        .toLowerCase()
      at++
    } else if (kind === KIND.dot) norm += isDigitAt(text, at - 1, to) ? "." : ""
    else norm += foldUnit(code)
  }
  return norm
}

/** The next place where a word may begin: behind an inline tag or an entity, else one unit on. */
export function skip(text: string, at: number, end: number): number {
  const unit = text.charCodeAt(at)
  if (unit === LESS_THAN) return Math.min(end, tagEnd(text, at))
  if (unit === AMPERSAND) return maybeEntity(text, at, end)?.to ?? at + 1
  return at + 1
}

const LESS_THAN = 0x3c
const AMPERSAND = 0x26

/** Longest inline tag looked for, in code units: a link with a long address; beyond it `<` is a mark. */
const MAX_TAG = 400
const INLINE_TAG =
  /^<\/?(?:em|strong|b|i|u|s|strike|del|ins|mark|span|a|sup|sub|br|p|q|cite|font|small)(?:\s[^<>]*)?\/?>/i

/** Where the inline tag at `at` ends; one unit on where there is none. */
function tagEnd(text: string, at: number): number {
  const next = text.charCodeAt(at + 1)
  if (next !== SLASH && !(kindOf(next) === KIND.lower || kindOf(next) === KIND.upper)) return at + 1
  const match = INLINE_TAG.exec(text.slice(at, at + MAX_TAG))
  return match ? at + match[0].length : at + 1
}

const SLASH = 0x2f
