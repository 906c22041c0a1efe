import { isKept } from "../alignment/align.ts"
import { passageText } from "../text/passage.ts"
import type { Version } from "./apparatus.ts"
import { type Change, changeWitnessSpans } from "./change.ts"
import type { Pair } from "./pair.ts"
import { rawWord } from "./wording.ts"

/** A version as the copy tree sees it, in words of the base. */
export interface Copy {
  readonly id: string
  readonly text: string
  /** ISO 8601, cut to what is known; null for unknown. */
  readonly time: string | null
  readonly changes: readonly Trait[]
  /** What it prints otherwise than the base, by place. */
  readonly printed: ReadonlyMap<string, string>
  readonly keys: ReadonlySet<string>
  /** For each word of the base, and for the end, how many words before it the version does not keep. */
  readonly missing: Int32Array
  /** For each word of the base where it, or what stands for it, is in the version; -1 where nothing is. */
  readonly order: Int32Array
}

/** A change that a copy may have in common with its exemplar. */
export interface Trait {
  /** Equal for changes that are equal in all. */
  readonly key: string
  readonly from: number
  readonly to: number
  readonly readings: readonly Reading[]
  /** Whether the words of its stretch are gone. */
  readonly removes: boolean
  /** Words of the base that it has moved past those of its stretch: half open. */
  readonly passed: readonly [number, number] | null
  /** Whether two pages that have it need a reason to: house style makes signs and spelling agree without one. */
  readonly tells: boolean
}

/** What is printed in one place. */
export interface Reading {
  readonly place: string
  readonly printed: string
  /** The words of the base that hold the place: without one of them nothing can be said of it. */
  readonly from: number
  readonly to: number
}

/** The copy that a version is, seen by its exact changes. */
export function toCopy(version: Version, pair: Pair, changes: readonly Change[]): Copy {
  const traits = changes.map((change) => toTrait(change, pair))
  const readings = traits.flatMap((trait) => trait.readings)
  return {
    id: version.id,
    text: passageText(version.passage),
    time: version.time ?? null,
    changes: traits,
    printed: new Map(readings.map(({ place, printed }) => [place, printed])),
    keys: new Set(traits.map(({ key }) => key)),
    missing: countMissing(pair),
    order: pair.alignment.toWitness,
  }
}

function countMissing({ alignment, base }: Pair): Int32Array {
  const missing = new Int32Array(base.words.length + 1)
  for (let b = 0; b < base.words.length; b++) {
    const w = alignment.toWitness[b]!
    missing[b + 1] = missing[b]! + (w >= 0 && isKept(alignment, w) ? 0 : 1)
  }
  return missing
}

function toTrait(change: Change, pair: Pair): Trait {
  const { baseFrom: from, baseTo: to } = change
  const readings = readingsOf(change, pair)
  const isMoved = change.kind === "transposition"
  return {
    key: `${from} ${to} ${TELLING.has(change.kind) ? change.kind : ""} ${printedBy(change, pair)}`,
    from,
    to,
    readings,
    removes: REMOVING.has(change.kind) && to > from,
    passed: isMoved ? passedBy(change, pair) : null,
    tells: change.kind !== "typographic" && change.kind !== "truncation",
  }
}

/** Kinds that say more than where a change is and what is printed there. */
const TELLING: ReadonlySet<string> = new Set(["transposition", "emphasis"])
const REMOVING: ReadonlySet<string> = new Set(["omission", "truncation", "ellipsis", "splice"])

function printedBy(change: Change, { witness }: Pair): string {
  return changeWitnessSpans(change, witness)
    .map(({ from, to }) => witness.text.slice(from, to))
    .join(" ")
    .replace(/\s+/g, " ")
}

/** What a change prints, place by place: a longer change may keep what an exemplar's shorter one printed. */
function readingsOf(change: Change, pair: Pair): Reading[] {
  const { kind, baseFrom, baseTo, witnessFrom, witnessTo } = change
  switch (kind) {
    case "omission":
    case "truncation":
    case "splice":
    case "transposition":
      return []
    case "ellipsis":
      return [{ place: `cut ${baseFrom} ${baseTo}`, printed: "…", from: baseFrom, to: baseTo }]
    case "emphasis":
      return wordsOf(baseFrom, baseTo).map((b) => at(`emphasis ${b}`, "", b))
    default:
      if (baseFrom === baseTo)
        return [
          {
            place: `${kind === "typographic" ? "signs" : "words"} before ${baseFrom}`,
            printed: printedBy(change, pair),
            from: Math.max(0, baseFrom - 1),
            to: Math.min(pair.base.words.length, baseFrom + 1),
          },
        ]
      return replacedIn(change, pair, witnessFrom, witnessTo)
  }
}

function replacedIn(change: Change, pair: Pair, from: number, to: number): Reading[] {
  const printed = new Map<number, string>()
  let last = change.baseFrom
  for (let w = from; w < to; w++) {
    const b = pair.alignment.toBase[w]!
    if (b >= change.baseFrom && b < change.baseTo) last = b
    printed.set(last, `${printed.get(last) ?? ""} ${rawWord(pair.witness, w)}`)
  }
  return [...printed].map(([b, text]) => at(`word ${b}`, text, b))
}

function at(place: string, printed: string, b: number): Reading {
  return { place, printed, from: b, to: b + 1 }
}

/** The words of the base that a moved block has passed; null where its neighbours do not tell. */
function passedBy(change: Change, { alignment }: Pair): readonly [number, number] | null {
  const after = neighbour(alignment.toBase, change.witnessTo, 1)
  if (after >= 0 && after < change.baseFrom) return [after, change.baseFrom]
  const before = neighbour(alignment.toBase, change.witnessFrom - 1, -1)
  return before >= change.baseTo ? [change.baseTo, before + 1] : null
}

/** Most words without a place in the base between a moved block and its neighbour. */
const MAX_BETWEEN = 4

/** The place in the base of the nearest word from `w` on that has one; -1 for none. */
function neighbour(toBase: Int32Array, w: number, step: 1 | -1): number {
  for (let k = 0; k <= MAX_BETWEEN; k++)
    if ((toBase[w + k * step] ?? -1) >= 0) return toBase[w + k * step]!
  return -1
}

function wordsOf(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, k) => from + k)
}
