import { LINK } from "../alignment/align.ts"
import type { Span } from "../text/span.ts"
import { bracketChange, isBracketed, maybeExplained, splitAtBrackets } from "./bracket.ts"
import type { Change } from "./change.ts"
import { hasEllipsis, maybeEllipsisSpan } from "./marks.ts"
import type { Pair } from "./pair.ts"
import type { Region } from "./regions.ts"
import { nameInserted, nameOther } from "./replaced.ts"
import { isSplice, skippedSpans } from "./splice.ts"
import { gapAt, gapText, isInterrupted, normsOf } from "./wording.ts"

/** What was done in a region: to the words that the base has there, the witness, or both. */
export function nameRegion(pair: Pair, region: Region): Change[] {
  const bases = region.baseTo - region.baseFrom
  const words = region.witnessTo - region.witnessFrom
  if (bases === 0 && words === 0) return nameHidden(pair, region)
  if (words === 0) return nameMissing(pair, region)
  return bases === 0 ? nameAdded(pair, region) : nameReplaced(pair, region)
}

/** Words of the record that stand between two of its passages and that the witness leaves out. */
function nameHidden(pair: Pair, region: Region): Change[] {
  const { base, witness } = pair
  const { baseFrom, witnessFrom } = region
  if (!isInterrupted(base, baseFrom) || witnessFrom === 0 || witnessFrom === witness.words.length)
    return []
  const gap = gapAt(base, baseFrom)
  if (!/[\p{L}\p{N}]/u.test(base.text.slice(gap.from, gap.to))) return []
  const marked = hasEllipsis(gapText(witness, witnessFrom))
  const kind = marked ? "ellipsis" : isInterrupted(witness, witnessFrom) ? "omission" : "splice"
  return [{ ...region, kind, marked, certainty: "certain", baseSpans: [gap] }]
}

/** Words of the base that the witness lacks. */
function nameMissing(pair: Pair, region: Region): Change[] {
  if (isUnspoken(pair, region)) return []
  const { base, witness } = pair
  const gap = gapText(witness, region.witnessFrom)
  const marked = hasEllipsis(gap) && !isOwnEllipsis(pair, region)
  const change = { ...region, marked, certainty: "certain" } as const
  const atStart = region.witnessFrom === 0 && region.baseFrom === 0
  const atEnd = region.witnessTo === witness.words.length && region.baseTo === base.words.length
  if (atStart || atEnd) return [{ ...change, kind: "truncation" }]
  if (marked)
    return [{ ...change, kind: "ellipsis", witnessSpans: [markSpan(pair, region.witnessTo)] }]
  if (!isSplice(pair, region)) return [{ ...change, kind: "omission" }]
  return [{ ...change, kind: "splice", ...skippedSpans(base, region.baseFrom, region.baseTo) }]
}

/** Whether none of a region's words of the base are the speaker's. */
function isUnspoken({ unspoken }: Pair, { baseFrom, baseTo }: Region): boolean {
  for (let b = baseFrom; b < baseTo; b++) if (!unspoken[b]) return false
  return true
}

/** The mark of ellipsis before a word. */
function markSpan({ witness }: Pair, w: number): Span {
  const gap = gapAt(witness, w)
  const mark = maybeEllipsisSpan(witness.text.slice(gap.from, gap.to), gap.from)
  return mark ?? { from: gap.from, to: gap.from }
}

/** Words of the witness that the base lacks. */
function nameAdded(pair: Pair, region: Region): Change[] {
  if (isBracketed(pair, region)) return [bracketChange(pair, region)]
  return splitBrackets(pair, region) ?? nameInserted(pair, region)
}

/** Brackets and other words side by side, each named for itself; null where no bracket is. */
function splitBrackets(pair: Pair, region: Region): Change[] | null {
  const parts = splitAtBrackets(pair, region)
  if (!parts) return null
  let base = region.baseFrom
  return parts.flatMap(([from, to], i) => {
    const range = softRange(pair, from, to)
    const isLast = i === parts.length - 1
    const baseFrom = base
    base = isLast ? region.baseTo : Math.max(base, range?.[1] ?? base)
    return nameRegion(pair, { baseFrom, baseTo: base, witnessFrom: from, witnessTo: to })
  })
}

