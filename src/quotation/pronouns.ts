import { hashWord } from "../text/words.ts"
import { addFeature, type Features, type Weights } from "./features.ts"
import { IS } from "./lexicon.ts"
import { heroOf, type Memory } from "./memory.ts"
import type { Gender, Person } from "./people.ts"
import { headsSentence, isHeading, MAX_BACK, type Referent, type Stage } from "./stage.ts"
import { answer, type Question } from "./weigh.ts"

/** Told what is asked of each pronoun before it is answered: training listens here. */
export type Listener = (mention: number, question: Question) => void

const COMMA = hashWord(",")
const CLITIC = hashWord("'s")

/** Whom a pronoun takes up, or the person of fitting gender whom it most likely means. */
export function resolvePronoun(
  memory: Memory,
  m: number,
  weights: Weights,
  listen?: Listener,
): Referent | null {
  const { stage, lastMeant, referents } = memory
  const antecedent = antecedentOf(stage, m)
  if (antecedent !== -1) return referents[antecedent] ?? null
  const gender = pronounGender(stage, m)
  // A pronoun inside marks is the speaker's own word and speaks for nobody.
  if (gender === null || stage.reading.part[stage.mentions[m]!.first] !== -1) return null
  const topic = topicOf(memory, m, gender)
  if (topic) return topic
  const question = askReferent(memory, m, gender)
  listen?.(m, question)
  const chosen = answer(weights, question)
  if (chosen === null) return isHeading(stage, m) ? heroOf(memory, gender) : null
  const person = stage.people.of[chosen.mention]!
  lastMeant[gender] = person
  return { person, by: chosen.mention, certainty: chosen.chance }
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
  if (m === 0 || !isBefore(m - 1) || mentions[m - 1]!.kind === "place") return -1
  const isApposed = mentions[m - 1]!.kind === "role" && m > 1 && isBefore(m - 2)
  return isApposed && mentions[m - 2]!.kind === "person" ? m - 2 : m - 1
}

/** How often "she" was the commissioner with whose words the paragraph begins. */
const TOPIC_CERTAINTY = 0.85

/** "The commissioner had told us that …. “…,” she said": the office that a paragraph begins with, where it names nobody. */
function topicOf({ stage, referents }: Memory, m: number, gender: Gender): Referent | null {
  const { reading, mentions, people, beside } = stage
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
  readonly stage: Stage
  readonly pronoun: number
  readonly gender: Gender
  /** Whom the pronoun of this gender before it meant, and who spoke last; -1 nobody. */
  readonly meant: number
  readonly spoke: number
  readonly voiced: Int32Array
}

/** Whom a pronoun may mean: people of its gender, each by the latest mention by name. */
function askReferent(memory: Memory, pronoun: number, gender: Gender): Question {
  const { stage, lastMeant, lastNamed, spoke, voiced } = memory
  const { people, reading, mentions } = stage
  const meant = lastMeant[gender]
  const asked: Asked = { stage, pronoun, gender, meant, spoke, voiced }
  const pairings: Pairing[] = []
  for (let m = pronoun - 1; m >= 0 && m >= pronoun - MAX_BACK; m--) {
    const person = people.of[m]!
    if (person === -1 || reading.part[mentions[m]!.first] !== -1) continue
    const seen = pairingOf(pairings, person)
    if (seen) seen.near++
    else if (mayMean(people.all[person]!, gender))
      pairings.push({ person, m, near: 1, rank: pairings.length })
  }
  addPairing(pairings, asked, meant, lastNamed)
  addPairing(pairings, asked, spoke, lastNamed)
  const latest = pairings.map(({ m }) => m)
  return { mentions: latest, describe: (f, k) => describe(f, asked, pairings[k]!) }
}

/** A list of a few people, so that no table is needed. */
function pairingOf(pairings: readonly Pairing[], person: number): Pairing | undefined {
  for (let k = 0; k < pairings.length; k++) if (pairings[k]!.person === person) return pairings[k]
  return undefined
}

/** Adds somebody who was last meant, or spoke last, and is not named near. */
function addPairing(
  pairings: Pairing[],
  { stage, gender }: Asked,
  person: number,
  lastNamed: Int32Array,
): void {
  if (person === -1 || lastNamed[person] === -1 || pairingOf(pairings, person)) return
  if (mayMean(stage.people.all[person]!, gender))
    pairings.push({ person, m: lastNamed[person]!, near: 0, rank: pairings.length })
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

function describe(f: Features, asked: Asked, { person, m, near, rank }: Pairing): void {
  const { reading, mentions, people, tags, beside } = asked.stage
  const { sentence, block, words } = reading
  const here = mentions[asked.pronoun]!
  const there = mentions[m]!
  const known = people.all[person]!
  const sentences = Math.min(6, sentence[here.first]! - sentence[there.first]!)
  const blocks = Math.min(3, block[here.first]! - block[there.first]!)
  const heads = headsSentence(reading, there)
  const cue = beside[m]!.place
  const hereCue = beside[asked.pronoun]!.place
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

const bucket = (n: number): number => (n < 3 ? n : n < 5 ? 3 : n < 9 ? 4 : n < 17 ? 5 : 6)
