import { type Article, bodyBlocks } from "../article/article.ts"
import { findDateWords } from "../occasion/find-date-words.ts"
import { holderOf } from "../text/holder.ts"
import type { Span } from "../text/span.ts"
import { maybeAged } from "./age.ts"
import { countsAlone } from "./bare.ts"
import type { Exactness, Figure } from "./figure.ts"
import { findNumerals, type Numeral } from "./numbers.ts"
import { isNoQuantity } from "./quantity.ts"
import { isListedPercent, isRange, scaledLike } from "./range.ts"
import { MEASURE, unitOf } from "./unit.ts"

/**
 * Every quantity that an article states, with unit and what it counts, in text order. In another language than English
 * numbers are written, and counted things named, by other rules: none is read there.
 */
export function findFigures(article: Article): Figure[] {
  if (article.language !== null && !/^en\b/.test(article.language)) return []
  return bodyBlocks(article).flatMap((block) => figuresIn(article, block))
}

function figuresIn(article: Article, block: Span): Figure[] {
  const text = article.text.slice(block.from, block.to)
  const dated = holderOf(findDateWords(text))
  const numerals = findNumerals(text).filter(({ from, to }) => !dated(from) && !dated(to - 1))
  const figures: Figure[] = []
  for (let i = 0; i < numerals.length; i++) {
    const [low, next] = [numerals[i]!, numerals[i + 1]]
    const upper = isRange(text, low, next) ? next! : null
    const figure =
      !upper && isListedPercent(text, numerals, i)
        ? { ...EXACT, span: { from: low.from, to: low.to }, value: low.value, unit: "percent" }
        : readFigure(text, upper ? scaledLike(upper, low, text) : low, upper)
    if (!figure) continue
    const span = { from: block.from + figure.span.from, to: block.from + figure.span.to }
    figures.push({ ...figure, article: article.id, span })
    if (upper) i++
  }
  return figures
}

/** What most figures are unless something else is said. */
const EXACT = { high: null, unit: null, of: null, exactness: "exact" } as const

const CURRENCY_BEFORE = /(?:(?:US|C|A|HK|NZ)?\$|£|€|¥)\s?$/

/** How much the words before a number say about how exact it is. */
const BEFORE: readonly (readonly [RegExp, Exactness])[] = [
  [
    /\b(?:more than|over|at least|upwards? of|in excess of|exceed(?:s|ed|ing)?|above|no (?:less|fewer) than|better than)\s(?:an?\s)?$/i,
    "over",
  ],
  [
    /\b(?:less than|fewer than|under|below|nearly|almost|up to|as (?:many|much) as|at most|no more than|just under|close to|not quite)\s(?:an?\s)?$/i,
    "under",
  ],
  [
    /\b(?:about|around|some|roughly|approximately|an estimated|estimated|or so|circa|nearly|perhaps)\s(?:an?\s)?$/i,
    "about",
  ],
]

/** And the words behind it: "20 or so", "200-plus". */
function exactnessAfter(after: string): Exactness {
  if (/^\sor so\b/.test(after)) return "about"
  if (/^(?:\sor more\b|(?:-|\s-\s)plus\b|\+)/.test(after)) return "over"
  return /^\sor (?:fewer|less)\b/.test(after) ? "under" : "exact"
}

function readFigure(
  text: string,
  low: Numeral,
  upper: Numeral | null,
): Omit<Figure, "article"> | null {
  const last = upper ?? low
  const [value, high] = [low.value, upper?.value ?? null]
  const before = text.slice(Math.max(0, low.from - BEFORE_REACH), low.from)
  const after = text.slice(last.to, last.to + AFTER_REACH)
  if (isNoQuantity(before, text.slice(low.from, low.to), after)) return null
  const aged = MEASURE.test(after) ? null : maybeAged(before, low, after)
  if (aged) return { ...EXACT, span: { from: low.from, to: last.to }, value, high, of: aged }
  const printed = text.slice(low.from, last.to)
  const money = CURRENCY_BEFORE.exec(before)?.[0] ?? ""
  const unit = unitOf(money.trim(), printed, after)
  const counted = countedThing(after.slice(unit.length))
  const lead = leadOf(before.slice(0, before.length - money.length))
  const exactness = lead?.exactness ?? exactnessAfter(after)
  const isBare = unit.name === null && counted.of === null
  if (isBare && !countsAlone({ value: last.value, before, printed, after, exactness })) return null
  return {
    span: {
      from: low.from - money.length - (lead?.length ?? 0),
      to: last.to + unit.length + (unit.name === null ? counted.length : 0),
    },
    ...{ value, high, unit: unit.name, of: counted.of, exactness },
  }
}

/** Words before a number that say how exact it is: "nearly ", "more than a ". */
function leadOf(before: string): { exactness: Exactness; length: number } | null {
  for (const [pattern, exactness] of BEFORE) {
    const found = pattern.exec(before)
    if (found) return { exactness, length: found[0].length }
  }
  return null
}

/** How far around a number its words are looked at, in characters. */
const BEFORE_REACH = 32
const AFTER_REACH = 64

/** Words that end what is counted. */
const STOP =
  /^(?:of|in|on|at|to|for|from|by|with|as|and|or|but|that|which|who|is|are|was|were|be|been|has|have|had|will|would|could|should|may|might|can|the|a|an|this|these|those|his|her|their|its|our|my|when|where|while|after|before|since|than|more|less|said|says|it|he|she|they|we|you|i|if|not|so|because|about|into|out|over|under|during|between|against|through|near|across|around|within|among|along|behind|beyond|towards?|inside|outside|above|below|without|despite|including|until|whose|whom|per|each|every|ago|later|earlier|years|down|up|off)$/i
/** Most words in the name of what is counted: "black fishing boats". */
const MOST_WORDS = 3

/** The words right behind a number up to the noun that ends them: "cases", "Russian soldiers", "of the votes". */
function countedThing(after: string): { of: string | null; length: number } {
  const whole =
    /^\sof\s(?:the\s|all\s|its\s|their\s|his\s|her\s|those\s|these\s|U\.S\.\s)*|^\sor (?:so|more|fewer|less)\s|^(?:-|\s-\s)plus\s/.exec(
      after,
    )
  const start = whole?.[0].length ?? (/^[\s-]/.test(after) ? 1 : 0)
  if (start === 0) return { of: null, length: 0 }
  let end = start
  for (let words = 0; words < MOST_WORDS; words++) {
    const word = /^\s?((?:\p{Lu}\.){2,}|\p{L}[\p{L}’'-]*)/u.exec(after.slice(end))
    if (!word || STOP.test(word[1]!)) break
    end += word[0].length
    if (isPlural(word[1]!)) break
  }
  const of = after.slice(start, end).trim()
  return of === "" ? { of: null, length: 0 } : { of, length: end }
}

function isPlural(word: string): boolean {
  return /(?:[^s]s|people|men|women|children|police)$/.test(word) && word.length > 3
}
