import { compareText } from "../text/compare-text.ts"

/** News agencies: their text is printed by others under credit, so a copy runs from them. */
const AGENCIES: ReadonlyMap<string, readonly string[]> = new Map([
  ["Associated Press", ["AP"]],
  ["Reuters", ["Thomson Reuters"]],
  ["Agence France-Presse", ["AFP", "Agence France Presse"]],
  ["United Press International", ["UPI"]],
  ["Press Association", ["PA Media", "PA news agency"]],
  ["Deutsche Presse-Agentur", ["dpa"]],
  ["Kyodo News", ["Kyodo"]],
  ["Xinhua", ["Xinhua News Agency"]],
  ["TASS", ["ITAR-TASS", "Itar-Tass"]],
  ["Interfax", []],
  ["RIA Novosti", []],
  ["Bloomberg", ["Bloomberg News"]],
  ["McClatchy", ["McClatchy Newspapers"]],
  ["Tribune News Service", []],
  ["City News Service", []],
  ["Canadian Press", []],
  ["Australian Associated Press", ["AAP"]],
  ["ANSA", []],
  ["EFE", ["Agencia EFE"]],
  ["Anadolu Agency", ["Anadolu"]],
  ["Yonhap", ["Yonhap News Agency"]],
  ["Press Trust of India", ["PTI"]],
])

/** Other names under which outlets are cited, each with the name it stands for. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ...[...AGENCIES].flatMap(([name, others]) => others.map((other) => [other, name] as const)),
  ["NYT", "New York Times"],
  ["WaPo", "Washington Post"],
  ["WSJ", "Wall Street Journal"],
  ["Huffington Post", "HuffPost"],
  ["FoxNews.com", "Fox News"],
  ["Fox News Channel", "Fox News"],
  ["Fox", "Fox News"],
  ["CNN.com", "CNN"],
  ["NBC", "NBC News"],
  ["CBS", "CBS News"],
  ["ABC", "ABC News"],
  ["BBC", "BBC News"],
  ["FT", "Financial Times"],
  ["Beast", "Daily Beast"],
])

/** Outlets whose names have nothing of an outlet's name. */
const KNOWN: ReadonlySet<string> = new Set(
  [
    ...AGENCIES.keys(),
    ...ALIASES.keys(),
    ...ALIASES.values(),
    "Newsweek",
    "Politico",
    "Axios",
    "BuzzFeed",
    "Vox",
    "Slate",
    "Salon",
    "Breitbart",
    "Forbes",
    "Fortune",
    "Time",
    "Bloomberg",
    "The Atlantic",
    "The Economist",
    "The Hill",
    "The Intercept",
    "The Blaze",
    "The Onion",
    "MSNBC",
    "CNBC",
    "NPR",
    "PBS",
    "C-SPAN",
    "Newsmax",
    "Al Jazeera",
    "RT",
    "Sputnik",
    "Telemundo",
    "Univision",
    "Der Spiegel",
    "Die Zeit",
    "Bild",
    "Le Monde",
    "Le Figaro",
    "Libération",
    "El País",
    "El Mundo",
    "Corriere della Sera",
    "La Repubblica",
    "Haaretz",
    "Meduza",
    "Kommersant",
    "Izvestia",
    "Vedomosti",
    "Mother Jones",
    "ProPublica",
    "RedState",
    "Townhall",
    "HotAir",
    "Twitter",
    "The Verge",
    "TechCrunch",
    "Wired",
    "TMZ",
    "Variety",
    "Reason",
    "Quartz",
  ].map(keyOf),
)

/** Words that make a run of capitalised words the name of an outlet. */
const OUTLET_WORD =
  /(?:^|\s)(?:Times|Post|News|Newspapers?|Journal|Tribune|Herald|Gazette|Magazine|Weekly|TV|Television|Radio|Channel|Network|Press|Agency|Today|Telegraph|Guardian|Chronicle|Review|Reporter|Observer|Courier|Examiner|Globe|Mail|Mirror|Independent|Dispatch|Inquirer|Register|Wire|Broadcasting|FM|Daily|Media|Standard|Sentinel|Bulletin|Monitor|Beacon|Caller|Beast|Intelligencer|Free Beacon|Argus|Echo|Advertiser|Zeitung|Presse|Novosti)(?:$|\s)/

