import { isKept } from "../alignment/align.ts"
import { hull, type Span } from "../text/span.ts"
import type { Aside } from "./asides.ts"
import type { Change } from "./change.ts"
import { isShouted, isStruck, withoutEmphasis } from "./marks.ts"
import type { Pair } from "./pair.ts"
import {
  gapAt,
  gapText,
  isInterrupted,
  isOneSpace,
  isWrittenAlike,
  rawWord,
  type Wording,
} from "./wording.ts"

/** Differences of signs, not of words: case, spelling, quote style, dashes, spaces; not where another change stands. */
export function findTypographic(pair: Pair, others: readonly Change[]): Change[] {
  const edges = edgesOf(pair, others)
  const inside = insidesOf(pair, others)
  const changes: Change[] = []
  for (let w = 0; w < pair.witness.words.length; w++) {
    const gap = inside[w] ? null : maybeGapChange(pair, w)
    if (gap) addGap(changes, gap, pair)
    const word = maybeWordChange(pair, w, edges)
    if (!word) continue
    const last = changes.at(-1)
    if (last && isOneName(last, word, pair))
      changes[changes.length - 1] = { ...last, ...endOf(word) }
    else changes.push(word)
  }
  return changes
}

/** Whether two changes side by side are of capitals only: `Social Democratic` and `social democratic`. */
function isOneName(a: Change, b: Change, pair: Pair): boolean {
  const touch = a.baseTo === b.baseFrom && a.witnessTo === b.witnessFrom && a.baseTo > a.baseFrom
  return touch && [a, b].every((change) => isCaseChange(change, pair))
}

function isCaseChange(change: Change, pair: Pair): boolean {
  const { baseFrom, baseTo, witnessFrom, witnessTo } = change
  const was = stretch(pair.base.text, pair.base.words[baseFrom]!, pair.base.words[baseTo - 1]!)
  const is = stretch(
    pair.witness.text,
    pair.witness.words[witnessFrom]!,
    pair.witness.words[witnessTo - 1]!,
  )
  return was.toLowerCase() === is.toLowerCase()
}

function endOf(change: Change): Pick<Change, "baseTo" | "witnessTo"> {
  return { baseTo: change.baseTo, witnessTo: change.witnessTo }
}

/** Words of the witness whose first letter may change its case because of what was done before them. */
function edgesOf(pair: Pair, others: readonly Change[]): ReadonlySet<number> {
  const edges = new Set<number>()
  for (const change of others) {
    if (change.kind === "emphasis") {
      for (let w = change.witnessFrom; w < change.witnessTo; w++) edges.add(w)
    }
    if (change.kind === "emphasis" || change.kind === "substitution" || change.kind === "insertion")
      continue
    edges.add(change.witnessFrom)
    edges.add(change.witnessTo)
    if (change.kind === "transposition" || change.kind === "splice") {
      const after = pair.alignment.toWitness[change.baseTo]
      if (after !== undefined && after >= 0) edges.add(after)
    }
  }
  return edges
}

/** For each word 1 where the gap before it lies within a change of words, which tells of it. */
function insidesOf(pair: Pair, others: readonly Change[]): Uint8Array {
  const inside = new Uint8Array(pair.witness.words.length)
  for (const { kind, witnessFrom, witnessTo } of others) {
    if (
      kind !== "emphasis" &&
      kind !== "transposition" &&
      kind !== "splice" &&
      witnessTo > witnessFrom
    )
      inside.fill(1, witnessFrom + 1, witnessTo)
  }
  return inside
}

/** Adds a change of signs; the hyphens of one compound are one: `side-by-side` and `side–by–side`. */
function addGap(changes: Change[], gap: Change, { base }: Pair): void {
  const last = changes.at(-1)
  const isOneCompound =
    last?.baseFrom === last?.baseTo &&
    last?.baseFrom === gap.baseFrom - 1 &&
    last.witnessFrom === gap.witnessFrom - 1 &&
    isHyphen(base, gap.baseFrom) &&
    isHyphen(base, last.baseFrom)
  if (!isOneCompound) changes.push(gap)
  else changes[changes.length - 1] = { ...last, ...spansThrough(last, gap) }
}

function isHyphen(wording: Wording, k: number): boolean {
  return /^[-‐‑–]$/.test(gapText(wording, k))
}

