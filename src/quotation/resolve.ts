import { hashWord } from "../text/words.ts"
import { IS } from "./lexicon.ts"
import type { Mention } from "./mentions.ts"
import type { Person } from "./people.ts"
import type { Scene } from "./speaker.ts"

/** Whom a mention means, and the mentions that show it. */
export interface Resolution {
  readonly person: number
  readonly proof: readonly number[]
  readonly confidence: number
}

/** How many mentions back a pronoun or role looks for its name. */
const MAX_BACK = 60
/** Points below which a role stays unresolved. */
const MIN_ROLE_POINTS = 2

/** Different words for one office: a role names its holder by any of them. */
const OFFICES = [
  "leader president premier minister chancellor dictator ruler strongman autocrat chief head",
]
const OFFICE_OF = new Map<number, number>(
  OFFICES.flatMap((line, group) =>
    line.split(" ").map((word): [number, number] => [hashWord(word), group]),
  ),
)

/** The person that a mention means; null where nothing proves one. */
export function resolveMention(scene: Scene, mention: number): Resolution | null {
  const { mentions, people } = scene
  const here = mentions[mention]!
  const person = people.of[mention]!
  if (person !== -1) return { person, proof: [mention], confidence: 0.97 }
  if (here.kind === "pronoun") return resolvePronoun(scene, mention)
  return here.kind === "role" ? resolveRole(scene, mention) : null
}

function resolvePronoun(scene: Scene, mention: number): Resolution | null {
  const { reading, mentions, people } = scene
  const here = mentions[mention]!
  const gender = genderOf(scene, here)
  if (gender === null) return null
  const points = new Map<number, number>()
  const latest = new Map<number, number>()
  for (let m = mention - 1; m >= 0 && m > mention - MAX_BACK; m--) {
    const person = people.of[m]!
    const other = mentions[m]!
    if (person === -1 || reading.part[other.first] !== -1) continue
    const known = people.all[person]!
    if (known.kind !== "person" && !(known.kind === "name" && known.mentions.length > 1)) continue
    if (known.gender !== null && known.gender !== gender) continue
    const value = salience(scene, m, mention) + (known.gender === gender ? 0.5 : 0)
    points.set(person, (points.get(person) ?? 0) + value)
    if (!latest.has(person)) latest.set(person, m)
  }
  const best = [...points].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0]
  if (!best) return null
  return { person: best[0], proof: [mention, latest.get(best[0])!], confidence: 0.8 }
}

function genderOf(scene: Scene, mention: Mention): Person["gender"] {
  const bits = scene.reading.bits[mention.first]!
  if (bits & IS.he) return "male"
  return bits & IS.she ? "female" : null
}

/** How present a mention still is: near sentences and the heads of sentences count most. */
function salience(scene: Scene, from: number, to: number): number {
  const { reading, mentions } = scene
  const there = mentions[from]!
  const here = mentions[to]!
  const sentences = reading.sentence[here.first]! - reading.sentence[there.first]!
  const heads =
    there.first === 0 || reading.sentence[there.first - 1] !== reading.sentence[there.first]
  return (heads ? 2 : 1) * 0.6 ** sentences
}

function resolveRole(scene: Scene, mention: number): Resolution | null {
  const { people, mentions, reading } = scene
  const here = mentions[mention]!
  const { hash, shape } = reading.words
  const noun = hash[here.core[0]!]!
  const indefinite = ["a", "an", "one"].map(hashWord).includes(hash[here.first]!)
  if (indefinite || shape[here.first] === undefined) return null
  let best: { person: number; points: number } | null = null
  for (const [id, person] of people.all.entries()) {
    if (person.kind !== "person" && person.kind !== "name") continue
    const before = person.mentions[0]
    if (before === undefined) continue
    const points = rolePoints(scene, here, noun, person)
    if (points < MIN_ROLE_POINTS) continue
    const sum = points + Math.min(1, person.mentions.length / 50) + (before < mention ? 0.5 : 0)
    if (best === null || sum > best.points) best = { person: id, points: sum }
  }
  if (best === null) return null
  const proof = people.all[best.person]!.mentions[0]!
  return { person: best.person, proof: [mention, proof], confidence: 0.8 }
}

function rolePoints(scene: Scene, role: Mention, noun: number, person: Person): number {
  const { hash } = scene.reading.words
  let points = 0
  if (person.attributes.has(noun)) points += 2
  else if (sharesOffice(person, noun)) points += 1.2
  if (points === 0) return 0
  for (const i of role.attributes) points += person.attributes.has(hash[i]!) ? 1 : -1.5
  return points
}

function sharesOffice(person: Person, noun: number): boolean {
  const office = OFFICE_OF.get(noun)
  if (office === undefined) return false
  for (const attribute of person.attributes) if (OFFICE_OF.get(attribute) === office) return true
  return false
}
