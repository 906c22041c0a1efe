import { hashWord } from "../text/words.ts"
import { addFeature, type Features, newFeatures } from "./features.ts"
import { IS } from "./lexicon.ts"
import type { Gender, Person } from "./people.ts"
import type { Candidate, Scene } from "./speaker.ts"
import { cueBeside } from "./speaker.ts"

/** How many mentions before a pronoun are looked at. */
const MAX_BACK = 80
const CLITIC = hashWord("'s")
const scratch: Features = newFeatures()

/** Gender of a singular personal pronoun; null for every other word. */
export function pronounGender(scene: Scene, mention: number): Gender | null {
  const bits = scene.reading.bits[scene.mentions[mention]!.first]!
  if (bits & IS.he) return "male"
  return bits & IS.she ? "female" : null
}

/**
 * The people a pronoun may mean, each by its latest mention before it. `last` is whom the speaker before it was.
 * The candidate's `mention` is that latest mention.
 */
export function findReferents(scene: Scene, mention: number, last: number | null): Candidate[] {
  const gender = pronounGender(scene, mention)
  if (gender === null) return []
  const { people, reading, mentions } = scene
  const inside = reading.part[mentions[mention]!.first] !== -1
  const latest = new Map<number, { mention: number; near: number }>()
  for (let m = mention - 1; m >= 0 && m >= mention - MAX_BACK; m--) {
    const person = people.of[m]!
    if (person === -1 || (!inside && reading.part[mentions[m]!.first] !== -1)) continue
    const seen = latest.get(person)
    if (seen) seen.near++
    else if (mayMean(people.all[person]!, gender)) latest.set(person, { mention: m, near: 1 })
  }
  if (last !== null && !latest.has(last) && mayMean(people.all[last]!, gender)) {
    const before = people.all[last]!.mentions.findLast((m) => m < mention)
    if (before !== undefined) latest.set(last, { mention: before, near: 1 })
  }
  return [...latest].map(([person, { mention: m, near }], rank) => ({
    mention: m,
    ids: describe(scene, { pronoun: mention, person, m, near, rank, gender, last }),
  }))
}

function mayMean(person: Person, gender: Gender): boolean {
  if (person.gender !== null && person.gender !== gender) return false
  return person.kind === "person" || person.kind === "name"
}

interface Reading3 {
  readonly pronoun: number
  readonly person: number
  readonly m: number
  readonly near: number
  readonly rank: number
  readonly gender: Gender
  readonly last: number | null
}

function describe(
  scene: Scene,
  { pronoun, person, m, near, rank, gender, last }: Reading3,
): Int32Array {
  const { reading, mentions, people, voiced, tags } = scene
  const { sentence, block, words } = reading
  const here = mentions[pronoun]!
  const there = mentions[m]!
  const known = people.all[person]!
  const sentences = Math.min(6, sentence[here.first]! - sentence[there.first]!)
  const blocks = Math.min(3, block[here.first]! - block[there.first]!)
  const heads = there.first === 0 || sentence[there.first - 1] !== sentence[there.first] ? 1 : 0
  const hereHeads = here.first === 0 || sentence[here.first - 1] !== sentence[here.first] ? 1 : 0
  const cue = cueBeside(reading, there).place
  const owns = words.hash[there.last] === CLITIC ? 1 : 0
  const sure = known.gender === gender ? 2 : known.kind === "person" ? 1 : 0
  const spoke = last === null ? 2 : last === person ? 1 : 0
  const often = bucket(known.mentions.length)
  const ranked = Math.min(rank, 5)
  const tag = tags[there.first]!
  const f = scratch
  f.size = 0
  addFeature(f, 300, sentences, blocks, heads)
  addFeature(f, 301, sentences, ranked, sure)
  addFeature(f, 302, sure, known.kind === "person" ? 1 : 0)
  addFeature(f, 303, spoke, sentences, blocks)
  addFeature(f, 304, cue, sentences, heads)
  addFeature(f, 305, often, ranked, sure)
  addFeature(f, 306, owns, sentences, heads)
  addFeature(f, 307, bucket(voiced[person]!), ranked, blocks)
  addFeature(f, 308, bucket(near), sentences, ranked)
  addFeature(f, 309, tag, sentences, heads)
  addFeature(f, 310, spoke, ranked, cue)
  addFeature(f, 311, hereHeads, heads, sentences)
  addFeature(f, 312, known.mentions[0]! < m ? 1 : 0, sentences, sure)
  addFeature(f, 313, ranked, sentences, heads)
  addFeature(f, 314, spoke, bucket(voiced[person]!), sure)
  addFeature(f, 315, reading.blocks[block[there.first]!]!.kind.charCodeAt(0), blocks)
  return f.ids.slice(0, f.size)
}

const bucket = (n: number): number => (n < 3 ? n : n < 5 ? 3 : n < 9 ? 4 : n < 17 ? 5 : 6)
