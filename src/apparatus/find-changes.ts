import type { Alignment } from "../text/align.ts"
import { isKept, LINK } from "../text/align.ts"
import type { Change } from "./change.ts"
import { compareChanges } from "./change.ts"
import { findEmphasised } from "./emphasis.ts"
import { hasEllipsis, isAttribution, isEmphasisNote, maybeEllipsisSpan } from "./marks.ts"
import { findTypographic } from "./typographic.ts"
import { gapAt, gapText, isInterrupted, STOP, type Wording } from "./wording.ts"

/** Two texts and how their words are aligned. */
export interface Pair {
  readonly base: Wording
  readonly witness: Wording
  readonly alignment: Alignment
  /** For each word of the witness the bracket it stands in, 0 for none. */
  readonly brackets: Int32Array
}

/** Least words between two passages whose joining is a splice: DESIGN, Edits. */
const SPLICE_WORDS = 12
/** Most words a page puts between the passages it joins: "and", "but", "and then". */
const JOINING_WORDS = 2

/** Every difference of a witness from the base, exact, in the base's order. */
export function findChanges(pair: Pair): Change[] {
  const changes = [...findWordChanges(pair), ...findMoved(pair)]
  const emphasis = findEmphasised(pair)
  const typographic = findTypographic(pair, [...changes, ...emphasis])
  return [...changes, ...emphasis, ...typographic].sort(compareChanges)
}

/** Words between two kept ones, on either side; a range is empty where nothing differs. */
interface Region {
  readonly baseFrom: number
  readonly baseTo: number
  readonly witnessFrom: number
  readonly witnessTo: number
}

function findWordChanges(pair: Pair): Change[] {
  return regionsOf(pair).flatMap((region) => {
    if (region.baseFrom === region.baseTo && region.witnessFrom === region.witnessTo)
      return hiddenGap(pair, region)
    return nameRegion(pair, region)
  })
}

/** The regions between the kept words of the witness's main order, and inside each moved block. */
function regionsOf(pair: Pair): Region[] {
  const { alignment, base, witness } = pair
  const regions: Region[] = []
  let nextBase = 0
  let nextWitness = 0
  for (let w = 0; w <= witness.words.length; w++) {
    const isEnd = w === witness.words.length
    if (!isEnd && (alignment.blocks[w]! > 0 || !isKept(alignment, w))) continue
    const b = isEnd ? base.words.length : alignment.toBase[w]!
    regions.push(...looseRuns(pair, nextBase, Math.max(b, nextBase), nextWitness, w))
    nextBase = isEnd ? b : Math.max(nextBase, lastBase(alignment, w) + 1)
    nextWitness = w + 1
  }
  return regions
}

/** The last word of the base that a kept word stands for: two, where the witness joins them. */
function lastBase(alignment: Alignment, w: number): number {
  const b = alignment.toBase[w]!
  return alignment.toWitness[b + 1] === w ? b + 1 : b
}

/** One region for the words that nothing has taken away; several where a moved block stands between. */
function looseRuns(
  pair: Pair,
  baseFrom: number,
  baseTo: number,
  witnessFrom: number,
  witnessTo: number,
): Region[] {
  const baseRuns = runs(baseFrom, baseTo, (b) => !isMovedBase(pair.alignment, b))
  const witnessRuns = runs(witnessFrom, witnessTo, (w) => pair.alignment.blocks[w] === 0)
  if (baseRuns.length <= 1 && witnessRuns.length <= 1) {
    const [b = [baseFrom, baseFrom]] = baseRuns
    const [w = [witnessTo, witnessTo]] = witnessRuns
    return [{ baseFrom: b[0]!, baseTo: b[1]!, witnessFrom: w[0]!, witnessTo: w[1]! }]
  }
  return [
    ...baseRuns.map(([from, to]) => ({
      baseFrom: from,
      baseTo: to,
      witnessFrom: witnessTo,
      witnessTo,
    })),
    ...witnessRuns.map(([from, to]) => ({
      baseFrom: baseTo,
      baseTo,
      witnessFrom: from,
      witnessTo: to,
    })),
  ]
}

