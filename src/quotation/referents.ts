import { addTo } from "../text/group-by.ts"
import { hashWord, SHAPE } from "../text/words.ts"
import type { CueBeside } from "./beside.ts"
import { addFeature, type Features, type Weights } from "./features.ts"
import { IS } from "./lexicon.ts"
import type { Mention } from "./mentions.ts"
import type { Gender, People, Person } from "./people.ts"
import type { Reading } from "./reading.ts"
import { answer, type Question } from "./weigh.ts"

/** What is known of an article before its pronouns and roles are resolved. */
export interface Stage {
  readonly reading: Reading
  readonly mentions: readonly Mention[]
  readonly people: People
  /** What the tagger says of each token: see TAG. */
  readonly tags: Uint8Array
  /** The speech verb beside each mention. */
  readonly beside: readonly CueBeside[]
}

/** Whom a mention means. */
export interface Referent {
  readonly person: number
  /** The mention by name that shows it. */
  readonly by: number
  /** Probability, 0 to 1. */
  readonly certainty: number
}

/** Told what is asked of each pronoun before it is answered: training listens here. */
export type Listener = (mention: number, question: Question) => void

/** How many mentions before a pronoun are looked at. */
const MAX_BACK = 80
/** How many holders of one office are compared. */
const MAX_HOLDERS = 40
/** Points below which a role stays unresolved. */
const MIN_ROLE_POINTS = 2
/** A role that fits what the article says of a person was right this often on training articles. */
const ROLE_CERTAINTY = 0.85

/** A role that only its paragraph gives to somebody: right about as often as a role with one bearer. */
const SUBJECT_CERTAINTY = 0.7
const THE = hashWord("the")
const COMMA = hashWord(",")

const CLITIC = hashWord("'s")
const INDEFINITE = new Set(
  "a an one some another many several two three four five".split(" ").map(hashWord),
)
/** Different words for one office: a role names its holder by any of them. */
const OFFICES = new Set(
  "leader president premier minister chancellor dictator ruler strongman autocrat head"
    .split(" ")
    .map(hashWord),
)
/** Stands for any of them among a person's attributes. */
const OFFICE = hashWord("leader")

