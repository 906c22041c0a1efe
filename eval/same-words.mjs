// Whether a quotation and a passage of a transcript are the same words, by a reading of its own that shares no code with the
// product. It is meant to be small and blunt: what it cannot bring together counts as a difference.
//   Taken out: the labels of a transcript's turns, stage directions, what a page says between its own marks (“…,” she said,
//   “…”), entities. Made alike: case and letters with accents, numerals and number words, British and American endings, a few
//   other spellings, titles cut short, `U.S.` and `United States`. Signs and the spaces between words say nothing: `health care` is `healthcare`, `[W]hen` is `when`.

const ENTITY = /&(?:nbsp|quot|apos|amp|#\d+);/g
/** `MR. HOLT:` or `Anna Holt (via interpreter):` where a line begins, or behind a sentence's end. */
const LABEL = /(^|[\n.?!)\]"”]\s*)(?:[A-Z][\p{L}.'’-]*\s+){0,3}[A-Z][\p{L}'’-]+(?: \([^)]*\))?:/gu
const ROOM =
  /applause|laugh|cheer|boo(?:s|ing)|inaudible|crosstalk|unintelligible|ringing|ph|chant/i
const BRACKET = /[[(][^\])]{1,60}[\])]/g
/** Few words with one that says so between a mark that closes and one that opens. */
const ATTRIBUTION = /[,.?!]["”]\s+(?:\S+\s+){0,4}?\S*(?:said|says|added|asked|told)[^"“]{0,40}["“]/g

const UNITS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
const ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth"
const FIGURES = new Map([
  ...UNITS.split(" ").map((word, i) => [word, i]),
  ...TENS.split(" ").map((word, i) => [word, 20 + 10 * i]),
])
const SCALES = new Map([
  ["hundred", 100],
  ["thousand", 1000],
])
const SPELLINGS = new Map(
  Object.entries({
    ...{ okay: "ok", percent: "%", judgement: "judgment", grey: "gray", pct: "%" },
    ...{ senator: "sen", senators: "sens", representative: "rep", governor: "gov", mister: "mr" },
    ...{ doctor: "dr", general: "gen", sergeant: "sgt", captain: "capt", lieutenant: "lt" },
  }),
)

/** Number words in figures: `two hundred` is 200, `twenty one` 21, `second` 2nd. */
function inFigures(words) {
  const told = []
  let count = null
  for (const word of words) {
    const value = FIGURES.get(word) ?? (/^\d+$/.test(word) ? Number(word) : null)
    if (value !== null && count !== null && count >= 20 && count % 10 === 0 && value < 10) {
      count += value
    } else if (count !== null && SCALES.has(word)) count *= SCALES.get(word)
    else {
      if (count !== null) told.push(String(count))
      count = value
      if (value === null) told.push(word)
    }
  }
  return count === null ? told : [...told, String(count)]
}

function spelledAlike(word) {
  const ordinal = ORDINALS.split(" ").indexOf(word)
  if (ordinal > 0) return `${ordinal}${["", "st", "nd", "rd"][ordinal] ?? "th"}`
  return (SPELLINGS.get(word) ?? word)
    .replace(/is(?=e$|ed$|es$|ing$|ation$)/, "iz")
    .replace(/our(?=$|s$|ed$|ing$|able$)/, "or")
    .replace(/ll(?=ed$|ing$|er$)/, "l")
    .replace(/tre$/, "ter")
    .replace(/ence$/, "ense")
}

/** The letters and figures of what is said, in one string. */
function saidIn(text) {
  const spoken = text
    .replace(ENTITY, " ")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(ATTRIBUTION, " ")
    .replace(BRACKET, (bracket) => (ROOM.test(bracket) ? " " : bracket))
    .replace(LABEL, "$1")
  const words =
    spoken
      .toLowerCase()
      .replace(/['’‘[\]]/g, "")
      .replace(/(\d),(?=\d{3})/g, "$1")
      .replace(/per cent/g, "percent")
      .replace(/united states/g, "us")
      .match(/[\p{L}\p{N}]+|%/gu) ?? []
  return inFigures(words).map(spelledAlike).join("")
}

export function isSameWords(quotation, passage) {
  return saidIn(quotation) === saidIn(passage)
}