/** The spans from the signs of one change to those of another. */
function spansThrough(first: Change, last: Change): Pick<Change, "baseSpans" | "witnessSpans"> {
  return {
    baseSpans: [hull([...first.baseSpans!, ...last.baseSpans!])],
    witnessSpans: [hull([...first.witnessSpans!, ...last.witnessSpans!])],
  }
}

function maybeWordChange(pair: Pair, w: number, edges: ReadonlySet<number>): Change | null {
  const { alignment, base, witness } = pair
  if (!isKept(alignment, w)) return null
  const b = alignment.toBase[w]!
  if (w > 0 && alignment.toBase[w - 1] === b && isKept(alignment, w - 1)) return null
  const two = alignment.toWitness[b + 1] === w
  const spread = alignment.toBase[w + 1] === b
  if (!two && !spread && isWrittenAlike(base, b, witness, w)) return null
  const was = two ? stretch(base.text, base.words[b]!, base.words[b + 1]!) : rawWord(base, b)
  const is = spread
    ? stretch(witness.text, witness.words[w]!, witness.words[w + 1]!)
    : rawWord(witness, w)
  if (was === is || isOtherwiseNamed(was, is)) return null
  if (edges.has(w) && isCaseOnly(was, is)) return null
  return {
    kind: "typographic",
    marked: /[[\]]/.test(is),
    certainty: alignment.links[w] === 2 ? "likely" : "certain",
    baseFrom: b,
    baseTo: b + (two ? 2 : 1),
    witnessFrom: w,
    witnessTo: w + (spread ? 2 : 1),
  }
}

function stretch(text: string, first: Span, last: Span): string {
  return text.slice(first.from, last.to)
}

/** Capitals and strikes are emphasis. */
function isOtherwiseNamed(was: string, is: string): boolean {
  return (
    (isShouted(is) && !isShouted(was) && is.toLowerCase() === was.toLowerCase()) ||
    (isStruck(is) && !isStruck(was))
  )
}

function isCaseOnly(was: string, is: string): boolean {
  return was.toLowerCase() === is.toLowerCase().replace(/[[\]()]/g, "")
}

/** The signs between two words that stand side by side in both texts, each for the word in its place. */
function maybeGapChange(pair: Pair, w: number): Change | null {
  const { alignment, base, witness, brackets } = pair
  if (w === 0 || alignment.toBase[w]! < 0 || alignment.toBase[w - 1]! < 0) return null
  if (brackets[w] !== brackets[w - 1]) return null
  const b = alignment.toBase[w]!
  const before = alignment.toBase[w - 1]!
  const previous = alignment.toWitness[before + 1] === w - 1 ? before + 1 : before
  if (previous !== b - 1 || alignment.blocks[w] !== alignment.blocks[w - 1]) return null
  if (isInterrupted(base, b) || isInterrupted(witness, w)) return null
  if (isOneSpace(base, b) && isOneSpace(witness, w)) return null
  const was = withoutEmphasis(gapText(base, b))
  const is = maybeOwnGap(witness, w, pair.asides)
  if (is === null || was === is) return null
  return {
    kind: "typographic",
    marked: false,
    certainty: "certain",
    baseFrom: b,
    baseTo: b,
    witnessFrom: w,
    witnessTo: w,
    ...differingSpans(gapAt(base, b), gapText(base, b), gapAt(witness, w), gapText(witness, w)),
  }
}

/** What stands before a word, without asides; null where an attribution has brought signs of its own. */
function maybeOwnGap(wording: Wording, k: number, asides: readonly Aside[]): string | null {
  const gap = gapAt(wording, k)
  let own = ""
  let at = gap.from
  for (const { kind, span } of asides) {
    if (span.from < gap.from || span.to > gap.to) continue
    if (kind === "attribution") return null
    own += wording.text.slice(at, span.from).trimEnd()
    at = span.to
  }
  return withoutEmphasis(own + wording.text.slice(at, gap.to))
}

/** The signs that differ, without those that both gaps begin and end with. */
function differingSpans(
  baseGap: Span,
  was: string,
  witnessGap: Span,
  is: string,
): { baseSpans: Span[]; witnessSpans: Span[] } {
  const most = Math.min(was.length, is.length)
  let start = 0
  while (start < most && was[start] === is[start]) start++
  let end = 0
  while (end < most - start && was.at(-1 - end) === is.at(-1 - end)) end++
  return {
    baseSpans: [{ from: baseGap.from + start, to: baseGap.to - end }],
    witnessSpans: [{ from: witnessGap.from + start, to: witnessGap.to - end }],
  }
}
