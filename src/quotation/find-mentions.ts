import { hashWords } from "../text/words.ts"
import { type Casing, casingOf } from "./casing.ts"
import { speakingNoun } from "./german.ts"
import { has, IS } from "./lexicon.ts"
import { type Mention, makeMention } from "./mention.ts"
import { startsName } from "./name-run.ts"
import { nameAt } from "./name-words.ts"
import type { Reading } from "./reading.ts"
import { roleAt } from "./role-words.ts"
import { placeTowns } from "./towns.ts"

/** Said of a name right before them: "Finch himself called it late". */
const REFLEXIVE = hashWords("himself herself themselves itself")

/** Finds names, roles and pronouns in text order; none overlaps another. */
export function findMentions(reading: Reading): Mention[] {
  const mentions: Mention[] = []
  const casing = casingOf(reading)
  let i = 0
  while (i < reading.words.count) {
    const mention = reading.block[i] === -1 ? null : mentionAt(reading, i, casing)
    if (mention) mentions.push(mention)
    i = mention ? mention.last : i + 1
  }
  return placeTowns(reading, mentions)
}

const NONE: readonly number[] = []

function mentionAt(reading: Reading, i: number, casing: Casing): Mention | null {
  if (has(reading, i, IS.he | IS.she | IS.they)) {
    if (REFLEXIVE.has(reading.words.hash[i]!)) return null
    return makeMention(reading, "pronoun", i, i + 1, [i], NONE)
  }
  if (startsName(reading, i, casing)) return nameAt(reading, i, casing)
  return roleAt(reading, i) ?? germanSpeakerAt(reading, i)
}

function germanSpeakerAt(reading: Reading, first: number): Mention | null {
  const noun = reading.article.language === "de" ? speakingNoun(reading, first) : -1
  return noun === -1 ? null : makeMention(reading, "role", first, noun + 1, [noun], [])
}
