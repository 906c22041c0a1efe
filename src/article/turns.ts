import { type Span, slice } from "../text/span.ts"
import type { Block, Published, Turn } from "./article.ts"
import type { ReadPage } from "./page.ts"
import { trimSpan } from "./plain.ts"
import { readPreamble, roleLine, soleSpeaker } from "./preamble.ts"
import { parseDateLine } from "./published.ts"
import { isRole, type Label, labelAtStart, labelsInside } from "./speaker-label.ts"
import { speakerNames } from "./speaker-name.ts"
import { isStampLine } from "./stamp-line.ts"

/** What a transcript says beyond its words. */
export interface RecordParts {
  readonly turns: readonly Turn[]
  readonly blocks: readonly Block[]
  readonly published: Published | null
  readonly place: string | null
}

/** A label with its place in the text: `from` to `to` is the label, the words begin at `to`. */
interface Found extends Span {
  readonly label: Label
  readonly block: number
}

/** Finds who speaks where in a record, and what stands around the words. */
export function findTurns(page: ReadPage): RecordParts {
  const labels = acceptLabels(findLabels(page))
  const stated = statedSpeaker(page)
  const labelled = labels[0]?.block ?? page.blocks.length
  const first =
    stated === null && labels.length > 0 ? labelled : Math.min(labelled, proseStart(page))
  const { roles, ...occasion } = readPreamble(page.text, page.blocks.slice(0, Math.max(first, 1)))
  const blocks = labelRecordBlocks(page, first)
  if (page.turns.length > 0) return { ...occasion, blocks, turns: page.turns }
  const names = speakerNames(
    labels.map(({ label }) => label.name),
    page.text,
    roles,
  )
  const end = page.text.length
  const opening = openingTurns(page, blocks, stated, labels[0]?.from ?? end)
  const turns = labels.flatMap((found, i) =>
    turnsOf(page, blocks, found, labels[i + 1]?.from ?? end, names),
  )
  return { ...occasion, blocks, turns: [...opening, ...turns] }
}

/** Lines in which a speech with one label has it. */
const FIRST_LINES = 8

/** Everything that looks like a label, in text order. */
function findLabels(page: ReadPage): Found[] {
  return page.blocks.flatMap((block, i) => {
    const line = slice(page.text, block)
    if (roleLine(line) && i < FIRST_LINES) return []
    const start = labelAtStart(line) ?? splitLabel(page, i, line)
    const inside = labelsInside(line.slice(start?.to ?? 0)).map((label) =>
      shifted(label, start?.to ?? 0),
    )
    return [...(start ? [start] : []), ...inside].map((label) => ({
      from: block.from + label.at,
      to: block.from + label.to,
      label,
      block: i,
    }))
  })
}

function shifted(label: Label, by: number): Label {
  return { ...label, at: label.at + by, to: label.to + by }
}

/** A label whose colon was carried to the next line: ": Mr President" after the line that names who speaks. */
function splitLabel(page: ReadPage, i: number, line: string): Label | null {
  const before = page.blocks[i - 1]
  const carried = /^(?:\([^()]{1,80}\)\s*)?:\s*/.exec(line)
  if (!before || !carried) return null
  const label = labelAtStart(`${slice(page.text, before)}:`)
  return label && { ...label, at: before.from - page.blocks[i]!.from, to: carried[0].length }
}

/**
 * Which of them are labels: capitals, names and letters that come again or stand among others; an office with a
 * name where there are others. A single "Second: …" in a speech is none. Names joined to what stands before them are
 * labels only behind others, for nobody says who speaks before the first.
 */
function acceptLabels(found: readonly Found[]): Found[] {
  const counts = new Map<string, number>()
  for (const { label } of found) counts.set(label.name, (counts.get(label.name) ?? 0) + 1)
  const again = (label: Label): boolean => counts.get(label.name)! >= 2
  const sure = found.some(
    ({ label, block }, i) =>
      (label.kind === "office" ? i === 0 : again(label)) ||
      (label.kind === "capitals" && (block === 0 || isRole(label.name))),
  )
  const stands = ({ label, block }: Found): boolean => {
    if (again(label) && label.kind !== "office") return true
    const opens = found[0]?.label === label && block < FIRST_LINES
    if (label.kind === "capitals") return sure || opens
    if (label.kind === "office") return sure
    return label.kind === "name" && (isRole(label.name) || (sure && label.name.includes(" ")))
  }
  const first = found.find((one) => one.label.kind !== "joined" && stands(one))
  return found.filter((one) => {
    if (one.label.kind !== "joined") return stands(one)
    return first !== undefined && first.from < one.from && (sure || isRole(one.label.name))
  })
}

