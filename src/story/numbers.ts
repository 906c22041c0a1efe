import { SMALL_NUMBERS, TENS } from "../text/number-words.ts"

/** One word or number of a text, where it stands and what it is worth. */
export interface Numeral {
  readonly from: number
  readonly to: number
  readonly value: number
}

const SCALES: ReadonlyMap<string, number> = new Map([
  ["dozen", 12],
  ["hundred", 100],
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
  ["k", 1e3],
  ["b", 1e9],
  ["t", 1e12],
  ["m", 1e6],
  ["mn", 1e6],
  ["bn", 1e9],
  ["tn", 1e12],
])
const PARTS: ReadonlyMap<string, number> = new Map([
  ["half", 0.5],
  ["third", 1 / 3],
  ["thirds", 1 / 3],
  ["quarter", 0.25],
  ["quarters", 0.25],
  ["fifth", 0.2],
  ["fifths", 0.2],
  ["tenth", 0.1],
  ["tenths", 0.1],
])

const VULGAR: ReadonlyMap<string, number> = new Map([
  ["¼", 0.25],
  ["½", 0.5],
  ["¾", 0.75],
])

/** Whether numbers are made of a word: "six", "forty", "million". */
export function isNumberWord(word: string): boolean {
  return [SMALL_NUMBERS, TENS, SCALES].some((words) => words.has(word.toLowerCase()))
}

/** A piece of a number as it is printed: its worth, and how it joins the pieces before it. */
interface Piece {
  readonly from: number
  readonly to: number
  readonly kind: "digits" | "small" | "tens" | "scale" | "part" | "a"
  readonly value: number
}

/** What makes "3-14" a range and no score: a unit behind it. */
const RANGED =
  "(?:\\s?%|[\\s-](?:percent|per\\scent|million|billion|years?|months?|weeks?|days?|hours?|minutes?|miles?|feet|foot|inch(?:es)?|pounds?|degrees?|points?)\\b)"
/** Also "5, 000" and "27. 5 points", as texts cut into words print them. */
const DIGITS =
  "\\d{1,3}(?:,\\d{3}|,\\s000)+(?:\\.\\d+)?|\\d{1,3}\\.\\s\\d{1,2}(?=\\s[a-z])|\\d{1,12}(?:\\.\\d{1,6})?[½¼¾]?"
const BEGINS = "(?<![\\w.,/:#-])(?<![A-Z]-)"

/** Digits, or one of the words numbers are made of; short forms of scales only right behind digits ("5m", "3.5bn"). */
const PIECE = new RegExp(
  `(?:${BEGINS}|(?<=-to-)|(?<=${BEGINS}\\d{1,3}(?:\\.\\d{1,3})?-)(?=[\\d.]{1,7}${RANGED}))(${DIGITS})(k|mn|m|bn|tn|(?<=[$£€]\\d[\\d.,]{0,12})[KMBT]n?)?(?![\\w/:]|[.,]\\d|-\\d(?![\\d.]{0,6}${RANGED}))|(?<!\\w)([A-Za-z]{1,12})(?![\\w’'])`,
  "g",
)

/** All numbers of a text in figures and in words, each as long as it runs: "half a million", "8 thousand 100". */
export function findNumerals(text: string): Numeral[] {
  const numerals: Numeral[] = []
  let run: Piece[] = []
  const close = (): void => {
    const numeral = numeralOf(run)
    if (numeral) numerals.push(numeral)
    run = []
  }
  for (const match of text.matchAll(PIECE)) {
    const piece = pieceOf(match)
    if (!piece) continue
    const last = run.at(-1)
    if (last && !joins(last, piece, text.slice(last.to, piece.from))) close()
    run.push(piece)
  }
  close()
  return numerals
}

function pieceOf({ 0: all, 1: digits, 2: short, 3: word, index }: RegExpMatchArray): Piece | null {
  const from = index ?? 0
  const to = from + all.length
  if (digits !== undefined) {
    const [whole, part = ""] = digits.replace(/[,\s]/g, "").split(/(?=[½¼¾])/)
    const value = Number(whole) + (VULGAR.get(part) ?? 0)
    return {
      from,
      to,
      kind: "digits",
      value: value * (SCALES.get(short?.toLowerCase() ?? "") ?? 1),
    }
  }
  const name = (word ?? "").toLowerCase()
  if (name === "a" || name === "an") return { from, to, kind: "a", value: 1 }
  const small = SMALL_NUMBERS.get(name)
  if (small !== undefined) return { from, to, kind: "small", value: small }
  const tens = TENS.get(name)
  if (tens !== undefined) return { from, to, kind: "tens", value: tens }
  const scale = name.length > 2 ? SCALES.get(name) : undefined
  if (scale !== undefined) return { from, to, kind: "scale", value: scale }
  const part = PARTS.get(name)
  return part === undefined ? null : { from, to, kind: "part", value: part }
}

/** Whether a piece goes on with the number before it, over a blank, a hyphen or "and". */
function joins(last: Piece, piece: Piece, between: string): boolean {
  const isAnd = between === " and " || between === "-and-"
  if (!isAnd && !/^(?:[\s-]|\s-\s)$/.test(between)) return false
  switch (piece.kind) {
    case "scale":
      return !isAnd
    case "small":
      return last.kind === "tens" || last.kind === "scale"
    case "tens":
      return last.kind === "scale"
    case "digits":
      return last.kind === "scale" && Number.isInteger(piece.value) && piece.value < last.value
    case "part":
      return last.kind === "a" || (last.kind === "small" && isPartOf(last, piece, between))
    case "a":
      return isAnd
        ? last.kind === "small" || last.kind === "digits"
        : last.kind === "part" || last.kind === "scale"
  }
}

/** "two-thirds", "three quarters"; but "the last two quarters" are parts of a year. */
function isPartOf(count: Piece, part: Piece, between: string): boolean {
  const isFraction = count.value > 1 && count.value * part.value < 1
  return between === "-" || (isFraction && count.value * part.value !== 0.5)
}

/** The worth of a run of pieces; null where it is no number ("a" alone, "third" as an ordinal, "several hundred"). */
function numeralOf(run: readonly Piece[]): Numeral | null {
  const first = run[0]
  const pieces = run.at(-1)?.kind === "a" ? run.slice(0, -1) : run
  const last = pieces.at(-1)
  if (!first || !last || first.kind === "scale" || pieces.every(({ kind }) => kind === "a"))
    return null
  if (pieces.length === 1 && first.kind === "part" && first.value !== 0.5) return null
  return { from: first.from, to: last.to, value: worthOf(pieces) }
}

/** What floating point adds behind them was never printed. */
const DIGITS_KEPT = 15

/** Smaller scales add, larger ones multiply: "8 thousand 100", "half a million", "three and a half". */
function worthOf(pieces: readonly Piece[]): number {
  let total = 0
  let current: number | null = null
  for (const [i, { kind, value }] of pieces.entries()) {
    if (kind === "a") continue
    if (kind === "part" && current !== null && pieces[i - 1]?.kind === "a") current += value
    else if (kind === "part") current = (current ?? 1) * value
    else if (kind !== "scale") current = (current ?? 0) + value
    else if (value < 1000 || total === 0 || current !== null) {
      if (value >= 1000) {
        total += (current ?? 1) * value
        current = null
      } else current = (current ?? 1) * value
    } else total *= value
  }
  return Number((total + (current ?? 0)).toPrecision(DIGITS_KEPT))
}