function isMovedBase(alignment: Alignment, b: number): boolean {
  const w = alignment.toWitness[b]!
  return w >= 0 && alignment.blocks[w]! > 0
}

function runs(from: number, to: number, belongs: (k: number) => boolean): [number, number][] {
  const found: [number, number][] = []
  for (let k = from; k < to; k++) {
    if (!belongs(k)) continue
    const last = found.at(-1)
    if (last && last[1] === k) last[1] = k + 1
    else found.push([k, k + 1])
  }
  return found
}

/** Words of the record that stand between two of its passages and that the witness leaves out. */
function hiddenGap(pair: Pair, region: Region): Change[] {
  const { base, witness } = pair
  const isInside = region.baseFrom > 0 && region.baseFrom < base.words.length
  if (!isInside || !isInterrupted(base, region.baseFrom)) return []
  if (
    !base.text.slice(base.words[region.baseFrom - 1]!.to, base.words[region.baseFrom]!.from).trim()
  )
    return []
  const gap = gapAt(base, region.baseFrom)
  const mark = gapText(witness, region.witnessFrom)
  const marked = hasEllipsis(mark)
  const kind = marked
    ? "ellipsis"
    : isInterrupted(witness, region.witnessFrom)
      ? "omission"
      : "splice"
  return [{ ...region, kind, marked, certainty: "certain", baseSpans: [gap] }]
}

function nameRegion(pair: Pair, region: Region): Change[] {
  const bases = region.baseTo - region.baseFrom
  const words = region.witnessTo - region.witnessFrom
  if (words === 0) return nameMissing(pair, region)
  return bases === 0 ? nameAdded(pair, region) : nameReplaced(pair, region)
}

/** Words of the base that the witness lacks. */
function nameMissing(pair: Pair, region: Region): Change[] {
  const { base, witness } = pair
  const atEdge = region.witnessFrom === 0 || region.witnessTo === witness.words.length
  const gap = gapText(witness, region.witnessFrom)
  const marked = hasEllipsis(gap)
  const certain = { ...region, marked, certainty: "certain" } as const
  if (atEdge && (region.baseFrom === 0 || region.baseTo === base.words.length)) {
    return [{ ...certain, kind: "truncation" }]
  }
  if (marked) return [{ ...certain, kind: "ellipsis", witnessSpans: markSpans(pair, region) }]
  if (isSplice(pair, region)) return [{ ...certain, kind: "splice" }]
  return [{ ...certain, kind: "omission" }]
}

function markSpans(pair: Pair, region: Region): Change["witnessSpans"] & {} {
  const { witness } = pair
  const gap = gapAt(witness, region.witnessTo)
  const mark = maybeEllipsisSpan(witness.text.slice(gap.from, gap.to), gap.from)
  return [mark ?? { from: gap.from, to: gap.from }]
}

/** Whether so much is missing, over a sentence's end and without a mark, that two passages were joined. */
function isSplice(pair: Pair, region: Region): boolean {
  if (isInterrupted(pair.witness, region.witnessTo)) return false
  return (
    region.baseTo - region.baseFrom >= SPLICE_WORDS &&
    crossesSentence(pair.base, region.baseFrom, region.baseTo)
  )
}

function crossesSentence(base: Wording, from: number, to: number): boolean {
  for (let b = Math.max(0, from - 1); b < to; b++) if (base.stops[b] === STOP.sentence) return true
  return false
}

/** Words of the witness that the base lacks. */
function nameAdded(pair: Pair, region: Region): Change[] {
  const { witness } = pair
  const certain = { ...region, marked: false, certainty: "certain", kind: "insertion" } as const
  const words = wordsOf(witness, region.witnessFrom, region.witnessTo)
  if (isEmphasisNote(words) && isBracketed(pair, region)) return []
  if (isBracketed(pair, region)) return [bracketChange(pair, region)]
  const before = gapText(witness, region.witnessFrom)
  const after = gapText(witness, region.witnessTo)
  if (isAttribution(before, after)) return [{ ...certain, marked: true }]
  return splitBrackets(pair, region) ?? [certain]
}

function wordsOf(wording: Wording, from: number, to: number): string {
  const first = wording.words[from]
  const last = wording.words[to - 1]
  return first && last && to > from ? wording.text.slice(first.from, last.to) : ""
}

