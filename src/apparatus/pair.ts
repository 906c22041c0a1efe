import { type Alignment, align } from "../alignment/align.ts"
import { alignWhole } from "../alignment/align-whole.ts"
import type { Lexicon, Sequence } from "../alignment/lexicon.ts"
import type { Aside } from "./asides.ts"
import { findBrackets, numberBrackets } from "./marks.ts"
import { sequenceOf, type Wording } from "./wording.ts"

/** Two texts and how their words are aligned. Asides of the witness are no words of it. */
export interface Pair {
  readonly base: Wording
  readonly witness: Wording
  readonly asides: readonly Aside[]
  /** For each word of the base whether it is no word of the speaker's: `(Applause.)`. */
  readonly unspoken: Uint8Array
  readonly alignment: Alignment
  /** For each word of the witness the bracket it stands in, from 1; 0 for none. */
  readonly brackets: Int32Array
}

/** @param baseSequence asked for, as the lexicon is, only where the words are not the same throughout */
export function alignPair(
  base: Wording,
  baseSequence: () => Sequence,
  witness: Wording,
  lexicon: () => Lexicon,
): Omit<Pair, "asides" | "unspoken"> {
  const brackets = findBrackets(witness)
  const alignment =
    (isPlain(base) && isPlain(witness) ? alignWhole(base.words, witness.words) : null) ??
    align(baseSequence(), sequenceOf(witness, lexicon(), brackets), lexicon())
  const numbers = numberBrackets(brackets, witness.words.length)
  return { base, witness, alignment, brackets: numbers }
}

/** Whether no mark in a wording bears on its alignment: a square bracket, or a mark of words left out. */
function isPlain({ text, spans }: Wording): boolean {
  return spans.every((span) => !/\[|…|\.\s?\.|&|\*/.test(text.slice(span.from, span.to)))
}
