import { type Article, bodyBlocks } from "../article/article.ts"
import { findDateWords } from "../occasion/expressions.ts"
import { holderOf } from "../text/holder.ts"
import type { Span } from "../text/span.ts"
import type { Exactness, Figure } from "./figure.ts"
import { findNumerals, type Numeral } from "./numbers.ts"
import { isNoQuantity, MEASURE, PERCENT } from "./quantity.ts"

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
    const upper = isRange(text, numerals[i]!, numerals[i + 1]) ? numerals[i + 1]! : null
    const figure = readFigure(
      text,
      upper ? scaledLike(upper, numerals[i]!, text) : numerals[i]!,
      upper,
    )
    if (!figure) continue
    figures.push({
      ...figure,
      article: article.id,
      span: { from: block.from + figure.span.from, to: block.from + figure.span.to },
    })
    if (upper) i++
  }
  return figures
}

/** "between 310 and 3,400", "10 to 12", "10–12". */
function isRange(text: string, low: Numeral, high: Numeral | undefined): boolean {
  if (!high || high.value <= low.value) return false
  const between = text.slice(low.to, high.from)
  if (/^(?:\s?%|\sper\s?cent)?\s?(?:to|–|-)\s?[$£€]?$/.test(between)) return true
  return /^\sand\s[$£€]?$/.test(between) && /\bbetween\s[$£€]?$/i.test(text.slice(0, low.from))
}

/** "$3.60-$3.65 billion": the scale stands once and is meant of both. */
function scaledLike(high: Numeral, low: Numeral, text: string): Numeral {
  const scale = /(?:thousand|million|billion|trillion)$/i.exec(text.slice(high.from, high.to))
  const digits = scale
    ? Number(text.slice(high.from, high.to - scale[0].length).replaceAll(",", ""))
    : Number.NaN
  const isPlain = /^[\d.,]+$/.test(text.slice(low.from, low.to))
  return isPlain && digits >= low.value ? { ...low, value: (low.value * high.value) / digits } : low
}

const CURRENCY_BEFORE = /(?:(?:US|C|A|HK|NZ)?\$|£|€|¥)\s?$/
const CURRENCY_AFTER =
  /^\s(?:U\.?S\.?\s)?(dollars?|euros?|pounds?|crowns?|rubles?|roubles?|yen|yuan|rupees?|francs?|pesos?|cents?)\b/i
const CURRENCIES: Readonly<Record<string, string>> = {
  dollar: "$",
  euro: "€",
  pound: "£",
  yen: "¥",
}

/** How much the words before a number say about how exact it is. */
const BEFORE: readonly (readonly [RegExp, Exactness])[] = [
  [
    /\b(?:more than|over|at least|upwards? of|in excess of|exceed(?:s|ed|ing)?|above|no (?:less|fewer) than|as (?:many|much) as|better than)\s(?:an?\s)?$/i,
    "over",
  ],
  [
    /\b(?:less than|fewer than|under|below|nearly|almost|up to|at most|no more than|just under|close to|not quite)\s(?:an?\s)?$/i,
    "under",
  ],
  [
    /\b(?:about|around|some|roughly|approximately|an estimated|estimated|or so|circa|nearly|perhaps)\s(?:an?\s)?$/i,
    "about",
  ],
]

function readFigure(
  text: string,
  low: Numeral,
  upper: Numeral | null,
): Omit<Figure, "article"> | null {
  const before = text.slice(Math.max(0, low.from - BEFORE_REACH), low.from)
  const last = upper ?? low
  const after = text.slice(last.to, last.to + AFTER_REACH)
  if (isNoQuantity(before, text.slice(low.from, low.to), after)) return null
  const aged = upper ? null : maybeAged(before, low, after)
  if (aged) return { ...EXACT, span: { from: low.from, to: low.to }, value: low.value, of: aged }
  const money = CURRENCY_BEFORE.exec(before)
  const unit = unitOf(money?.[0].trim() ?? null, after)
  const counted = countedThing(after.slice(unit.length))
  if (unit.name === null && counted.of === null && !isPlainCount(text, low, last)) return null
  const lead = money ? before.slice(0, money.index) : before
  const exactness = BEFORE.find(([pattern]) => pattern.test(lead))
  const from =
    low.from - (money?.[0].length ?? 0) - (exactness ? exactness[0].exec(lead)![0].length : 0)
  return {
    span: { from, to: last.to + unit.length + (unit.name === null ? counted.length : 0) },
    value: low.value,
    high: upper?.value ?? null,
    unit: unit.name,
    of: counted.of,
    exactness: exactness?.[1] ?? (/^\s(?:or so|or more)\b/.test(after) ? "about" : "exact"),
  }
}

