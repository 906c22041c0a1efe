import { groupBy } from "../text/group-by.ts"
import { compareSpans, type Span } from "../text/span.ts"

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

const MONTH_STEMS = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "May",
  "Jun",
  "Jul",
  "Aug",
  "Sep",
  "Oct",
  "Nov",
  "Dec",
]
const MONTHS =
  "Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?"
/** Also as datelines print them: "MON 7 OCT 2020". */
const ANY_CASE_MONTHS = `${MONTHS}|${MONTHS.toUpperCase()}`
const ANY_CASE_STEMS = [...MONTH_STEMS, ...MONTH_STEMS.map((stem) => stem.toUpperCase())]
/** Names of the months in full, as alternatives of a regular expression. */
export const FULL_MONTHS =
  "January|February|March|April|May|June|July|August|September|October|November|December"
const WEEKDAYS = "Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday"
const YEAR = "(?:1[5-9]|20)\\d\\d"
/** How a year begins. */
const HUNDREDS = ["19", "20", "18", "17", "16", "15"]
const YEAR_AFTER = `(?:,?\\s(?:of\\s)?(${YEAR}|last year|this year|next year)\\b)?`
const COUNTS: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
}
const SHIFTS: Record<string, Shift> = { last: -1, this: 0, next: 1 }

/** One form of words and how it is read; null where the words are not a date after all. */
interface Rule {
  /** A text without any of these has no such date; quicker to ask than the pattern. */
  readonly marks: readonly string[]
  readonly pattern: RegExp
  read(match: RegExpExecArray): Expression | null
}

/** "Wednesday, ", "Wednesday afternoon, " before a date. */
const WEEKDAY_BEFORE = `(?:(?:${WEEKDAYS})(?:\\s(?:morning|afternoon|evening|night))?,?\\s)?`
const DAY = "(\\d{1,2})(?:st|nd|rd|th)?(?!\\w|[.,:/]\\d|%)"

/** "Wednesday, October 7, 2020", "Oct. 7", "November 3". */
const monthFirst: Rule = {
  marks: ANY_CASE_STEMS,
  pattern: new RegExp(`\\b${WEEKDAY_BEFORE}\\b(${ANY_CASE_MONTHS})\\s${DAY}${YEAR_AFTER}`, "g"),
  read: ([, month, day, year]) => readDate(month, day, year),
}

/** "7 October 2020", "the 7th of October". */
const dayFirst: Rule = {
  marks: ANY_CASE_STEMS,
  pattern: new RegExp(
    `\\b${WEEKDAY_BEFORE}\\b(\\d{1,2})(?:st|nd|rd|th)?\\s(?:of\\s)?(${ANY_CASE_MONTHS})(?!\\w)${YEAR_AFTER}`,
    "g",
  ),
  read: ([, day, month, year]) => readDate(month, day, year),
}

/** "2020-10-07", "2020. 10. 07". */
const isoDate: Rule = {
  marks: HUNDREDS,
  pattern: new RegExp(`\\b(${YEAR})(-|\\.\\s?)(\\d\\d)\\2(\\d\\d)(?!\\d)`, "g"),
  read: ([, year, , month, day]) => dateOf(Number(month), Number(day), { stated: Number(year) }),
}

/** "10/27/2020", "04 / 9 / 2012", "10/27/20". */
const slashDate: Rule = {
  marks: ["/"],
  pattern: new RegExp(`\\b(\\d{1,2})(\\s?/\\s?)(\\d{1,2})\\2(${YEAR}|\\d\\d)\\b(?!\\s?/)`, "g"),
  read: ([, first, , second, year = ""]) => {
    const [a, b, stated] = [Number(first), Number(second), fullYear(year)]
    if (a > 12) return dateOf(b, a, { stated })
    if (b > 12 || a === b) return dateOf(a, b, { stated })
    return { kind: "numbers", year: { stated }, numbers: [a, b] }
  },
}

/** Two digits mean a year of the hundred that ends in 2035: pages on the web are no older. */
function fullYear(year: string): number {
  if (year.length > 2) return Number(year)
  return Number(year) + (Number(year) > 35 ? 1900 : 2000)
}

