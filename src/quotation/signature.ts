import { firstWhere } from "../text/first-where.ts"
import { hashWords, SHAPE } from "../text/words.ts"
import { firstTokenFrom } from "./reading.ts"
import type { Scene } from "./scene.ts"

const DASHES = hashWords("— – - ― ~")
/** Most tokens of who signs: “…” — Ada Finch, mayor of Ansel, in a letter to the council. */
const LONGEST = 24

/** “…” — Ada Finch, mayor of Ansel: the mention behind a dash that signs a quotation, to the end of its block; null where none does. */
export function signatureOf(scene: Scene, part: number): number | null {
  const { reading, mentions } = scene
  const { words, block, parts } = reading
  const dash = firstTokenFrom(words, parts[part]!.outer.to)
  if (dash >= words.count || !DASHES.has(words.hash[dash]!)) return null
  const own = block[dash] === parts[part]!.block
  if (!own && !(block[dash] === parts[part]!.block + 1 && block[dash - 1] !== block[dash]))
    return null
  const m = firstWhere(mentions.length, (i) => mentions[i]!.first > dash)
  const mention = mentions[m]
  if (mention?.first !== dash + 1 || mention.kind === "pronoun" || mention.kind === "place")
    return null
  const isEnd = (i: number): boolean => i >= words.count || block[i] !== block[dash]
  if (!isEnd(mention.last) && words.shape[mention.last] !== SHAPE.mark) return null
  for (let i = mention.last; !isEnd(i); i++)
    if (i - dash > LONGEST || reading.part[i] !== -1) return null
  return m
}
