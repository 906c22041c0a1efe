import { SMALL_NUMBERS, TENS } from "../text/number-words.ts"

/**
 * Words that are one word written differently: British and American spelling, figures and number words, titles cut
 * short, an apostrophe lost (many transcripts print "dont" and "thats") or an s behind it (`James’`, `James’s`). The key of two variants is equal; it is not meant for eyes.
 */
export function variantKey(word: string): string {
  const owner = word.endsWith("s's") ? word.slice(0, -"'s".length) : word
  const norm = owner.includes("'") ? owner.replaceAll("'", "") : owner
  return numberKey(norm) ?? WHOLE.get(norm) ?? spellingKey(norm)
}

/** The key of two neighbouring words that are elsewhere one: `per cent`, `can not`, `twenty-one`, a broken `39. 5`. */
export function joinedKey(first: string, second: string): string {
  const tens = NUMBERS.get(first)
  const ones = NUMBERS.get(second)
  if (
    tens !== undefined &&
    ones !== undefined &&
    tens >= 20 &&
    tens < 100 &&
    ones > 0 &&
    ones < 10
  ) {
    return `#${tens + ones}`
  }
  const count = numberOf(first)
  const scale = SCALES.get(second)
  if (count !== null && scale !== undefined) return `#${count * scale}`
  if (startsWithDigit(first) && WHOLE_NUMBER.test(first) && DECIMALS.test(second))
    return variantKey(`${first}.${second}`)
  return variantKey(first + second)
}

const WHOLE_NUMBER = /^\d{1,9}$/
/** Three digits are thousands: `1 000`. */
const DECIMALS = /^\d{1,2}$/

/** Whether the word is a number, in figures or in words: `18`, `eighteen`, `18th`, `million`, `thousands`, `3.5bn`. */
export function isNumber(norm: string): boolean {
  return (
    startsWithDigit(norm) ||
    NUMBERS.has(norm) ||
    ORDINALS.has(norm) ||
    SCALES.has(norm.endsWith("s") ? norm.slice(0, -1) : norm)
  )
}

function startsWithDigit(norm: string): boolean {
  const unit = norm.charCodeAt(0)
  return unit >= 0x30 && unit <= 0x39
}

function numberKey(norm: string): string | null {
  const value = numberOf(norm)
  if (value !== null) return `#${value}`
  const figure = startsWithDigit(norm) ? FIGURE_ORDINAL.exec(norm)?.[1] : undefined
  const ordinal = ORDINALS.get(norm) ?? figure
  return ordinal === undefined ? null : `#${Number(ordinal)}th`
}

const FIGURE_ORDINAL = /^(\d{1,4})(?:st|nd|rd|th)$/
const FIGURE = /^\d{1,15}(?:\.\d{1,6})?$/

function numberOf(norm: string): number | null {
  return NUMBERS.get(norm) ?? (startsWithDigit(norm) && FIGURE.test(norm) ? Number(norm) : null)
}

const FIRSTS =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"

const NUMBERS: ReadonlyMap<string, number> = new Map([...SMALL_NUMBERS, ...TENS])
const ORDINALS: ReadonlyMap<string, number> = new Map(
  FIRSTS.split(" ").map((word, i): [string, number] => [word, i + 1]),
)
const SCALES: ReadonlyMap<string, number> = new Map([
  ["hundred", 1e2],
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
])

/** Groups of spellings that no rule below brings together. */
const SPELLINGS = `
grey gray;cheque check;plough plow;draught draft;gaol jail;tyre tire;kerb curb;mould mold;storey story;ageing aging
moustache mustache;pyjamas pajamas;aluminium aluminum;artefact artifact;artefacts artifacts;sceptic skeptic
sceptics skeptics;sceptical skeptical;scepticism skepticism;programme program;programmes programs;adviser advisor
advisers advisors;okay ok;fulfil fulfill;fulfils fulfills;fulfilment fulfillment;enrol enroll;enrolment enrollment
skilful skillful;wilful willful;instalment installment;towards toward;afterwards afterward;backwards backward
forwards forward;upwards upward;downwards downward;amongst among;whilst while;learnt learned;dreamt dreamed
burnt burned;spelt spelled;spoilt spoiled;leant leaned;judgement judgment;judgements judgments
acknowledgement acknowledgment;jewellery jewelry;omelette omelet;doughnut donut;cosy cozy;carcase carcass
sulphur sulfur;manoeuvre maneuver;manoeuvres maneuvers;foetus fetus;enquiry inquiry;enquiries inquiries
practise practice;practised practiced;practising practicing;percent pct;email e-mail;til till
senator sen;senators sens;representative rep;representatives reps;governor gov;general gen;mister mr;doctor dr
professor prof;lieutenant lt;sergeant sgt;captain capt;colonel col;reverend rev;versus vs;department dept`
const WHOLE: ReadonlyMap<string, string> = new Map(
  SPELLINGS.split(/[;\n]/).flatMap((group) => {
    const [first, ...rest] = group.trim().split(" ")
    return first ? [first, ...rest].map((word): [string, string] => [word, first]) : []
  }),
)

/** Shortest words that the spelling rules look at: below it `four` would become `for`, `prise` `prize`. */
const SHORTEST = 5

/** British endings brought to American ones; two different words that meet here would be a fault. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [
    /our(?=$|s$|ed$|ing$|able$|ably$|ite$|ful$|fully$|less$|er$|ers$|al$|ally$|hood$|hoods$|ous$|ously$)/,
    "or",
  ],
  [/is(?=e$|ed$|es$|er$|ers$|ing$|ation$|ations$|ational$)/, "iz"],
  [/ys(?=e$|ed$|es$|ing$)/, "yz"],
  [/([tb])re(?=$|s$|d$)/, "$1er"],
  [/ens(?=e$|es$|eless$)/, "enc"],
  [/ll(?=ed$|ing$|er$|ers$|or$|ors$|ous$|ously$|ist$)/, "l"],
  [/ogue(?=$|s$)/, "og"],
  [/(an|h|leuk)ae(?=m)/, "$1e"],
  [/^paed/, "ped"],
  [/amme(?=$|s$)/, "am"],
]

/** What a word must hold for any rule to look at it. */
const VARIABLE = /our|[iy]s[aei]|[tb]re|ense|ll[eio]|ogue|ae|amme/

/** Words that a rule would make equal to another word. */
const EXEMPT: ReadonlySet<string> = new Set(
  "prise prises prised prising filling filing filled filed pilling piling tolling toiling billing biling polling poling wiling willing".split(
    " ",
  ),
)

function spellingKey(norm: string): string {
  if (norm.length < SHORTEST || !VARIABLE.test(norm) || EXEMPT.has(norm)) return norm
  let key = norm
  for (const [british, american] of RULES) key = key.replace(british, american)
  return key
}
