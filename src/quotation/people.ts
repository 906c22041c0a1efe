import { addTo } from "../text/group-by.ts"
import { hashWord, hashWords, SHAPE } from "../text/words.ts"
import { has, IS } from "./lexicon.ts"
import type { Mention } from "./mention.ts"
import { fullTitles, partyOf } from "./party.ts"
import type { Reading } from "./reading.ts"

export type Gender = "male" | "female"

/** Somebody or something an article names, with all that it says of them. */
export interface Person {
  /** As fully as the article names them. */
  readonly name: string
  readonly kind: Mention["kind"]
  readonly gender: Gender | null
  /** Compared forms of the titles, roles and nationalities said of them. */
  readonly attributes: ReadonlySet<number>
  /** Indices of the mentions by name, in text order. */
  readonly mentions: readonly number[]
}

/** The people of an article, and which of them each mention by name means (-1: none). */
export interface People {
  readonly all: readonly Person[]
  readonly of: Int32Array
}

interface Draft {
  name: string
  words: number
  kind: Mention["kind"]
  males: number
  females: number
  fulls: number
  /** How many of the full names come as somebody's relative: "his wife, Ada Finch". */
  kin: number
  /** The first mention by full name. */
  first: number
  /** Whether the name begins with a known first name. */
  readonly isGiven: boolean
  /** Null while nothing is said of them, as of most. */
  attributes: Set<number> | null
  /** Null until the first is noted: most have no other, and an empty list that grows takes room for many. */
  mentions: number[] | null
}

const COMMA = hashWord(",")
const MALE_TITLES = hashWords(
  "mr sir lord king prince congressman chairman spokesman businessman father brother bishop archbishop pope",
)
const FEMALE_TITLES = hashWords(
  "mrs ms miss lady dame queen princess congresswoman chairwoman spokeswoman businesswoman actress sister",
)

const KIN = hashWords(
  "wife husband widow widower spouse son daughter grandson granddaughter father mother grandfather grandmother " +
    "brother sister uncle aunt nephew niece cousin fiancé fiancée son-in-law daughter-in-law lady",
)
/** Words before a name in which a kinship is looked for: "the grandson of the harbour's first pilot, Odo Finch". */
const KIN_REACH = 12

/** People as they are gathered: who bears which name, and which of them each mention means so far. */
interface Gathering {
  readonly reading: Reading
  readonly mentions: readonly Mention[]
  readonly drafts: Draft[]
  readonly of: Int32Array
  readonly byFull: Map<string, number>
  readonly byPart: Map<number, number[]>
}

/**
 * Gathers the people of an article: a full name begins a chain, and a surname or first name alone joins the chain
 * that bears it, of several the one most often named in full. A relative who is only named in full after others have
 * borne the surname alone does not take it from them: the First Lady is not the Trump of the headline.
 */
export function gatherPeople(reading: Reading, mentions: readonly Mention[]): People {
  const gathering: Gathering = {
    reading,
    mentions,
    drafts: [],
    of: new Int32Array(mentions.length).fill(-1),
    byFull: new Map(),
    byPart: new Map(),
  }
  gatherFullNames(gathering)
  gatherFirstNames(gathering)
  gatherShortNames(gathering)
  const { of, drafts } = gathering
  for (let m = 0; m < of.length; m++)
    if (of[m] !== -1) note(reading, drafts[of[m]!]!, mentions[m]!, m)
  const all: Person[] = []
  for (const draft of drafts) all.push(finishPerson(draft))
  return { all, of }
}

function gatherFullNames(gathering: Gathering): void {
  const { reading, mentions, drafts, of, byFull, byPart } = gathering
  for (const m of fullNamesAmong(reading, mentions)) {
    const mention = mentions[m]!
    const key = fullKey(reading, mention)
    let id = byFull.get(key)
    if (id === undefined) {
      id = open(gathering, mention)
      byFull.set(key, id)
      for (const part of nameParts(reading, mention)) addTo(byPart, part, id)
    }
    const draft = drafts[id]!
    draft.fulls++
    if (isKin(reading, mention) || isJunior(reading, mention)) draft.kin++
    if (draft.first === -1) draft.first = m
    of[m] = id
  }
}

