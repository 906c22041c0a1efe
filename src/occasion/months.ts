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
/** The names and short forms of the months, as alternatives of a regular expression. */
export const MONTHS =
  "Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?"
/** Also as datelines print them: "MON 7 OCT 2020". */
export const ANY_CASE_MONTHS: string = `${MONTHS}|${MONTHS.toUpperCase()}`
/** How the names of months begin: what a text without any date in words has none of. */
export const ANY_CASE_STEMS: readonly string[] = [
  ...MONTH_STEMS,
  ...MONTH_STEMS.map((stem) => stem.toUpperCase()),
]
/** Names of the months in full, as alternatives of a regular expression. */
export const FULL_MONTHS =
  "January|February|March|April|May|June|July|August|September|October|November|December"

/** 1 to 12. */
export function monthOf(name: string | undefined): number {
  return (ANY_CASE_STEMS.indexOf((name ?? "").slice(0, 3)) % MONTH_STEMS.length) + 1
}
