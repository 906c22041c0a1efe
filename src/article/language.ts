import { addTo } from "../text/group-by.ts"

/**
 * Words so common that a few lines of prose hold many of them, by language (ISO 639-1). Words that several
 * languages share count for each of them; the whole decides (Grefenstette 1995).
 */
const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en: "the of and to in a is that for it was on with as he be by at his from this have not are but had they which were has their said will who been would an she more when there about after its i you we or than into also over up out no if so what can could some first two other new time only one all any most such many where while during before between against since through under being those these how did do just because may her him our them then very year years says",
  de: "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde",
  fr: "de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il sont avec aux son cette ou leur mais été elle ses être nous fait comme ont on tout sa entre ces deux même",
  es: "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está",
  it: "di e il la che in a per un è del della non una i le con si da dei al lo gli nel sono come più alla anche ha delle ma dal o su nella questo ai suo stato degli se essere ci dalla sua tra loro alle due",
  pt: "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois",
  nl: "de van het een en in is dat op te zijn met voor niet die aan er om ook als bij door naar maar uit nog worden over wordt hij tot deze heeft hebben was dan kan al zo meer wel ze geen dit werd moet",
  sv: "och i att det som en på är av för med den till inte har de om ett var jag men så från vi han kan man när år säger hon under också efter eller nu sin där vid mot ska skulle än ut bara finns",
  da: "og i at det er en til af på for med den som de ikke der har han var et fra men om vi jeg sig kan ved man så eller hun blev efter skal også være nu ud op over mod ville siger havde da nar",
  no: "og i det er på til som en å at for av har med de ikke den han var et om fra men vi jeg seg så kan ved man eller hun blir etter skal også være nå ut opp over mot ville sier hadde da når",
  fi: "ja on ei se että oli hän mutta myös kun ovat joka niin kuin ole sen tai vain jos mukaan hänen sekä jo vielä ne mitä nyt sitä tämä ollut voi ennen eikä jälkeen kanssa olla sanoo",
  pl: "w i na się z do że nie jest o to jak po za od przez dla a ale przy co jego są już tym oraz tylko był ze jej może być było tego które który lub także została będzie",
  cs: "a se v na je že s z do o k i to jako za by pro ale po jsou od jeho které který už ve podle také nebo být byl aby při tak však až má jen které bude není",
  sk: "a sa v na je že s z do o k aj to ako za by pre ale po sú od jeho ktoré ktorý už vo podľa tiež alebo byť bol aby pri tak však až má len bude nie",
  hu: "a az és hogy nem is egy van ez meg de volt mint csak már ki el még után vagy szerint azt lesz pedig mert be ha amely ezt sem több lehet között",
  ro: "de și în a la cu pe care nu din că o un este pentru mai s-a se au fost sunt ce prin după dar fi al sau lui ca am fi cel această acest când până",
  hr: "i je u na da se za su od s a o što koji kako će ne nije bi to iz kao sam po ali biti samo koja koje do nakon te ili već ima još prema bio",
  tr: "ve bir bu için de da ile olarak olan çok daha gibi en sonra ancak ise kadar ne değil var ya her olduğunu o dedi diye göre tarafından bin yıl",
  id: "yang dan di dengan untuk ini dari dalam itu tidak akan pada juga ke karena tersebut bisa ada mereka oleh sudah saat telah atau kata adalah sebagai kami para bahwa lebih",
  vi: "và của là có cho được trong không một với các những người đã này khi đến từ để về ra cũng như tại vào ông sẽ theo năm trên nhiều",
  ca: "de la i el que a en les els un per una amb del no és al es ha va més als com ho o però també seva han seu dels aquest són aquesta fins",
  ru: "и в не на что с по как это он но к из у за от его для так же все о бы было только был она мы то был ее или уже если до при году лет также может",
  uk: "і в не на що з та це як до у за він від про для його але був є також після року які який було те або щоб так вже ми під час лише бути",
  bg: "на и в да се за от с не е по че са като до до ще това при но които който има след този или във беше според може през още така",
  sr: "и је у на да се за су од са а о што који како ће не није би то из као сам по али бити само која које до након или већ има још према био",
  ar: "في من على أن إلى التي عن مع الذي هذا كان ما هذه لا بعد كما بين قال أو وقد قد ذلك حيث خلال كل وفي إن لم",
  fa: "و در به از که این را با است برای آن یک خود تا بر هم شد نیز می های کرد شده بود اما یا پس",
  el: "και το να του η της με που την για από τον στο είναι ότι τα των οι στην θα δεν σε μια τους ο έχει από αυτό ως",
  he: "של את על לא כי עם הוא גם זה אל היא כל או אם בין יותר אך היה לו אבל כמו אני רק יש",
  hi: "के में है की को से और का पर ने कि यह भी एक हैं नहीं इस हो कर लिए था तो गया साथ",
}

