/** An HTML entity met in a string: what it stands for, and where it ends. */
export interface Entity {
  readonly text: string
  readonly to: number
}

/** Longest entity looked for, `&` and `;` included: `&thickapprox;` and `&#x1F600;` fit. */
const MAX_LENGTH = 14
const NUMERIC = /^&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));/i
const NAMED = /^&([a-z]{2,10});/i
/** `&eacute;`, `&Ouml;`: the letter and the name of its diacritic. */
const LETTER = /^([a-z])(acute|grave|circ|uml|tilde|cedil|ring|caron)$/i
/** As they combine with the letter before them. */
const DIACRITICS: Readonly<Record<string, string>> = {
  acute: "\u0301",
  grave: "\u0300",
  circ: "\u0302",
  uml: "\u0308",
  tilde: "\u0303",
  cedil: "\u0327",
  ring: "\u030a",
  caron: "\u030c",
}

/** Entities that news text holds; letters with diacritics go by rule. */
const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    nbsp: "\u00a0",
    shy: "\u00ad",
    ensp: "\u2002",
    emsp: "\u2003",
    thinsp: "\u2009",
    zwnj: "\u200c",
    zwj: "\u200d",
    lrm: "\u200e",
    rlm: "\u200f",
    lsquo: "‘",
    rsquo: "’",
    sbquo: "‚",
    ldquo: "“",
    rdquo: "”",
    bdquo: "„",
    laquo: "«",
    raquo: "»",
    ndash: "–",
    mdash: "—",
    hellip: "…",
    middot: "·",
    bull: "•",
    lsqb: "[",
    rsqb: "]",
    lbrack: "[",
    rbrack: "]",
    lpar: "(",
    rpar: ")",
    comma: ",",
    period: ".",
    szlig: "ß",
    aelig: "æ",
    oelig: "œ",
    oslash: "ø",
    AElig: "Æ",
    OElig: "Œ",
    Oslash: "Ø",
    percnt: "%",
  }),
)

/** A text with the entities in it read as what they stand for; what is none stays as it is. */
export function readEntities(text: string): string {
  return text.replace(ENTITY, (all) => maybeEntity(all, 0, all.length)?.text ?? all)
}

const ENTITY = /&#?[0-9a-z]{1,10};/gi

/** The entity that begins at `at`, where an `&` stands; null where none does. */
export function maybeEntity(text: string, at: number, end: number): Entity | null {
  const window = text.slice(at, Math.min(end, at + MAX_LENGTH))
  const numeric = NUMERIC.exec(window)
  if (numeric) return numericEntity(numeric, at)
  const named = NAMED.exec(window)
  const value = named && nameValue(named[1]!)
  return value ? { text: value, to: at + named[0].length } : null
}

function numericEntity(match: RegExpExecArray, at: number): Entity | null {
  const code = match[1] ? Number.parseInt(match[1], 16) : Number.parseInt(match[2]!, 10)
  if (code === 0 || code > 0x10ffff) return null
  return { text: String.fromCodePoint(code), to: at + match[0].length }
}

function nameValue(name: string): string | null {
  const [, letter, diacritic] = LETTER.exec(name) ?? []
  if (letter && diacritic) return (letter + DIACRITICS[diacritic.toLowerCase()]).normalize("NFC")
  return NAMES.get(name) ?? NAMES.get(name.toLowerCase()) ?? null
}
