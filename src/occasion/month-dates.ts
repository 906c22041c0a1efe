import { type DateRule, shiftOf } from "./expression.ts"
import { ANY_CASE_STEMS, FULL_MONTHS, MONTHS, monthOf } from "./months.ts"
import { readYear, YEAR } from "./years.ts"

/** "October 2020", "February of last year". */
export const monthAndYear: DateRule = {
  marks: ANY_CASE_STEMS,
  pattern: new RegExp(
    `\\b(${MONTHS})(?:\\sof)?,?\\s(${YEAR}|last year|this year|next year)\\b`,
    "g",
  ),
  read: ([, month, year]) => ({
    kind: "month",
    month: monthOf(month),
    year: readYear(year),
    shift: null,
  }),
}

/** Words before a month's name that make it a date; the second list is safe only before names that are nothing else. */
const BEFORE_MONTH = /\b(?:in|since|until|till|during|early|late|mid|this past)[\s-]$/i
const BEFORE_SAFE_MONTH =
  /(?:\b(?:for|by|of|from|through|to|before|after|between|and|every)|\w[’']s)\s$/i
/** "March and April": the one before makes the other sure. */
const AFTER_MONTH = new RegExp(`\\b(?:${FULL_MONTHS})\\s(?:and|or|to)\\s$`)
const NAME_LIKE = /^(?:May|March|April|June|August)$/

/**
 * "in May", "last October", "since February". A month alone needs such a word before it: May, March, April, June
 * and August are also verbs and people ("May may have said", "bad news for May"), so those take fewer of them.
 */
export const monthAlone: DateRule = {
  marks: ANY_CASE_STEMS,
  pattern: new RegExp(`\\b(?:([Ll]ast|[Tt]his|[Nn]ext)\\s)?(${FULL_MONTHS})(?!\\w)([’']s?)?`, "g"),
  read: ({ 1: shift, 2: name = "", 3: owning, input, index }) => {
    const month = monthOf(name)
    if (owning && NAME_LIKE.test(name)) return null
    if (shift) return { kind: "month", month, year: null, shift: shiftOf(shift) }
    const before = input.slice(Math.max(0, index - 16), index)
    if (/\b(?:confidence|faith|trust|belief|believe)s?\sin\s$/.test(before)) return null
    const isSafe = !NAME_LIKE.test(name) || AFTER_MONTH.test(before)
    const isOfMonth =
      /\b[Tt]he\s$/.test(before) && /^\s[a-z]/.test(input.slice(index + name.length))
    const dated =
      owning !== undefined ||
      BEFORE_MONTH.test(before) ||
      isOfMonth ||
      (isSafe && BEFORE_SAFE_MONTH.test(before))
    return dated ? { kind: "month", month, year: null, shift: null } : null
  },
}
