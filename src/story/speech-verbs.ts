import { isFunctionWord } from "../text/function-words.ts"
import { isNegation } from "../text/negation.ts"
import { findTokens } from "../text/tokens.ts"
import type { VerbClass } from "./wording.ts"

const CLASSES: ReadonlyMap<string, VerbClass> = new Map([
  ...classed(
    "plain",
    "say said says saying tell told tells telling state stated states add added adds adding ask asked asks answer answered answers reply replied replies write wrote writes written announce announced announces report reported reports describe described describes according call called calls continue continued speak spoke comment commented explain explained explains",
  ),
  ...classed(
    "doubting",
    "claim claimed claims claiming allege alleged alleges contend contended contends insist insisted insists maintain maintained maintains assert asserted asserts argue argued argues suggest suggested suggests imply implied purport purported deny denied denies believe believed believes think thought thinks",
  ),
  ...classed(
    "granting",
    "admit admitted admits acknowledge acknowledged acknowledges concede conceded concedes confess confessed confirm confirmed confirms reveal revealed reveals disclose disclosed note noted notes noting observe observed point pointed points recall recalled realize realized warn warned warns remind reminded",
  ),
  ...classed(
    "colouring",
    "boast boasted boasts brag bragged lash lashed slam slammed slams blast blasted blasts rail railed rant ranted mock mocked mocks sneer sneered snap snapped fume fumed gush gushed lament lamented laments complain complained vow vowed vows thunder thundered declare declared declares joke joked quip quipped urge urged plead pleaded demand demanded threaten threatened muse mused tout touted",
  ),
])

function classed(name: VerbClass, verbs: string): [string, VerbClass][] {
  return verbs.split(" ").map((verb) => [verb, name])
}

/** Verbs that lead words in and do not say that anybody spoke them. */
const NO_SPEECH: ReadonlySet<string> = new Set(
  (
    "go goes going went gone put puts putting make makes made making see sees saw know knows knew shoot shot " +
    "shrug shrugged smile smiled laugh laughed laughs wept guilty"
  ).split(" "),
)
/** What begins a negation of its own: nobody spoke who "declined to comment". */
const REFUSALS: ReadonlySet<string> = new Set(
  "refuse refused refuses decline declined declines fail failed fails".split(" "),
)
/** Words that change a verb's sense where they follow it: "pointed out", "lashed out". */
const PARTICLES: ReadonlySet<string> = new Set("out off up down back".split(" "))
/** Those that do so at the end: one "called for" it, and "said on Friday". */
const ENDINGS: ReadonlySet<string> = new Set("to for on of about against at with".split(" "))
const PASSIVE: ReadonlySet<string> = new Set("is are was were be been being".split(" "))
/** Words with which a phrase begins that leads words in without a verb: "in the words of", "per". */
const PREPOSITIONS: ReadonlySet<string> = new Set("in per by at from under as with".split(" "))

/** A verb of speech, in lower case with the particles that belong to it. */
export interface SpeechVerb {
  readonly verb: string
  /** Null for verbs that are in none of the lists. */
  readonly class: VerbClass | null
}

/**
 * The verb of speech among the words that lead a quotation in, without what stands around it ("has also denied",
 * "said on Friday"); null where they tell of none, or that there was none.
 */
export function maybeSpeechVerb(cue: string): SpeechVerb | null {
  const tokens = findTokens(cue)
  const words = tokens.map(({ norm }) => norm)
  const listed = words.findIndex((word) => CLASSES.has(word))
  const at = listed === -1 ? words.findIndex(isVerbLike) : listed
  if (at === -1 || isSilent(words, at)) return null
  // Who "was asked" did not ask; who "was quick to ask" did.
  const passive = words.findIndex((word, i) => i < at && PASSIVE.has(word))
  const isPassive =
    passive !== -1 && !words.slice(passive, at).includes("to") && !words[at]!.endsWith("ing")
  const isPhrase = listed === -1 && PREPOSITIONS.has(words[0]!)
  let last = isPhrase ? words.length - 1 : at
  while (PARTICLES.has(words[last + 1] ?? "")) last++
  if (last === words.length - 2 && ENDINGS.has(words[last + 1]!)) last++
  const { from } = tokens[isPassive || isPhrase ? 0 : at]!
  return {
    verb: cue.slice(from, tokens[last]!.to).toLowerCase(),
    class: CLASSES.get(words[at]!) ?? null,
  }
}

function isVerbLike(word: string): boolean {
  return !isFunctionWord(word) && !word.endsWith("ly")
}

/** Whether nobody spoke, by the verb itself or by what denies it. */
function isSilent(words: readonly string[], at: number): boolean {
  return (
    NO_SPEECH.has(words[at]!) ||
    NO_SPEECH.has(words[at + 1] ?? "") ||
    words.slice(0, at).some((word) => isNegation(word) || REFUSALS.has(word))
  )
}
