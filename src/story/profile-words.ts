import { type Article, bodyBlocks } from "../article/article.ts"
import type { Span } from "../text/span.ts"
import { isUnaccented, maybeToken, skip } from "../text/tokens.ts"
import type { Terms } from "./terms.ts"

/** The words of an article that its profile is made of, those of the headline before those of the body. */
export interface ProfileWords {
  /** Of each word the place of its form among all, and that of its term. */
  readonly forms: Int32Array
  readonly terms: Int32Array
  /** Whether it has a capital that no sentence's beginning explains. */
  readonly isName: Uint8Array
  /** The words that are numbers, amounts and weekdays. */
  readonly special: readonly number[]
  /** How many are of the headline, and how many there are. */
  readonly title: number
  readonly count: number
}

/** No headline is longer; what some pages call one is. */
const TITLE_WORDS = 200
const BODY_WORDS = 500
/** Characters to a word that hold even for the longest of words on average: so much of a long block is read. */
const LONGEST_WORDS = 12

/** Good until the next article is read. */
export function readProfileWords(article: Article, terms: Terms): ProfileWords {
  const { text, headline } = article
  const title = headline ? text : (article.title ?? "")
  room.special = []
  room.count = 0
  readWords(title, headline ?? { from: 0, to: title.length }, TITLE_WORDS, terms)
  room.title = room.count
  for (const { kind, from, to } of bodyBlocks(article)) {
    if (kind === "heading" || kind === "caption") continue
    const left = room.title + BODY_WORDS - room.count
    readWords(text, { from, to: Math.min(to, from + left * LONGEST_WORDS) }, left, terms)
  }
  return room
}

/** Room for the words of one article. */
const room = {
  forms: new Int32Array(TITLE_WORDS + BODY_WORDS),
  terms: new Int32Array(TITLE_WORDS + BODY_WORDS),
  isName: new Uint8Array(TITLE_WORDS + BODY_WORDS),
  special: [] as number[],
  title: 0,
  count: 0,
}

/** Reads so many words of a span at most, as `findTokens` does. */
function readWords(text: string, { from, to }: Span, most: number, terms: Terms): void {
  const end = room.count + most
  for (let at = from; at < to && room.count < end; ) {
    const unit = text.charCodeAt(at)
    if (unit === SPACE) {
      at++
      continue
    }
    const plain = isUnaccented(unit) ? terms.plainAt(text, at, to) : -1
    if (plain >= 0) {
      addWord(plain, isNameAt(text, at), terms)
      at = terms.plainEnd
      continue
    }
    const token = maybeToken(text, at, to)
    if (token) addWord(terms.placeOf(token.norm), isNameAt(text, at), terms)
    at = token ? token.to : skip(text, at, to)
  }
}

function addWord(form: number, isName: boolean, terms: Terms): void {
  const i = room.count++
  room.forms[i] = form
  room.terms[i] = terms.termOfForm[form]!
  room.isName[i] = isName ? 1 : 0
  if (terms.isSpecial[form]) room.special.push(i)
}

/** Whether a capital stands where no sentence begins, as what stands before it tells, with or without a space between. */
function isNameAt(text: string, at: number): boolean {
  const first = text.charCodeAt(at)
  if (first < CAPITAL_A || first > CAPITAL_Z || at === 0) return false
  const before = text.charCodeAt(at - 1)
  return isInside(before === SPACE ? text.charCodeAt(at - 2) : before)
}

const CAPITAL_A = 0x41
const CAPITAL_Z = 0x5a
const SPACE = 0x20

function isInside(unit: number): boolean {
  return isUnaccented(unit) || INSIDE.includes(String.fromCharCode(unit))
}

/** What may stand before a word inside a sentence beside letters. */
const INSIDE = "0123456789_,;’'(-"
