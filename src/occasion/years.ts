import { type DateRule, shiftOf, type Year } from "./expression.ts"

/** A year of four figures, as a regular expression. */
export const YEAR = "(?:1[5-9]|20)\\d\\d"
/** How a year begins. */
export const HUNDREDS: readonly string[] = ["19", "20", "18", "17", "16", "15"]
/** A year behind a day or month, stated or counted from the publication. */
export const YEAR_AFTER: string = `(?:,?\\s(?:of\\s)?(${YEAR}|last year|this year|next year)\\b)?`

export function readYear(words: string | undefined): Year {
  const shift = shiftOf(words?.split(" ")[0])
  return shift === null ? { stated: Number(words) } : { shift }
}

/** Years that need no word before them to be years: what else has four figures seldom falls among them. */
const FIRST_PLAIN = 1900
const LAST_PLAIN = 2060

/** "2016", "mid-2016", "2013-2015", but no count ("2016 people", "$1984"), no address and no part of a number. */
export const yearAlone: DateRule = {
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
    if (Number(year) < FIRST_PLAIN || Number(year) > LAST_PLAIN)
      return dated.test(before) && !isCount(after) ? { kind: "year", year: Number(year) } : null
    if (!dated.test(before) && isCount(after)) return null
    return { kind: "year", year: Number(year) }
  },
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

const MAKE =
  /^\s(?:[a-z]+\s)?(?:Acura|Audi|Bentley|BMW|Buick|Cadillac|Chevrolet|Chevy|Chrysler|Dodge|Fiat|Ford|GMC|Honda|Hyundai|Jaguar|Jeep|Kia|Lexus|Lincoln|Mazda|Mercedes|Mini|Mitsubishi|Nissan|Pontiac|Porsche|Subaru|Suzuki|Tesla|Toyota|Volkswagen|Volvo)\b/

/** Whether the words behind a year make it the model of a car: "a 2013 Lexus". */
export function namesCar(after: string): boolean {
  return MAKE.test(after)
}
