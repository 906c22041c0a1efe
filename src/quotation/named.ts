import { hashWords, SHAPE } from "../text/words.ts"
import { IS } from "./lexicon.ts"
import { firstTokenFrom, type Reading } from "./reading.ts"

// Beside English, marks hold the names of papers, companies and ships far more often: газета «Маяк», die Fähre „Stern“.

/** How a language says that words in marks are a name. */
interface NamingWords {
  /** What has a name in marks behind it, by the beginning or, where compounds are written as one word, the end of the word. */
  readonly kinds: RegExp
  /** Who is asked or cited right before a name: "laut", "selon". */
  readonly sources: ReadonlySet<number>
  /** What calls a thing something: behind it words in marks are somebody's after all. */
  readonly calling: ReadonlySet<number>
  /** Articles of a thing that is known; behind "ein" or "un" stands what somebody calls it. */
  readonly articles: ReadonlySet<number>
  /** Whether a verb of speech right before marks, without a colon, has the name as its subject. */
  readonly verbFirst: boolean
}

const NAMING: Readonly<Record<string, NamingWords>> = {
  de: {
    kinds:
      /(?:zeitung|zeitschrift|magazin|blatt|agentur|sender|portal|ausgabe|film|buch|roman|lied|song|album|serie|sendung|show|oper|stück|titel|motto|partei|initiative|verein|verband|gruppe|band|organisation|bündnis|aktion|projekt|programm|dienst|preis|gesetz|schiff|fähre|frachter|tanker|restaurant|hotel|theater|firma|unternehmen)(?:s|es|n|en|e)?$/u,
    sources: hashWords("laut gegenüber"),
    calling: hashWords("nannte nannten nennt nennen genannt bezeichnete bezeichneten bezeichnet"),
    articles: hashWords("der die das dem den des"),
    verbFirst: false,
  },
  fr: {
    kinds:
      /^(?:[ld]['’])?(?:journal|journaux|quotidiens?|hebdomadaires?|mensuels?|magazines?|revues?|chaînes?|radio|agences?|sites?|films?|livres?|romans?|albums?|chansons?|séries?|émissions?|associations?|collectifs?|groupes?|partis?|mouvements?|sociétés?|entreprises?|navires?|bateaux?|ferry|projets?|prix|opération|festivals?|spectacles?|pièces?|documentaires?|programmes?|titre|slogan)$/u,
    sources: hashWords("selon"),
    calling: hashWords("qualifié qualifie qualifiait appelle appelé jugé juge traité"),
    articles: hashWords("le la les l l' l’"),
    verbFirst: false,
  },
  es: {
    kinds:
      /^(?:diarios?|periódicos?|semanarios?|revistas?|cadenas?|emisoras?|agencias?|portal(?:es)?|películas?|libros?|novelas?|álbum|discos?|canci(?:ón|ones)|series?|programas?|asociaci(?:ón|ones)|colectivos?|grupos?|partidos?|movimientos?|empresas?|sociedad(?:es)?|buques?|barcos?|proyectos?|premios?|operación|festival(?:es)?|obras?|documental(?:es)?|bandas?|lema|título)$/u,
    sources: hashWords("según"),
    calling: hashWords("calificó califica calificado llamó llama tildó tacha tachó"),
    articles: hashWords("el la los las"),
    verbFirst: false,
  },
  ru: {
    kinds:
      /^(?:газет|журнал|агентств|телеканал|канал|телекомпани|радио|издани|портал|сайт|компани|концерн|корпораци|холдинг|предприяти|фирм|парти|движени|фильм|картин|сериал|книг|роман|песн|альбом|спектакл|опер[аеуы]|клуб|команд|корабл|судн|теплоход|паром|танкер|завод|фонд|банк|проект|программ|передач|организаци|объединени|ассоциаци|групп|театр|отел|гостиниц|магазин|премии|премию|премия|орден|ооо$|оао$|зао$|пао$|ао$)/u,
    sources: hashWords("согласно"),
    calling: hashWords("назвал назвала назвали называет называют"),
    articles: new Set(),
    verbFirst: true,
  },
}

/** Most tokens of a name. */
const MAX_NAME = 8
/** How far before the marks a verb of calling is looked for. */
const CALLING_REACH = 12

/** Whether words in marks name a paper, a company, a work or a ship rather than being anybody's words. */
export function isNamed(reading: Reading, part: number): boolean {
  const naming = NAMING[reading.article.language ?? "en"]
  if (!naming || !isNameLike(reading, part)) return false
  const { words, bits, sentence, parts } = reading
  const start = firstTokenFrom(words, parts[part]!.outer.from)
  const isHere = (i: number): boolean => i >= 0 && sentence[i] === sentence[start]
  for (let i = start - 1; isHere(i) && i >= start - CALLING_REACH; i--)
    if (naming.calling.has(words.hash[i]!)) return false
  const speaks = reportsItself(reading, part)
  if (!isHere(start - 1)) return speaks
  if (naming.kinds.test(wordAt(reading, start - 1))) return true
  const isKnown = naming.articles.has(words.hash[start - 1]!)
  const lead = isKnown ? start - 2 : start - 1
  if (isHere(lead) && naming.sources.has(words.hash[lead]!)) return true
  if (naming.verbFirst && (bits[start - 1]! & IS.cue) !== 0) return true
  return isKnown && speaks
}

/** „Der Kurier“ meldet, dass …: a verb of speech right behind the marks, and nobody behind it who would be its subject. */
function reportsItself({ words, bits, sentence, parts }: Reading, part: number): boolean {
  const verb = firstTokenFrom(words, parts[part]!.outer.to)
  const isHere = (i: number): boolean => i < words.count && sentence[i] === sentence[verb - 1]
  if (!isHere(verb) || (bits[verb]! & IS.cue) === 0) return false
  if (!isHere(verb + 1)) return true
  return words.shape[verb + 1] !== SHAPE.capital && (bits[verb + 1]! & SUBJECT) === 0
}

const SUBJECT = IS.he | IS.she | IS.they | IS.determiner | IS.role | IS.title

function wordAt({ words }: Reading, i: number): string {
  return words.text.slice(words.from[i]!, words.to[i]!).toLowerCase()
}

/** Begins with a capital, is short, and ends with neither a comma nor a full stop. */
function isNameLike({ words, parts }: Reading, part: number): boolean {
  const start = firstTokenFrom(words, parts[part]!.from)
  const end = firstTokenFrom(words, parts[part]!.to)
  const isHigh = words.shape[start] === SHAPE.capital || words.shape[start] === SHAPE.upper
  return isHigh && end - start <= MAX_NAME && words.shape[end - 1] !== SHAPE.mark
}
