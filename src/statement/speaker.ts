/** Words before or after a name that are no part of it. */
const TITLES: ReadonlySet<string> = new Set(
  (
    "mr mrs ms miss dr sir dame lord lady prof professor president vice former minister prime secretary senator sen " +
    "governor gov representative rep congressman congresswoman ambassador general gen colonel chancellor king queen " +
    "pope bishop judge justice mayor commissioner chairman chairwoman chair director chief the of jr sr ii iii iv"
  ).split(" "),
)
/** Labels that say what somebody does in a transcript, not who it is. */
const ROLES: ReadonlySet<string> = new Set(
  (
    "q a question answer moderator interviewer host anchor audience audiencemember member speaker narrator reporter " +
    "journalist voice male female unidentified unknown participant participants crowd all"
  ).split(" "),
)

/** Whether two names, as pages and records print them, name one speaker. `unknown` where one of them names nobody. */
export type SpeakerMatch = "same" | "other" | "unknown"

/**
 * Compares the name on a page with the one in a record: "Putin", "Vladimir Putin" and "President of Russia Vladimir Putin" are one, two Clintons are two.
 * What a page gives to "the audience" is not whom the record names; whom a page names may be the record's "Q".
 */
export function matchSpeakers(a: string | null, b: string | null): SpeakerMatch {
  return matchNames(readName(a), readName(b))
}

/** A speaker's name as it is compared: read once where it is compared with many. */
export interface Name {
  /** Its words without titles and roles. */
  readonly words: readonly string[]
  /** Whether it says nothing but what somebody does in a transcript. */
  readonly isRole: boolean
}

export function readName(name: string | null): Name {
  const words = wordsOf(name)
  return {
    words: words.filter((word) => !TITLES.has(word) && !ROLES.has(word)),
    isRole: words.length > 0 && words.every((word) => ROLES.has(word)),
  }
}

/** `matchSpeakers` of names that are read already. */
export function matchNames(a: Name, b: Name): SpeakerMatch {
  if (a.isRole && b.words.length > 0) return "other"
  const [short, long] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words]
  if (short.length === 0) return "unknown"
  if (short.at(-1) !== long.at(-1)) return "other"
  if (short.length === 1) return "same"
  return short.some((word) => agreesWithGiven(word, long)) ? "same" : "other"
}

/** Whether a given name, or its initial, stands among the words before the family name. */
function agreesWithGiven(word: string, name: readonly string[]): boolean {
  return name.slice(0, -1).some((given) => given[0] === word[0])
}

/** The last word of a name, as it is compared; null where the label is no name. */
export function maybeFamilyName(name: string | null): string | null {
  return readName(name).words.at(-1) ?? null
}

function wordsOf(name: string | null): string[] {
  return (name ?? "")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "")
}

/** The best that any of several names says: `unknown` where there is none. */
export function matchAny(name: string | null, others: readonly string[]): SpeakerMatch {
  if (name === null) return "unknown"
  const own = readName(name)
  const matches = others.map((other) => matchNames(own, readName(other)))
  if (matches.includes("same")) return "same"
  return matches.length === 0 || matches.includes("unknown") ? "unknown" : "other"
}
