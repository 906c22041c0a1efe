import type { Published } from "./article.ts"

type Moment = Omit<Published, "from">

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ")
const MONTH =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?"
const DAY_FIRST = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)? ${MONTH},? (\\d{4})\\b`)
const MONTH_FIRST = new RegExp(`^${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`)
const ISO =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[t ]+(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?)?)?$/
const CLOCK = /^(\d{1,2})[:.](\d{2})(?::(\d{2}))?\s*(a\.?m\.?|p\.?m\.?)?/
/** Offsets from UTC in minutes of the abbreviations that have one meaning where news is written. */
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  bst: 60,
  cet: 60,
  cest: 120,
  msk: 180,
  est: -300,
  edt: -240,
  et: NaN,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
}

/**
 * Reads a date as pages and feeds write it: ISO 8601, RFC 2822, Unix time, "October 7, 2020, 11:15 a.m. EDT".
 * The value keeps the offset it was given in, because "Wednesday" is meant there; a time without one is taken
 * as UTC, so that the same input means the same instant everywhere. Null for anything else.
 */
export function parseDate(given: string): Moment | null {
  const text = given.trim().toLowerCase().replace(/\s+/g, " ")
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
  const found = ISO.exec(text) ?? ISO.exec(text.replace(/^(\d{4})\/(\d{2})\/(\d{2})/, "$1-$2-$3"))
  if (!found) return null
  const [, year, month, day, hour, minute, second, zone] = found
  return moment({
    year: Number(year),
    month: optional(month),
    day: optional(day),
    hour: optional(hour),
    minute: optional(minute),
    second: optional(second),
    offset: offsetOf(zone),
  })
}

/** A day in words, with or without a weekday before and a time after it. */
function parseWritten(text: string): Moment | null {
  const bare = text.replace(
    /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? /,
    "",
  )
  const leading = CLOCK.exec(bare)
  const date =
    leading && !DAY_FIRST.test(bare)
      ? bare.slice(leading[0].length).replace(/^[ ,]*(?:[a-z]{2,4}\b[ ,]+)?(?:on )?/, "")
      : bare
  const dayFirst = DAY_FIRST.exec(date)
  const found = dayFirst ?? MONTH_FIRST.exec(date)
  if (!found) return null
  const [day, month] = dayFirst ? [found[1]!, found[2]!] : [found[2]!, found[1]!]
  const rest = date.slice(found[0].length).replace(/^[\s,|•·–—-]*(?:at )?/, "")
  const time = rest === "" ? (leading && date !== bare ? timeOf(bare) : null) : timeOf(rest)
  if (rest !== "" && !time) return null
  const named = {
    year: Number(found[3]),
    month: MONTHS.indexOf(month.slice(0, 3)) + 1,
    day: Number(day),
  }
  return moment({
    ...named,
    hour: time?.hour ?? null,
    minute: time?.minute ?? null,
    second: time?.second ?? null,
    offset: time?.offset ?? null,
  })
}

function timeOf(
  text: string,
): { hour: number; minute: number; second: number | null; offset: number | null } | null {
  const found = CLOCK.exec(text)
  if (!found) return null
  const [whole, hours, minutes, seconds, half] = found
  const rest = text.slice(whole.length).trim()
  const zone = /^\(?([a-z]{1,4}|[+-]\d{2}:?\d{2})\)?$/.exec(rest)?.[1]
  if (rest !== "" && (zone === undefined || (ZONES[zone] === undefined && !/^[+-]/.test(zone))))
    return null
  const hour = half ? (Number(hours) % 12) + (half.startsWith("p") ? 12 : 0) : Number(hours)
  return { hour, minute: Number(minutes), second: optional(seconds), offset: offsetOf(zone) }
}

function optional(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits)
}

function offsetOf(zone: string | undefined): number | null {
  if (!zone) return null
  const named = ZONES[zone]
  if (named !== undefined) return Number.isNaN(named) ? null : named
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? []
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0))
}

interface Parts {
  readonly year: number
  readonly month: number | null
  readonly day: number | null
  readonly hour: number | null
  readonly minute: number | null
  readonly second: number | null
  readonly offset: number | null
}

function moment(parts: Parts): Moment | null {
  const { year, month, day, hour, minute, second, offset } = parts
  if (year < 1500 || year > 2200) return null
  const value = pad(year, 4)
  if (month === null) return { value, precision: "year" }
  if (month < 1 || month > 12) return null
  if (day === null) return { value: `${value}-${pad(month)}`, precision: "month" }
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null
  const date = `${value}-${pad(month)}-${pad(day)}`
  if (hour === null || minute === null) return { value: date, precision: "day" }
  if (hour > 23 || minute > 59 || (second ?? 0) > 60) return null
  const clock = `${date}T${pad(hour)}:${pad(minute)}`
  return second === null
    ? { value: clock + zoneSuffix(offset), precision: "minute" }
    : { value: `${clock}:${pad(second)}${zoneSuffix(offset)}`, precision: "second" }
}

function zoneSuffix(offset: number | null): string {
  if (!offset) return "Z"
  const minutes = Math.abs(offset)
  return `${offset < 0 ? "-" : "+"}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
}

function pad(number: number, digits = 2): string {
  return String(number).padStart(digits, "0")
}
