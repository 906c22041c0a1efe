import { isNegation } from "../text/negation.ts"
import type { Change } from "./change.ts"
import type { Pair } from "./pair.ts"
import { STOP, type Wording } from "./wording.ts"

/** Words within which a negation bears on what follows. */
const REACH = 8
/** Fewer printed words name a thing rather than say something of it. */
const MIN_PRINTED = 4
/** Characters before a quotation in which the page may have said the negation itself. */
const LEAD_IN = 160

/**
 * Whether a quotation lost the negation that it stood under in its sentence: `the money is certain`, out of `I do not
 * say that the money is certain`. A page that negates in its own words has told its reader: he did not say “…”.
 */
export function isReversed(change: Change, { base, witness }: Pair): boolean {
  return (
    change.witnessFrom === 0 &&
    witness.words.length >= MIN_PRINTED &&
    isNegatedBefore(change, base) &&
    !isNegatedByPage(witness)
  )
}

function isNegatedBefore({ baseFrom, baseTo }: Change, { words, stops }: Wording): boolean {
  for (let k = baseTo - 1; k >= Math.max(baseFrom, baseTo - REACH); k--) {
    const { norm } = words[k]!
    if (stops[k] !== STOP.none || JOINING.has(norm)) return false
    if (isNegation(norm)) return true
  }
  return false
}

/** What a negation before them does not reach over; “nothing but” and “cannot help but” negate nothing. */
const JOINING: ReadonlySet<string> = new Set(["and", "but", "or", "so", "because"])

function isNegatedByPage({ text, spans }: Wording): boolean {
  const from = spans[0]?.from ?? 0
  const [sentence] = /[^.!?\n]*$/u.exec(text.slice(Math.max(0, from - LEAD_IN), from)) ?? [""]
  return NEGATING.test(sentence)
}

const NEGATING =
  /\b(?:not|no|never|nor|none|nobody|nothing|neither|cannot|without|against|instead|hardly|den(?:y|ies|ied|ying)|(?:refus|reject|fail|avoid|criticiz|caution)\w*)\b|n[’']t\b/iu
