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
  if (isRole(a) && nameWords(b).length > 0) return "other"
  const [short, long] = [nameWords(a), nameWords(b)].sort((x, y) => x.length - y.length)
  if (!short || !long || short.length === 0 || long.length === 0) return "unknown"
  if (short.at(-1) !== long.at(-1)) return "other"
  if (short.length === 1) return "same"
  return short.some((word) => agreesWithGiven(word, long)) ? "same" : "other"
}

/** Whether a given name, or its initial, stands among the words before the family name. */
function agreesWithGiven(word: string, name: readonly string[]): boolean {
  return name.slice(0, -1).some((given) => given[0] === word[0])
}

/** Whether a label says nothing but what somebody does in a transcript. */
function isRole(label: string | null): boolean {
  const words = wordsOf(label)
  return words.length > 0 && words.every((word) => ROLES.has(word))
}

/** The last word of a name, as it is compared; null where the label is no name. */
export function maybeFamilyName(name: string | null): string | null {
  return nameWords(name).at(-1) ?? null
}

function nameWords(name: string | null): string[] {
  return wordsOf(name).filter((word) => !TITLES.has(word) && !ROLES.has(word))
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
  const matches = others.map((other) => matchSpeakers(name, other))
  if (matches.includes("same")) return "same"
  return matches.length === 0 || matches.includes("unknown") ? "unknown" : "other"
}
