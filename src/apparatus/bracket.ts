import { isKept } from "../alignment/align.ts"
import type { Change } from "./change.ts"
import type { Pair } from "./pair.ts"
import type { Region } from "./regions.ts"
import { gapAt, rawWord } from "./wording.ts"

/** Whether the words of a region are those of one whole bracket. */
export function isBracketed({ brackets }: Pair, region: Region): boolean {
  const { witnessFrom, witnessTo } = region
  const bracket = brackets[witnessFrom]!
  if (bracket === 0 || brackets[witnessFrom - 1] === bracket || brackets[witnessTo] === bracket)
    return false
  for (let w = witnessFrom; w < witnessTo; w++) if (brackets[w] !== bracket) return false
  return true
}

const EXPLAINED: ReadonlySet<string> = new Set(
  "i he him she her it we us they them this that these those".split(" "),
)
/** Pronouns that only a possessive explains: `our [the town’s]`, but not `our [common]`. */
const OWNING: ReadonlySet<string> = new Set("my his her its our your their".split(" "))

/**
 * The pronoun that a bracket stands for at an end of longer words that are gone, or the place behind the one that it
 * explains; null where no pronoun is: `They would refuse to go` and `They [the crews] go`. Words are gone on both sides of
 * no bracket: of what an ellipsis before a word, `mark`, stands for, the bracket is at the other end.
 */
export function maybeExplained(
  { base, witness }: Pair,
  { baseFrom, baseTo, witnessFrom, witnessTo }: Region,
  mark: number | null,
): readonly [number, number] | null {
  if (baseTo - baseFrom <= witnessTo - witnessFrom && mark === null) return null
  const isOwner = /['’]s?$/.test(rawWord(witness, witnessTo - 1))
  const isExplained = (b: number): boolean => {
    if (b < 0) return false
    const { norm } = base.words[b]!
    return EXPLAINED.has(norm) || (isOwner && OWNING.has(norm))
  }
  if (mark !== witnessFrom && isExplained(baseFrom)) return [baseFrom, baseFrom + 1]
  if (mark !== witnessTo && isExplained(baseTo - 1)) return [baseTo - 1, baseTo]
  return mark !== witnessFrom && isExplained(baseFrom - 1) ? [baseFrom, baseFrom] : null
}

/** A region's words cut where a whole bracket begins or ends; null where none does. */
export function splitAtBrackets(
  { brackets }: Pair,
  region: Region,
): (readonly [number, number])[] | null {
  const cuts: number[] = []
  for (let w = region.witnessFrom + 1; w < region.witnessTo; w++) {
    if (brackets[w] !== brackets[w - 1]) cuts.push(w)
  }
  if (cuts.length === 0) return null
  const edges = [region.witnessFrom, ...cuts, region.witnessTo]
  return edges.slice(1).map((to, i) => [edges[i]!, to] as const)
}

/** A bracket with its signs; glued to a word, with that word: `State[s]`. */
export function bracketChange(pair: Pair, region: Region): Change {
  const { witness } = pair
  const before = gapAt(witness, region.witnessFrom)
  const after = gapAt(witness, region.witnessTo)
  const open = witness.text.slice(before.from, before.to).search(/[[(]/)
  const close = witness.text.slice(after.from, after.to).search(/[\])]/)
  const from = open < 0 ? witness.words[region.witnessFrom]!.from : before.from + open
  const to = close < 0 ? witness.words[region.witnessTo - 1]!.to : after.from + close + 1
  const change = { kind: "bracket", marked: true, certainty: "certain" } as const
  const stem = open === 0 ? maybeGlued(pair, region) : null
  if (!stem) return { ...region, ...change, witnessSpans: [{ from, to }] }
  return { ...stem, ...change, witnessSpans: [{ from: witness.words[stem.witnessFrom]!.from, to }] }
}

/** The region with the word before it that a bracket completes; null where the bracket stands by itself. */
function maybeGlued({ alignment }: Pair, region: Region): Region | null {
  const w = region.witnessFrom - 1
  const isWhole = region.baseFrom === region.baseTo && w >= 0 && isKept(alignment, w)
  if (!isWhole || alignment.toBase[w] !== region.baseFrom - 1) return null
  return { ...region, baseFrom: region.baseFrom - 1, witnessFrom: w }
}
