import type { Span } from "../text/span.ts"
import { hashWord, hashWords, SHAPE } from "../text/words.ts"
import { followsArticle, isAbstract, speakingNoun } from "./german.ts"
import { IS } from "./lexicon.ts"
import { afterParty, partyOf } from "./party.ts"
import type { Reading } from "./reading.ts"

export type MentionKind = "person" | "name" | "organisation" | "place" | "role" | "pronoun"

/** Words that can name a speaker: "Vladimir Putin", "the Russian leader", "he". Token indices are half open. */
export interface Mention extends Span {
  readonly kind: MentionKind
  readonly first: number
  readonly last: number
  /** The tokens of the name itself, without titles; for a role its noun. */
  readonly core: readonly number[]
  /** Titles, nationalities and roles said with it, as token indices. */
  readonly attributes: readonly number[]
}

const isCapital = (reading: Reading, i: number): boolean => {
  const shape = reading.words.shape[i]
  return shape === SHAPE.capital || shape === SHAPE.upper || hasArticle(reading, i)
}

/** "el-Quasi": a name that begins with a small article. */
function hasArticle({ words }: Reading, i: number): boolean {
  const { text, from, to, shape } = words
  const at = from[i]!
  if (shape[i] !== SHAPE.lower || to[i]! - at < MIN_ARTICLED) return false
  if (text.charCodeAt(at + 2) !== HYPHEN) return false
  return ARTICLED.test(text.slice(at, to[i]!))
}

const HYPHEN = 0x2d
/** Characters of the shortest such name, so that small words are told apart at once. */
const MIN_ARTICLED = 5
const ARTICLED = /^(?:al|el|ul|ur|as|ad|an|ar|at|az|ed)-\p{Lu}/u

const has = (reading: Reading, i: number, bit: number): boolean => (reading.bits[i]! & bit) !== 0

const OF = hashWord("of")
const FOR = hashWord("for")
const THE = hashWord("the")
const COMMA = hashWord(",")
const TOWNS = new Set(
  "town city village port county state country region island suburb district"
    .split(" ")
    .map(hashWord),
)
const LOCATIVES = hashWords("in near")

/** Said of a name right before them: "Finch himself called it late". */
const REFLEXIVE = hashWords("himself herself themselves itself")

/** Longest stretch between a determiner and the noun of a role: "the former New York real estate mogul". */
const MAX_ROLE_WORDS = 7
/** How far before a name its nationality and office are looked for. */
const MAX_ATTRIBUTE_REACH = 5

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
  const towns = townsAmong(reading, mentions)
  if (towns.size === 0) return mentions
  for (let m = 0; m < mentions.length; m++) {
    const { kind, first, last, core, attributes } = mentions[m]!
    if (kind === "name" && core.length === 1 && towns.has(reading.words.hash[core[0]!]!))
      mentions[m] = makeMention(reading, "place", first, last, core, attributes)
  }
  return mentions
}

