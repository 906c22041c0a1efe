import { isNegation } from "../text/negation.ts"
import type { Change } from "./change.ts"
import type { Pair } from "./pair.ts"
import { isBegun } from "./quoted.ts"
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
export function isReversed(change: Change, pair: Pair): boolean {
  const { base, witness } = pair
  return (
    isBegun(change, pair) &&
    witness.words.length >= MIN_PRINTED &&
    isNegatedBefore(change, base) &&
    !isNegatedByPage(witness)
  )
}

/**
 * Whether the words left out end in a negated clause that leads over to the words printed, `I do not say that`, or
 * are nothing but the negation that begins the sentence: `No boats will sail`.
 */
function isNegatedBefore({ baseFrom, baseTo }: Change, { words, stops }: Wording): boolean {
  const last = words[baseTo - 1]?.norm
  if (last === undefined) return false
  if (isNegation(last) && (baseTo === 1 || stops[baseTo - 2] !== STOP.none)) return true
  if (!LEADING_OVER.has(last)) return false
  for (let k = baseTo - 1; k >= Math.max(baseFrom, baseTo - REACH); k--) {
    const { norm } = words[k]!
    if (stops[k] !== STOP.none || JOINING.has(norm) || GRANTING.has(norm)) return false
    if (isNegation(norm)) return true
  }
  return false
}

const setOf = (list: string): ReadonlySet<string> => new Set(list.split(" "))

/** What a negation before them does not reach over; “nothing but” and “cannot help but” negate nothing. */
const JOINING = setOf("and but or so because")

/**
 * What stands before a clause that somebody does not say, think or find true. Behind “not a” or “will not” stand parts of a
 * clause, which pages print in clauses of their own: none of some 60 that were read misled anybody.
 */
const LEADING_OVER = setOf(
  "that say said says saying think thought believe believed mean meant claim claimed suggest suggested argue argued " +
    "expect expected agree agreed pretend promise promised guarantee assume imply if whether",
)

/** What grants the clause that follows even where it is negated: nobody doubts that it is so. */
const GRANTING = setOf(
  "forget forgotten doubt doubts doubted deny denied dispute disputed question secret mistake only just know knew known " +
    "realize realise understand understood mention notice remember accident wonder surprise surprised",
)

function isNegatedByPage({ text, spans }: Wording): boolean {
  const from = spans[0]?.from ?? 0
  const [sentence] = /[^.!?\n]*$/u.exec(text.slice(Math.max(0, from - LEAD_IN), from)) ?? [""]
  return NEGATING.test(sentence)
}

const NEGATING =
  /\b(?:not|no|never|nor|none|nobody|nothing|neither|cannot|without|against|instead|hardly|den(?:y|ies|ied|ying)|(?:refus|reject|fail|avoid|criticiz|caution)\w*)\b|n[’']t\b/iu
