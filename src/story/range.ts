import type { Numeral } from "./numbers.ts"
import { hasUnit, PERCENT } from "./unit.ts"

/** How far around two numbers their words are looked at, in characters. */
const BEFORE_REACH = 32
const AFTER_REACH = 64

/** Whether two numbers are the ends of one figure: "between 310 and 3,400", "10 to 12", "10–12". */
export function isRange(text: string, low: Numeral, high: Numeral | undefined): boolean {
  if (!high || high.value <= low.value) return false
  const between = text.slice(low.to, high.from)
  const before = text.slice(Math.max(0, low.from - BEFORE_REACH), low.from)
  // "cut by half to $150"
  if (/[$£€]$/.test(between) && !/[$£€]\s?$/.test(before)) return false
  // "50 - 32", as texts cut into words print a score, and "5 - 6 percent"
  if (between === " - ") return hasUnit(text.slice(high.to, high.to + AFTER_REACH))
  if (/^(?:\s?%|\sper\s?cent)?(?:\sto\s|[–-]|-to-)[$£€]?$/.test(between)) return true
  // "six or seven"
  if (/^\sor\s$/.test(between)) return high.value === low.value + 1
  return /^\sand\s[$£€]?$/.test(between) && /\bbetween\s(?:the ages of\s)?[$£€]?$/i.test(before)
}

/** Nobody lists more numbers before the sign that is meant of all. */
const LONGEST_LIST = 8

/** "11 and 8 percent", "35 to 12 percent", "2, 3 and 5 percent": the sign stands once, behind the last, meant of all. */
export function isListedPercent(text: string, numerals: readonly Numeral[], i: number): boolean {
  let last = i
  while (last - i < LONGEST_LIST && joinsList(text, numerals[last]!, numerals[last + 1])) last++
  const end = numerals[last]!.to
  return (
    last > i &&
    text.slice(numerals[last - 1]!.to, numerals[last]!.from) !== ", " &&
    PERCENT.test(text.slice(end, end + AFTER_REACH))
  )
}

function joinsList(text: string, one: Numeral, next: Numeral | undefined): boolean {
  return next !== undefined && /^(?:,|,?\sand|\sor|\sto)\s$/.test(text.slice(one.to, next.from))
}

/** "$3.60-$3.65 billion": the scale stands once and is meant of both. */
export function scaledLike(high: Numeral, low: Numeral, text: string): Numeral {
  const scale = /(?:thousand|million|billion|trillion)$/i.exec(text.slice(high.from, high.to))
  const digits = scale
    ? Number(text.slice(high.from, high.to - scale[0].length).replaceAll(",", ""))
    : Number.NaN
  const isPlain = /^[\d.,]+$/.test(text.slice(low.from, low.to))
  return isPlain && digits >= low.value ? { ...low, value: (low.value * high.value) / digits } : low
}