/** "Kelderwick, a small town": an apposition says what it is. */
function isToldAsTown({ words }: Reading, name: number): boolean {
  if (words.hash[name + 1] !== COMMA) return false
  for (let i = name + 3; i <= name + 5 && i < words.count; i++)
    if (TOWNS.has(words.hash[i]!)) return true
  return false
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

/** Every mention is made here: objects of one layout are what the compiled rules were compiled for. */
export function makeMention(
  reading: Reading,
  kind: MentionKind,
  first: number,
  last: number,
  core: readonly number[],
  attributes: readonly number[],
): Mention {
  const { from, to } = reading.words
  return { kind, first, last, core, attributes, from: from[first]!, to: to[last - 1]! }
}

/** What the case of words tells in an article. */
interface Casing {
  /** For each block 1 where every word of weight is capitalised: there capitals make no name. */
  readonly titled: Uint8Array
  /** Words that stand capitalised somewhere else than at the head of a sentence or in a title. */
  readonly proper: ReadonlySet<number>
  /** In German, where every noun is capitalised: what stands behind a first name. */
  readonly surnames: ReadonlySet<number>
}

function casingOf(reading: Reading): Casing {
  const titled = titledBlocks(reading)
  const proper = new Set<number>()
  const surnames = new Set<number>()
  if (reading.article.language === "de")
    for (let i = 1; i < reading.words.count; i++)
      if (isCapital(reading, i) && followsFirstName(reading, i))
        surnames.add(reading.words.hash[i]!)
  for (let i = 0; i < reading.words.count; i++) {
    if (!isCapital(reading, i) || headsSentence(reading, i) || isTitled(reading, titled, i))
      continue
    proper.add(reading.words.hash[i]!)
  }
  return { titled, proper, surnames }
}

function followsFirstName(reading: Reading, i: number): boolean {
  const { sentence } = reading
  if (!isCapital(reading, i - 1) || sentence[i - 1] !== sentence[i]) return false
  return (
    has(reading, i - 1, IS.male | IS.female) && !has(reading, i - 1, IS.small | IS.title | IS.place)
  )
}

function isTitled({ block }: Reading, titled: Uint8Array, i: number): boolean {
  return block[i] !== -1 && titled[block[i]!] === 1
}

/** Headings, and other lines with a capital on each word longer than a preposition ("Mayor Says Ferries Will Sail"). */
function titledBlocks(reading: Reading): Uint8Array {
  const { words, blocks, block, article } = reading
  const capitals = new Uint16Array(blocks.length)
  const small = new Uint8Array(blocks.length)
  for (let i = 0; i < words.count; i++) {
    if (block[i] === -1) continue
    if (isCapital(reading, i)) capitals[block[i]!]!++
    else if (words.shape[i] === SHAPE.lower && words.to[i]! - words.from[i]! > LONGEST_SMALL)
      small[block[i]!] = 1
  }
  const isLine = (_: unknown, i: number): boolean =>
    article.language !== "de" && small[i] === 0 && capitals[i]! >= LEAST_TITLED
  return Uint8Array.from(blocks, (one, i) => Number(one.kind === "heading" || isLine(one, i)))
}

/** Letters of the longest words that titles print without a capital: "with", "from". */
const LONGEST_SMALL = 4
/** Capitals from which a line is a title: a shorter one may be a name. */
const LEAST_TITLED = 6

/** Whether a token is the first word of its sentence or of words in marks. */
function headsSentence(reading: Reading, i: number): boolean {
  for (let j = i - 1; j >= 0; j--) {
    if (reading.sentence[j] !== reading.sentence[i]) return true
    // “…,” Finch said: the sentence goes on.
    if (reading.part[j] !== reading.part[i])
      return reading.part[i] !== -1 || reading.words.hash[j] !== COMMA
    if (reading.words.shape[j] !== SHAPE.mark) return false
    if (j < i - 2) return false
  }
  return true
}

function startsName(reading: Reading, i: number, casing: Casing): boolean {
  const { titled, proper } = casing
  if (!isCapital(reading, i) || isDay(reading, i)) return false
  if (isPageWord(reading, i) || isGermanThing(reading, i)) return false
  if (i > 0 && partyOf(reading, i - 1).length > 0) return false
  const hash = reading.words.hash[i]!
  if (isNew(reading, i)) return true
  if (isTitled(reading, titled, i)) return proper.has(hash) && !has(reading, i, IS.small)
  if (has(reading, i, IS.small)) return false
  if (!headsSentence(reading, i)) return true
  if (has(reading, i, IS.determiner | IS.cue) && !proper.has(hash)) return false
  return proper.has(hash) || isNameLike(reading, i) || continuesName(reading, i, i + 1, casing)
}

function isNameLike(reading: Reading, i: number): boolean {
  return has(
    reading,
    i,
    IS.male | IS.female | IS.title | IS.organisation | IS.place | IS.nationality | IS.role,
  )
}

/** Whether the token at `i` goes on with the name that began at `first`. */
function continuesName(
  reading: Reading,
  first: number,
  i: number,
  { titled, proper }: Casing,
): boolean {
  const { words, sentence, part } = reading
  if (i >= words.count || sentence[i] !== sentence[first] || part[i] !== part[first]) return false
  if (isTitled(reading, titled, i) && !proper.has(words.hash[i]!)) return false
  if (isCapital(reading, i)) return !endsName(reading, first, i)
  if (has(reading, i, IS.particle))
    return isCapital(reading, i - 1) && nextIsCapital(reading, i) && isNobiliary(reading, i)
  if (words.hash[i] !== OF || !has(reading, i - 1, IS.organisation)) return false
  return nextIsCapital(reading, i)
}

/** Words that a page puts beside its pictures and links, and capitals run into the name beside them. */
const PAGE_WORDS = new Set(
  "hide caption captions photo photos video videos replay playback advertisement watched"
    .split(" ")
    .map(hashWord),
)
/** The same, only in capitals. */
const PAGE_CALLS = hashWords("more read watch just related see update breaking exclusive live vs")

function isPageWord({ words }: Reading, i: number): boolean {
  const hash = words.hash[i]!
  return PAGE_WORDS.has(hash) || (words.shape[i] === SHAPE.upper && PAGE_CALLS.has(hash))
}

function isGermanThing(reading: Reading, i: number): boolean {
  if (reading.article.language !== "de" || has(reading, i, IS.organisation | IS.role)) return false
  return isAbstract(reading.words, i) || reading.words.shape[i - 1] === SHAPE.number
}

/** "Ursula von der Weide", not "der Besuch von Ada Fink": in German "von" is nobiliary behind a first name only. */
function isNobiliary(reading: Reading, i: number): boolean {
  return (
    reading.article.language !== "de" ||
    has(reading, i - 1, IS.male | IS.female | IS.particle | IS.title)
  )
}

const NEW = hashWord("new")

/** "New York": no adjective. */
function isNew(reading: Reading, i: number): boolean {
  const next = i + 1
  return reading.words.hash[i] === NEW && nextIsCapital(reading, i) && has(reading, next, IS.place)
}

/** A month or a weekday, and not "April Quill". */
function isDay(reading: Reading, i: number): boolean {
  if (!has(reading, i, IS.calendar)) return false
  const isGiven = has(reading, i, IS.male | IS.female) && nextIsCapital(reading, i)
  return !isGiven || has(reading, i + 1, IS.calendar)
}

const WEEKDAYS = hashWords("monday tuesday wednesday thursday friday saturday sunday")
/** Words that no name goes on with, capital or not: behind them another sentence has begun. */
const NEVER_IN_NAMES = new Set(
  "the would could should was were has had did does what when where why how who"
    .split(" ")
    .map(hashWord),
)

const A = hashWord("a")

/** "Ada Finch A storm …": no initial, which has a dot or another name behind it. */
function isArticle(reading: Reading, i: number): boolean {
  const { hash, from, to } = reading.words
  return hash[i] === A && to[i]! - from[i]! === 1 && !nextIsCapital(reading, i)
}

/** Whether a capital at `i` no longer belongs to the name that began at `first`. */
function endsName(reading: Reading, first: number, i: number): boolean {
  const { hash } = reading.words
  const word = hash[i]!
  if (has(reading, i, IS.calendar)) return i > first + 1 || WEEKDAYS.has(word)
  if (isGermanThing(reading, i)) return true
  if (NEVER_IN_NAMES.has(word) || isPageWord(reading, i) || isArticle(reading, i)) return true
  // A page that runs its captions together: "Ada Finch Ada Finch opens the pier". A name may be doubled only at its head.
  for (let k = first; k < i; k++) if (hash[k] === word && (k > first || i > first + 1)) return true
  return false
}

function nextIsCapital(reading: Reading, i: number): boolean {
  return i + 1 < reading.words.count && isCapital(reading, i + 1)
}

function nameAt(reading: Reading, start: number, casing: Casing): Mention | null {
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
  const attributes = [...attributesBefore(reading, first), ...range(first, titles)]
  if (core.length === 0) return roleOfName(reading, first, last, attributes)
  const kind = isTheName(reading, first, core)
    ? "organisation"
    : nameKind(reading, core, titles > first)
  if (kind === null || isCommonNoun(reading, kind, first, core, casing))
    return roleAt(reading, first)
  return makeMention(reading, kind, first, afterParty(reading, last), core, [
    ...attributes,
    ...(kind === "person" || kind === "name" ? attributesAfter(reading, last) : []),
  ])
}

function endOfRun(reading: Reading, first: number, casing: Casing): number {
  let last = first + 1
  while (continuesName(reading, first, last, casing)) last++
  return last
}

/** What a secretary or a speaker can be of in one word: behind it the name begins. */
const HOUSES = new Set(
  "state defense defence war treasury labor labour energy commerce education transportation agriculture interior health house senate staff"
    .split(" ")
    .map(hashWord),
)
const LINKS = hashWords("of the and for")
/** Longest such house, in tokens: "of Housing and Urban Development". */
const MAX_HOUSE = 8

/** The index where the name behind an office begins, -1 where none does: "Secretary of State | Ada Finch". */
function afterOfficeOf(reading: Reading, first: number): number {
  const { words, sentence, part } = reading
  if (!has(reading, first, IS.title) || words.hash[first + 1] !== OF) return -1
  let house = 0
  for (let i = first + 2; i < words.count && i < first + 2 + MAX_HOUSE; i++) {
    if (sentence[i] !== sentence[first] || part[i] !== part[first]) return -1
    if (LINKS.has(words.hash[i]!)) continue
    if (!isCapital(reading, i)) return -1
    if (house > 0 && has(reading, i, IS.male | IS.female | IS.title)) return i
    if (house === 1 && HOUSES.has(words.hash[i - 1]!)) return i
    if (house > 0 && has(reading, i - 1, IS.place) && !has(reading, i, IS.place)) return i
    house++
  }
  return -1
}

/** "then-Secretary of | State | Ada Finch", where the office has no capital: the index after its house. */
function afterHouse({ words, bits }: Reading, first: number, last: number): number {
  const isHouse = HOUSES.has(words.hash[first]!) && words.hash[first - 1] === OF
  return isHouse && last > first + 1 && (bits[first - 2]! & IS.title) !== 0 ? first + 1 : first
}

/** The index after words in capitals before a first name: "SAN DIEGO Donald Trump" has a place, "WATCH …" a call before it. */
function afterShout(reading: Reading, first: number, last: number): number {
  const { words, bits } = reading
  const isShout = (i: number): boolean =>
    words.shape[i] === SHAPE.upper && (bits[i]! & (IS.title | IS.role)) === 0
  let after = first
  while (isShout(after)) after++
  if (after === first || words.to[after - 1]! - words.from[first]! <= ACRONYM) return first
  for (let i = after; i < last; i++)
    if (has(reading, i, IS.male | IS.female) && words.shape[i] === SHAPE.capital) return after
  return first
}

/** Letters of an acronym that says of which house somebody is, or of initials: "CBS", "JD". */
const ACRONYM = 3

/** "The Harbour Lamp", "the Rialto": what bears an article and no first name is a house, a paper, a ship. */
function isTheName(reading: Reading, first: number, core: readonly number[]): boolean {
  if (reading.words.hash[first - 1] !== THE || first === 0) return false
  if (reading.sentence[first - 1] !== reading.sentence[first]) return false
  const isOther = (i: number): boolean =>
    has(reading, i, IS.male | IS.female | IS.nationality | IS.title | IS.role | IS.place)
  return core[0] === first && !core.some(isOther)
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

function range(from: number, to: number): number[] {
  const numbers: number[] = []
  for (let i = from; i < to; i++) numbers.push(i)
  return numbers
}

/** The index after the titles that stand before a name: "Russian President | Vladimir Putin". */
function leadingTitles(reading: Reading, first: number, last: number): number {
  if (isBody(reading, first, last)) return first
  let after = first
  for (let i = first; i < last; i++) {
    if (has(reading, i, IS.male | IS.female) && !has(reading, i, IS.title)) break
    if (has(reading, i, IS.title)) after = i + 1
  }
  // "Communist Vladimir Putin": what somebody is, before a first name.
  const isQuality = (i: number): boolean =>
    has(reading, i, IS.nationality) && i + 2 < last && has(reading, i + 1, IS.male | IS.female)
  while (isQuality(after)) after++
  return afterOffice(reading, after, last)
}

const BODIES = new Set(
  "department ministry agency bureau office committee commission council court"
    .split(" ")
    .map(hashWord),
)

/** "Justice Department": words that are titles elsewhere, in the name of a body. */
function isBody({ words }: Reading, first: number, last: number): boolean {
  return last - first > 1 && BODIES.has(words.hash[last - 1]!)
}

/** "EPA Administrator | Ada Finch": an office that no list has, by the house before it and the first name behind it. */
function afterOffice(reading: Reading, first: number, last: number): number {
  const isGiven = (i: number): boolean => has(reading, i, IS.male | IS.female)
  const saysHouse = (i: number): boolean =>
    reading.words.shape[i] === SHAPE.upper ||
    has(reading, i, IS.organisation | IS.place | IS.nationality | IS.role | IS.title)
  if (isGiven(first) || saysHouse(last - 1)) return first
  let given = last - 2
  const isFirstName = (i: number): boolean => isGiven(i) && !saysHouse(i)
  while (given > first && !isFirstName(given)) given--
  while (given - 1 > first && isFirstName(given - 1)) given--
  for (let i = first; i < given; i++) if (saysHouse(i)) return given
  return first
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
  const all = (bit: number): boolean => core.every((i) => has(reading, i, bit))
  const some = (bit: number): boolean => core.some((i) => has(reading, i, bit))
  const last = core.at(-1)!
  if (titled && !some(IS.organisation)) return "person"
  if (has(reading, last, IS.organisation) && !has(reading, last, IS.male | IS.female))
    return "organisation"
  if (
    has(reading, core[0]!, IS.male | IS.female) &&
    core.length > 1 &&
    !has(reading, last, IS.place)
  )
    return "person"
  if (some(IS.organisation)) return "organisation"
  if (all(IS.nationality)) return null
  if (has(reading, last, IS.place) && !has(reading, core[0]!, IS.male | IS.female)) return "place"
  return core.length > 1 && core.length < 5 ? "person" : "name"
}

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
function attributesAfter(reading: Reading, last: number): number[] {
  if (reading.words.hash[last] !== COMMA) return []
  const role = roleAt(reading, last + 1)
  // "…, the report said": another's, and no apposition.
  if (!role || has(reading, role.last, IS.cue | IS.auxiliary)) return []
  return [...role.attributes, ...role.core]
}

/** A role with its determiner, or a bare plural: "the Russian leader", "officials". */
function roleAt(reading: Reading, first: number): Mention | null {
  const { words, sentence, part } = reading
  if (!has(reading, first, IS.determiner | IS.role) && !isModifier(reading, first)) return null
  let noun = -1
  for (let i = first; i < words.count && i <= first + MAX_ROLE_WORDS; i++) {
    if (sentence[i] !== sentence[first] || part[i] !== part[first]) break
    if (words.shape[i] === SHAPE.mark && i > first && !isPossessive(reading, i)) break
    if (has(reading, i, IS.role)) noun = i
    else if (i > first && stopsRole(reading, i)) break
    else if (i > first && noun !== -1) break
  }
  if (
    noun === -1 ||
    (noun > first && !has(reading, first, IS.determiner) && !isModifier(reading, first))
  )
    return null
  if (noun === first && !isBarePlural(reading, first)) return null
  if (isHouse(reading, first, noun)) return null
  const attributes = range(first, noun).filter((i) =>
    has(reading, i, IS.nationality | IS.title | IS.role | IS.place),
  )
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
  return (
    has(reading, i, IS.cue | IS.auxiliary | IS.he | IS.she | IS.they | IS.determiner) ||
    has(reading, i, IS.small)
  )
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
