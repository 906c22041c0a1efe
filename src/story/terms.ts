import { PlainWords } from "./plain-words.ts"
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
export function maybeTerm(norm: string): string | null {
  return norm.length < 2 || COMMON.has(norm) ? null : stem(norm)
}

/** Cuts the endings of plural, -ing and -ed: coarse, for words only meet words cut in the same way. */
function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word
  return cutSilentE(cutDoubled(cutVerbEnding(cutPlural(word.replace(/'s$/, "")))))
}

function cutPlural(word: string): string {
  if (word.endsWith("ies") && word.length > 5) return `${word.slice(0, -3)}y`
  if (/(?:sh|ch|x|z|ss)es$/.test(word)) return word.slice(0, -2)
  return word.endsWith("s") && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word
}

function cutVerbEnding(word: string): string {
  if (word.endsWith("ing") && word.length > 6) return word.slice(0, -3)
  return word.endsWith("ed") && word.length > 5 ? word.slice(0, -2) : word
}

function cutDoubled(word: string): string {
  return word.length > 4 && /([bdfgkmnprt])\1$/.test(word) ? word.slice(0, -1) : word
}

function cutSilentE(word: string): string {
  return word.length > 4 && word.endsWith("e") ? word.slice(0, -1) : word
}

/** One word's compared form and what it counts for. */
export interface Term {
  /** The number of its term; forms of one word share it. -1 for words that tell nothing. */
  readonly term: number
  /** The number of the form itself. */
  readonly form: number
  readonly rarity: number
  readonly sort: "word" | "number" | "weekday"
  /** Whether it can say how many there are of something; a year looks as if it could. */
  readonly amount: "count" | "year" | null
  /** A small number for its term, -1 for words that tell nothing: only good for places in a table, for it depends on what was read before. */
  readonly index: number
}

const WEEKDAY = /^(?:sun|mon|tues|wednes|thurs|fri|satur)day$/
/** Years are left out: they say when, and are read as dates. */
const NUMBER =
  /^(?:(?!(?:19|20)\d\d$)\d[\d.]*|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twice|double|half)$/

const AMOUNT = /^(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen)$/
const YEAR = /^(?:19|20)\d\d$/

function amountOf(norm: string): Term["amount"] {
  if (YEAR.test(norm)) return "year"
  return AMOUNT.test(norm) ? "count" : null
}

function sortOf(norm: string): Term["sort"] {
  if (NUMBER.test(norm)) return "number"
  return norm.endsWith("day") && WEEKDAY.test(norm) ? "weekday" : "word"
}

/**
 * Numbers for words and their terms, made from the words: the same whatever was read before, so that no sum and no tie
 * depends on the order of the articles. Each word is stemmed and weighed once.
 */
export class Terms {
  readonly #forms = new Map<string, Term>()
  readonly #indices = new Map<number, number>()
  readonly #plain = new PlainWords()
  readonly #find = (norm: string): Term => this.of(norm)

  of(norm: string): Term {
    const known = this.#forms.get(norm)
    if (known) return known
    const made = this.#make(norm)
    this.#forms.set(norm, made)
    return made
  }

  /** The same for a word of unaccented letters where it stands in a text: most words are read here. */
  in(text: string, from: number, to: number): Term {
    return this.#plain.of(text, from, to, this.#find)
  }

  #make(norm: string): Term {
    const stemmed = maybeTerm(norm)
    const level = stemmed === null ? 0 : levelOf(stemmed)
    const term = stemmed === null ? -1 : numberOf(stemmed) * LEVELS + level
    const index = term < 0 ? -1 : (this.#indices.get(term) ?? this.#indices.size)
    if (index >= 0) this.#indices.set(term, index)
    const [sort, amount] = [sortOf(norm), amountOf(norm)]
    return { term, form: numberOf(norm), rarity: rarityIn(term), sort, amount, index }
  }
}

/** Room for the level of rarity in the number of a term or of a pair of terms. */
const LEVELS = 2 ** 7

/** How much a term tells, or a pair of terms both together: the number itself says it. */
export function rarityIn(term: number): number {
  return term < 0 ? 0 : levelIn(term) * LEVEL
}

/** How rare a term that tells something is, in levels. */
export function levelIn(term: number): number {
  return term % LEVELS
}

/** The number of two terms side by side. */
export function pairOf(before: number, after: number): number {
  const level = (before % LEVELS) + (after % LEVELS)
  const [a, b] = [Math.floor(before / LEVELS), Math.floor(after / LEVELS)]
  return ((a % HALF) * HALF + (b % HALF)) * LEVELS + level
}

const HALF = 2 ** 23

/** Two hashes of 23 bits: FNV-1a and one that multiplies by another prime. */
function numberOf(word: string): number {
  let high = 0x811c9dc5
  let low = 0x2f0b4a27
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i)
    high = Math.imul(high ^ unit, 0x01000193)
    low = Math.imul(low ^ unit, 0x85ebca6b) ^ (low >>> 15)
  }
  return (high >>> 9) * HALF + (low >>> 9)
}
