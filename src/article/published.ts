import type { Published } from "./article.ts"
import { type Clock, leadingClock, parseClock, zoneOffset } from "./clock.ts"

type Moment = Omit<Published, "from">

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ")
const MONTH =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?"
const DAY_FIRST = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[ -]${MONTH},?[ -](\\d{4})\\b`)
const MONTH_FIRST = new RegExp(`^${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`)
const ISO_DAY = /^(\d{4})(?:[-/](\d{2})(?:[-/](\d{2}))?)?(?:(?<=[-/]\d{2}[-/]\d{2})(?:t|[ ,]+|$)|$)/
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? /

/** "oct 07 11:15:00 +0000 2020", as the command `date` and Twitter write it, and what it is in order. */
const UNIX_DATE =
  /^[a-z]{3} ([a-z]{3} \d{1,2}) (\d{1,2}:\d{2}:\d{2}) ([a-z]{2,4}|[+-]\d{4}) (\d{4})$/

/**
 * Reads a date as pages and feeds write it: ISO 8601, RFC 2822, Unix time, "October 7, 2020, 11:15 a.m. EDT".
 * The value keeps the offset it was given in, because "Wednesday" is meant there; a time without one gets none,
 * because it is the local time of a place that nobody names. Null for anything else.
 */
export function parseDate(given: string): Moment | null {
  const text = given.trim().toLowerCase().replace(/\s+/g, " ").replace(UNIX_DATE, "$1 $4 $2 $3")
  if (text.length > 80) return null
  return parseUnix(text) ?? parseIso(text) ?? parseWritten(text)
}

/** A line that holds a date and nothing else, as under headlines; null for any other line. */
export function parseDateLine(line: string): Moment | null {
  if (line.length > 100 || !/\d/.test(line)) return null
  const bare = line
    .toLowerCase()
    .replace(
      /^(?:first |originally |last )?(?:published|posted|updated|modified|created|date|issued)(?: (?:on|at))?[ :]+/,
      "",
    )
    .replace(/[\s.|]+$/, "")
  const end =
    /^(.*?)(?:\s*[|•·–—(-]?\s*(?:updated|modified|published)\b.*)?$/.exec(bare)?.[1] ?? bare
  return parseUnix(end) === null ? parseDate(end) : null
}

/** Seconds, or milliseconds, since 1970: between 1990 and 2100, else it is some other number. */
function parseUnix(text: string): Moment | null {
  if (!/^\d{9,13}(?:\.\d+)?$/.test(text)) return null
  const number = Number(text)
  const seconds = number > 1e11 ? number / 1000 : number
  if (seconds < 631_152_000 || seconds > 4_102_444_800) return null
  return {
    value: `${new Date(Math.floor(seconds) * 1000).toISOString().slice(0, 19)}Z`,
    precision: "second",
  }
}

function parseIso(text: string): Moment | null {
  const dashed = text.replace(/^((?:19|20)\d{2})(\d{2})(\d{2})(?=t|$)/, "$1-$2-$3")
  const found = ISO_DAY.exec(dashed)
  if (!found) return null
  const [whole, year, month, day] = found
  // A time that cannot be read leaves the day certain.
  const clock = parseClock(colons(dashed.slice(whole.length)))
  return moment(Number(year), month ? Number(month) : null, day ? Number(day) : null, clock)
}

/** "111500+0000" with the colons that ISO's basic form leaves out. */
function colons(time: string): string {
  return time.replace(/^(\d{2})(\d{2})(\d{2})?(?=\D|$)/, (_, hour, minute, second) =>
    second ? `${hour}:${minute}:${second}` : `${hour}:${minute}`,
  )
}

/** A day in words, with or without a weekday before it and a time before or after it. */
function parseWritten(text: string): Moment | null {
  const before = leadingClock(text)
  const bare = (before?.rest ?? text).replace(/^[\s,|]*(?:on )?/, "").replace(WEEKDAY, "")
  const dayFirst = DAY_FIRST.exec(bare)
  const found = dayFirst ?? MONTH_FIRST.exec(bare)
  if (!found) return null
  const rest = bare.slice(found[0].length).replace(/^[\s,|•·–—-]*(?:at )?/, "")
  const clock = rest === "" ? (before?.clock ?? null) : parseClock(rest)
  if (rest !== "" && !clock) return null
  const [day, month] = dayFirst ? [found[1]!, found[2]!] : [found[2]!, found[1]!]
  return moment(Number(found[3]), MONTHS.indexOf(month.slice(0, 3)) + 1, Number(day), clock)
}

function moment(
  year: number,
  month: number | null,
  day: number | null,
  clock: Clock | null,
): Moment | null {
  if (year < 1500 || year > 2200) return null
  const value = pad(year, 4)
  if (month === null) return { value, precision: "year" }
  if (month < 1 || month > 12) return null
  if (day === null) return { value: `${value}-${pad(month)}`, precision: "month" }
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null
  const date = `${value}-${pad(month)}-${pad(day)}`
  if (clock === null || isMidnight(clock)) return { value: date, precision: "day" }
  const { hour, minute, second } = clock
  if (hour > 23 || minute > 59 || (second ?? 0) > 60) return null
  const suffix = zoneSuffix(zoneOffset(clock.zone, { year, month, day }))
  return second === null
    ? { value: `${date}T${pad(hour)}:${pad(minute)}${suffix}`, precision: "minute" }
    : { value: `${date}T${pad(hour)}:${pad(minute)}:${pad(second)}${suffix}`, precision: "second" }
}

/** Programs write midnight where nobody told them the time. */
function isMidnight({ hour, minute, second }: Clock): boolean {
  return hour === 0 && minute === 0 && (second ?? 0) === 0
}

function zoneSuffix(offset: number | null): string {
  if (offset === null) return ""
  if (offset === 0) return "Z"
  const minutes = Math.abs(offset)
  return `${offset < 0 ? "-" : "+"}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
}

function pad(number: number, digits = 2): string {
  return String(number).padStart(digits, "0")
}
