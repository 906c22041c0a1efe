import { findDateWords } from "../occasion/find-date-words.ts"
import { isNumberWord, type Numeral } from "./numbers.ts"

/** Nobody is older. */
const MOST_YEARS = 119

/** "Nora Quill, 57, said", "the warden, 57, said", "Nora Quill (57)": whom the number beside the name describes. */
const BESIDE =
  /(?<![\p{L}’'-])((?:\p{Lu}[\p{L}’'.-]{0,20}\s){0,2}[\p{L}’'-]{2,21})[."”]?,\s$|(?<![\p{L}’'-])(\p{Lu}[\p{L}’'.-]{0,20}\s\p{Lu}[\p{L}’'-]{1,20})\s\($/u
const IN_WORDS = /\b(?:ages?|aged|age of|ages of)\s$/i
/** "turned 57", but not "turned 57 boats away". */
const TURNED = /\bturn(?:s|ed|ing)?\s$/i
const TURNED_END = /^(?:[.,;:)”"]|$|\s(?:on|in|this|last|next|today|when|and|a|earlier)\b)/

/** Whose age a number is, as printed, or the word for it; null where it is none. */
export function maybeAged(
  before: string,
  { value, from, to }: Numeral,
  after: string,
): string | null {
  if (value > MOST_YEARS) return null
  if (IN_WORDS.test(before) || (TURNED.test(before) && TURNED_END.test(after))) return "age"
  if (to - from > 5 || !/^[,)](?:\s|$)/.test(after)) return null
  const [, beside, bracketed] = BESIDE.exec(before) ?? []
  const name = after.startsWith(",") ? beside : bracketed
  return name && !isNumberWord(name) && !findDateWords(`in ${name}`).length ? name : null
}