/**
 * The mentions by full name. "Finch Country" in a line of capitals is none: it begins with no first name and ends in a
 * word that the article prints small, and "Finch" is not short for it.
 */
function fullNamesAmong(reading: Reading, mentions: readonly Mention[]): readonly number[] {
  const lastWord = ({ core }: Mention): number => reading.words.hash[core.at(-1)!]!
  const full: number[] = []
  const doubtful = new Set<number>()
  for (let m = 0; m < mentions.length; m++) {
    if (!isFullName(reading, mentions[m]!)) continue
    full.push(m)
    if (isDoubtful(reading, mentions[m]!)) doubtful.add(lastWord(mentions[m]!))
  }
  if (doubtful.size === 0) return full
  const small = printedSmall(reading, doubtful)
  if (small.size === 0) return full
  return full.filter(
    (m) => !isDoubtful(reading, mentions[m]!) || !small.has(lastWord(mentions[m]!)),
  )
}

function isDoubtful(reading: Reading, { first, core }: Mention): boolean {
  return first === core[0] && !has(reading, first, IS.male | IS.female)
}

/** Which of some words the article prints small. */
function printedSmall({ words }: Reading, among: ReadonlySet<number>): ReadonlySet<number> {
  const { text, from, hash, shape, count } = words
  const small = new Set<number>()
  // Accounts and addresses have names small too: "@adafinch".
  for (let i = 0; i < count; i++)
    if (shape[i] === SHAPE.lower && among.has(hash[i]!) && text[from[i]! - 1] === " ")
      small.add(hash[i]!)
  return small
}

/** First names that have their surname from a relative. */
function gatherFirstNames(gathering: Gathering): void {
  const { reading, mentions, drafts, of, byPart } = gathering
  for (const [m, kin] of kinOf(reading, mentions)) {
    const id = open(gathering, mentions[m]!)
    const surname = mentions[kin]!.core.at(-1)!
    drafts[id]!.name = `${drafts[id]!.name} ${wordAt(reading, surname)}`
    drafts[id]!.fulls = drafts[of[kin]!]!.fulls + 1
    for (const part of [...nameParts(reading, mentions[m]!), reading.words.hash[surname]!])
      addTo(byPart, part, id)
    of[m] = id
  }
}

function gatherShortNames(gathering: Gathering): void {
  const { reading, mentions, of, byFull } = gathering
  const firstShort = new Map<number, number>()
  for (let m = 0; m < mentions.length; m++) {
    const mention = mentions[m]!
    if (of[m] !== -1 || !isNameKind(mention)) continue
    const short = reading.words.hash[mention.core.at(-1)!]!
    if (!firstShort.has(short)) firstShort.set(short, m)
    let id = bearer(gathering, mention, firstShort.get(short)!)
    if (id === undefined) {
      const key = fullKey(reading, mention)
      id = byFull.get(key) ?? open(gathering, mention)
      byFull.set(key, id)
    }
    of[m] = id
  }
}

/** Begins a chain with a mention. */
function open({ reading, drafts }: Gathering, mention: Mention): number {
  drafts.push(newDraft(reading, mention))
  return drafts.length - 1
}

/** "Jr." and the like: a son who bears the whole name of another. */
function isJunior(reading: Reading, { core }: Mention): boolean {
  return (reading.bits[core.at(-1)!]! & IS.suffix) !== 0
}

/** Whether the name is said as that of somebody's relative. */
function isKin({ words, sentence }: Reading, { core }: Mention): boolean {
  const name = core[0]!
  for (let i = name - 1; i >= 0 && i >= name - KIN_REACH && sentence[i] === sentence[name]; i--)
    if (KIN.has(words.hash[i]!)) return true
  return false
}

