import { isNumber } from "../alignment/variants.ts"
import { isNegation } from "../text/negation.ts"
import type { Touch } from "./apparatus.ts"

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

const PRONOUNS = words(
  "i me my mine myself we us our ours ourselves you your yours yourself he him his himself she her hers herself they them their theirs themselves it its itself",
)
/** Hedges, degree and obligation: what makes a claim firmer or softer. */
const MODALITY = words(`
  may might can could would should must shall ought perhaps maybe possibly probably likely apparently allegedly
  supposedly seemingly seems seem appears appear almost nearly about roughly approximately around somewhat rather quite
  fairly very really truly extremely slightly partly largely mostly mainly some somehow sometimes often always usually
  generally only just merely even certainly definitely surely clearly indeed absolutely simply precisely compared degree
  extent if unless although however yet still believe think suppose guess hope least principle provided depending`)
const TENSES = words(`
  is are was were am be been being has have had do does did will would go goes went gone say says said make makes made
  take takes took taken`)

/**
 * What a change of words bears on. `gone` and `come` are the compared forms of the words that only one side has, and
 * `names` tells a proper name. A negation or number that merely left with its whole phrase is not touched: what stays
 * means what it meant.
 */
export function touchesOf(
  gone: readonly string[],
  come: readonly string[],
  names: boolean,
): Touch[] {
  const touches: Touch[] = []
  if (gone.some(isNegation) !== come.some(isNegation)) touches.push("negation")
  if (numbersDiffer(gone, come)) touches.push("number")
  if (names) touches.push("name")
  if (gone.some((word) => PRONOUNS.has(word)) || come.some((word) => PRONOUNS.has(word)))
    touches.push("pronoun")
  if (gone.some((word) => MODALITY.has(word)) || come.some((word) => MODALITY.has(word)))
    touches.push("modality")
  if (tenseDiffers(gone, come)) touches.push("tense")
  return touches
}

/** `one` is a number only where it stands for another: "a ship" and "one ship" count alike. */
function numbersDiffer(gone: readonly string[], come: readonly string[]): boolean {
  const before = gone.filter(isNumber)
  const after = come.filter(isNumber)
  const isCounted = (list: readonly string[]): boolean => list.some((word) => word !== "one")
  if (!isCounted(before) && !isCounted(after)) return false
  return before.join(" ") !== after.join(" ")
}

const AUXILIARIES = words("have has had will would did was were been")

/** Another form of one verb on the two sides, or its auxiliary on one of them only. */
function tenseDiffers(gone: readonly string[], come: readonly string[]): boolean {
  if (gone.length === 0 || come.length === 0) {
    const only = [...gone, ...come]
    return only.length > 0 && only.every((word) => AUXILIARIES.has(word))
  }
  const before = gone.filter(isVerbForm)
  const after = come.filter(isVerbForm)
  return before.length > 0 && after.length > 0 && before.join(" ") !== after.join(" ")
}

function isVerbForm(word: string): boolean {
  return TENSES.has(word) || /(?:ed|ing)$/.test(word)
}
