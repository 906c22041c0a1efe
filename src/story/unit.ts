import { compareText } from "../text/compare-text.ts"
/** What a number measures, and how many characters behind the number say so. */
export interface Unit {
  /** `$`, `€`, `£`, `¥`, `percent`, a measure in the singular ("mile"); null where things are counted. */
  readonly name: string | null
  readonly length: number
}

const NO_UNIT: Unit = { name: null, length: 0 }

/** A blank or a hyphen, also as texts cut into words print it: "eight - year". */
const GAP = "(?:\\s-\\s|[\\s-])"

export const PERCENT: RegExp = new RegExp(
  `^(?:\\s?%|${GAP}(?:percent|per cent|pct)\\b|${GAP}percentage points?\\b|\\sof a percentage point\\b)`,
  "i",
)

/** Measures by their name in the singular; behind it other forms than a plural in s. */
const MEASURES = `
second; minute; hour; day; week; month; year; decade
inch, inches; foot, feet; yard; mile; nautical mile; light-year
millimeter, millimetre, mm; centimeter, centimetre, cm; meter, metre; kilometer, kilometre, km
square mile; square foot, square feet; square meter, square metre; square kilometer, square kilometre; acre; hectare
cubic foot, cubic feet; cubic meter, cubic metre; gallon; liter, litre; barrel; pint; quart; bushel
pound; ounce, oz; lb; ton; tonne; gram; milligram, mg; kilogram, kg, kilo; calorie; degree; decibel, dB; knot; volt
mile per hour, miles per hour, miles an hour, mph; kilometer per hour, km/h, kph
watt; kilowatt, kW; megawatt, MW; gigawatt, GW; kilowatt-hour, kWh
megabyte, MB; gigabyte, GB; terabyte, TB; megahertz, MHz; gigahertz, GHz`

const NAME_OF: ReadonlyMap<string, string> = new Map(
  MEASURES.trim()
    .split(/; |\n/)
    .flatMap((measure) => {
      const forms = measure.toLowerCase().split(", ")
      const name = forms[0]!
      return [...forms, ...forms.map((form) => `${form}s`)].map((form) => [form, name] as const)
    }),
)
/** Longer names go first. */
const FORMS = [...NAME_OF.keys()].sort((a, b) => b.length - a.length || compareText(a, b)).join("|")

export const MEASURE: RegExp = new RegExp(`^${GAP}(${FORMS})(?![\\w/])(?:[\\s-]olds?\\b)?`, "i")

const CURRENCY_AFTER =
  /^[\s-](?:U\.?S\.?\s)?(dollars?|euros?|pounds?|crowns?|rubles?|roubles?|yen|yuan|rupees?|francs?|pesos?|cents?)\b/i
const CURRENCIES: Readonly<Record<string, string>> = {
  dollar: "$",
  euro: "€",
  pound: "£",
  yen: "¥",
}

/** Sums of money run into thousands; what is printed as "20 pounds" is a weight. */
const SUM = /thousand|million|billion|trillion/i

/** Whether a unit stands right behind a number. */
export function hasUnit(after: string): boolean {
  return PERCENT.test(after) || MEASURE.test(after) || CURRENCY_AFTER.test(after)
}

/** The unit of a number, by the sign of money before it or by the words behind it. */
export function unitOf(money: string, printed: string, after: string): Unit {
  if (money !== "") return { name: money.replace(/^US/, ""), length: 0 }
  const percent = PERCENT.exec(after)
  if (percent) return { name: "percent", length: percent[0].length }
  const currency = CURRENCY_AFTER.exec(after)
  const name = currency?.[1]?.toLowerCase().replace(/s$/, "")
  if (currency && name && (name !== "pound" || SUM.test(printed))) {
    return { name: CURRENCIES[name] ?? name, length: currency[0].length }
  }
  const article = /half$/i.test(printed) ? (/^\san?(?=\s)/.exec(after)?.[0].length ?? 0) : 0
  const measure = MEASURE.exec(after.slice(article))
  if (!measure) return NO_UNIT
  const form = measure[1]!.toLowerCase()
  return { name: NAME_OF.get(form) ?? form, length: article + measure[0].length }
}
