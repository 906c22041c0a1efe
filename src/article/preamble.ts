import { slice } from "../text/span.ts"
import type { Block, Published } from "./article.ts"
import { parseDate, parseDateLine } from "./published.ts"
import { isOffice } from "./speaker-label.ts"

/** What the lines before the first words of a transcript say about the occasion. */
export interface Preamble {
  readonly published: Published | null
  readonly place: string | null
  /** "President: Ada Lindqvist" names who "THE PRESIDENT" is. */
  readonly roles: ReadonlyMap<string, string>
}

/** How many lines may stand before the first words. */
const LONGEST = 30

export function readPreamble(text: string, blocks: readonly Block[]): Preamble {
  const lines = blocks.slice(0, LONGEST).map((block) => slice(text, block))
  const at = lines.findIndex((line) => parseDateLine(line) !== null)
  return {
    ...(at === -1 ? { published: null, place: null } : occasion(lines, at)),
    roles: rolesOf(lines),
  }
}

/** The date, the time of day on the next line, and the place after them. */
function occasion(lines: readonly string[], at: number): Pick<Preamble, "published" | "place"> {
  const date = parseDateLine(lines[at]!)!
  const clock = /^(\d{1,2}:\d{2})$/.exec(lines[at + 1] ?? "")?.[1]
  const timed =
    clock && date.precision === "day" ? parseDate(`${date.value} ${clock.padStart(5, "0")}`) : null
  const place = lines[at + (clock ? 2 : 1)]
  return {
    published: { ...(timed ?? date), from: "transcript" },
    place: place !== undefined && isPlace(place) ? place : null,
  }
}

/** A short line of names: "Novo-Ogaryovo, Moscow Region". */
function isPlace(line: string): boolean {
  const words = line.split(/[\s,]+/).filter((word) => word !== "")
  return (
    words.length <= 8 &&
    /^\p{Lu}/u.test(line) &&
    !/[.!?:;\d]/.test(line) &&
    words.every((word) => /^[\p{Lu}(]|^(?:of|the|de|la|in|at|and)$/u.test(word))
  )
}

const ROLE_LINE =
  /^(?:the )?(\p{Lu}\p{L}+(?: \p{L}+){0,2}): (\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]*\.?){0,2} \p{Lu}[\p{L}'’-]+)$/u

/** Whether a line only says who holds an office: it is no label and speaks no words. */
export function roleLine(line: string): { readonly role: string; readonly name: string } | null {
  const [, role, name] = ROLE_LINE.exec(line) ?? []
  const isField = role && name && /\p{Ll}/u.test(role) && isOffice(role)
  return isField ? { role: role.toLowerCase(), name } : null
}

function rolesOf(lines: readonly string[]): ReadonlyMap<string, string> {
  const found = lines.slice(0, 5).flatMap((line) => roleLine(line) ?? [])
  return new Map(found.map(({ role, name }) => [role, name]))
}

const SPOKEN_BY =
  /^(?:transcript of )?(?:a |the )?(?:remarks|speech|statement|address|keynote|lecture|sermon|testimony|opening (?:remarks|statement)|press conference) (?:by|of|from) /i
const NAME = /^\p{Lu}[\p{L}.'’-]*(?: (?:of|the|de|van|von|bin|al|\p{Lu}[\p{L}.'’-]*)){1,9}/u
const OWN_SPEECH =
  /^(\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,5})(?:’s|'s) (?:full |opening |acceptance |inaugural |farewell )?(?:remarks|speech|statement|address|keynote)\b/u

/** Who speaks in a text without labels, if a title or first line says so. */
export function soleSpeaker(lines: readonly string[]): string | null {
  for (const line of lines) {
    const by = SPOKEN_BY.exec(line)
    const name = by ? NAME.exec(line.slice(by[0].length))?.[0] : OWN_SPEECH.exec(line)?.[1]
    if (name) return name.replace(/(?: (?:of|the|de|van|von|bin|al))+$/, "")
  }
  return null
}
