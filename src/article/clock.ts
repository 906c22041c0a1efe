/** A time of day as printed; `zone` is its offset from UTC in minutes, or what stands for it. */
export interface Clock {
  readonly hour: number
  readonly minute: number
  readonly second: number | null
  readonly zone: string | null
}

const TIME =
  "(\\d{1,2})[:.](\\d{2})(?::(\\d{2}))?(?:[.,]\\d+)?\\s*(a\\.?m\\.?|p\\.?m\\.?)?(?:\\s*\\(?(z|[a-z]{2,4}|[+-]\\d{2}:?\\d{2})\\)?)?"
const WHOLE = new RegExp(`^${TIME}$`)
const LEADING = new RegExp(`^${TIME}(?=[\\s,|]|$)`)

/** Offsets from UTC, in minutes, of abbreviations that have one meaning where news is written. */
const ZONES: Readonly<Record<string, number>> = {
  ...{ z: 0, ut: 0, utc: 0, gmt: 0, bst: 60, cet: 60, cest: 120, msk: 180 },
  ...{ est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420 },
}
/** American zones named without their season. */
const SEASONAL: Readonly<Record<string, number>> = { et: -300, ct: -360, mt: -420, pt: -480 }

/** Reads "11:15", "7:53 p.m. ET", "13:47:00 +0100" in lower case; null for anything else. */
export function parseClock(text: string): Clock | null {
  return clockOf(WHOLE.exec(text))
}

/** A time at the start of a text, and the text after it. */
export function leadingClock(
  text: string,
): { readonly clock: Clock; readonly rest: string } | null {
  const found = LEADING.exec(text)
  const clock = clockOf(found)
  return found && clock && { clock, rest: text.slice(found[0].length) }
}

function clockOf(found: RegExpExecArray | null): Clock | null {
  if (!found) return null
  const [, hours, minutes, seconds, half, zone] = found
  if (zone && !/^[+-]/.test(zone) && !(zone in ZONES) && !(zone in SEASONAL)) return null
  const hour = half ? (Number(hours) % 12) + (half.startsWith("p") ? 12 : 0) : Number(hours)
  return {
    hour,
    minute: Number(minutes),
    second: seconds ? Number(seconds) : null,
    zone: zone ?? null,
  }
}

/** Minutes from UTC that a zone means on a day; null where none is named. */
export function zoneOffset(
  zone: string | null,
  day: { year: number; month: number; day: number },
): number | null {
  if (zone === null) return null
  const seasonal = SEASONAL[zone]
  if (seasonal !== undefined) return seasonal + (isAmericanSummer(day) ? 60 : 0)
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? []
  if (!hours) return ZONES[zone] ?? 0
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0))
}

/** From the second Sunday of March to the first of November, as since 2007. */
function isAmericanSummer({
  year,
  month,
  day,
}: {
  year: number
  month: number
  day: number
}): boolean {
  if (month === 3) return day >= sundayFrom(year, 3, 8)
  if (month === 11) return day < sundayFrom(year, 11, 1)
  return month > 3 && month < 11
}

/** The first Sunday on or after a day of a month. */
function sundayFrom(year: number, month: number, day: number): number {
  return day + ((7 - new Date(Date.UTC(year, month - 1, day)).getUTCDay()) % 7)
}