/** The words of the base in whose places some words of the witness stand; null for none. */
function softRange(pair: Pair, from: number, to: number): readonly [number, number] | null {
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

/** The words of the base that others replace. Beside a mark of ellipsis a bracket stands for one word. */
function replacedRange(
  pair: Pair,
  region: Region,
  mark: number | null,
): readonly [number, number] | null {
  const range = softRange(pair, region.witnessFrom, region.witnessTo)
  if (!range || mark === null || !isBracketed(pair, region)) return range
  return mark === region.witnessFrom ? [range[1] - 1, range[1]] : [range[0], range[0] + 1]
}

/** Whether the base's words are more than the witness's by more than so many. */
function isLonger({ baseFrom, baseTo, witnessFrom, witnessTo }: Region, by: number): boolean {
  return baseTo - baseFrom > witnessTo - witnessFrom + by
}

function coversAll(region: Region, range: readonly [number, number]): boolean {
  return range[0] === region.baseFrom && range[1] === region.baseTo
}

/** Words by which words put in the place of others may be fewer and still stand for all of them. */
const MAX_SHORTER = 1
/** The same for a bracket, and at an end of the base, where a last phrase is reworded as a whole. */
const MAX_SHORTER_WHOLE = 3

/** Words of the base in whose place the witness has others. */
function nameReplaced(pair: Pair, region: Region): Change[] {
  const { base, witness } = pair
  const atStart = region.witnessFrom === 0 && region.baseFrom === 0
  const atEnd = region.witnessTo === witness.words.length && region.baseTo === base.words.length
  if (isJoiningSplice(pair, region)) {
    const skipped = skippedSpans(base, region.baseFrom, region.baseTo)
    return [{ ...region, kind: "splice", marked: false, certainty: "certain", ...skipped }]
  }
  const mark = maybeEllipsis(pair, region)
  const explained = isBracketed(pair, region) ? maybeExplained(pair, region, mark) : null
  if (explained) return nameExplained(pair, region, explained)
  const range = replacedRange(pair, region, mark)
  const most = atStart || atEnd || isBracketed(pair, region) ? MAX_SHORTER_WHOLE : MAX_SHORTER
  if (!range && isLonger(region, most)) return apart(pair, region, atStart)
  if (range && (isLonger(region, most) || mark !== null)) {
    const cut = cutAt(pair, region, range, atEnd, mark)
    if (cut) return divideAt(pair, region, cut.base, cut.witness)
  }
  const isAtEdge = (atStart && mark === region.witnessFrom) || (atEnd && mark === region.witnessTo)
  const isTold = (isAtEdge || region.isCut === true) && range !== null && coversAll(region, range)
  if (mark !== null && !isTold) {
    return [{ ...region, kind: "ellipsis", marked: true, certainty: "likely" }]
  }
  if (isBracketed(pair, region)) return [bracketChange(pair, region)]
  const parts = splitBrackets(pair, region)
  if (parts) return parts
  return nameOther(pair, region)
}

/** A bracket that stands for a pronoun, or behind it, with the words beside it left out. */
function nameExplained(
  pair: Pair,
  { baseFrom, baseTo, witnessFrom, witnessTo }: Region,
  [from, to]: readonly [number, number],
): Change[] {
  const isFirst = from === baseFrom
  const cut = isFirst ? { baseFrom: to, baseTo } : { baseFrom, baseTo: from }
  const w = isFirst ? witnessTo : witnessFrom
  return [
    bracketChange(pair, { baseFrom: from, baseTo: to, witnessFrom, witnessTo }),
    ...nameRegion(pair, { ...cut, witnessFrom: w, witnessTo: w }),
  ]
}

/** Where a region is cut into words left out and words replaced; null where it is all one. */
function cutAt(
  pair: Pair,
  region: Region,
  range: readonly [number, number],
  atEnd: boolean,
  mark: number | null,
): { readonly base: number; readonly witness: number } | null {
  const before = range[0] - region.baseFrom
  const behind = region.baseTo - range[1]
  const { witnessFrom, witnessTo } = region
  if (mark !== null && mark > witnessFrom && mark < witnessTo) {
    return { base: softRange(pair, witnessFrom, mark)?.[1] ?? region.baseFrom, witness: mark }
  }
  if (before > 0 && (mark === witnessFrom || (mark === null && before >= behind && !atEnd))) {
    return { base: range[0], witness: witnessFrom }
  }
  if (behind > 0 && (mark === witnessTo || mark === null))
    return { base: range[1], witness: witnessTo }
  return before > 0 && mark === null ? { base: range[0], witness: witnessFrom } : null
}

/** Words left out and words put in that stand for none of them. */
function apart(pair: Pair, region: Region, atStart: boolean): Change[] {
  const w = atStart ? region.witnessFrom : region.witnessTo
  const b = atStart ? region.baseTo : region.baseFrom
  return [
    ...nameRegion(pair, { ...region, witnessFrom: w, witnessTo: w }),
    ...nameRegion(pair, { ...region, baseFrom: b, baseTo: b }),
  ]
}

/** Most words that only join: "and", "but", "and then". */
const MAX_JOINERS = 2
const JOINERS: ReadonlySet<string> = new Set(["and", "but", "or", "so", "then", "yet", "because"])

/** Words that only join two passages far apart, with nothing marked. */
function isJoiningSplice(pair: Pair, region: Region): boolean {
  if (region.witnessTo - region.witnessFrom > MAX_JOINERS || !isSplice(pair, region)) return false
  if (maybeEllipsis(pair, region) !== null) return false
  return normsOf(pair.witness, region.witnessFrom, region.witnessTo).every((norm) =>
    JOINERS.has(norm),
  )
}

/** The word of the witness, or the one behind the region, before which a mark of ellipsis stands; null for none. */
function maybeEllipsis(pair: Pair, region: Region): number | null {
  if (isOwnEllipsis(pair, region)) return null
  for (let w = region.witnessFrom; w <= region.witnessTo; w++) {
    if (hasEllipsis(gapText(pair.witness, w))) return w
  }
  return null
}

/** Whether the record has such a mark beside the region itself: a speaker's pause, not the page's cut. */
function isOwnEllipsis({ base }: Pair, { baseFrom, baseTo }: Region): boolean {
  return hasEllipsis(gapText(base, baseFrom)) || hasEllipsis(gapText(base, baseTo))
}

function divideAt(pair: Pair, region: Region, b: number, w: number): Change[] {
  return [
    ...nameRegion(pair, { ...region, baseTo: b, witnessTo: w, isCut: true }),
    ...nameRegion(pair, { ...region, baseFrom: b, witnessFrom: w, isCut: true }),
  ]
}
