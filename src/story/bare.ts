import type { Exactness } from "./figure.ts"

/** A number behind which neither a unit nor a noun stands, with the words around it. */
export interface Bare {
  readonly value: number
  readonly before: string
  readonly printed: string
  readonly after: string
  readonly exactness: Exactness
}

/** Whether such a number counts all the same: "Four were hurt", "the toll rose to 8,100", "three of them", "cut by half". */
export function countsAlone(bare: Bare): boolean {
  const { value, printed } = bare
  if (/million|billion|thousand/.test(printed)) return true
  if (/(?:half|thirds?|quarters?|fifths?|tenths?)$/i.test(printed)) return isOfWhole(bare)
  if (value < 2) return !Number.isInteger(value) && isDecimal(bare)
  if (isCounted(bare)) return true
  return /\d/.test(printed) ? isPlainFigure(bare) : isPlainWord(bare)
}

/** "Half the crews", "one-third of the 1.6 million", "cut by half". */
function isOfWhole({ after }: Bare): boolean {
  return /^(?:\s(?:of|the|its|their|his|her|our|my|as|to|from)\b|[.,;:]|$)/.test(after)
}

/** Verbs of what was counted before: "Four were hurt". */
const VERB_AFTER =
  /^\s(?:were|was|are|is|have|had|died|dead|remain(?:ed|s)?|survived|escaped|did|voted)\b/i
/** "The two were" names whom it was told of; it counts nobody anew. */
const KNOWN_BEFORE = /\b(?:the|these|those|his|her|their|its|our|my|any|no|every|each)\s$/i
/** "15 a year", "three per crew". */
const RATE_AFTER = /^\s(?:an?|per|each|every)\s[a-z]{3,}/i
/** "three of them". */
const SHARE_AFTER = /^\sof\s(?:them|these|those|us|you|whom|which|the|its|their|his|her|our|my)\b/i
/** "killing eight and wounding 20". */
const HURT_BEFORE = /\b(?:kill|injur|wound|arrest|detain|captur)(?:ed|ing|s|es)\s$/i
const HURT_AFTER = /^(?:[.,;:)]|\s(?:and|in|on|at|near)\b|$)/

/** Whether the words around say that something was counted. */
function isCounted(bare: Bare): boolean {
  const { before, after } = bare
  if (RATE_AFTER.test(after) || SHARE_AFTER.test(after)) return true
  if (HURT_BEFORE.test(before) && HURT_AFTER.test(after)) return true
  return !KNOWN_BEFORE.test(before) && (VERB_AFTER.test(after) || isBounded(bare))
}

/** "At least five"; "about five" may be the hour. */
function isBounded({ value, exactness }: Bare): boolean {
  return exactness === "about" ? value >= LEAST_COMPARED : exactness !== "exact"
}

/** "a coach for seven, he", "from seven to three". */
const WORD_BEFORE = /\b(?:for|with|to|from|of|after|among)\s$/i
const PHRASE_END = /^(?:[,.;:)]|\s[—–-]{1,2}\s|$)/

/** A number in words: "the Gang of Eight" is a name, "the two" were told of before. */
function isPlainWord({ before, printed, after }: Bare): boolean {
  const isFrom = /\bfrom\s$/i.test(before) && /^\sto\s/.test(after)
  return /^[a-z]/.test(printed) && WORD_BEFORE.test(before) && (isFrom || PHRASE_END.test(after))
}

/** "46 in Kelder, 25 in Mire", "Kelder - 46, Mire - 25": a list of places, each with its number. */
const LISTED_BEFORE = /,\s(?:and\s)?$/
const LISTED_AFTER = /^\sin\s\p{Lu}/u
const BEHIND_DASH = /\p{L}\s[-–]\s$/u
/** "the 787", "a new 911" name a machine; "the 300 who came" count. */
const NAMED_BEFORE = /\b(?:the|this|that|an?|his|her|their|its|our|my|first|last|new|next)\s$/i
const WHO_AFTER = /^\s(?:who|that|which|or|others?|more)\b/
/** "rose to 35", "from 28", "ordered 55". */
const COMPARED_BEFORE =
  /\b(?:to|from|by|of|at|is|was|are|were|reached|hit|[a-z]{3,}ed)\s(?:now\s)?$/i
const COMPARED_AFTER =
  /^(?:[.,;:)]?$|[.;:)]|,\s[a-z]|\s(?:to|from|in|on|and|by|after|this|last)\b)/i
/** Small numbers behind such words are hours, votes and scores. */
const LEAST_COMPARED = 13
/** A number of three digits is not often anything but a count. */
const LARGE = 100

function isPlainFigure(bare: Bare): boolean {
  const { value, before, printed, after } = bare
  if (LISTED_BEFORE.test(before) && LISTED_AFTER.test(after)) return true
  if (BEHIND_DASH.test(before) && PHRASE_END.test(after)) return true
  if (value >= LARGE)
    return printed.includes(",") || !NAMED_BEFORE.test(before) || WHO_AFTER.test(after)
  if (!Number.isInteger(value)) return isDecimal(bare)
  return value >= LEAST_COMPARED && COMPARED_BEFORE.test(before) && COMPARED_AFTER.test(after)
}

/** "33.8", where no name stands before it: "WaveDeck 8.1". */
function isDecimal({ before, printed }: Bare): boolean {
  return /\d/.test(printed) && !/(?<!\p{L})\p{Lu}\p{L}*\s$/u.test(before)
}
