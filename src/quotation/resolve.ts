import { hashWord } from "../text/words.ts"
import type { Mention } from "./mentions.ts"
import type { Models } from "./models.ts"
import type { Person } from "./people.ts"
import { findReferents } from "./pronoun.ts"
import { type Scene, weighCandidates } from "./speaker.ts"

/** Whom a mention means, and the mentions that show it. */
export interface Resolution {
  readonly person: number
  readonly proof: readonly number[]
  readonly confidence: number
}

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

/** The person that a mention means; null where nothing proves one. `last` is the person who spoke before. */
export function resolveMention(
  scene: Scene,
  mention: number,
  last: number | null,
  models: Models,
): Resolution | null {
  const { mentions, people } = scene
  const here = mentions[mention]!
  const person = people.of[mention]!
  if (person !== -1) return { person, proof: [mention], confidence: 1 }
  if (here.kind === "pronoun") return resolvePronoun(scene, mention, last, models)
  return here.kind === "role" ? resolveRole(scene, mention) : null
}

function resolvePronoun(
  scene: Scene,
  mention: number,
  last: number | null,
  models: Models,
): Resolution | null {
  const referents = findReferents(scene, mention, last)
  const weights = weighCandidates(models.pronoun, referents)
  const best = weights.reduce((top, weight, i) => (weight > (weights[top] ?? 0) ? i : top), 0)
  const by = referents[best]?.mention
  if (by === undefined) return null
  return { person: scene.people.of[by]!, proof: [mention, by], confidence: weights[best]! }
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
