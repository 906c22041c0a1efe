import { hashWord, hashWords, SHAPE } from "../text/words.ts"
import { IS } from "./lexicon.ts"
import { heroOf, type Memory, SUBJECT_CERTAINTY } from "./memory.ts"
import type { Mention } from "./mention.ts"
import { hasOtherOffice, holdsOffice, LONE_OFFICES, OFFICE, OFFICES } from "./offices.ts"
import type { Person } from "./people.ts"
import type { Reading } from "./reading.ts"
import { headsSentence, isHeading, MAX_BACK, type Referent, type Stage } from "./stage.ts"

/** How many holders of one office are compared. */
const MAX_HOLDERS = 40
/** Points below which a role stays unresolved. */
const MIN_ROLE_POINTS = 2
/** A role that fits what the article says of a person was right this often on training articles. */
const ROLE_CERTAINTY = 0.85

const THE = hashWord("the")
const COMMA = hashWord(",")
const INDEFINITE = hashWords("a an one some another many several two three four five")

/** Whom a role means: a name beside it, the person of whom the article says it, or whoever spoke last. */
export function resolveRole(memory: Memory, m: number): Referent | null {
  return appositionOf(memory.stage, m) ?? holderOf(memory, m) ?? resolveLoneOffice(memory, m)
}

/** How often the name behind a role was its bearer's, on training articles. */
const APPOSITION_CERTAINTY = 0.9
/** Most tokens between the role's noun and the comma: "a doctor from Ansel, Hugh Hill, said". */
const MAX_COMPLEMENT = 5

/** "A doctor from Ansel, Hugh Hill,": the name behind a role, between a comma and another mark. */
function appositionOf({ reading, mentions, people }: Stage, m: number): Referent | null {
  const { words, sentence, part } = reading
  const role = mentions[m]!
  let comma = role.last
  while (comma <= role.last + MAX_COMPLEMENT && words.hash[comma] !== COMMA) comma++
  let next = m + 1
  while (next < mentions.length && mentions[next]!.first < comma) next++
  const name = mentions[next]
  if (name?.kind !== "person" || name.first !== comma + 1 || words.shape[name.last] !== SHAPE.mark)
    return null
  if (sentence[role.first] !== sentence[name.first] || part[role.first] !== part[name.first])
    return null
  return { person: people.of[next]!, by: next, certainty: APPOSITION_CERTAINTY }
}

/** "The Russian leader": the person of whom the article says most of it. An indefinite role names nobody. */
function holderOf({ stage, holders }: Memory, m: number): Referent | null {
  const { people, mentions, reading } = stage
  const role = mentions[m]!
  const noun = reading.words.hash[role.core[0]!]!
  if (isIndefinite(reading, role) || isPlural(reading, role)) return null
  const candidates = new Set<number>()
  addHolders(candidates, holders.get(noun))
  if (OFFICES.has(noun)) {
    addHolders(candidates, holders.get(OFFICE))
    for (const i of role.attributes) addHolders(candidates, holders.get(reading.words.hash[i]!))
  }
  let best: { person: number; points: number } | null = null
  for (const person of candidates) {
    const points = rolePoints(stage, role, noun, people.all[person]!)
    const before = people.all[person]!.mentions[0]! < m ? 0.5 : 0
    const sum = points + before + Math.min(1, people.all[person]!.mentions.length / 50)
    if (points >= MIN_ROLE_POINTS && (best === null || sum > best.points))
      best = { person, points: sum }
  }
  if (best === null) return subjectBefore(stage, m)
  return {
    person: best.person,
    by: people.all[best.person]!.mentions[0]!,
    certainty: ROLE_CERTAINTY,
  }
}

const PLURALS = hashWords("people men women police")

/** "Military officials" are nobody by name. */
function isPlural({ words, article }: Reading, { core }: Mention): boolean {
  const noun = core[0]!
  if (PLURALS.has(words.hash[noun]!)) return true
  if (article.language !== null && article.language !== "en") return false
  return /[^s]s$/.test(words.text.slice(words.from[noun], words.to[noun]))
}

function addHolders(candidates: Set<number>, holders: readonly number[] | undefined): void {
  if (holders === undefined) return
  for (let k = 0; k < holders.length && k < MAX_HOLDERS; k++) candidates.add(holders[k]!)
}

/**
 * "Ada Finch has had enough. “…,” the commissioner said": a definite office that the article gives to nobody is
 * that of the person with whom an earlier sentence of its paragraph begins, where no other is named since.
 */
function subjectBefore({ reading, mentions, people }: Stage, m: number): Referent | null {
  const role = mentions[m]!
  if (reading.words.hash[role.first] !== THE || !isSingularOffice(reading, role)) return null
  for (
    let k = m - 1;
    k >= 0 && k >= m - MAX_BACK && reading.block[mentions[k]!.first] === reading.block[role.first];
    k--
  ) {
    const person = people.of[k]!
    if (person === -1 || reading.part[mentions[k]!.first] !== -1) continue
    const known = people.all[person]!
    if (known.kind !== "person" && known.kind !== "name") continue
    const isSubject = headsSentence(reading, mentions[k]!) === 1
    const isEarlier = reading.sentence[mentions[k]!.first]! < reading.sentence[role.first]!
    return isSubject && isEarlier ? { person, by: k, certainty: SUBJECT_CERTAINTY } : null
  }
  return null
}

/**
 * "The commissioner said", on a page that never says who that is, is whoever spoke last; not one who is known to hold
 * another office.
 */
function resolveLoneOffice(memory: Memory, m: number): Referent | null {
  const { stage, holders, spoke } = memory
  const { people, mentions, reading, beside } = stage
  const role = mentions[m]!
  const noun = reading.words.hash[role.core[0]!]!
  const isPlain =
    role.attributes.length === 0 && !isPast(reading, role) && !isIndefinite(reading, role)
  if (!isPlain || !LONE_OFFICES.has(noun) || holders.has(noun)) return null
  if (isHeading(stage, m)) return heroOf(memory, null)
  if (spoke === -1 || beside[m]!.place === 0 || hasOtherOffice(people.all[spoke]!)) return null
  const named = memory.lastNamed[spoke]!
  return named === -1 ? null : { person: spoke, by: named, certainty: SUBJECT_CERTAINTY }
}

const PAST = hashWords("former then ex late next outgoing incoming previous")

function isPast({ words }: Reading, { first, last }: Mention): boolean {
  for (let i = first; i < last; i++) if (PAST.has(words.hash[i]!)) return true
  return false
}

function isIndefinite({ words }: Reading, { first }: Mention): boolean {
  return INDEFINITE.has(words.hash[first]!)
}

/** A person's office, not a group and not a document. */
function isSingularOffice({ bits }: Reading, role: Mention): boolean {
  return (bits[role.core[0]!]! & IS.title) !== 0
}

/** The noun said of them counts 2, another word for the office 1.2, each quality 1 when it fits and -1.5 when it does not. */
function rolePoints({ reading }: Stage, role: Mention, noun: number, person: Person): number {
  let points = person.attributes.has(noun) ? 2 : 0
  if (points === 0 && OFFICES.has(noun)) points = holdsOffice(person) ? 1.2 : 1
  for (const i of role.attributes)
    points += person.attributes.has(reading.words.hash[i]!) ? 1 : -1.5
  return points
}