/** Whom each mention means, in text order; null where nothing proves anybody. */
export function resolveMentions(
  stage: Stage,
  weights: Weights,
  listen?: Listener,
): (Referent | null)[] {
  const { mentions, people } = stage
  const holders = holdersOf(people)
  const lastNamed = new Int32Array(people.all.length).fill(-1)
  const lastMeant: Record<Gender, number> = { male: -1, female: -1 }
  const voiced = countVoiced(stage)
  const heroes = new Map<Gender | null, Referent | null>()
  let spoke = -1
  const referents: (Referent | null)[] = []
  for (let m = 0; m < mentions.length; m++) {
    const referent = resolve(mentions[m]!, m)
    if (referent && voiced.speaks[m]) spoke = referent.person
    referents.push(referent)
  }
  return referents

  function last(): Last {
    return { spoke, named: spoke === -1 ? -1 : lastNamed[spoke]!, heroOf }
  }

  function heroOf(gender: Gender | null): Referent | null {
    if (!heroes.has(gender)) heroes.set(gender, findHero(stage, gender))
    return heroes.get(gender)!
  }

  function resolve(mention: Mention, m: number): Referent | null {
    const named = people.of[m]!
    if (named !== -1) {
      lastNamed[named] = m
      return { person: named, by: m, certainty: 1 }
    }
    if (mention.kind === "role")
      return (
        appositionOf(stage, m) ??
        resolveRole(stage, m, holders) ??
        resolveLoneOffice(stage, m, holders, last())
      )
    const antecedent = antecedentOf(stage, m)
    if (antecedent !== -1) return referents[antecedent] ?? null
    const gender = pronounGender(stage, m)
    // A pronoun inside marks is the speaker's own word and speaks for nobody.
    if (gender === null || stage.reading.part[mention.first] !== -1) return null
    const topic = topicOf(stage, m, gender, referents)
    if (topic) return topic
    const question = askReferent(stage, {
      pronoun: m,
      gender,
      meant: lastMeant[gender],
      spoke,
      lastNamed,
      voiced: voiced.times,
    })
    listen?.(m, question)
    const chosen = answer(weights, question)
    if (chosen === null) return isHeading(stage, m) ? heroOf(gender) : null
    const person = people.of[chosen.mention]!
    lastMeant[gender] = person
    return { person, by: chosen.mention, certainty: chosen.chance }
  }
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

const WHO = hashWord("who")

/** "Ada Finch, who …", "Ada Finch, the mayor, who …": the mention that the relative pronoun takes up, -1 for others. */
function antecedentOf({ reading, mentions }: Stage, m: number): number {
  const { words } = reading
  if (words.hash[mentions[m]!.first] !== WHO) return -1
  const isBefore = (k: number): boolean => {
    const gap = mentions[k + 1]!.first - mentions[k]!.last
    return gap === 0 || (gap === 1 && words.hash[mentions[k]!.last] === COMMA)
  }
  if (m === 0 || !isBefore(m - 1)) return -1
  const isApposed = mentions[m - 1]!.kind === "role" && m > 1 && isBefore(m - 2)
  return isApposed && mentions[m - 2]!.kind === "person" ? m - 2 : m - 1
}

/** For each mention whether a speech verb stands beside it, and for each person how often beside their name. */
function countVoiced({ reading, mentions, people, beside }: Stage): {
  speaks: Uint8Array
  times: Int32Array
} {
  const speaks = new Uint8Array(mentions.length)
  const times = new Int32Array(people.all.length)
  for (let m = 0; m < mentions.length; m++) {
    if (reading.part[mentions[m]!.first] !== -1 || beside[m]!.place === 0) continue
    speaks[m] = 1
    if (people.of[m] !== -1) times[people.of[m]!]!++
  }
  return { speaks, times }
}

/** How often "she" was the commissioner with whose words the paragraph begins. */
const TOPIC_CERTAINTY = 0.85

/** "The commissioner had told us that …. “…,” she said": the office that a paragraph begins with, where it names nobody. */
function topicOf(
  { reading, mentions, people, beside }: Stage,
  m: number,
  gender: Gender,
  referents: readonly (Referent | null)[],
): Referent | null {
  const block = reading.block[mentions[m]!.first]
  let first = m
  while (first > 0 && reading.block[mentions[first - 1]!.first] === block) {
    if (m - first >= MAX_BACK) return null
    first--
    if (people.of[first] !== -1) return null
  }
  const head = mentions[first]!
  const topic = referents[first]
  const begins = head.first === 0 || reading.block[head.first - 1] !== block
  if (!topic || head.kind !== "role" || !begins || beside[first]!.place !== 1) return null
  if ((people.all[topic.person]!.gender ?? gender) !== gender) return null
  const { person, by } = topic
  return { person, by, certainty: Math.min(topic.certainty, TOPIC_CERTAINTY) }
}

/** Gender of a singular personal pronoun; null for every other word. */
function pronounGender({ reading, mentions }: Stage, m: number): Gender | null {
  const bits = reading.bits[mentions[m]!.first]!
  if (bits & IS.he) return "male"
  return bits & IS.she ? "female" : null
}

/** A pronoun and what was said before it. */
interface Asked {
  readonly pronoun: number
  readonly gender: Gender
  /** Whom the pronoun of this gender before it meant, and who spoke last; -1 nobody. */
  readonly meant: number
  readonly spoke: number
  /** For each person their latest mention by name, and how often a speech verb stands beside their name. */
  readonly lastNamed: Int32Array
  readonly voiced: Int32Array
}

/** Whom a pronoun may mean: people of its gender, each by the latest mention by name. */
function askReferent(stage: Stage, asked: Asked): Question {
  const { people, reading, mentions } = stage
  const { pronoun, gender, lastNamed } = asked
  const latest = new Map<number, Pairing>()
  for (let m = pronoun - 1; m >= 0 && m >= pronoun - MAX_BACK; m--) {
    const person = people.of[m]!
    if (person === -1 || reading.part[mentions[m]!.first] !== -1) continue
    const seen = latest.get(person)
    if (seen) seen.near++
    else if (mayMean(people.all[person]!, gender))
      latest.set(person, { person, m, near: 1, rank: latest.size })
  }
  for (const person of [asked.meant, asked.spoke])
    if (person !== -1 && !latest.has(person) && mayMean(people.all[person]!, gender))
      if (lastNamed[person] !== -1)
        latest.set(person, { person, m: lastNamed[person]!, near: 0, rank: latest.size })
  const pairings: Pairing[] = []
  const latestMentions: number[] = []
  for (const pairing of latest.values()) {
    pairings.push(pairing)
    latestMentions.push(pairing.m)
  }
  return {
    mentions: latestMentions,
    describe: (f, k) => describe(f, stage, asked, pairings[k]!),
  }
}

function mayMean(person: Person, gender: Gender): boolean {
  if (person.gender !== null && person.gender !== gender) return false
  return person.kind === "person" || person.kind === "name"
}

interface Pairing {
  readonly person: number
  /** The latest mention of the person by name, how many there are near, and how many others are nearer. */
  readonly m: number
  near: number
  readonly rank: number
}

function describe(
  f: Features,
  stage: Stage,
  asked: Asked,
  { person, m, near, rank }: Pairing,
): void {
  const { reading, mentions, people, tags } = stage
  const { sentence, block, words } = reading
  const here = mentions[asked.pronoun]!
  const there = mentions[m]!
  const known = people.all[person]!
  const sentences = Math.min(6, sentence[here.first]! - sentence[there.first]!)
  const blocks = Math.min(3, block[here.first]! - block[there.first]!)
  const heads = headsSentence(reading, there)
  const cue = stage.beside[m]!.place
  const hereCue = stage.beside[asked.pronoun]!.place
  const owns = words.hash[there.last] === CLITIC ? 1 : 0
  const sure = known.gender === asked.gender ? 2 : known.kind === "person" ? 1 : 0
  const meant = asked.meant === -1 ? 2 : asked.meant === person ? 1 : 0
  const spoke = asked.spoke === -1 ? 2 : asked.spoke === person ? 1 : 0
  const voiced = bucket(asked.voiced[person]!)
  const often = bucket(known.mentions.length)
  const ranked = Math.min(rank, 5)
  addFeature(f, 300, sentences, blocks, heads)
  addFeature(f, 301, sentences, ranked, sure)
  addFeature(f, 302, sure, known.kind === "person" ? 1 : 0)
  addFeature(f, 303, meant, sentences, blocks)
  addFeature(f, 304, cue, sentences, heads)
  addFeature(f, 305, often, ranked, sure)
  addFeature(f, 306, owns, sentences, heads)
  addFeature(f, 307, often, meant, blocks)
  addFeature(f, 308, bucket(near), sentences, ranked)
  addFeature(f, 309, tags[there.first]!, sentences, heads)
  addFeature(f, 310, meant, ranked, cue)
  addFeature(f, 311, headsSentence(reading, here), heads, sentences)
  addFeature(f, 312, known.mentions[0]! < m ? 1 : 0, sentences, sure)
  addFeature(f, 313, ranked, sentences, heads)
  addFeature(f, 314, meant, hereCue, cue)
  addFeature(f, 315, reading.blocks[block[there.first]!]!.kind.charCodeAt(0), blocks)
  addFeature(f, 316, hereCue, cue, sentences)
  addFeature(f, 317, spoke, sentences, blocks)
  addFeature(f, 318, spoke, meant, hereCue)
  addFeature(f, 319, spoke, ranked, cue)
  addFeature(f, 320, voiced, ranked, blocks)
  addFeature(f, 321, voiced, spoke, sure)
  addFeature(f, 322, meant, spoke, headsSentence(reading, here) + 2 * heads)
}

function headsSentence({ sentence }: Reading, { first }: Mention): number {
  return first === 0 || sentence[first - 1] !== sentence[first] ? 1 : 0
}

const bucket = (n: number): number => (n < 3 ? n : n < 5 ? 3 : n < 9 ? 4 : n < 17 ? 5 : 6)

/** The people of whom each title, role and nationality is said, in order of appearance. */
function holdersOf(people: People): Map<number, number[]> {
  const holders = new Map<number, number[]>()
  for (let id = 0; id < people.all.length; id++) {
    const { kind, attributes } = people.all[id]!
    if (kind !== "person" && kind !== "name") continue
    for (const attribute of attributes) addTo(holders, attribute, id)
    if (!attributes.has(OFFICE) && holdsOffice(people.all[id]!)) addTo(holders, OFFICE, id)
  }
  return holders
}

/** "The Russian leader": the person of whom the article says most of it. An indefinite role names nobody. */
function resolveRole(
  stage: Stage,
  m: number,
  holders: ReadonlyMap<number, readonly number[]>,
): Referent | null {
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

const PLURALS = new Set("people men women police".split(" ").map(hashWord))

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

/** Offices that one person holds where a page speaks of "the" holder. */
const LONE_OFFICES = new Set(
  (
    "leader president premier minister chancellor mayor governor senator commissioner secretary ambassador director " +
    "commander boss chief bishop pope king queen prince princess judge sheriff"
  )
    .split(" ")
    .map(hashWord),
)
/** What the holder of any office may be called besides. */
const ANY_OFFICE = new Set("leader boss chief".split(" ").map(hashWord))

/** Who spoke last, -1 nobody, their latest mention by name, and whom a headline means. */
interface Last {
  readonly spoke: number
  readonly named: number
  readonly heroOf: (gender: Gender | null) => Referent | null
}

/**
 * "The commissioner said", on a page that never says who that is, is whoever spoke last; not one who is known to hold
 * another office.
 */
function resolveLoneOffice(
  stage: Stage,
  m: number,
  holders: ReadonlyMap<number, readonly number[]>,
  { spoke, named, heroOf }: Last,
): Referent | null {
  const { people, mentions, reading, beside } = stage
  const role = mentions[m]!
  const noun = reading.words.hash[role.core[0]!]!
  const isPlain =
    role.attributes.length === 0 && !isPast(reading, role) && !isIndefinite(reading, role)
  if (!isPlain || !LONE_OFFICES.has(noun) || holders.has(noun)) return null
  if (isHeading(stage, m)) return heroOf(null)
  if (spoke === -1 || beside[m]!.place === 0 || hasOtherOffice(people.all[spoke]!)) return null
  return named === -1 ? null : { person: spoke, by: named, certainty: SUBJECT_CERTAINTY }
}

function hasOtherOffice({ attributes }: Person): boolean {
  return [...attributes].some((one) => LONE_OFFICES.has(one) && !ANY_OFFICE.has(one))
}

const PAST = new Set("former then ex late next outgoing incoming previous".split(" ").map(hashWord))

function isPast({ words }: Reading, { first, last }: Mention): boolean {
  for (let i = first; i < last; i++) if (PAST.has(words.hash[i]!)) return true
  return false
}

function isIndefinite({ words }: Reading, { first }: Mention): boolean {
  return INDEFINITE.has(words.hash[first]!)
}

function isHeading({ reading, mentions }: Stage, m: number): boolean {
  return reading.blocks[reading.block[mentions[m]!.first]!]?.kind === "heading"
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

function holdsOffice(person: Person): boolean {
  for (const attribute of person.attributes) if (OFFICES.has(attribute)) return true
  return false
}
