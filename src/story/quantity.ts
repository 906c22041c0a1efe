import { isName } from "./named-number.ts"
import { MEASURE, PERCENT } from "./unit.ts"

/** Whether a number names, orders or stands for something and counts nothing. */
export function isNoQuantity(before: string, printed: string, after: string): boolean {
  return (
    isName(before, printed, after) ||
    isClockOrScore(before, printed, after) ||
    isNothing(printed, after) ||
    isRatio(before, after) ||
    isPictureNumber(before, after) ||
    isPronoun(before, printed, after) ||
    isHalfOfOther(before, printed, after) ||
    isOrdinalPart(printed, after) ||
    isCompound(after)
  )
}

/** "Hide caption 3 of 15", "1 of 8 photos". */
function isPictureNumber(before: string, after: string): boolean {
  return (
    /\b(?:caption|photo|image|slide)\s(?:\d+\sof\s)?$/i.test(before) ||
    (/\b\d+\sof\s$/.test(before) && /^\s(?:photo|picture|image|slide)s?\b/i.test(after))
  )
}

/** "9-14", "11:15", "8 a.m.", as texts cut into words print it also "7: 01 p. m.", "50 - 32", "(. 538)", "2002 - 03". */
function isClockOrScore(before: string, printed: string, after: string): boolean {
  return (
    /^(?:\s-\s\d|[-–]\d|:\s?\d\d|\s(?:GMT|UTC|[ECMP][SD]?T|hours (?:GMT|local))\b|\s?(?:[ap]\.?\s?m\b|o[’']clock))/i.test(
      after,
    ) ||
    /(?:\d:|\d\s-|[^\p{L}\p{N}]\.)\s$/u.test(before) ||
    /^0\d/.test(printed)
  )
}

const NUMBER =
  "(?<![\\d.,])(?:\\d{1,3}(?![\\d.,]\\d|\\d)|one|two|three|four|five|six|seven|eight|nine|ten)"
const OUT_OF = "[\\s-](?:in|out[\\s-]of)[\\s-](?:every[\\s-])?"
const ODDS_BEFORE = new RegExp(`\\b${NUMBER}${OUT_OF}$`, "i")
const ODDS_AFTER = new RegExp(
  `^${OUT_OF}${NUMBER}\\b(?![\\s-](?:hour|day|week|month|year|decade)s?\\b)`,
  "i",
)

/** "one in three", "nine out of 10 wardens", "two-in-three": odds, of which neither number counts; but "three in two days". */
function isRatio(before: string, after: string): boolean {
  return !MEASURE.test(after) && (ODDS_BEFORE.test(before) || ODDS_AFTER.test(after))
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

/** "zero tolerance"; but "zero wins", "zero percent". */
function isNothing(printed: string, after: string): boolean {
  return (
    /^zero$/i.test(printed) &&
    !MEASURE.test(after) &&
    !PERCENT.test(after) &&
    !/^\s[a-z]+s\b/.test(after)
  )
}

/** "5-and-10 stores", "3-for-3", "20-something", "a six-figure sum". */
function isCompound(after: string): boolean {
  return /^-(?:and|for|on|by|something|to-one|ish|figures?|digits?)\b/i.test(after)
}

/** "the second half", "half-heartedly"; but "half of the crews", "half a million". */
function isHalfOfOther(before: string, printed: string, after: string): boolean {
  if (!/^half$/i.test(printed) || MEASURE.test(after)) return false
  if (/\b(?:first|second|latter|other|better)\s$/.test(before)) return true
  if (/\b(?:by|almost|nearly|about|over|than|to)\s$/.test(before) && !/^[\s-][a-z]+-/.test(after))
    return false
  return !/^\s(?:of|the|an?|its|their|his|her|all|percent|million)\b/.test(after)
}

/** "a third party", "a fifth term", "a quarter century"; but "a third of the votes", "grew by a fifth". */
function isOrdinalPart(printed: string, after: string): boolean {
  if (!/^an?\s(?:third|quarter|fifth|tenth)$/i.test(printed) || MEASURE.test(after)) return false
  return !/^(?:\s(?:of|more|less|fewer|as|lower|higher|larger|smaller|the|to|from)\b|[.,;:)]|$)/.test(
    after,
  )
}