/** "October 2020", "February of last year". */
const monthAndYear: Rule = {
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
const monthAlone: Rule = {
  marks: ANY_CASE_STEMS,
  pattern: new RegExp(`\\b(?:([Ll]ast|[Tt]his|[Nn]ext)\\s)?(${FULL_MONTHS})(?!\\w)([’']s?)?`, "g"),
  read: ({ 1: shift, 2: name = "", 3: owning, input, index }) => {
    const month = monthOf(name)
    if (owning && NAME_LIKE.test(name)) return null
    if (shift)
      return { kind: "month", month, year: null, shift: SHIFTS[shift.toLowerCase()] ?? null }
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

const MAKE =
  /^\s(?:[a-z]+\s)?(?:Acura|Audi|Bentley|BMW|Buick|Cadillac|Chevrolet|Chevy|Chrysler|Dodge|Fiat|Ford|GMC|Honda|Hyundai|Jaguar|Jeep|Kia|Lexus|Lincoln|Mazda|Mercedes|Mini|Mitsubishi|Nissan|Pontiac|Porsche|Subaru|Suzuki|Tesla|Toyota|Volkswagen|Volvo)\b/

/** Whether the words behind a year make it the model of a car: "a 2013 Lexus". */
export function namesCar(after: string): boolean {
  return MAKE.test(after)
}

/** "2016", "mid-2016", "2013-2015", but no count ("2016 people", "$1984"), no address and no part of a number. */
const yearAlone: Rule = {
  marks: HUNDREDS,
  pattern: new RegExp(
    `(?:(?<![\\w$£€#.,/:-])|(?<=\\b(?:mid|early|late|${YEAR})-))(${YEAR})(?![\\w/:%]|[.,]\\d|-(?!${YEAR}\\b)\\d{3})`,
    "g",
  ),
  read: ({ 1: year, input, index }) => {
    const before = input.slice(Math.max(0, index - 12), index)
    const after = input.slice(index + 4, index + 24)
    if (namesCar(after)) return null
    const dated =
      /(?:\b(?:in|since|by|until|till|from|of|during|before|after|through|and|early|late|mid|year|the|an?)|[’']s)\s$/i
    if (Number(year) < 1900 || Number(year) > 2060)
      return dated.test(before) && !isCount(after) ? { kind: "year", year: Number(year) } : null
    if (!dated.test(before) && isCount(after)) return null
    return { kind: "year", year: Number(year) }
  },
}

/** Names that hold a weekday and are no date; "Saturday week" is the one after the next. */
const NAMED_BEFORE =
  /\b(?:Black|Super|Good|Ash|Cyber|Fat|Palm|Bloody|Holy|Easter|Shrove|Giving|Ruby|Taco|Casual|Bowl|[Ee]very|[Ee]ach|an?|any|some|one)\s$/
const NAMED_AFTER =
  /^(?:\s(?:Night|Times|Telegraph|Express|Mirror|Mail|Post|Herald|Review|Prayer|the 13th|Tribune|week\b)|s)/

/** "Wednesday", "last Tuesday", "on Friday"; no habit ("every Monday", "Sundays") and no name ("Black Friday"). */
const weekday: Rule = {
  marks: ["day"],
  pattern: new RegExp(`\\b(?:([Ll]ast|[Tt]his|[Nn]ext)\\s)?(${WEEKDAYS})\\b`, "g"),
  read: ({ 0: words, 1: shift, 2: name, input, index }) => {
    if (NAMED_BEFORE.test(input.slice(Math.max(0, index - 8), index))) return null
    if (NAMED_AFTER.test(input.slice(index + words.length, index + words.length + 12))) return null
    const weekday = WEEKDAYS.split("|").indexOf(name ?? "")
    return { kind: "weekday", weekday, shift: shift ? (SHIFTS[shift.toLowerCase()] ?? null) : null }
  },
}

const NEAR_DAYS: Record<string, number> = { yesterday: -1, "last night": -1, tomorrow: 1 }

/** What "today's" is said of without meaning the day: "in today's world", "today's standards". */
const AGE =
  /^[’']s?\s(?:[a-z-]+\s){0,2}(?:world|societ|econom|standard|market|youth|kid|children|America|environment|climate|age|term|cultur|politic|reader|generation|news|media)/
const IN_AGE = /\b(?:in|by|for|of)\s$/i

/** "yesterday", "last night", "this morning", "today's hearing"; not the outlets ("USA Today") and not "today's world". */
const nearDay: Rule = {
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
const nearUnit: Rule = {
  marks: ["week", "month", "year"],
  pattern: /(?<!\bthe\s)\b([Ll]ast|[Tt]his|[Nn]ext)\s(week|weekend|month|year)\b/g,
  read: ([, shift = "", unit = ""]) => ({
    kind: "offset",
    unit: unit === "weekend" ? "week" : (unit as Unit),
    by: SHIFTS[shift.toLowerCase()] ?? 0,
  }),
}

/** "three days ago", "a year from now". */
const ago: Rule = {
  marks: [" ago", " from now"],
  pattern: new RegExp(
    `\\b(\\d{1,2}|${Object.keys(COUNTS).join("|")})\\s(day|week|month|year)s?\\s(ago|from now)\\b`,
    "gi",
  ),
  read: ([, count = "", unit = "", way = ""]) => ({
    kind: "offset",
    unit: unit.toLowerCase() as Unit,
    by: (COUNTS[count.toLowerCase()] ?? Number(count)) * (/^ago$/i.test(way) ? -1 : 1),
  }),
}

const RULES: readonly Rule[] = [
  monthFirst,
  dayFirst,
  isoDate,
  slashDate,
  monthAndYear,
  monthAlone,
  yearAlone,
  weekday,
  nearDay,
  nearUnit,
  ago,
]
/** The rules under their marks, so that what several have in common is looked for once. */
const RULES_OF: ReadonlyMap<readonly string[], readonly Rule[]> = groupBy(
  RULES,
  ({ marks }) => marks,
)

/** The date expressions of a text, none overlapping; where two compete, the earlier start, then the longer. */
export function findDateWords(text: string): DateWords[] {
  const all: DateWords[] = []
  for (const [marks, rules] of RULES_OF)
    if (marks.some((mark) => text.includes(mark)))
      for (const rule of rules) readAll(rule, text, all)
  all.sort((a, b) => a.from - b.from || b.to - a.to || compareSpans(a, b))
  let end = 0
  return all.filter((words) => {
    if (words.from < end) return false
    end = words.to
    return true
  })
}

function readAll(rule: Rule, text: string, found: DateWords[]): void {
  for (const match of text.matchAll(rule.pattern)) {
    const expression = rule.read(match as RegExpExecArray)
    if (expression) found.push({ from: match.index, to: match.index + match[0].length, expression })
  }
}

function readDate(
  month: string | undefined,
  day: string | undefined,
  year: string | undefined,
): Expression | null {
  return dateOf(monthOf(month), Number(day), year === undefined ? null : readYear(year))
}

function dateOf(month: number, day: number, year: Year): Expression | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  return { kind: "date", month, day, year }
}

function readYear(words: string | undefined): Year {
  const shift = SHIFTS[words?.split(" ")[0] ?? ""]
  return shift === undefined || shift === null ? { stated: Number(words) } : { shift }
}

function monthOf(name: string | undefined): number {
  return (ANY_CASE_STEMS.indexOf((name ?? "").slice(0, 3)) % MONTH_STEMS.length) + 1
}

/** A plural noun after a number says that it counts: "2016 people"; a year has no such. */
function isCount(after: string): boolean {
  if (
    /^\s(?:elections|primaries|candidates|contenders|hopefuls|polls|results|games|has|was|is)\b/i.test(
      after,
    )
  )
    return false
  return /^\s(?:[a-z]+s|people|men|women|children|percent|million|billion|feet|km|miles)\b/.test(
    after,
  )
}
