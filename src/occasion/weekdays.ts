import { type DateRule, shiftOf } from "./expression.ts"

/** The days of the week from Sunday on, as alternatives of a regular expression. */
export const WEEKDAYS = "Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday"

/** Names that hold a weekday and are no date; "Saturday week" is the one after the next. */
const NAMED_BEFORE =
  /\b(?:Black|Super|Good|Ash|Cyber|Fat|Palm|Bloody|Holy|Easter|Shrove|Giving|Ruby|Taco|Casual|Bowl|[Ee]very|[Ee]ach|an?|any|some|one)\s$/
const NAMED_AFTER =
  /^(?:\s(?:Night|Times|Telegraph|Express|Mirror|Mail|Post|Herald|Review|Prayer|the 13th|Tribune|week\b)|s)/

/** "Wednesday", "last Tuesday", "on Friday"; no habit ("every Monday", "Sundays") and no name ("Black Friday"). */
export const weekday: DateRule = {
  marks: ["day"],
  pattern: new RegExp(`\\b(?:([Ll]ast|[Tt]his|[Nn]ext)\\s)?(${WEEKDAYS})\\b`, "g"),
  read: ({ 0: words, 1: shift, 2: name, input, index }) => {
    if (NAMED_BEFORE.test(input.slice(Math.max(0, index - 8), index))) return null
    if (NAMED_AFTER.test(input.slice(index + words.length, index + words.length + 12))) return null
    const weekday = WEEKDAYS.split("|").indexOf(name ?? "")
    return { kind: "weekday", weekday, shift: shiftOf(shift) }
  },
}
