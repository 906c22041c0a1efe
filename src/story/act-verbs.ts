/** A form of a verb that tells what was done to somebody, as headlines print it. */
export interface VerbForm {
  /** `past` also stands for the participle: "shot", "killed". */
  readonly tense: "present" | "past"
  /** Whether somebody suffers it: "kill"; "die" has a subject and nobody who acts. */
  readonly transitive: boolean
}

/** Regular verbs; `+` doubles the last letter, `*` is a noun as well: then only the past is surely a verb. */
const REGULAR =
  "kill arrest* charge* accuse attack* blast* slam+ criticise criticize sack* ban+* block* reject approve order* injure " +
  "wound* stab+ rescue* detain jail* sentence* convict* evacuate appoint elect urge warn oppose rob+ evict suspend " +
  "release* target* ambush* oust impeach acquit+ indict fine* honour* honor* pardon* deport expel+ kidnap+ rape* " +
  "assault* denounce condemn praise* rebuke* mock defeat* sue fire* disarm"
/** Present, as far as it is surely a verb, and past. */
const IRREGULAR: readonly (readonly [present: string, past: string])[] = [
  ["shoot shoots", "shot"],
  ["", "struck"],
  ["", "beaten"],
  ["", "bitten"],
  ["overthrow overthrows", "overthrown overthrew"],
  // The forms of nouns that headlines use as verbs nearly always.
  ["orders blasts fires sentences", ""],
]
const INTRANSITIVE: readonly (readonly [present: string, past: string])[] = [
  ["die dies", "died"],
  ["resign resigns", "resigned"],
  ["collapses", "collapsed"],
  ["flee flees", "fled"],
]

/** The forms by their compared letters. */
export const ACT_VERBS: ReadonlyMap<string, VerbForm> = new Map([
  ...REGULAR.split(" ").flatMap((word) => regular(word)),
  ...IRREGULAR.flatMap(([present, past]) => forms(present, past, true)),
  ...INTRANSITIVE.flatMap(([present, past]) => forms(present, past, false)),
])

function regular(word: string): [string, VerbForm][] {
  const base = word.replace(/[+*]/g, "")
  const stem = word.includes("+") ? base + base.at(-1) : base
  const third = /(?:s|sh|ch|x|z)$/.test(base) ? `${base}es` : `${base}s`
  const past = stem.endsWith("e") ? `${stem}d` : `${stem}ed`
  return forms(word.includes("*") ? "" : `${base} ${third}`, past, true)
}

function forms(present: string, past: string, transitive: boolean): [string, VerbForm][] {
  const all = (words: string, tense: VerbForm["tense"]): [string, VerbForm][] =>
    words
      .split(" ")
      .filter(Boolean)
      .map((word) => [word, { tense, transitive }])
  return [...all(present, "present"), ...all(past, "past")]
}
