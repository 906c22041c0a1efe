import { hashesOf, WordTable } from "../search/word-table.ts"
import { LEVEL, levelOf } from "./rarity.ts"

/** Words that stand in every story and tell none from another. */
const COMMON: ReadonlySet<string> = new Set(
  (
    "a an the of to in on for and or but with at by from as is are was were be been being it its this that these those he she they we you i " +
    "his her their our your my him them us me who which what when where why how not no nor so if than then there here into out up down over " +
    "under about after before between during against through while also just only very more most less least such same other another own s t d " +
    "ll re ve m said says say told will would can could should may might must shall do does did done have has had having new one two first " +
    "year years day days time people mr mrs ms"
  ).split(" "),
)

/** The term of a word's compared form, common endings cut; null for words that tell nothing. */
function maybeTerm(norm: string): string | null {
  return norm.length < 2 || COMMON.has(norm) ? null : stem(norm)
}

/** Cuts the endings of plural, -ing and -ed: coarse, for words only meet words cut in the same way. */
function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word
  return cutSilentE(
    cutDoubled(cutVerbEnding(word.at(-1) === "s" ? cutPlural(cutOwner(word)) : word)),
  )
}

function cutOwner(word: string): string {
  return word.endsWith("'s") ? word.slice(0, -2) : word
}

function cutPlural(word: string): string {
  if (!word.endsWith("s")) return word
  if (word.endsWith("ies") && word.length > 5) return `${word.slice(0, -3)}y`
  if (/(?:sh|ch|x|z|ss)es$/.test(word)) return word.slice(0, -2)
  return /(?:ss|us|is)$/.test(word) ? word : word.slice(0, -1)
}

function cutVerbEnding(word: string): string {
  const last = word.at(-1)
  if (last === "g") return word.length > 6 && word.endsWith("ing") ? word.slice(0, -3) : word
  return last === "d" && word.length > 5 && word.endsWith("ed") ? word.slice(0, -2) : word
}

function cutDoubled(word: string): string {
  const last = word.at(-1)!
  const isDoubled = word.length > 4 && last === word.at(-2) && DOUBLED.includes(last)
  return isDoubled ? word.slice(0, -1) : word
}

/** Letters that verbs double before an ending: "planned". */
const DOUBLED = "bdfgkmnprt"

function cutSilentE(word: string): string {
  return word.length > 4 && word.at(-1) === "e" ? word.slice(0, -1) : word
}

/** One word's compared form and what it counts for. */
export interface Term {
  /** The number of its term; forms of one word share it. -1 for words that tell nothing. */
  readonly term: number
  /** The place of its term among all, -1 for words that tell nothing: good for tables alone. */
  readonly place: number
  /** The number of the form itself. */
  readonly form: number
  readonly rarity: number
  readonly sort: "word" | "number" | "weekday"
  /** Whether it can say how many there are of something; a year looks as if it could. */
  readonly amount: "count" | "year" | null
}

const WEEKDAYS: ReadonlySet<string> = new Set(
  "sunday monday tuesday wednesday thursday friday saturday".split(" "),
)
const AMOUNTS: ReadonlySet<string> = new Set(
  "two three four five six seven eight nine ten eleven twelve dozen".split(" "),
)
const NUMBERS_IN_WORDS: ReadonlySet<string> = new Set(
  (
    "three four five six seven eight nine ten eleven twelve dozen hundred third fourth fifth sixth seventh eighth ninth tenth " +
    "twice double half"
  ).split(" "),
)
const FIGURES = /^\d[\d.]*$/
const YEAR = /^(?:19|20)\d\d$/

function amountOf(norm: string): Term["amount"] {
  if (!beginsWithDigit(norm)) return AMOUNTS.has(norm) ? "count" : null
  if (YEAR.test(norm)) return "year"
  return FIGURES.test(norm) ? "count" : null
}

/** Years are left out: they say when, and are read as dates. */
function sortOf(norm: string): Term["sort"] {
  if (beginsWithDigit(norm)) return FIGURES.test(norm) && !YEAR.test(norm) ? "number" : "word"
  if (NUMBERS_IN_WORDS.has(norm)) return "number"
  return WEEKDAYS.has(norm) ? "weekday" : "word"
}