/** A label's words: one turn, or several where lines that are not spoken stand between. */
function turnsOf(
  page: ReadPage,
  blocks: readonly Block[],
  found: Found,
  end: number,
  names: ReadonlyMap<string, string>,
): Turn[] {
  const speaker = names.get(found.label.name) ?? found.label.name
  return spokenSpans(page.text, blocks, { from: found.to, to: end }, found.block).map(
    (span, i) => ({
      speaker,
      span,
      time: i === 0 ? (found.label.time ?? timeAt(page, span.from)) : timeAt(page, span.from),
    }),
  )
}

function timeAt(page: ReadPage, at: number): string | null {
  return page.times?.findLast((time) => time.at <= at)?.time ?? null
}

/** The parts of a stretch that stand in no furniture. */
function spokenSpans(text: string, blocks: readonly Block[], whole: Span, first: number): Span[] {
  const spans: Span[] = []
  let { from } = whole
  for (let i = first; i < blocks.length && blocks[i]!.from < whole.to; i++) {
    const block = blocks[i]!
    if (block.kind !== "furniture" || block.from < from) continue
    spans.push(trimSpan(text, { from, to: block.from }))
    from = block.to
  }
  spans.push(trimSpan(text, { from, to: Math.max(from, whole.to) }))
  return spans.filter((span) => span.to > span.from)
}

/** The first block that is spoken if no label says so: above it stand title, date and place. */
function proseStart(page: ReadPage): number {
  const top = page.blocks.slice(0, FIRST_LINES).map((block) => slice(page.text, block))
  const dated = top.findLastIndex(isStampLine)
  const first = page.blocks.findIndex((block, i) => {
    const line = slice(page.text, block)
    if (i <= dated || block.kind === "furniture" || (i < FIRST_LINES && roleLine(line)))
      return false
    return line.length > 100 || (block.kind === "paragraph" && /[.!?…]["”’)]*$/.test(line))
  })
  return first === -1 ? page.blocks.length : first
}

/** The words before the first label, or all of them, are one speaker's if the page says whose. */
function openingTurns(
  page: ReadPage,
  blocks: readonly Block[],
  speaker: string | null,
  end: number,
): Turn[] {
  const first = proseStart(page)
  const block = page.blocks[first]
  if (speaker === null || !block || block.from >= end) return []
  return spokenSpans(page.text, blocks, { from: block.from, to: end }, first).map((span) => ({
    speaker,
    span,
    time: timeAt(page, span.from),
  }))
}

/** Who speaks where no label says so: the holder of an office in the first lines, or "Remarks by …". */
function statedSpeaker(page: ReadPage): string | null {
  const lines = page.blocks.slice(0, FIRST_LINES).map((block) => slice(page.text, block))
  for (const line of lines) {
    const role = roleLine(line)
    if (role) return role.name
  }
  const { title } = page.metadata
  return soleSpeaker(title === null ? lines.slice(0, 3) : [title, ...lines.slice(0, 3)])
}

/** Headers of what sites print after a transcript, and inside it. */
const TAIL =
  /^(?:geography|topics?|persons?|people|additional|publication (?:status|date)|text version|tags?|related.{0,40}|see also)$/i

/** Before the first words everything is heading; after it lines are spoken, but for what the site put in. */
function labelRecordBlocks(page: ReadPage, first: number): Block[] {
  const lines = page.blocks.map((block) => slice(page.text, block))
  const kinds = page.blocks.map((block, i) => {
    const above = i < first && (!KEPT.has(block.kind) || isStampLine(lines[i]!))
    if (above) return "heading"
    return KEPT.has(block.kind) ? block.kind : "paragraph"
  })
  const shortFrom = lines.findLastIndex((line) => !isShortLine(line)) + 1
  for (let i = first; i < lines.length; i++) {
    if (TAIL.test(lines[i]!)) kinds.fill("furniture", i, insertEnd(lines, i, shortFrom))
  }
  return page.blocks.map(({ from, to }, i) => ({ from, to, kind: kinds[i]! }))
}

const KEPT: ReadonlySet<Block["kind"]> = new Set(["furniture", "caption", "blockquote"])

/** Where an insertion that begins with a header ends: after a date, or with the text if only short lines follow. */
function insertEnd(lines: readonly string[], at: number, shortFrom: number): number {
  for (let i = at + 1; i <= at + 3 && i < lines.length; i++) {
    if (parseDateLine(lines[i]!)) return i + 1
  }
  return at + 1 >= shortFrom ? lines.length : at + 1
}

function isShortLine(line: string): boolean {
  return line.length <= 100 && !/[.!?]["”’]?$/.test(line) && labelAtStart(line) === null
}
