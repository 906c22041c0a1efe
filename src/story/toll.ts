import { compareText } from "../text/compare-text.ts"
import type { Figure } from "./figure.ts"

/** What a number of people says has befallen them. */
export type Fate = "killed" | "hurt"

const FATES: readonly (readonly [Fate, RegExp])[] = [
  ["killed", /\b(?:kill(?:s|ed|ing)|(?<!among the )dead|died|dies|lives)\b/gi],
  ["hurt", /\b(?:injur(?:ed|es|ing)|wound(?:ed|s|ing)|hurt)\b/gi],
]
/** How far from the number its verb stands, in characters. */
const BEFORE = 30
const AFTER = 45
/** Where another statement begins: a stop, a comma, "and", another number. */
const APART = /[.;:!?\n](?=\s|$)|,|\sand\s|\d/
const FURTHER = /^(?:other|others|more|additional|further)\b/i

/** "two other men", "five more people": whether what is counted comes on top of others. */
export function isFurther(of: string | null): boolean {
  return FURTHER.test(of ?? "")
}

/** No toll is counted in units, halves or by ranges, and of one man each page knows more than his number. */
const LEAST = 2

/** What has befallen those whom a figure counts, by the nearest word of its clause; null where it counts nothing like it. */
export function fateOf({ span, value, high, unit, of }: Figure, text: string): Fate | null {
  if (unit !== null || high !== null || !Number.isInteger(value) || value < LEAST) return null
  if (isFurther(of)) return null
  const before = text
    .slice(Math.max(0, span.from - BEFORE), span.from)
    .split(APART)
    .at(-1)!
  const after = ` ${of ?? ""} ${text.slice(span.to, span.to + AFTER)}`.split(APART, 1)[0]!
  const found = FATES.flatMap(([fate, words]) => [
    ...[...after.matchAll(words)].map(({ index }) => ({ fate, gap: index })),
    ...[...before.matchAll(words)].map((match) => ({
      fate,
      gap: before.length - match.index - match[0].length,
    })),
  ])
  return found.toSorted((a, b) => a.gap - b.gap || compareText(a.fate, b.fate))[0]?.fate ?? null
}