function beginsWithDigit(norm: string): boolean {
  return norm.charCodeAt(0) >= 0x30 && norm.charCodeAt(0) <= 0x39
}

/**
 * Numbers for words and their terms, made from the words: the same whatever was read before, so that no sum and no tie
 * depends on the order of the articles. Each word is stemmed and weighed once.
 *
 * Forms and terms also have places, counted as they are met: small numbers, good for tables alone.
 */
export class Terms {
  readonly #forms = new WordTable((norm) => this.#addForm(norm))
  readonly #terms = new WordTable((stem) => this.#addTerm(stem))
  readonly #known: Term[] = []
  readonly #termOfForm: number[] = []
  readonly #isSpecial: boolean[] = []
  readonly #numbers: number[] = []
  readonly #levels: number[] = []

  of(norm: string): Term {
    return this.at(this.placeOf(norm))
  }

  /** What the form at a place counts for. */
  at(place: number): Term {
    return this.#known[place]!
  }

  placeOf(norm: string): number {
    return this.#forms.placeOf(norm)
  }

  /** The place of a word of unaccented letters where it stands in a text, as most do; -1 where none does. */
  plainAt(text: string, from: number, to: number): number {
    return this.#forms.plainAt(text, from, to)
  }

  /** Where the last such word ended. */
  get plainEnd(): number {
    return this.#forms.end
  }

  /** The places of terms by those of their forms; -1 for words that tell nothing. */
  get termOfForm(): readonly number[] {
    return this.#termOfForm
  }

  /** Which forms are numbers, amounts or weekdays, by their places. */
  get isSpecial(): readonly boolean[] {
    return this.#isSpecial
  }

  /** The numbers of terms by their places. */
  get numbers(): readonly number[] {
    return this.#numbers
  }

  /** How rare terms are, in levels, by their places. */
  get levels(): readonly number[] {
    return this.#levels
  }

  #addForm(norm: string): void {
    const stem = maybeTerm(norm)
    const place = stem === null ? -1 : this.#terms.placeOf(stem)
    const term = place < 0 ? -1 : this.#numbers[place]!
    const [sort, amount] = [sortOf(norm), amountOf(norm)]
    this.#termOfForm.push(place)
    this.#isSpecial.push(sort !== "word" || amount !== null)
    this.#known.push({ term, place, form: numberOf(norm), rarity: rarityIn(term), sort, amount })
  }

  #addTerm(stem: string): void {
    const level = levelOf(stem)
    this.#levels.push(level)
    this.#numbers.push(numberOf(stem) * LEVELS + level)
  }
}

/** Room for the level of rarity in the number of a term or of a pair of terms. */
const LEVELS = 2 ** 7

/** How much a term tells, or a pair of terms both together: the number itself says it. */
export function rarityIn(term: number): number {
  return term < 0 ? 0 : levelIn(term) * LEVEL
}

/** How rare a term that tells something is, in levels. */
function levelIn(term: number): number {
  return modulo(term, LEVELS)
}

/** The number of two terms side by side. */
export function pairOf(before: number, after: number): number {
  const level = levelIn(before) + levelIn(after)
  return (shortened(before) * HALF + shortened(after)) * LEVELS + level
}

/** The lower hash of a term. */
function shortened(term: number): number {
  return modulo(Math.floor(term / LEVELS), HALF)
}

/** The remainder by a power of two: exact as `%` is, which is a slow call for numbers of more than 31 bits. */
function modulo(number: number, power: number): number {
  return number - Math.floor(number / power) * power
}

const HALF = 2 ** 23
/** No number of a term or of a pair of terms is as large. */
export const NUMBERS: number = HALF * HALF * LEVELS

/** A word's hashes, shortened to 23 bits, in one number. */
function numberOf(word: string): number {
  const { first, second } = hashesOf(word)
  return (first >>> 9) * HALF + (second >>> 9)
}