/** Scripts that one language (of news that we know) writes, by a range of its letters. */
const SCRIPTS: readonly (readonly [language: string, letters: string])[] = [
  ["ja", "\\u3040-\\u30ff"],
  ["ko", "\\uac00-\\ud7af"],
  ["zh", "\\u4e00-\\u9fff"],
  ["th", "\\u0e00-\\u0e7f"],
  ["ka", "\\u10a0-\\u10ff"],
  ["hy", "\\u0530-\\u058f"],
  ["bn", "\\u0980-\\u09ff"],
  ["ta", "\\u0b80-\\u0bff"],
]
const LETTERS_OF: readonly (readonly [language: string, letters: RegExp])[] = SCRIPTS.map(
  ([language, letters]) => [language, new RegExp(`[${letters}]`, "g")],
)
/** A text without any of their letters, nearly every one, is asked nothing more. */
const ANY_SCRIPT = new RegExp(`[${SCRIPTS.map(([, letters]) => letters).join("")}]`)

/** Characters from which the language is told; more change nothing. */
const SAMPLE = 2500
/** Share of words that must be a language's function words; prose has 30 to 50 of a hundred, lists of names none. */
const LEAST_SHARE = 0.1
/** Words below which an answer would be a guess. */
const LEAST_WORDS = 8
/** Words and share from which the text itself is believed against what its page declares: templates lie. */
const SURE_WORDS = 60
const SURE_SHARE = 0.25

/** In alphabetical order, so that of two with as many words the first is taken. */
const LANGUAGES: readonly string[] = Object.keys(FUNCTION_WORDS).sort()
/** The languages, as indices, whose function word a word is. */
const LANGUAGES_OF: ReadonlyMap<string, readonly number[]> = invert()

/** Runs of letters; those of English come first because they are told at a glance. */
const WORDS = /(?:[a-z]|[\p{L}\p{M}])+/gu

/** The language of a text (ISO 639-1): its own words where they leave no doubt, else what is declared of it. */
export function languageOf(text: string, declared: string | null): string | null {
  const sample = text.slice(0, SAMPLE)
  const script = byScript(sample)
  if (script) return script
  const words = sample.toLowerCase().match(WORDS) ?? []
  const found = byFunctionWords(words)
  const sure = words.length >= SURE_WORDS && (found?.share ?? 0) >= SURE_SHARE
  const tag = languageOfTag(declared)
  return (sure ? found!.language : (tag ?? found?.language)) ?? null
}

/** The language of a tag: `en` of `en-US`; null where it is none. */
export function languageOfTag(tag: string | null | undefined): string | null {
  return /^([a-z]{2})(?:[-_]|$)/.exec(tag?.trim().toLowerCase() ?? "")?.[1] ?? null
}

function byScript(sample: string): string | null {
  if (!ANY_SCRIPT.test(sample)) return null
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters < LEAST_WORDS) return null
  for (const [language, pattern] of LETTERS_OF) {
    const own = sample.match(pattern)?.length ?? 0
    // Japanese is told by its kana, though most of its letters are Chinese.
    if (own >= letters * (language === "ja" ? 0.1 : 0.4)) return language
  }
  return null
}

function byFunctionWords(words: readonly string[]): { language: string; share: number } | null {
  if (words.length < LEAST_WORDS) return null
  const counts = new Int32Array(LANGUAGES.length)
  for (const word of words) {
    const languages = LANGUAGES_OF.get(word)
    if (languages) for (const language of languages) counts[language]!++
  }
  const most = counts.reduce((best, count, i) => (count > counts[best]! ? i : best), 0)
  const share = counts[most]! / words.length
  return share >= LEAST_SHARE ? { language: LANGUAGES[most]!, share } : null
}

function invert(): ReadonlyMap<string, readonly number[]> {
  const languages = new Map<string, number[]>()
  for (const [i, language] of LANGUAGES.entries())
    for (const word of new Set(FUNCTION_WORDS[language]!.split(" "))) addTo(languages, word, i)
  return languages
}
