import { SMALL_NUMBERS } from "../text/number-words.ts"
import { type DateRule, shiftOf, type Unit } from "./expression.ts"

const NEAR_DAYS: Readonly<Record<string, number>> = { yesterday: -1, "last night": -1, tomorrow: 1 }

/** What "today's" is said of without meaning the day: "in today's world", "today's standards". */
const AGE =
  /^[’']s?\s(?:[a-z-]+\s){0,2}(?:world|societ|econom|standard|market|youth|kid|children|America|environment|climate|age|term|cultur|politic|reader|generation|news|media)/
const IN_AGE = /\b(?:in|by|for|of)\s$/i

/** "yesterday", "last night", "this morning", "today's hearing"; not the outlets ("USA Today") and not "today's world". */
export const nearDay: DateRule = {
  marks: [
    "esterday",
    "oday",
    "onight",
    "omorrow",
    "ast night",
    "his morning",
    "his afternoon",
    "his evening",
  ],
  pattern:
    /\b(?:[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow|[Ll]ast night|[Tt]his (?:morning|afternoon|evening))\b/g,
  read: ({ 0: words, input, index }) => {
    const before = input.slice(Math.max(0, index - 4), index)
    const after = input.slice(index + words.length, index + words.length + 40)
    if (words === "Today" && !/^$|[.!?”"“’'(\n]\s?$/.test(before)) return null
    if (/^[’']/.test(after) && /^to/i.test(words) && (IN_AGE.test(before) || AGE.test(after)))
      return null
    return { kind: "offset", unit: "day", by: NEAR_DAYS[words.toLowerCase()] ?? 0 }
  },
}

/** "last week", "this year", "earlier this month"; not the stretch ("over the last year"). */
export const nearUnit: DateRule = {
  marks: ["week", "month", "year"],
  pattern: /(?<!\bthe\s)\b([Ll]ast|[Tt]his|[Nn]ext)\s(week|weekend|month|year)\b/g,
  read: ([, shift = "", unit = ""]) => ({
    kind: "offset",
    unit: unit === "weekend" ? "week" : (unit as Unit),
    by: shiftOf(shift) ?? 0,
  }),
}

/** Counts in words, up to a dozen. */
const COUNTS: ReadonlyMap<string, number> = new Map([
  ["a", 1],
  ["an", 1],
  ...[...SMALL_NUMBERS].slice(1, 13),
])

/** "three days ago", "a year from now". */
export const ago: DateRule = {
  marks: [" ago", " from now"],
  pattern: new RegExp(
    `\\b(\\d{1,2}|${[...COUNTS.keys()].join("|")})\\s(day|week|month|year)s?\\s(ago|from now)\\b`,
    "gi",
  ),
  read: ([, count = "", unit = "", way = ""]) => ({
    kind: "offset",
    unit: unit.toLowerCase() as Unit,
    by: (COUNTS.get(count.toLowerCase()) ?? Number(count)) * (/^ago$/i.test(way) ? -1 : 1),
  }),
}
