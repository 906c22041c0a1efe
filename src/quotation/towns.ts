import { hashWord, hashWords } from "../text/words.ts"
import { type Mention, makeMention } from "./mention.ts"
import type { Reading } from "./reading.ts"

const COMMA = hashWord(",")
const LOCATIVES = hashWords("in near")
const TOWNS = hashWords("town city village port county state country region island suburb district")

/** The mentions, with the names that mean towns as places. */
export function placeTowns(reading: Reading, mentions: Mention[]): Mention[] {
  const towns = townsAmong(reading, mentions)
  if (towns.size === 0) return mentions
  return mentions.map((mention) => {
    const { kind, first, last, core, attributes } = mention
    const isTown = kind === "name" && core.length === 1 && towns.has(reading.words.hash[core[0]!]!)
    return isTown ? makeMention(reading, "place", first, last, core, attributes) : mention
  })
}

/** Names of one word that stand after "in" or "near" at least every other time: nobody is so often inside a person. */
function townsAmong(reading: Reading, mentions: readonly Mention[]): ReadonlySet<number> {
  const inside = new Map<number, number>()
  for (const { kind, core, first } of mentions) {
    if (kind !== "name" || core.length > 1) continue
    const name = reading.words.hash[core[0]!]!
    const isInside = LOCATIVES.has(reading.words.hash[first - 1] ?? 0)
    const weight = isToldAsTown(reading, core[0]!) ? mentions.length : isInside ? 1 : -1
    inside.set(name, (inside.get(name) ?? 0) + weight)
  }
  const towns = new Set<number>()
  for (const [name, balance] of inside) if (balance >= 0) towns.add(name)
  return towns
}

/** "Kelderwick, a small town": an apposition says what it is. */
function isToldAsTown({ words }: Reading, name: number): boolean {
  if (words.hash[name + 1] !== COMMA) return false
  for (let i = name + 3; i <= name + 5 && i < words.count; i++)
    if (TOWNS.has(words.hash[i]!)) return true
  return false
}