const EXACT = { high: null, unit: null, exactness: "exact" } as const

/** Nobody is older. */
const MOST_YEARS = 119

/** Whose age it is, by the word before: "Nora Quill, 57, said". */
function maybeAged(before: string, { value, from, to }: Numeral, after: string): string | null {
  if (to - from > 3 || value > MOST_YEARS || !/^,\s/.test(after)) return null
  const name =
    /(?<![\p{L}’'-])((?:\p{Lu}[\p{L}’'.-]{0,20}\s){0,2}\p{Lu}[\p{L}’'-]{1,20})["”]?,\s$/u.exec(
      before,
    )?.[1]
  return name && !findDateWords(`in ${name}`).length ? name : null
}

/** How far around a number its words are looked at, in characters. */
const BEFORE_REACH = 32
const AFTER_REACH = 64

interface Unit {
  readonly name: string | null
  readonly length: number
}

function unitOf(money: string | null, after: string): Unit {
  if (money) return { name: money.replace(/^US/, ""), length: 0 }
  const percent = PERCENT.exec(after)
  if (percent) return { name: "percent", length: percent[0].length }
  const currency = CURRENCY_AFTER.exec(after)
  if (currency) {
    const name = singular(currency[1]!)
    return { name: CURRENCIES[name] ?? name, length: currency[0].length }
  }
  const measure = MEASURE.exec(after)
  if (!measure) return { name: null, length: 0 }
  return { name: singular(measure[1]!), length: measure[0].length }
}

const IRREGULAR: Readonly<Record<string, string>> = {
  feet: "foot",
  inches: "inch",
  kilometre: "kilometer",
  kilometres: "kilometer",
  km: "kilometer",
  metre: "meter",
  metres: "meter",
  mm: "millimeter",
  millimetre: "millimeter",
  millimetres: "millimeter",
  cm: "centimeter",
  centimetre: "centimeter",
  centimetres: "centimeter",
  litre: "liter",
  litres: "liter",
  kg: "kilogram",
  tonnes: "tonne",
}

function singular(word: string): string {
  const lower = word.toLowerCase()
  return IRREGULAR[lower] ?? lower.replace(/s$/, "")
}

/** Words that end what is counted. */
const STOP =
  /^(?:of|in|on|at|to|for|from|by|with|as|and|or|but|that|which|who|is|are|was|were|be|been|has|have|had|will|would|could|should|may|might|can|the|a|an|this|these|those|his|her|their|its|our|my|when|where|while|after|before|since|than|more|less|said|says|it|he|she|they|we|you|i|if|not|so|because|about|into|out|over|under|during|between|against|through|near|across|around|within|among|along|behind|beyond|towards?|inside|outside|above|below|without|despite|including|until|whose|whom|per|each|every|ago|later|earlier|years|down|up|off)$/i
/** Most words in the name of what is counted: "black fishing boats". */
const MOST_WORDS = 3

/** The words right behind a number up to the noun that ends them: "cases", "Russian soldiers", "of the votes". */
function countedThing(after: string): { of: string | null; length: number } {
  const whole =
    /^\sof\s(?:the\s|all\s|its\s|their\s|his\s|her\s|those\s|these\s|U\.S\.\s)*|^\sor (?:so|more|fewer|less)\s/.exec(
      after,
    )
  const start = whole?.[0].length ?? (/^[\s-]/.test(after) ? 1 : 0)
  if (start === 0) return { of: null, length: 0 }
  let end = start
  for (let words = 0; words < MOST_WORDS; words++) {
    const word = /^\s?([\p{L}][\p{L}’'-]*)/u.exec(after.slice(end))
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

/** A number in figures that stands for itself ("the toll rose to 8,100") counts; a word alone ("the two") does not. */
function isPlainCount(text: string, low: Numeral, last: Numeral): boolean {
  const printed = text.slice(low.from, last.to)
  return /\d/.test(printed) && (low.value >= 100 || /million|billion|thousand/.test(printed))
}
