import { SHAPE, type Words } from "../text/words.ts"
import { IS } from "./lexicon.ts"

/**
 * What each token is, coarsely: a mark by its word, a small word by its bits, a name, a number, another word; one 0
 * more for what stands beyond the last.
 */
export function roughKinds(words: Words, bits: Int32Array): Int32Array {
  const kinds = new Int32Array(words.count + 1)
  for (let i = 0; i < words.count; i++)
    kinds[i] = words.shape[i] === SHAPE.mark ? words.hash[i]! : roughKind(words.shape[i]!, bits[i]!)
  return kinds
}

function roughKind(shape: number, bits: number): number {
  if (bits & (IS.he | IS.she)) return 21
  if (bits & IS.they) return 22
  if (bits & IS.auxiliary) return 23
  if (bits & IS.determiner) return 24
  if (bits & IS.small) return 25
  if (bits & IS.cue) return 26
  if (bits & IS.role) return 27
  if (shape === SHAPE.number) return 28
  return shape === SHAPE.lower ? 29 : 30
}
