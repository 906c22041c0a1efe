import type { Article } from "../article/article.ts"
import { findDateWords } from "../occasion/find-date-words.ts"
import { findTokens } from "../text/tokens.ts"
import type { Figure } from "./figure.ts"
import type { Terms } from "./terms.ts"

/** What stands right beside a figure in its clause, the nearest word first: what the number is said of. */
export interface Frame {
  readonly left: readonly number[]
  readonly right: readonly number[]
  /** Whether the words on the left say who told the number, and so not yet what it is of. */
  readonly told: boolean
  /** The dates and hours that its sentence names, as printed: other times, other numbers. */
  readonly times: string
}

/** Words of a clause that are looked at on each side, and how far a clause and a sentence are read, in characters. */
const WORDS = 5
const CLAUSE = 90
const SENTENCE = 240
/** Signs that begin a clause, and those that end one: behind a comma a clause may go on. */
const CLAUSE_BEGIN = /[.;:()“”"\n—–]|,(?!\d)/
const CLAUSE_END = /[.;:()“”"\n—–]/
/** Not the stops of "p.m. EDT". */
const SENTENCE_END = /(?<=\w{2})[.!?]["”]?\s(?=\p{Lu})|\n/u
/** Words so common that they say nothing of what is counted: "now", "make". */
const LEAST_RARITY = 1.5
const SPEECH = /\b(?:said|says|told|added|according|reported|estimated)\b/
const HOUR = /\b\d{1,2}(?::\d\d)?\s?[ap]\.?m\b/gi

export function frameOf({ span }: Figure, { text }: Article, terms: Terms): Frame {
  const before = text.slice(Math.max(0, span.from - SENTENCE), span.from)
  const after = text.slice(span.to, span.to + SENTENCE)
  const read = (clause: string): number[] =>
    findTokens(clause).flatMap(({ norm }) => {
      const { term, sort, rarity } = terms.of(norm)
      return term < 0 || sort === "number" || rarity < LEAST_RARITY ? [] : term
    })
  const clause = before.slice(-CLAUSE).split(CLAUSE_BEGIN).at(-1)!
  return {
    left: read(clause).reverse().slice(0, WORDS),
    told: SPEECH.test(clause),
    right: read(after.slice(0, CLAUSE).split(CLAUSE_END, 1)[0]!).slice(0, WORDS),
    times: timesIn(`${before.split(SENTENCE_END).at(-1)} ${after.split(SENTENCE_END, 1)[0]}`),
  }
}

function timesIn(sentence: string): string {
  const dates = findDateWords(sentence).map(({ from, to }) => sentence.slice(from, to))
  return [...dates, ...(sentence.match(HOUR) ?? [])].join(" ").toLowerCase()
}

/** How many words in a row right beside two figures are the same; none where their sentences name other times. */
export function sameWords(a: Frame, b: Frame): number {
  if (a.times !== b.times) return 0
  const right = commonRun(a.right, b.right)
  return (a.told || b.told) && right === 0 ? 0 : right + commonRun(a.left, b.left)
}

function commonRun(a: readonly number[], b: readonly number[]): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}
