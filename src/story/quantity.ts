export const PERCENT: RegExp =
  /^(?:\s?%|[\s-](?:percent|per cent|pct)\b|\spercentage points?\b|\sof a percentage point\b)/i
export const MEASURE: RegExp =
  /^[\s-](miles?|kilometers?|kilometres?|km|meters?|metres?|millimet(?:er|re)s?|mm|centimet(?:er|re)s?|cm|feet|foot|inch(?:es)?|acres?|hectares?|square miles?|tons?|tonnes?|kilograms?|kg|lbs?|pounds?(?<=-pounds?)|barrels?|gallons?|liters?|litres?|degrees?|mph|knots?|hours?|minutes?|seconds?|days?|weeks?|months?|years?|decades?|watts?|megawatts?)\b(?:[\s-](old)\b)?/i

/** Whether a number names, orders or stands for something and counts nothing. */
export function isNoQuantity(before: string, printed: string, after: string): boolean {
  return (
    isLabelled(before) ||
    isClockOrScore(after) ||
    isPictureNumber(before, after) ||
    isPartOfName(before, printed, after) ||
    isPronoun(before, printed, after) ||
    isEmergencyCall(before, printed) ||
    isHalfOfOther(before, printed, after)
  )
}

/** "No. 3", "Chapter 11", "Boeing 747", "S&P 500". */
function isLabelled(before: string): boolean {
  return /\b(?:No\.|[Nn]umber|Chapter|Section|Article|Title|[Pp]age|Route|Highway|Interstate|Apollo|Boeing|Airbus|Flight|Channel|Room|Type|Phase|Class|Level|Group|Grade|Rule|Amendment|District|Ward|Precinct|Proposition|Prop\.|Lot|Gate|Pier|Unit|Bill|S&P|Nasdaq|Fortune|FTSE|Dow|H\.R\.|S\.|item)\s$/.test(
    before,
  )
}

/** "Hide caption 3 of 15", "1 of 8 photos". */
function isPictureNumber(before: string, after: string): boolean {
  return (
    /\b(?:caption|photo|image|slide)\s(?:\d+\sof\s)?$/i.test(before) ||
    (/\b\d+\sof\s$/.test(before) && /^\s(?:photo|picture|image|slide)s?\b/i.test(after))
  )
}

/** "9-14", "11:15", "8 a.m." */
function isClockOrScore(after: string): boolean {
  return /^(?:[-–]\d|:\d|\s?(?:[ap]\.?m\b|o[’']clock))/i.test(after)
}

/** Capitalised words that begin a headline's phrase and are no part of a name with a number. */
const SMALL_WORDS =
  "With|In|For|Of|At|By|From|To|And|The|As|On|After|Over|Nearly|Some|About|Than|More|Least|Up"
const NAME_BEFORE = new RegExp(`(?:\\d[-–:]|\\b(?!(?:${SMALL_WORDS})\\s)[A-Z]\\w{0,30}\\s)$`)

/** "Expo 67 Hall", "the Seven Sisters"; a number with a unit behind it is none. */
function isPartOfName(before: string, printed: string, after: string): boolean {
  if (/^[A-Z]/.test(printed)) return /^\s[A-Z]/.test(after) && /[\w,]\s$/.test(before)
  const isShort = /^\d{1,4}$/.test(printed)
  if (!isShort || MEASURE.test(after) || PERCENT.test(after)) return false
  return NAME_BEFORE.test(before) && /^[\s,.;:)’']{0,3}(?:$|[A-Z(])/.test(after)
}

/** "one of them", "one who"; but "one vote", "in one day". */
function isPronoun(before: string, printed: string, after: string): boolean {
  if (!/^one$/i.test(printed)) return false
  if (/^\s(?:day|time)\b/.test(after)) {
    return !/\b(?:in|for|after|within|than|only|just|least)\s$/.test(before)
  }
  const counts = /^\s(?:person|man|woman|child|death|case|vote|percent|million|hundred|in)\b/
  return !MEASURE.test(after) && !counts.test(after)
}

/** "She called 911." */
function isEmergencyCall(before: string, printed: string): boolean {
  return printed === "911" && /\b(?:call(?:s|ed|ing)?|dial(?:s|l?ed|l?ing)?|an?)\s$/i.test(before)
}

/** "the second half", "half-heartedly"; but "half of the crews", "half a million". */
function isHalfOfOther(before: string, printed: string, after: string): boolean {
  if (!/^half$/i.test(printed)) return false
  if (/\b(?:first|second|latter|other|better)\s$/.test(before)) return true
  return !/^\s(?:of|the|an?|its|their|his|her|all|percent|million)\b/.test(after)
}