/**
 * "Vladimir, the grandson of a cook, Spiridon Putin": a first name whose surname is only said with a relative's. Pairs
 * of mentions, the first name and the relative.
 */
function kinOf(reading: Reading, mentions: readonly Mention[]): [number, number][] {
  const pairs: [number, number][] = []
  for (let m = 0; m < mentions.length; m++) {
    const first = mentions[m]!
    const bits = reading.bits[first.first]!
    if (first.core.length !== 1 || first.kind === "person" || !(bits & (IS.male | IS.female)))
      continue
    if (reading.words.hash[first.last] !== COMMA) continue
    const kin = relativeAfter(reading, mentions, m)
    if (kin !== null) pairs.push([m, kin])
  }
  return pairs
}

/** How many mentions after a first name the relative's name is looked for. */
const RELATIVE_REACH = 6

function relativeAfter(reading: Reading, mentions: readonly Mention[], m: number): number | null {
  const { sentence, words } = reading
  const from = mentions[m]!.last
  for (let k = m + 1; k < mentions.length && k <= m + RELATIVE_REACH; k++) {
    const other = mentions[k]!
    if (sentence[other.first] !== sentence[from]) return null
    if (!isFullName(reading, other)) continue
    for (let i = from; i < other.first; i++) if (KIN.has(words.hash[i]!)) return k
    return null
  }
  return null
}

function wordAt(reading: Reading, i: number): string {
  const { text, from, to } = reading.words
  return text.slice(from[i]!, to[i]!)
}

function isNameKind(mention: Mention): boolean {
  return mention.kind !== "role" && mention.kind !== "pronoun"
}

function isFullName(reading: Reading, mention: Mention): boolean {
  return mention.kind === "person" && nameTokens(reading, mention.core).length > 1
}

/** The tokens of the name without "Jr." and the like. */
function nameTokens(reading: Reading, core: readonly number[]): readonly number[] {
  return suffixOf(reading, core) === -1 ? core : core.filter((i) => !isSuffix(reading, i))
}

/** The first such token, -1 where there is none. */
function suffixOf(reading: Reading, core: readonly number[]): number {
  for (const i of core) if (isSuffix(reading, i)) return i
  return -1
}

function isSuffix({ bits }: Reading, i: number): boolean {
  return (bits[i]! & IS.suffix) !== 0
}

/**
 * First and last word and the suffix: "Hillary Rodham Clinton" and "Hillary Clinton" are one, father and son two. What is
 * no person's name has all its words, and is nobody's key.
 */
function fullKey(reading: Reading, { kind, core }: Mention): string {
  const { hash } = reading.words
  if (kind !== "person") {
    let words = "the"
    for (const i of core) words += ` ${hash[i]!}`
    return words
  }
  const suffix = suffixOf(reading, core)
  const names = nameTokens(reading, core)
  if (names.length === 0) return `  ${hash[suffix]!}`
  return `${hash[names[0]!]!} ${hash[names.at(-1)!]!} ${suffix === -1 ? "" : hash[suffix]!}`
}

/** What the name may be cut to: the surname (also of more words, by its last) and the first name. */
function nameParts(reading: Reading, mention: Mention): number[] {
  const tokens = nameTokens(reading, mention.core)
  const { hash } = reading.words
  const first = hash[tokens[0]!]!
  const last = hash[tokens.at(-1)!]!
  return first === last ? [last] : [last, first]
}

/** How many bearers of one surname or first name are compared: a list of members has more, and means none of them. */
const MAX_BEARERS = 100

/**
 * Whom a short name means: of those who bear it and fit the title, the one most often named in full. `firstShort` is
 * the first mention by it.
 */
