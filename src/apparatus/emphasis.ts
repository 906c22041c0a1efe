import { isKept } from "../text/align.ts"
import type { Change } from "./change.ts"
import { findEmphasis, isShouted, isStruck } from "./marks.ts"
import type { Pair } from "./pair.ts"
import { rawWord } from "./wording.ts"

/** Words that the witness sets in bold, italics or capitals, or strikes through, and the base does not. */
export function findEmphasised(pair: Pair): Change[] {
  const { base, witness, alignment } = pair
  const marked = findEmphasis(witness)
  const already = findEmphasis(base)
  const isNew = (w: number): boolean => {
    if (!isKept(alignment, w)) return false
    const b = alignment.toBase[w]!
    if (marked[w] && !already[b]) return true
    const raw = rawWord(witness, w)
    const was = rawWord(base, b)
    return (isShouted(raw) && !isShouted(was)) || (isStruck(raw) && !isStruck(was))
  }
  const changes: Change[] = []
  for (let w = 0; w < witness.words.length; w++) {
    if (!isNew(w)) continue
    const from = w
    while (
      w + 1 < witness.words.length &&
      isNew(w + 1) &&
      alignment.toBase[w + 1]! - alignment.toBase[w]! <= 1
    )
      w++
    changes.push(emphasised(pair, from, w + 1))
  }
  return changes
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
