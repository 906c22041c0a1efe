import { addTo } from "../text/group-by.ts"
import { hashWord, hashWords } from "../text/words.ts"
import type { People, Person } from "./people.ts"

/** Different words for one office: a role names its holder by any of them. */
export const OFFICES: ReadonlySet<number> = hashWords(
  "leader president premier minister chancellor dictator ruler strongman autocrat head",
)
/** Stands for any of them among a person's attributes. */
export const OFFICE: number = hashWord("leader")

/** Offices that one person holds where a page speaks of "the" holder. */
export const LONE_OFFICES: ReadonlySet<number> = hashWords(
  "leader president premier minister chancellor mayor governor senator commissioner secretary ambassador director " +
    "commander boss chief bishop pope king queen prince princess judge sheriff",
)
/** What the holder of any office may be called besides. */
const ANY_OFFICE = hashWords("leader boss chief")

/** The people of whom each title, role and nationality is said, in order of appearance. */
export function holdersOf(people: People): Map<number, number[]> {
  const holders = new Map<number, number[]>()
  for (let id = 0; id < people.all.length; id++) {
    const { kind, attributes } = people.all[id]!
    if (kind !== "person" && kind !== "name") continue
    for (const attribute of attributes) addTo(holders, attribute, id)
    if (!attributes.has(OFFICE) && holdsOffice(people.all[id]!)) addTo(holders, OFFICE, id)
  }
  return holders
}

/** Whether the article gives somebody an office of one holder by its own name. */
export function hasOtherOffice({ attributes }: Person): boolean {
  return [...attributes].some((one) => LONE_OFFICES.has(one) && !ANY_OFFICE.has(one))
}

export function holdsOffice(person: Person): boolean {
  for (const attribute of person.attributes) if (OFFICES.has(attribute)) return true
  return false
}
