import { hashWord, SHAPE } from "../text/words.ts"
import { isCapital } from "./casing.ts"
import { has, IS } from "./lexicon.ts"
import { type Mention, makeMention } from "./mention.ts"
import type { Reading } from "./reading.ts"

const OF = hashWord("of")
const FOR = hashWord("for")
const THE = hashWord("the")

/** Longest stretch between a determiner and the noun of a role: "the former New York real estate mogul". */
const MAX_ROLE_WORDS = 7

/** A role with its determiner, or a bare plural: "the Russian leader", "officials". */
export function roleAt(reading: Reading, first: number): Mention | null {
  const { words, sentence, part } = reading
  if (!has(reading, first, IS.determiner) && !isModifier(reading, first)) return null
  let noun = -1
  for (let i = first; i < words.count && i <= first + MAX_ROLE_WORDS; i++) {
    if (sentence[i] !== sentence[first] || part[i] !== part[first]) break
    if (words.shape[i] === SHAPE.mark && i > first && !isPossessive(reading, i)) break
    if (has(reading, i, IS.role)) noun = i
    else if (i > first && stopsRole(reading, i)) break
    else if (i > first && noun !== -1) break
  }
  if (noun === -1 || isHouse(reading, first, noun)) return null
  if (noun === first && !isBarePlural(reading, first)) return null
  const attributes: number[] = []
  for (let i = first; i < noun; i++)
    if (has(reading, i, IS.nationality | IS.title | IS.role | IS.place)) attributes.push(i)
  return makeMention(reading, "role", first, withComplement(reading, noun), [noun], attributes)
}

/** "The Washington Courier", "the White House": behind the article a name begins. */
function isHouse(reading: Reading, first: number, noun: number): boolean {
  if (reading.words.hash[first] !== THE || noun < first + 2) return false
  if (!has(reading, noun, IS.organisation)) return false
  for (let i = first + 1; i <= noun; i++) if (!isCapital(reading, i)) return false
  return true
}

function isModifier(reading: Reading, i: number): boolean {
  return has(reading, i, IS.nationality | IS.place | IS.role) || isCapital(reading, i)
}

function isPossessive(reading: Reading, i: number): boolean {
  return reading.words.to[i]! - reading.words.from[i]! === 2
}

function stopsRole(reading: Reading, i: number): boolean {
  const stops = IS.cue | IS.auxiliary | IS.he | IS.she | IS.they | IS.determiner | IS.small
  return has(reading, i, stops)
}

function isBarePlural(reading: Reading, i: number): boolean {
  const { text, to } = reading.words
  return text.charCodeAt(to[i]! - 1) === 0x73 || isCapital(reading, i) || has(reading, i, IS.title)
}

/** Takes in "for the campaign", "of Ohio" after the noun, so that the words name whom they mean. */
function withComplement(reading: Reading, noun: number): number {
  const { words } = reading
  const next = words.hash[noun + 1]
  if (next !== OF && next !== FOR) return noun + 1
  let i = noun + 2
  if (words.hash[i] === THE) i++
  const start = i
  while (i < words.count && isCapital(reading, i) && reading.sentence[i] === reading.sentence[noun])
    i++
  return i > start ? i : noun + 1
}
