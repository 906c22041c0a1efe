import { isNumber } from "./variants.ts"

/** How alike two different words are: `misprint` is the same word with a slip, `form` shares its stem. */
export const LIKENESS = { none: 0, form: 1, misprint: 2 } as const

/** Shortest word in which a slip is told from another word: `form` and `from` are both words. */
const MISPRINT_LENGTH = 6
/** Letters at a word's end in which a difference makes another form or another word. */
const ENDING = 2
/** Shortest shared beginning of two forms of a word. */
const STEM_LENGTH = 4

export function likenessOf(a: string, b: string): number {
  if (a === b) return LIKENESS.misprint
  if (isMisprint(a, b)) return LIKENESS.misprint
  return isForm(a, b) ? LIKENESS.form : LIKENESS.none
}

/**
 * One letter dropped, doubled, changed or swapped with its neighbour, inside a word of some length. What is no swap
 * must stand before the word's ending: `idea`, `ideas` and `ideals` are three words.
 */
function isMisprint(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < MISPRINT_LENGTH - 1 || Math.abs(a.length - b.length) > 1)
    return false
  if (Math.max(a.length, b.length) < MISPRINT_LENGTH || isNumber(a) || isNumber(b)) return false
  if (a.includes("'") || b.includes("'")) return false
  const from = sharedStart(a, b)
  const tail = sharedEnd(a, b, from)
  if (from === 0) return false
  const restA = a.length - from - tail
  const restB = b.length - from - tail
  return (
    isOneSlip(a.slice(from, from + restA), b.slice(from, from + restB), tail) && !isConfusable(a, b)
  )
}

function isOneSlip(a: string, b: string, tail: number): boolean {
  const swapped = a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0]
  return swapped || (tail >= ENDING && a.length <= 1 && b.length <= 1)
}

/** Real words one slip apart, which change what was said. */
const CONFUSABLES = `
immoral immortal;casual causal;martial marital;united untied;county country;through thorough;infection injection
infected injected;nuclear unclear;election ejection;adoption adaption;adopted adapted;conserve converse
conservation conversation;personal personnel;proscribe prescribe;proscribed prescribed;perspective prospective
reality realty;message massage;mission mistion;morning mourning;statue statute;stature statute;infamous infamies
planned panned;resigned reigned;detract detroit;insulation insolation;inflation inflection;further father
finally finely;moral mortal;historic histeric;illusion allusion;border boarder;boarder broader;border broader
county bounty;threat thread;threatened threaded;started stated;stated states;staring starting;parties patties
winner winter;relation relations;raised raided;killed filled;passed parsed;passing pausing;desert dessert
career carrier;assure assume;assured assumed;mediation meditation;intention invention;intervention invention
retaliation realization;contract contact;contracts contacts;contest context;consent content;present prevent
prevented presented;defence defiance;deceased diseased;imminent immanent;eminent imminent;allowed alloyed
coming combing;strong string;friend fiend;friends fiends;charged changed;charge change;changes charges;causes caused
attach attack;attacked attached;bombing booming;believe relieve;decent descent;resident president;police policy`
const CONFUSABLE: ReadonlySet<string> = new Set(
  CONFUSABLES.split(/[;\n]/).map((pair) => pair.trim().split(" ").toSorted().join(" ")),
)

function isConfusable(a: string, b: string): boolean {
  return CONFUSABLE.has(a < b ? `${a} ${b}` : `${b} ${a}`)
}

/** A shared stem: `save` and `saves`, `Russia` and `Russian`; or two numbers. */
function isForm(a: string, b: string): boolean {
  if (isNumber(a) || isNumber(b)) return isNumber(a) && isNumber(b)
  const shared = sharedStart(a, b)
  return shared >= STEM_LENGTH && shared * 5 >= Math.max(a.length, b.length) * 3
}

function sharedStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let n = 0
  while (n < most && a.charCodeAt(n) === b.charCodeAt(n)) n++
  return n
}

function sharedEnd(a: string, b: string, from: number): number {
  const most = Math.min(a.length, b.length) - from
  let n = 0
  while (n < most && a.charCodeAt(a.length - 1 - n) === b.charCodeAt(b.length - 1 - n)) n++
  return n
}
