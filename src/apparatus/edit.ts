import { LIKENESS, likenessOf } from "../alignment/likeness.ts"
import { stableId } from "../text/id.ts"
import { isNegation } from "../text/negation.ts"
import { type Span, slice } from "../text/span.ts"
import type { Edit, Touch } from "./apparatus.ts"
import { type Change, changeBaseSpans, changeWitnessSpans } from "./change.ts"
import { spelledOut, withoutShared } from "./contractions.ts"
import type { Pair } from "./pair.ts"
import { withinSentence } from "./quoted.ts"
import { isReversed } from "./reversed.ts"
import { isPermitted, type Standard } from "./standard.ts"
import { touchesOf } from "./touches.ts"
import { normsOf, rawWord, STOP, type Wording } from "./wording.ts"

/** A change with all that a reader is told of it. */
export function toEdit(
  change: Change,
  pair: Pair,
  version: string,
  { standard, quoted }: { readonly standard: Standard; readonly quoted: boolean },
): Edit {
  const base = changeBaseSpans(change, pair.base)
  const witness = changeWitnessSpans(change, pair.witness)
  const { kind, marked, certainty } = change
  const touches = quoted ? touchedInPrint(change, pair) : touched(change, pair)
  // No house lets a page begin behind the negation of what it prints.
  const reverses = kind === "truncation" && touches.includes("negation")
  return {
    id: stableId("e", version, kind, ...flat(base), ...flat(witness)),
    kind,
    marked,
    certainty,
    touches,
    permitted: !reverses && isPermitted(standard, kind, isGrammar(change, pair)),
    base,
    witness,
    baseText: textOf(pair.base.text, base),
    witnessText: textOf(pair.witness.text, witness),
  }
}

function flat(spans: readonly Span[]): number[] {
  return spans.flatMap(({ from, to }) => [from, to])
}

function textOf(text: string, spans: readonly Span[]): string {
  return spans.map((span) => slice(text, span)).join(" ")
}

/** Words left out in so short a run that what stays may be read without them. */
const SHORT_RUN = 3

function touched(change: Change, pair: Pair): Touch[] {
  switch (change.kind) {
    case "typographic":
    case "emphasis":
    case "transposition":
    case "splice":
      return []
    case "substitution":
    case "insertion":
      return differenceTouches(change, pair)
    case "bracket":
      if (isCompleted(change, pair)) return []
      return change.baseFrom === change.baseTo
        ? glossTouches(change, pair)
        : differenceTouches(change, pair)
    default:
      return lossTouches(change, pair)
  }
}

/** Of a sentence begun or broken off, the negation is touched where what is printed of it stood under one. */
function touchedInPrint(change: Change, pair: Pair): Touch[] {
  const touches = touched(change, pair)
  if (change.kind !== "truncation") return touches
  const others = touches.filter((touch) => touch !== "negation")
  return isReversed(change, pair) ? ["negation", ...others] : others
}

function differenceTouches(change: Change, pair: Pair): Touch[] {
  const [gone, come] = onlyOnOneSide(change, pair)
  const names =
    !isInflected(gone, come) &&
    (hasName(pair.base, change.baseFrom, change.baseTo) ||
      hasName(pair.witness, change.witnessFrom, change.witnessTo))
  return touchesOf(gone, come, names)
}

/** Letters that an ending adds to a word: `State`, `States`; `Skarne`, `Skarners`. */
const ENDING = 2

/** Whether one word stands for another form of itself: the name is the same. */
function isInflected(gone: readonly string[], come: readonly string[]): boolean {
  if (gone.length !== 1 || come.length !== 1) return false
  const [short, long] = [gone[0]!, come[0]!].sort((a, b) => a.length - b.length)
  if (short === undefined || long === undefined) return false
  return long.startsWith(short) && long.length - short.length <= ENDING
}

/** Whether a bracket only completes a word: `State[s]`. */
function isCompleted(change: Change, pair: Pair): boolean {
  const [gone] = normsOf(pair.base, change.baseFrom, change.baseTo)
  return (
    gone !== undefined && gone === normsOf(pair.witness, change.witnessFrom, change.witnessTo)[0]
  )
}

/** What a gloss explains is said in other words, not changed. */
function glossTouches(change: Change, pair: Pair): Touch[] {
  return hasName(pair.witness, change.witnessFrom, change.witnessTo) ? ["name"] : []
}

