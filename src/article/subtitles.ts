import type { Source } from "../source/source.ts"
import { readEntities } from "../text/entity.ts"
import type { Block, Turn } from "./article.ts"
import { NO_METADATA, type Reading } from "./page.ts"

/** Words shown on screen at one time. */
interface Cue {
  /** As printed. */
  readonly time: string
  readonly from: number
  readonly to: number
  /** From a voice tag; null where there is none. */
  readonly speaker: string | null
  readonly text: string
  /** Whether the cue marks by `>>` or `-` that somebody else speaks. */
  readonly fresh: boolean
}

interface Paragraph {
  readonly speaker: string | null
  readonly time: string
  readonly text: string
}

/** Silence, in seconds, after which a new paragraph begins. */
const PAUSE = 3
/** Characters after which a paragraph ends with its sentence, so that time codes stay near the words. */
const LONG_PARAGRAPH = 600
const LONGEST_PARAGRAPH = 1200

/** Reads SubRip and WebVTT as running text: a paragraph for each speaker, pause or some sentences. */
export function readSubtitlePage(text: string, source: Source): Reading {
  const cues = withoutRolling(readCues(text))
  let written = ""
  const blocks: Block[] = []
  const turns: Turn[] = []
  const times: { at: number; time: string }[] = []
  for (const paragraph of paragraphsOf(cues)) {
    if (written !== "") written += "\n\n"
    const from = written.length
    written += paragraph.speaker === null ? "" : `${paragraph.speaker}: `
    const span = { from: written.length, to: written.length + paragraph.text.length }
    written += paragraph.text
    times.push({ at: from, time: paragraph.time })
    blocks.push({ from, to: span.to, kind: "paragraph" })
    if (paragraph.speaker !== null)
      turns.push({ speaker: paragraph.speaker, span, time: paragraph.time })
  }
  const metadata = { ...NO_METADATA, title: source.stated.title ?? null }
  return {
    pages: [
      {
        text: written,
        blocks,
        links: [],
        emphasis: [],
        metadata,
        turns,
        times,
        headline: null,
        ownId: null,
        part: "",
      },
    ],
    notices: [],
  }
}

const TIMES =
  /^((?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3})[ \t]+-->[ \t]+((?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3})/

function readCues(text: string): Cue[] {
  const cues: Cue[] = []
  const lines = text.split(/\r\n?|\n/)
  for (let i = 0; i < lines.length; i++) {
    const times = TIMES.exec(lines[i]!.trim())
    if (!times) continue
    const shown: string[] = []
    while (i + 1 < lines.length && lines[i + 1]!.trim() !== "" && !TIMES.test(lines[i + 1]!.trim()))
      shown.push(lines[++i]!)
    // Without a blank line between two cues the next one's number has been taken for words.
    if (TIMES.test(lines[i + 1]?.trim() ?? "") && /^\d+$/.test(shown.at(-1)?.trim() ?? ""))
      shown.pop()
    for (const cue of cuesOf(shown.join("\n"), times[1]!, times[2]!)) cues.push(cue)
  }
  return cues
}

/** A cue's words by voice; several people may speak in one cue. */
function cuesOf(shown: string, begin: string, end: string): Cue[] {
  const voices = shown.split(/(?=<v[ .])/)
  return voices.flatMap((voice) => {
    const speaker = /^<v(?:\.[^\s>]*)?[ \t]+([^>]+)>/.exec(voice)?.[1]?.trim() ?? null
    return voice
      .split(/\n(?=\s*(?:>>|[-–—]\s*\p{Lu}))/u)
      .map((part) => ({
        time: begin,
        from: secondsOf(begin),
        to: secondsOf(end),
        speaker,
        text: plainCue(part).replace(/^(?:>>+|[-–—](?=\s?\p{Lu}))\s*/u, ""),
        fresh: /^\s*(?:>>|&gt;&gt;|[-–—]\s?\p{Lu})/u.test(part.replace(/<[^>]*>/g, "")),
      }))
      .filter((cue) => cue.text !== "")
  })
}

/** Says in which direction a line is written. */
const DIRECTION = /[\u200e\u200f]/g

function plainCue(text: string): string {
  return readEntities(text.replace(/<[^<>]*>|\{\\[^{}]*\}/g, ""))
    .replace(DIRECTION, "")
    .replace(/\s+/g, " ")
    .trim()
}

function secondsOf(time: string): number {
  return time
    .replace(",", ".")
    .split(":")
    .reduce((sum, part) => sum * 60 + Number(part), 0)
}

/** Live captions repeat the last line when the next one comes: words at the start of a cue that ended the one before. */
function withoutRolling(cues: readonly Cue[]): Cue[] {
  const kept: Cue[] = []
  let before = ""
  for (const cue of cues) {
    const repeated = before !== "" && (cue.text === before || cue.text.startsWith(`${before} `))
    const text = repeated ? cue.text.slice(before.length).trim() : cue.text
    if (text !== "") kept.push({ ...cue, text })
    before = text === "" ? before : text
  }
  return kept
}

function paragraphsOf(cues: readonly Cue[]): Paragraph[] {
  const paragraphs: { speaker: string | null; time: string; text: string; to: number }[] = []
  for (const cue of cues) {
    const open = paragraphs.at(-1)
    if (open && goesOn(open, cue)) {
      open.text += ` ${cue.text}`
      open.to = cue.to
    } else paragraphs.push({ speaker: cue.speaker, time: cue.time, text: cue.text, to: cue.to })
  }
  return paragraphs
}

function goesOn(open: { speaker: string | null; text: string; to: number }, cue: Cue): boolean {
  if (cue.fresh || cue.speaker !== open.speaker || cue.from - open.to > PAUSE) return false
  if (/^\p{Lu}[\p{Lu} .'’-]{1,40}: /u.test(cue.text) || open.text.length > LONGEST_PARAGRAPH)
    return false
  return open.text.length < LONG_PARAGRAPH || !/[.!?…]["”’)]*$/.test(open.text)
}
