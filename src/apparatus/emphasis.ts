import { isKept } from "../alignment/align.ts"
import type { Change } from "./change.ts"
import { findEmphasis, isShouted, isStruck } from "./marks.ts"
import type { Pair } from "./pair.ts"
import { isWrittenAlike, rawWord } from "./wording.ts"

/** Words that the witness sets in bold, italics or capitals, or strikes through, and the base does not. */
export function findEmphasised(pair: Pair): Change[] {
  const { base, witness, alignment } = pair
  const marked = findEmphasis(witness)
  const already = findEmphasis(base)
  const styleOf = (w: number): string | null => {
    if (!isKept(alignment, w)) return null
    const b = alignment.toBase[w]!
    if (marked[w] && !already[b]) return `mark ${marked[w]}`
    if (isWrittenAlike(base, b, witness, w)) return null
    const raw = rawWord(witness, w)
    const was = rawWord(base, b)
    if (isStruck(raw) && !isStruck(was)) return "struck"
    return isShouted(raw) && !isShouted(was) ? "capitals" : null
  }
  const goesOn = (w: number, style: string): boolean => {
    if (w >= witness.words.length || alignment.toBase[w]! - alignment.toBase[w - 1]! > 1)
      return false
    return styleOf(w) === style || (style === "capitals" && isLoneCapital(pair, w))
  }
  const changes: Change[] = []
  for (let w = 0; w < witness.words.length; w++) {
    const style = styleOf(w)
    if (style === null) continue
    const from = w
    while (goesOn(w + 1, style)) w++
    changes.push(emphasised(pair, from, w + 1))
  }
  return changes
}

/** `A` for `a`: no capitals by itself, but beside them. */
function isLoneCapital(pair: Pair, w: number): boolean {
  if (!isKept(pair.alignment, w)) return false
  const was = rawWord(pair.base, pair.alignment.toBase[w]!)
  return (
    was.length === 1 && was !== was.toUpperCase() && rawWord(pair.witness, w) === was.toUpperCase()
  )
}

function emphasised(pair: Pair, witnessFrom: number, witnessTo: number): Change {
  const { toBase } = pair.alignment
  return {
    kind: "emphasis",
    marked: false,
    certainty: "certain",
    baseFrom: toBase[witnessFrom]!,
    baseTo: toBase[witnessTo - 1]! + 1,
    witnessFrom,
    witnessTo,
  }
}
