import { hashWord } from "../text/words.ts"
import type { Reading } from "./reading.ts"

const PARTIES: Readonly<Record<string, string>> = {
  R: "republican",
  D: "democrat",
  I: "independent",
}

/** States as American pages shorten them behind a name, without dots. */
const STATES: ReadonlyMap<string, string> = new Map(
  (
    "ala alabama|ariz arizona|ark arkansas|calif california|ca california|colo colorado|conn connecticut|del delaware|fla florida|" +
    "fl florida|ga georgia|ill illinois|ind indiana|kan kansas|ky kentucky|la louisiana|md maryland|mass massachusetts|" +
    "mich michigan|minn minnesota|miss mississippi|mo missouri|mont montana|neb nebraska|nev nevada|nh hampshire|nj jersey|" +
    "nm mexico|ny york|nc carolina|nd dakota|okla oklahoma|ore oregon|pa pennsylvania|ri island|sc carolina|sd dakota|" +
    "tenn tennessee|tex texas|tx texas|vt vermont|va virginia|wash washington|wva virginia|wis wisconsin|wyo wyoming"
  )
    .split("|")
    .map((pair): [string, string] => {
      const [short = "", full = ""] = pair.split(" ")
      return [short, full]
    }),
)

const OPENING = hashWord("(")
const COMMA = hashWord(",")
const NONE: readonly number[] = []
/** Longest tag: "R-Calif.". */
const MAX_TAG = 12

/** What "(R-Ky.)" and ", D-Calif.," behind a name say of its bearer: compared forms of party and state. */
export function partyOf({ words }: Reading, last: number): readonly number[] {
  const { text, from, to, hash } = words
  const tag = last + 1
  const isBefore = hash[last] === OPENING || hash[last] === COMMA
  if (!isBefore || tag >= words.count) return NONE
  if (text[from[tag]! + 1] !== "-" || to[tag]! - from[tag]! > MAX_TAG) return NONE
  const party = PARTIES[text[from[tag]!]!]
  if (party === undefined) return NONE
  // "N.H." is a token of its own where dots part it from the party.
  const state = text
    .slice(from[tag]! + 2, from[tag]! + MAX_TAG)
    .split(/[),;\s]/, 1)[0]!
    .replaceAll(".", "")
    .toLowerCase()
  return [party, STATES.get(state) ?? state].filter(Boolean).map(hashWord)
}

const CLOSING = hashWord(")")
/** Most tokens of a tag in brackets: "(", "D-N.H", ".", ")". */
const TAG_TOKENS = 5

/** The index after a tag in brackets: "Ada Finch (D-Mo.) | said". */
export function afterParty(reading: Reading, last: number): number {
  if (partyOf(reading, last).length === 0) return last
  const { hash } = reading.words
  for (let i = last + 2; i < last + TAG_TOKENS; i++) if (hash[i] === CLOSING) return i + 1
  return last
}

const FULL_TITLES: ReadonlyMap<number, readonly number[]> = new Map(
  [
    ["sen", "senator"],
    ["rep", "representative", "lawmaker", "congressman", "congresswoman"],
    ["gov", "governor"],
  ].map(([short = "", ...full]): [number, number[]] => [hashWord(short), full.map(hashWord)]),
)

/** What an office is called where it is not shortened. */
export function fullTitles(title: number): readonly number[] {
  return FULL_TITLES.get(title) ?? []
}
