import { namesCar } from "../occasion/years.ts"
import { MEASURE, PERCENT } from "./unit.ts"

/** Whether a number is a name or a part of one: a road, a chapter, a car, a weapon, a house, a telephone. */
export function isName(before: string, printed: string, after: string): boolean {
  return (
    isLabelled(before) ||
    isNamedThing(before, printed, after) ||
    isAddress(before, after) ||
    isPartOfName(before, printed, after) ||
    isEmergencyCall(before, printed, after) ||
    (/^(?:19|20)\d\d$/.test(printed) && namesCar(after)) ||
    isCalibre(after)
  )
}

const LABELS =
  "No\\.|[Nn]umber|Chapter|Section|Article|Title|[Pp]age|Part|Pt\\.|Vol\\.|Episode|Season|Act|Route|Highway|Interstate|Line|Apollo|Boeing|Airbus|Flight|Channel|Room|Terminal|Track|Area|Zone|Type|Phase|Stage|Step|Tier|Category|Class|Level|Group|Grade|Rule|Amendment|District|Ward|Precinct|Proposition|Prop\\.|Lot|Gate|Pier|Unit|Bill|Day|Week|Round|Game|Formula|Euro|Version|Windows|Android|Bowl|S&P|Nasdaq|Fortune|FTSE|Dow|H\\.R\\.|S\\.|item"
const LABEL = new RegExp(`\\b(?:(?:${LABELS})|\\w*[a-z][A-Z]\\w*)\\s$`)

/** "No. 3", "Chapter 11", "Boeing 747", "S&P 500", "WaveDeck 4". */
function isLabelled(before: string): boolean {
  return LABEL.test(before)
}

/** Capitalised words that begin a headline's phrase and are no part of a name with a number. */
const SMALL_WORDS =
  "Between|During|Since|When|While|Until|Among|But|If|That|There|What|Who|We|They|He|She|It|Was|Were|Had|Has|Have|Is|Are|With|In|For|Of|At|By|From|To|And|The|As|On|After|Over|Nearly|Some|About|Than|More|Least|Up|All|Only|These|Those|First|Last|Next|Other|His|Her|Their|Its|Our|My|Just"
const NAME_BEFORE = new RegExp(`(?:\\d[-–:]|\\b(?!(?:${SMALL_WORDS})\\s)[A-Z]\\w{0,30}\\s)$`)

/** In a headline of capitals, a plural behind the number says that it counts: "Buy 36 Patrol Boats". */
const COUNTED_CAPITALS =
  /^\s(?:[A-Z][\w.’'-]{0,20}\s){0,2}(?:[A-Z][\w’'-]{1,20}[^s\W]s|People|Men|Women|Children|Dead)\b/

/** "Expo 67 Hall", "WaveDeck 4.0", "the Seven Sisters"; a number with a unit behind it is none. */
function isPartOfName(before: string, printed: string, after: string): boolean {
  if (/^[A-Z]/.test(printed)) return /^\s[A-Z]/.test(after) && /(?:[\w,]\s|["“‘'])$/.test(before)
  if (/^\d{1,2}\.\d$/.test(printed) && !MEASURE.test(after) && !PERCENT.test(after))
    return NAME_BEFORE.test(before)
  const isShort = /^\d{1,4}$/.test(printed)
  if (!isShort || MEASURE.test(after) || PERCENT.test(after)) return false
  return (
    NAME_BEFORE.test(before) &&
    /^[\s,.;:)’']{0,3}(?:$|[A-Z(])/.test(after) &&
    !COUNTED_CAPITALS.test(after)
  )
}

/** "the 91 Freeway", "1205 E. 52nd St.", "90.1 FM": roads, houses and stations. */
const NAMED_AFTER =
  /^\s(?:(?:[NSEW]\.?\s)?\d{1,3}(?:st|nd|rd|th)\b|[NSEW]\.\s|(?:FM|AM|Freeway|Highway|Expressway|Turnpike|(?:[A-Z][a-z]+\s){0,2}(?:Street|St\.|Avenue|Ave\.|Road|Rd\.|Boulevard|Blvd\.|Drive|Lane|Place|Square|Plaza))(?![\w]))/

/** "flew the 787 Albatross": one thing with a name of its own, where "36 Albatross boats" are many. */
function isNamedThing(before: string, printed: string, after: string): boolean {
  if (NAMED_AFTER.test(after)) return true
  if (
    !/^\d{2,4}$/.test(printed) ||
    !/\b(?:the|an?|his|her|its|their|first|last|new|next)\s$/.test(before)
  )
    return false
  return /^\s[A-Z]/.test(after) && !PLURAL_NEAR.test(after)
}

/** A plural, or the name of a people, within a few words. */
const PLURAL_NEAR =
  /^(?:\s[\w.’'-]{1,20}){0,5}?\s(?:[\w’'-]{2,20}(?:[^s\W]s|ese|ish)|people|[Mm]en|[Ww]omen|children|personnel|staff|crew|police|others|more)(?![\w])/

/** "9 mm handgun", "a .22 rifle": the number names the weapon. */
function isCalibre(after: string): boolean {
  return /^[\s-]?(?:mm|millimet(?:er|re)|calib(?:er|re)|gauge)\s(?:[\w-]{1,20}\s)?(?:hand|shot)?(?:guns?|pistols?|rifles?|rounds?|bullets?|ammunition|shells?)\b/i.test(
    after,
  )
}

/** "(213) 555-0100", `timestamp="1470067200"`. */
function isAddress(before: string, after: string): boolean {
  return (/\($/.test(before) && /^\)\s?\d{3}-\d{4}/.test(after)) || /=["“”]?$/.test(before)
}

/** "She called 911", "911 tapes". */
function isEmergencyCall(before: string, printed: string, after: string): boolean {
  if (printed !== "911") return false
  return (
    /^\s(?:calls?|tapes?|dispatchers?|operators?|system)\b/.test(after) ||
    /\b(?:call(?:s|ed|ing)?|dial(?:s|l?ed|l?ing)?|an?)\s$/i.test(before)
  )
}
