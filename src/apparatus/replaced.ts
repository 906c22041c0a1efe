import { LINK } from "../alignment/align.ts"
import { isNegation } from "../text/negation.ts"
import type { Change } from "./change.ts"
import { isInitials } from "./initials.ts"
import type { Pair } from "./pair.ts"
import type { Region } from "./regions.ts"
import { rawWord, type Wording } from "./wording.ts"

/**
 * Other words in the place of some: a change a word where each stands for one, but a name is one thing; a negation put in
 * beside a word that stands for another is told by itself.
 */
export function nameOther(pair: Pair, region: Region): Change[] {
  const negation = maybeNegation(pair, region)
  if (negation === null) return wordByWord(pair, region)
  const { baseFrom, baseTo, witnessFrom } = region
  const isFirst = negation === witnessFrom
  const at = isFirst ? baseFrom : baseTo
  const added = { baseFrom: at, baseTo: at, witnessFrom: negation, witnessTo: negation + 1 }
  const rest = isFirst
    ? { ...region, witnessFrom: negation + 1 }
    : { ...region, witnessTo: negation }
  const insertion = { ...added, kind: "insertion", marked: false, certainty: "certain" } as const
  return isFirst ? [insertion, ...wordByWord(pair, rest)] : [...wordByWord(pair, rest), insertion]
}

/** Words put in. A negation that leads them is told by itself: `is not truly`. */
export function nameInserted({ witness }: Pair, region: Region): Change[] {
  const insertion = { ...region, kind: "insertion", marked: false, certainty: "certain" } as const
  const { witnessFrom, witnessTo } = region
  const behind = witnessFrom + 1
  if (behind === witnessTo || !isNegation(witness.words[witnessFrom]!.norm)) return [insertion]
  return [
    { ...insertion, witnessTo: behind },
    { ...insertion, witnessFrom: behind },
  ]
}

function wordByWord(pair: Pair, region: Region): Change[] {
  if (isInitials(pair, region))
    return [{ ...region, kind: "typographic", marked: false, certainty: "certain" }]
  const change = { kind: "substitution", marked: false, certainty: certaintyOf(region) } as const
  if (!standsWordForWord(pair, region) || isName(pair, region)) return [{ ...region, ...change }]
  const { baseFrom, baseTo, witnessFrom } = region
  return Array.from({ length: baseTo - baseFrom }, (_, k) => ({
    ...change,
    certainty: "certain",
    baseFrom: baseFrom + k,
    baseTo: baseFrom + k + 1,
    witnessFrom: witnessFrom + k,
    witnessTo: witnessFrom + k + 1,
  }))
}

function standsWordForWord({ alignment }: Pair, region: Region): boolean {
  const { baseFrom, baseTo, witnessFrom, witnessTo } = region
  if (baseTo - baseFrom !== witnessTo - witnessFrom) return false
  for (let w = witnessFrom; w < witnessTo; w++) {
    if (alignment.toBase[w] !== baseFrom + w - witnessFrom) return false
    if (alignment.links[w] !== LINK.other) return false
  }
  return true
}

/** Whether capitals say that the words are one name on both sides: `Skarne Brothers` and `Old Harbour`. */
function isName({ base, witness }: Pair, region: Region): boolean {
  const isWritten = (wording: Wording, from: number, to: number): boolean => {
    for (let k = from; k < to; k++) if (!/^\p{Lu}/u.test(rawWord(wording, k))) return false
    return true
  }
  return (
    isWritten(base, region.baseFrom, region.baseTo) &&
    isWritten(witness, region.witnessFrom, region.witnessTo)
  )
}

/** The negation at an end of the region that stands for no word of the base; null for none. */
function maybeNegation({ alignment, witness }: Pair, region: Region): number | null {
  const { baseFrom, baseTo, witnessFrom, witnessTo } = region
  if (witnessTo - witnessFrom !== baseTo - baseFrom + 1) return null
  const isAdded = (w: number): boolean =>
    alignment.toBase[w]! < 0 && isNegation(witness.words[w]!.norm)
  if (isAdded(witnessFrom)) return witnessFrom
  return isAdded(witnessTo - 1) ? witnessTo - 1 : null
}

/** Longest run of other words of which one can be sure that it is one change. */
const SURE_WORDS = 4

function certaintyOf(region: Region): Change["certainty"] {
  const longest = Math.max(region.baseTo - region.baseFrom, region.witnessTo - region.witnessFrom)
  return longest > SURE_WORDS ? "likely" : "certain"
}