function isBracketed(pair: Pair, region: Region): boolean {
  const bracket = pair.brackets[region.witnessFrom]!
  for (let w = region.witnessFrom; w < region.witnessTo; w++)
    if (pair.brackets[w] !== bracket) return false
  return bracket > 0
}

/** A bracket with its signs; glued to a word, with that word: `State[s]`. */
function bracketChange(pair: Pair, region: Region): Change {
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
function maybeGlued(pair: Pair, region: Region): Region | null {
  const w = region.witnessFrom - 1
  const isWhole = region.baseFrom === region.baseTo && w >= 0 && isKept(pair.alignment, w)
  if (!isWhole || pair.alignment.toBase[w] !== region.baseFrom - 1) return null
  return { ...region, baseFrom: region.baseFrom - 1, witnessFrom: w }
}

/** Brackets and other words side by side, each named for itself; null where no bracket is. */
function splitBrackets(pair: Pair, region: Region): Change[] | null {
  const cuts: number[] = []
  for (let w = region.witnessFrom + 1; w < region.witnessTo; w++) {
    if (pair.brackets[w] !== pair.brackets[w - 1]) cuts.push(w)
  }
  if (cuts.length === 0) return null
  const edges = [region.witnessFrom, ...cuts, region.witnessTo]
  return edges.slice(1).flatMap((to, i) => {
    const from = edges[i]!
    const range = softRange(pair, from, to) ?? [region.baseFrom, region.baseFrom]
    return nameRegion(pair, {
      baseFrom: range[0],
      baseTo: range[1],
      witnessFrom: from,
      witnessTo: to,
    })
  })
}

/** The words of the base in whose places some words of the witness stand. */
function softRange(pair: Pair, from: number, to: number): [number, number] | null {
  let least = -1
  let most = -1
  for (let w = from; w < to; w++) {
    const b = pair.alignment.toBase[w]!
    if (b < 0 || pair.alignment.links[w] !== LINK.other) continue
    if (least < 0) least = b
    most = b + 1
  }
  return least < 0 ? null : [least, most]
}

/** At an end: words of the base that are cut off, and words put there that stand for none of them. */
function apart(pair: Pair, region: Region, atStart: boolean): Change[] {
  const w = atStart ? region.witnessFrom : region.witnessTo
  const b = atStart ? region.baseTo : region.baseFrom
  return [
    ...nameRegion(pair, { ...region, witnessFrom: w, witnessTo: w }),
    ...nameRegion(pair, { ...region, baseFrom: b, baseTo: b }),
  ]
}

/** Words by which a reworded end may be shorter than the base's and still be no end cut off. */
const MAX_REWORDED = 3

/** Words of the base in whose place the witness has others. */
function nameReplaced(pair: Pair, region: Region): Change[] {
  const { base, witness } = pair
  const atStart = region.witnessFrom === 0 && region.baseFrom === 0
  const atEnd = region.witnessTo === witness.words.length && region.baseTo === base.words.length
  const range = softRange(pair, region.witnessFrom, region.witnessTo)
  if ((atStart || atEnd) && !range) return apart(pair, region, atStart)
  if (atStart && range && range[0] > 0) return divideAt(pair, region, range[0], region.witnessFrom)
  if (
    atEnd &&
    range &&
    region.baseTo - region.baseFrom > region.witnessTo - region.witnessFrom + MAX_REWORDED &&
    range[1] < region.baseTo
  )
    return divideAt(pair, region, range[1], region.witnessTo)
  if (isJoiningSplice(pair, region)) {
    return [{ ...region, kind: "splice", marked: false, certainty: "certain" }]
  }
  const mark = ellipsisAt(pair, region)
  if (mark !== null && range) return divideByMark(pair, region, range, mark)
  if (isBracketed(pair, region)) return [bracketChange(pair, region)]
  const split =
    range && region.baseTo - region.baseFrom > range[1] - range[0]
      ? null
      : splitBrackets(pair, region)
  return (
    split ?? [{ ...region, kind: "substitution", marked: false, certainty: certaintyOf(region) }]
  )
}

/** Words that only join two passages far apart, with nothing marked. */
function isJoiningSplice(pair: Pair, region: Region): boolean {
  if (region.witnessTo - region.witnessFrom > JOINING_WORDS || !isSplice(pair, region)) return false
  for (let w = region.witnessFrom; w <= region.witnessTo; w++) {
    if (hasEllipsis(gapText(pair.witness, w))) return false
    if (w < region.witnessTo && !JOINERS.has(pair.witness.words[w]!.norm)) return false
  }
  return true
}

const JOINERS: ReadonlySet<string> = new Set(["and", "but", "or", "so", "then", "yet", "because"])

/** The word of the witness before which a mark of ellipsis stands; null for none. */
function ellipsisAt(pair: Pair, region: Region): number | null {
  for (let w = region.witnessFrom; w <= region.witnessTo; w++) {
    if (hasEllipsis(gapText(pair.witness, w))) return w
  }
  return null
}

function divideByMark(
  pair: Pair,
  region: Region,
  range: readonly [number, number],
  mark: number,
): Change[] {
  const cut = mark <= region.witnessFrom ? range[0] : range[1]
  const nothingLeft = cut === region.baseFrom || cut === region.baseTo
  if (nothingLeft) return [{ ...region, kind: "ellipsis", marked: true, certainty: "likely" }]
  return divideAt(pair, region, cut, mark)
}

function divideAt(pair: Pair, region: Region, b: number, w: number): Change[] {
  return [
    ...nameRegion(pair, { ...region, baseTo: b, witnessTo: w }),
    ...nameRegion(pair, { ...region, baseFrom: b, witnessFrom: w }),
  ]
}

/** Long runs of other words may be several changes that no one can tell apart. */
function certaintyOf(region: Region): Change["certainty"] {
  return Math.max(region.baseTo - region.baseFrom, region.witnessTo - region.witnessFrom) > 4
    ? "likely"
    : "certain"
}

/** Passages printed in another order than spoken. */
function findMoved(pair: Pair): Change[] {
  const { alignment, witness } = pair
  const changes: Change[] = []
  let w = 0
  while (w < witness.words.length) {
    const block = alignment.blocks[w]!
    let to = w + 1
    while (to < witness.words.length && alignment.blocks[to] === block) to++
    if (block > 0) changes.push(moved(pair, w, to))
    w = to
  }
  return changes
}

function moved(pair: Pair, witnessFrom: number, witnessTo: number): Change {
  const { alignment, base } = pair
  const baseFrom = alignment.toBase[witnessFrom]!
  const baseTo = lastBase(alignment, witnessTo - 1) + 1
  const change = {
    baseFrom,
    baseTo,
    witnessFrom,
    witnessTo,
    marked: false,
    certainty: "likely",
  } as const
  const gap = gapBetween(pair, change)
  if (gap && gap[1] - gap[0] >= SPLICE_WORDS && crossesSentence(base, gap[0], gap[1])) {
    return { ...change, kind: "splice", baseFrom: gap[0], baseTo: gap[1] }
  }
  return { ...change, kind: "transposition" }
}

/** The words of the base between a moved block and its neighbour in the witness, that the witness leaves out. */
function gapBetween(pair: Pair, block: Region): [number, number] | null {
  const { alignment, witness } = pair
  const before = block.witnessFrom > 0 ? alignment.toBase[block.witnessFrom - 1]! : -1
  const after = block.witnessTo < witness.words.length ? alignment.toBase[block.witnessTo]! : -1
  const gap: [number, number] | null =
    after >= 0 && after < block.baseFrom
      ? [-1, block.baseFrom]
      : before >= block.baseTo
        ? [block.baseTo, before]
        : null
  if (!gap) return null
  if (gap[0] >= 0) return isLeftOut(pair, gap[0], gap[1]) ? gap : null
  let from = block.baseFrom
  while (from > 0 && alignment.toWitness[from - 1]! < 0) from--
  return [from, block.baseFrom]
}

function isLeftOut(pair: Pair, from: number, to: number): boolean {
  for (let b = from; b < to; b++) if (pair.alignment.toWitness[b]! >= 0) return false
  return true
}
