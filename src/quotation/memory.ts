import { hasOtherOffice, holdersOf } from "./offices.ts"
import type { Gender } from "./people.ts"
import type { Referent, Stage } from "./stage.ts"

/** Of a role that only its paragraph or headline gives to somebody: right about as often as a role with one bearer. */
export const SUBJECT_CERTAINTY = 0.7

/** What an article has told up to one of its mentions. */
export interface Memory {
  readonly stage: Stage
  /** Whom the mentions before mean. */
  readonly referents: (Referent | null)[]
  /** The people of whom each title, role and nationality is said. */
  readonly holders: ReadonlyMap<number, readonly number[]>
  /** For each mention 1 where a speech verb stands beside it, and for each person how often beside their name. */
  readonly speaks: Uint8Array
  readonly voiced: Int32Array
  /** For each person their latest mention by name, -1 none yet. */
  readonly lastNamed: Int32Array
  /** Whom the last pronoun of each gender meant, -1 nobody. */
  readonly lastMeant: Record<Gender, number>
  /** Who spoke last, -1 nobody. */
  spoke: number
  readonly heroes: Map<Gender | null, Referent | null>
}

export function newMemory(stage: Stage): Memory {
  const { people } = stage
  const { speaks, voiced } = countVoiced(stage)
  return {
    stage,
    referents: [],
    holders: holdersOf(people),
    speaks,
    voiced,
    lastNamed: new Int32Array(people.all.length).fill(-1),
    lastMeant: { male: -1, female: -1 },
    spoke: -1,
    heroes: new Map(),
  }
}

function countVoiced({ reading, mentions, people, beside }: Stage): {
  speaks: Uint8Array
  voiced: Int32Array
} {
  const speaks = new Uint8Array(mentions.length)
  const voiced = new Int32Array(people.all.length)
  for (let m = 0; m < mentions.length; m++) {
    if (reading.part[mentions[m]!.first] !== -1 || beside[m]!.place === 0) continue
    speaks[m] = 1
    if (people.of[m] !== -1) voiced[people.of[m]!]!++
  }
  return { speaks, voiced }
}

/** Whom a headline means, looked for once. */
export function heroOf({ stage, heroes }: Memory, gender: Gender | null): Referent | null {
  if (!heroes.has(gender)) heroes.set(gender, findHero(stage, gender))
  return heroes.get(gender)!
}

/** Whom a headline means that names nobody: the person whom the article names most, if one is. */
function findHero({ people }: Stage, gender: Gender | null): Referent | null {
  let [hero, most, isAlone] = [-1, 1, true]
  for (const [id, person] of people.all.entries()) {
    const { mentions } = person
    if (person.kind !== "person" || (gender ?? person.gender) !== person.gender) continue
    if (mentions.length === most) isAlone = false
    if (mentions.length > most) [hero, most, isAlone] = [id, mentions.length, true]
  }
  if (hero === -1 || !isAlone || hasOtherOffice(people.all[hero]!)) return null
  return { person: hero, by: people.all[hero]!.mentions[0]!, certainty: SUBJECT_CERTAINTY }
}
