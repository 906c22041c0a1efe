import { hashWord } from "../text/words.ts"
import type { Casing } from "./casing.ts"
import { followsArticle } from "./german.ts"
import { has, IS } from "./lexicon.ts"
import { type Mention, type MentionKind, makeMention } from "./mention.ts"
import { afterHouse, afterOfficeOf, afterShout, leadingTitles } from "./name-head.ts"
import { endOfRun } from "./name-run.ts"
import { afterParty } from "./party.ts"
import type { Reading } from "./reading.ts"
import { roleAt } from "./role-words.ts"

const THE = hashWord("the")
const COMMA = hashWord(",")

/** The mention that a name at `start` makes, with its titles; null where the words are no name. */
export function nameAt(reading: Reading, start: number, casing: Casing): Mention | null {
  let last = endOfRun(reading, start, casing)
  const office = afterOfficeOf(reading, last - 1)
  if (office !== -1) last = endOfRun(reading, office, casing)
  const first = office === -1 ? afterShout(reading, start, last) : start
  const titles = leadingTitles(
    reading,
    Math.max(first, office, afterHouse(reading, first, last)),
    last,
  )
  const core = range(titles, last)
  const attributes = attributesBefore(reading, first)
  for (let i = first; i < titles; i++) attributes.push(i)
  if (core.length === 0) return roleOfName(reading, first, last, attributes)
  const kind = isTheName(reading, first, core)
    ? "organisation"
    : nameKind(reading, core, titles > first)
  if (kind === null || isCommonNoun(reading, kind, first, core, casing))
    return roleAt(reading, first)
  if (kind === "person" || kind === "name")
    for (const i of attributesAfter(reading, last)) attributes.push(i)
  return makeMention(reading, kind, first, afterParty(reading, last), core, attributes)
}

/** "The Harbour Lamp", "the Rialto": what bears an article and no first name is a house, a paper, a ship. */
function isTheName(reading: Reading, first: number, core: readonly number[]): boolean {
  if (reading.words.hash[first - 1] !== THE || first === 0) return false
  if (reading.sentence[first - 1] !== reading.sentence[first] || core[0] !== first) return false
  const others = IS.male | IS.female | IS.nationality | IS.title | IS.role | IS.place
  return !core.some((i) => has(reading, i, others))
}

/** In German every noun is capitalised: a lone one is a name only beside a speech verb or after a name's title. */
function isCommonNoun(
  reading: Reading,
  kind: MentionKind,
  first: number,
  core: readonly number[],
  { surnames }: Casing,
): boolean {
  if (reading.article.language !== "de" || (kind !== "name" && kind !== "person")) return false
  const i = core[0]!
  if (first < i || core.some((k) => has(reading, k, IS.male | IS.female))) return false
  if (core.length === 1 && surnames.has(reading.words.hash[i]!)) return false
  if (followsArticle(reading, i)) return true
  if (core.length > 1) return false
  return !has(reading, i - 1, IS.cue) && !has(reading, i + 1, IS.cue)
}

/** "President", "the Russian President": an office standing for its holder. */
function roleOfName(
  reading: Reading,
  first: number,
  last: number,
  attributes: readonly number[],
): Mention {
  const start = first > 0 && has(reading, first - 1, IS.determiner) ? first - 1 : first
  return makeMention(reading, "role", start, last, [last - 1], attributes.slice(0, -1))
}

/** What kind of name; null for a lone adjective ("Russian"). */
function nameKind(reading: Reading, core: readonly number[], titled: boolean): MentionKind | null {
  const first = core[0]!
  const last = core.at(-1)!
  let some = 0
  let all = ~0
  for (const i of core) {
    some |= reading.bits[i]!
    all &= reading.bits[i]!
  }
  const isGiven = has(reading, first, IS.male | IS.female)
  const isBody = (some & IS.organisation) !== 0
  if (titled && !isBody) return "person"
  if (has(reading, last, IS.organisation) && !has(reading, last, IS.male | IS.female))
    return "organisation"
  if (isGiven && core.length > 1 && !has(reading, last, IS.place)) return "person"
  if (isBody) return "organisation"
  if ((all & IS.nationality) !== 0) return null
  if (has(reading, last, IS.place) && !isGiven) return "place"
  return core.length > 1 && core.length < 5 ? "person" : "name"
}

/** How far before a name its nationality and office are looked for. */
const MAX_ATTRIBUTE_REACH = 5

/** Nationality and office before a name, also in lower case: "former campaign manager Jane Roe". */
function attributesBefore(reading: Reading, first: number): number[] {
  const found: number[] = []
  for (let i = first - 1; i >= 0 && i >= first - MAX_ATTRIBUTE_REACH; i--) {
    if (reading.sentence[i] !== reading.sentence[first] || has(reading, i, IS.determiner)) break
    if (has(reading, i, IS.title | IS.role | IS.nationality)) found.unshift(i)
    else if (reading.words.hash[i] === COMMA || has(reading, i, IS.cue | IS.auxiliary)) break
  }
  return found
}

/** The role in an apposition: "Jane Roe, a retired nurse,". */
function attributesAfter(reading: Reading, last: number): readonly number[] {
  if (reading.words.hash[last] !== COMMA) return NONE
  const role = roleAt(reading, last + 1)
  // "…, the report said": another's, and no apposition.
  if (!role || has(reading, role.last, IS.cue | IS.auxiliary)) return NONE
  return [...role.attributes, ...role.core]
}

const NONE: readonly number[] = []

function range(from: number, to: number): number[] {
  // Nearly all are this short, and a list that grows is given room for many more.
  if (to === from + 1) return [from]
  if (to === from + 2) return [from, from + 1]
  const numbers: number[] = []
  for (let i = from; i < to; i++) numbers.push(i)
  return numbers
}
