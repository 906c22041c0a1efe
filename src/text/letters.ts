/** What a UTF-16 code unit does to a word. */
export const KIND = {
  /** Not looked at yet: the table fills as units are met. */
  unknown: 0,
  space: 1,
  /** A letter that is its own compared form. */
  lower: 2,
  /** A letter that only lower-casing changes. */
  upper: 3,
  /** A letter or mark whose compared form is looked up. */
  folded: 4,
  digit: 5,
  /** Has no part in a word's compared form: soft hyphens, zero-width characters, diacritics, strike-through. */
  ignorable: 6,
  apostrophe: 7,
  dot: 8,
  comma: 9,
  hyphen: 10,
  ampersand: 11,
  percent: 12,
  /** A word by itself: scripts written without spaces. */
  ideograph: 13,
  surrogate: 14,
  other: 15,
} as const

const kinds = new Uint8Array(0x10000)
const folds: (string | undefined)[] = []

/** The kind of a code unit, looked up once and then read from a table. */
export function kindOf(unit: number): number {
  const known = kinds[unit]!
  if (known !== KIND.unknown) return known
  const kind = classify(unit)
  kinds[unit] = kind
  return kind
}

/** The compared form of one code unit: usually a letter, two for a ligature, none for a diacritic. */
export function foldUnit(unit: number): string {
  let fold = folds[unit]
  if (fold === undefined) {
    fold = computeFold(unit)
    folds[unit] = fold
  }
  return fold
}

/** Whether a capital letter of any script stands at a place. */
export function isCapitalAt(text: string, at: number): boolean {
  return /\p{Lu}/u.test(text[at] ?? "")
}

const APOSTROPHES = "'’‘ʼ`´′＇"
const HYPHENS = "-‐‑"
/** Ranges: soft hyphen, joiners, directions, variation selectors, diacritics, Hebrew points, Arabic vowel marks. */
const IGNORABLE: readonly (readonly [number, number])[] = [
  [0xad, 0xad],
  [0x300, 0x36f],
  [0x483, 0x489],
  [0x591, 0x5bd],
  [0x5bf, 0x5bf],
  [0x5c1, 0x5c2],
  [0x5c4, 0x5c5],
  [0x5c7, 0x5c7],
  [0x61c, 0x61c],
  [0x64b, 0x652],
  [0x670, 0x670],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2064],
  [0x20d0, 0x20ff],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
]
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

function classify(unit: number): number {
  const char = String.fromCharCode(unit)
  if (unit >= 0xd800 && unit <= 0xdfff) return KIND.surrogate
  if (IGNORABLE.some(([from, to]) => from <= unit && unit <= to)) return KIND.ignorable
  if (/\s/.test(char)) return KIND.space
  if (/[0-9]/.test(char)) return KIND.digit
  if (APOSTROPHES.includes(char)) return KIND.apostrophe
  if (HYPHENS.includes(char)) return KIND.hyphen
  return markKind(char) ?? letterKind(char)
}

function markKind(char: string): number | null {
  if (char === ".") return KIND.dot
  if (char === ",") return KIND.comma
  if (char === "&") return KIND.ampersand
  if (char === "%" || char === "％") return KIND.percent
  return null
}

function letterKind(char: string): number {
  if (!/[\p{L}\p{N}\p{M}]/u.test(char)) return KIND.other
  if (UNSPACED.test(char) && /[\p{L}\p{N}]/u.test(char)) return KIND.ideograph
  const folded = foldLetter(char)
  if (folded === char) return KIND.lower
  return folded === char.toLowerCase() && folded.length === 1 ? KIND.upper : KIND.folded
}

function computeFold(unit: number): string {
  const kind = kindOf(unit)
  const char = String.fromCharCode(unit)
  if (kind === KIND.apostrophe) return "'"
  if (kind === KIND.digit || kind === KIND.lower) return char
  const isLetter = kind === KIND.upper || kind === KIND.folded || kind === KIND.ideograph
  return isLetter ? foldLetter(char) : ""
}

/** Letters that are one letter with a stroke, or two in one, to Unicode's decompositions unknown. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  ħ: "h",
  ŧ: "t",
  þ: "th",
  ı: "i",
  ſ: "s",
}

/** Lower case, decomposed, without the diacritics of Latin, Greek and Cyrillic; vowel signs of other scripts stay. */
function foldLetter(char: string): string {
  const letters = char.normalize("NFKD").toLowerCase().normalize("NFKD")
  return letters
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^\0-\x7f]/g, (one) => UNDECOMPOSED[one] ?? one)
}
