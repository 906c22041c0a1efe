import type { Span } from "../text/span.ts"

/** What words say about a date, before anyone knows when they were printed. */
export type Expression =
  | { readonly kind: "date"; readonly year: Year; readonly month: number; readonly day: number }
  | { readonly kind: "month"; readonly year: Year; readonly month: number; readonly shift: Shift }
  | { readonly kind: "year"; readonly year: number }
  /** Two numbers and a year of which nothing says which number is the month: "4/9/2012". */
  | { readonly kind: "numbers"; readonly year: Year; readonly numbers: readonly [number, number] }
  | { readonly kind: "weekday"; readonly weekday: number; readonly shift: Shift }
  | { readonly kind: "offset"; readonly unit: Unit; readonly by: number }

/** A stated year, a year counted from the publication (-1 is "last year"), or nothing said. */
export type Year = { readonly stated: number } | { readonly shift: number } | null
/** "last", "this", "next"; null where nothing of the kind is said. */
export type Shift = -1 | 0 | 1 | null
export type Unit = "day" | "week" | "month" | "year"

export interface DateWords extends Span {
  readonly expression: Expression
}

/** One form of words and how it is read; null where the words are not a date after all. */
export interface DateRule {
  /** A text without any of these has no such date; quicker to ask than the pattern. */
  readonly marks: readonly string[]
  readonly pattern: RegExp
  read(match: RegExpExecArray): Expression | null
}

const SHIFTS: Readonly<Record<string, Shift>> = { last: -1, this: 0, next: 1 }

/** What "last", "This" or "next" says; null for other words and for none. */
export function shiftOf(word: string | undefined): Shift {
  return SHIFTS[word?.toLowerCase() ?? ""] ?? null
}