/** The words of a change that only one side has, contractions spelled out: `I've` and `I have` are no other person. */
function onlyOnOneSide(change: Change, pair: Pair): [string[], string[]] {
  const gone = plainWords(pair.base, change.baseFrom, change.baseTo)
  const come = plainWords(pair.witness, change.witnessFrom, change.witnessTo)
  return [withoutShared(gone, come), withoutShared(come, gone)]
}

function plainWords(wording: Wording, from: number, to: number): string[] {
  return normsOf(wording, from, to).flatMap((norm, i) =>
    COUNTRY.test(rawWord(wording, from + i)) ? [] : spelledOut(norm),
  )
}

/** In capitals it is no pronoun. */
const COUNTRY = /^U\.?S\.?$/

/**
 * What words left out bear on. A negation is touched where the words it negated stay; a number where it corrected one
 * that stays: "20 years, or more precisely 18"; a pronoun hardly by itself. Of a truncation only the sentence that
 * goes on in print counts.
 */
function lossTouches(change: Change, pair: Pair): Touch[] {
  const { baseFrom, baseTo } = change.kind === "truncation" ? withinSentence(change, pair) : change
  const gone = normsOf(pair.base, baseFrom, baseTo)
  if (isRepeated(gone, pair.base, baseFrom, baseTo)) return []
  const before = normsOf(pair.base, Math.max(0, baseFrom - NEAR), baseFrom)
  const isShort = gone.length <= SHORT_RUN
  const negates =
    gone.length > 0 && (isNegation(gone.at(-1)!) || (isShort && gone.some(isNegation)))
  const keeps: Partial<Record<Touch, boolean>> = {
    negation: negates && change.kind !== "ellipsis" && !isAnswer(pair.base, baseFrom, baseTo),
    number: change.kind === "omission" && hasFigure(gone) && hasFigure(before),
    pronoun: isShort,
  }
  const plain = plainWords(pair.base, baseFrom, baseTo)
  return touchesOf(plain, [], hasName(pair.base, baseFrom, baseTo)).filter(
    (touch) => keeps[touch] ?? true,
  )
}

/** Whether the words stand once more right before or behind: `we don't -- we don't see it`, which nobody prints twice. */
function isRepeated(gone: readonly string[], base: Wording, from: number, to: number): boolean {
  const isSame = (others: readonly string[]): boolean => others.join(" ") === gone.join(" ")
  return (
    isSame(normsOf(base, to, to + gone.length)) ||
    (from >= gone.length && isSame(normsOf(base, from - gone.length, from)))
  )
}

/** `No, it is not`: an answer of its own, which negates nothing of what follows. */
function isAnswer({ words, stops }: Wording, from: number, to: number): boolean {
  return to - from === 1 && words[from]!.norm === "no" && stops[from] !== STOP.none
}

/** How many words before an omission a number may stand that it corrected. */
const NEAR = 6

function hasFigure(words: readonly string[]): boolean {
  return words.some((word) => /^\d/.test(word))
}

/** Whether a word is written as a name: a capital where no sentence begins. */
function hasName(wording: Wording, from: number, to: number): boolean {
  for (let k = from; k < to; k++) {
    const raw = rawWord(wording, k)
    const begins = k === 0 || wording.stops[k - 1] === STOP.sentence
    if (!begins && /^\p{Lu}/u.test(raw) && !/^I(?:$|['’])/.test(raw)) return true
  }
  return false
}

const SOUNDS: ReadonlySet<string> = new Set(["um", "uh", "er", "erm", "ah", "eh", "hm", "mm"])

/** One word in another form, or sounds that are no words left out. */
function isGrammar(change: Change, pair: Pair): boolean {
  const gone = normsOf(pair.base, change.baseFrom, change.baseTo)
  const come = normsOf(pair.witness, change.witnessFrom, change.witnessTo)
  if (change.kind === "omission") return gone.every((word) => SOUNDS.has(word))
  if (change.kind !== "substitution" || gone.length !== 1 || come.length !== 1) return false
  return (
    likenessOf(gone[0]!, come[0]!) !== LIKENESS.none &&
    !isNegation(gone[0]!) &&
    !isNegation(come[0]!)
  )
}
