import type { Published } from "./article.ts"
import { parseDate } from "./published.ts"

export interface Dateline {
  readonly outlet: string
  readonly published: Published | null
}

/** A dateline is over within so many characters, or there is none. */
const LONGEST = 120
/** A place in capitals, `US, WASHINGTON`, with or without a date behind it; a region may follow in small letters. */
const PLACE = /^\p{Lu}[\p{Lu}.'’-]+(?:$|[ ,])/u
const OUTLET = /^\p{Lu}[\p{L}\p{N}.&'’ -]{1,39}$/u
const DASH = /^ ?(?:--?|[–—])\s?\S/u

/**
 * The dateline that opens a story, `HARBOUR TOWN, May 14, 2025 (North Wire) --` or `(CNN) —`: whose story it is, and its
 * day where the year stands there too. Brackets without place or dash behind them are a remark, not a dateline.
 */
export function parseDateline(paragraph: string): Dateline | null {
  const head = paragraph.slice(0, LONGEST)
  const open = head.indexOf("(")
  const close = head.indexOf(")", open)
  if (open < 0 || close < 0 || !DASH.test(head.slice(close + 1))) return null
  const place = head.slice(0, open).trim()
  const outlet = head.slice(open + 1, close)
  if ((place !== "" && !PLACE.test(place)) || !OUTLET.test(outlet)) return null
  return { outlet, published: dayIn(place) }
}

/** The date is what stands behind one of the commas. */
function dayIn(place: string): Published | null {
  for (let comma = place.indexOf(","); comma >= 0; comma = place.indexOf(",", comma + 1)) {
    const found = parseDate(place.slice(comma + 1))
    if (found?.precision === "day") return { ...found, from: "text" }
  }
  return null
}