/** An outlet's name without what comes and goes: "The", a domain's ending, case, a dot. */
export function keyOf(name: string): string {
  return name
    .replace(/^(?:the|The|THE)\s/, "")
    .replace(/\.(?:com|org|net|co\.uk)$/i, "")
    .replace(/[.’']/g, "")
    .toLowerCase()
    .trim()
}

const ALIAS_KEYS: ReadonlyMap<string, string> = new Map(
  [...ALIASES].map(([alias, name]) => [keyOf(alias), keyOf(name)]),
)
const AGENCY_KEYS: ReadonlySet<string> = new Set([...AGENCIES.keys()].map(keyOf))

/** One key for all names of one outlet. */
export function outletKey(name: string): string {
  const key = keyOf(name)
  return ALIAS_KEYS.get(key) ?? key
}

/** Whether two articles are of one outlet, as far as is known. */
export function isSameOutlet(
  a: { readonly outlet: string | null },
  b: { readonly outlet: string | null },
): boolean {
  return a.outlet !== null && b.outlet !== null && outletKey(a.outlet) === outletKey(b.outlet)
}

export function isAgency(name: string): boolean {
  return (
    AGENCY_KEYS.has(outletKey(name)) ||
    /\b(?:Wire|Newswire|News Service|(?:News|Press) Agency)$/.test(name)
  )
}

/** Every name under which an agency is credited, the longest first. */
export function agencyNames(): string[] {
  return [...AGENCIES]
    .flatMap(([name, others]) => [name, ...others])
    .toSorted((a, b) => b.length - a.length || compareText(a, b))
}

/** The full name of an agency known under several: "AP" is the Associated Press. */
export function agencyName(name: string): string {
  const key = outletKey(name)
  return [...AGENCIES.keys()].find((agency) => keyOf(agency) === key) ?? name
}

/** What an outlet is, not which. */
const NO_NAME = /^(?:TV|Television|Radio|Press|Media|News|Channel|Network|Agency|Daily|Magazine)$/
/** A site is named by its address. */
const SITE = /^\w[\w-]*\.(?:com|org|net|tv|co\.uk)$/i

/** Whether a capitalised name is an outlet's, as far as its words tell. */
export function isOutletName(name: string): boolean {
  if (NO_NAME.test(name)) return false
  return KNOWN.has(keyOf(name)) || OUTLET_WORD.test(name) || SITE.test(name)
}

/** The forms under which a text may name an outlet, longest first; none too short or common to tell. */
function namesOf(outlet: string): string[] {
  const key = outletKey(outlet)
  const plain = outlet.replace(/^(?:The|the)\s/, "")
  const aliases = [...ALIASES].filter(([, name]) => keyOf(name) === key).map(([alias]) => alias)
  const canonical = [...AGENCIES.keys(), ...ALIASES.values()].filter((name) => keyOf(name) === key)
  return [...new Set([plain, ...canonical, ...aliases])]
    .filter((name) => name.length > 1 && !/^(?:Fox|Beast|Time|PA)$/.test(name))
    .toSorted((a, b) => b.length - a.length || compareText(a, b))
}

/** Where a text first names an outlet, as whole words. */
export function maybeNamed(text: string, outlet: string): { from: number; to: number } | null {
  for (const name of namesOf(outlet)) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const isWhole =
        !/[\p{L}\p{N}]/u.test(text[at - 1] ?? " ") &&
        !/[\p{L}\p{N}]/u.test(text[at + name.length] ?? " ")
      if (isWhole) return { from: at, to: at + name.length }
    }
  }
  return null
}