function bearer(
  { reading, drafts, byPart }: Gathering,
  mention: Mention,
  firstShort: number,
): number | undefined {
  const tokens = nameTokens(reading, mention.core)
  if (tokens.length !== 1 || mention.kind === "organisation") return undefined
  const bearers = byPart.get(reading.words.hash[tokens[0]!]!)
  if (bearers === undefined) return undefined
  const males = countTitles(reading, mention, MALE_TITLES)
  const females = countTitles(reading, mention, FEMALE_TITLES)
  let best: number | undefined
  let fitting: number | undefined
  for (let k = 0; k < bearers.length && k < MAX_BEARERS; k++) {
    const id = bearers[k]!
    const draft = drafts[id]!
    if (draft.kin === draft.fulls && firstShort < draft.first) continue
    const leaning = genderOfName(draft)
    if (best === undefined || isLikelier(draft, drafts[best]!)) best = id
    if ((males > 0 && leaning === "female") || (females > 0 && leaning === "male")) continue
    if (fitting === undefined || isLikelier(draft, drafts[fitting]!)) fitting = id
  }
  return fitting ?? best
}

/** A name that begins with a first name before one that may be a thing's, then the one most often named in full. */
function isLikelier(one: Draft, other: Draft): boolean {
  if (one.isGiven !== other.isGiven) return one.isGiven
  return one.fulls > other.fulls
}

function genderOfName(draft: Draft): Gender | null {
  if (draft.males === draft.females) return null
  return draft.males > draft.females ? "male" : "female"
}

function newDraft(reading: Reading, mention: Mention): Draft {
  const first = reading.bits[mention.core[0]!]!
  const named = mention.core.length > 1 && mention.kind === "person"
  return {
    name: nameOf(reading, mention),
    words: mention.core.length,
    kind: mention.kind,
    // A first name is worth two titles: "chairman" is said of women too.
    males: named && first & IS.male && !(first & IS.female) ? 2 : 0,
    females: named && first & IS.female && !(first & IS.male) ? 2 : 0,
    fulls: 0,
    kin: 0,
    first: -1,
    isGiven: (first & (IS.male | IS.female)) !== 0,
    attributes: null,
    mentions: null,
  }
}

/** A name as it is printed, on one line. */
function nameOf({ words }: Reading, { core }: Mention): string {
  const name = words.text.slice(words.from[core[0]!], words.to[core.at(-1)!])
  return /\s{2}|[^\S ]/.test(name) ? name.replace(/\s+/g, " ") : name
}

function countTitles(
  { words }: Reading,
  { attributes }: Mention,
  titles: ReadonlySet<number>,
): number {
  let count = 0
  for (const i of attributes) if (titles.has(words.hash[i]!)) count++
  return count
}

function note(reading: Reading, draft: Draft, mention: Mention, index: number): void {
  if (draft.mentions === null) draft.mentions = [index]
  else draft.mentions.push(index)
  for (const i of mention.attributes) {
    const title = reading.words.hash[i]!
    addAttribute(draft, title)
    for (const full of fullTitles(title)) addAttribute(draft, full)
  }
  for (const quality of partyOf(reading, mention.core.at(-1)! + 1)) addAttribute(draft, quality)
  draft.males += countTitles(reading, mention, MALE_TITLES)
  draft.females += countTitles(reading, mention, FEMALE_TITLES)
  if (mention.kind === "person" && draft.kind === "name") draft.kind = "person"
  if (mention.kind === "person" && mention.core.length > draft.words) {
    draft.name = nameOf(reading, mention)
    draft.words = mention.core.length
  }
}

function addAttribute(draft: Draft, attribute: number): void {
  draft.attributes ??= new Set()
  draft.attributes.add(attribute)
}

const NOTHING_SAID: ReadonlySet<number> = new Set()

function finishPerson(draft: Draft): Person {
  return {
    name: draft.name,
    kind: draft.kind,
    gender: genderOfName(draft),
    attributes: draft.attributes ?? NOTHING_SAID,
    mentions: draft.mentions ?? [],
  }
}
