import type { Published } from "./article.ts"
import { parseDate } from "./published.ts"

const DAY = /(?<!\d)((?:19|20)\d{2})(?:([-_.])(\d{1,2})\2(\d{1,2})|(\d{2})(\d{2}))(?!\d)/g

/**
 * The day in the name of a file or address, as archives name transcripts: `2016-03-21-town-hall.txt`, `20160321.vtt`.
 * Null where there is none, or more than one.
 */
export function maybeNameDate(path: string): Published | null {
  const name = path.split(/[\\/]/).at(-1) ?? ""
  const days = new Set(
    [...name.matchAll(DAY)].map(([, year, , month, day, months, days]) =>
      [year, month ?? months, day ?? days].map((part) => part!.padStart(2, "0")).join("-"),
    ),
  )
  const [only] = days
  const found = days.size === 1 ? parseDate(only!) : null
  return found && { ...found, from: "file name" }
}
