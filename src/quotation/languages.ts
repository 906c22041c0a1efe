import type { Article } from "../article/article.ts"
import type { Notice } from "../source/notice.ts"

/** What is known of a language beside English: words by what they can be, each list parted by spaces. */
export interface LanguageWords {
  /** Speech verbs, and words that name a source without one: "laut", "selon". */
  readonly cue: string
  readonly he: string
  readonly she: string
  readonly they: string
  readonly title: string
  /** Who speaks without a name, beside the titles: bodies and callings. */
  readonly role: string
  readonly calendar: string
  readonly determiner: string
  /** Capitalised only because a sentence begins. */
  readonly small: string
  readonly auxiliary: string
  readonly particle: string
  /** What stands before a name that is no subject. */
  readonly preposition: string
  /** Pronouns that are tied to a verb behind it: "dit-il", "a-t-elle dit". */
  readonly tied?: { readonly he: string; readonly she: string; readonly they: string }
  /** Whether the clause that names the speaker may stand between the marks. */
  readonly insertsClauses?: true
}

export const OTHER_LANGUAGES: Readonly<Record<string, LanguageWords>> = {
  de: {
    cue:
      "sagte sagt sagten sagen gesagt erklärte erklärt erklärten betonte betont meinte meint fügte ergänzte ergänzt kritisierte kritisiert warnte warnt forderte fordert forderten " +
      "teilte teilten äußerte äußerten schrieb schreibt schrieben zitierte zitiert berichtete berichtet berichten antwortete antwortet fragte fragt sprach spricht kündigte bezeichnete nannte lobte räumte " +
      "versicherte verteidigte wies erwiderte entgegnete bekräftigte twitterte twittert laut zufolge so gab hieß heißt mahnte begründete begründet begründen konstatierte monierte prophezeite meldet meldete melden erklären sagen betonen meinen fordern beschrieb beschreibt resümierte schilderte erzählte erzählt erläuterte erläutert gestand hob bemerkte bemerkt verlautbarte lobt freute reagierte verkündete verkündet unterstrich behauptete bestätigte bedauerte rief befand urteilte würdigte skandierten versprach angaben ansicht meinung einschätzung darstellung aussage",
    he: "er",
    she: "sie",
    they: "wir ich uns mich",
    title:
      "herr frau präsident präsidentin bundespräsident bundeskanzler bundeskanzlerin kanzler kanzlerin minister ministerin außenminister außenministerin innenminister innenministerin verteidigungsminister finanzminister " +
      "premierminister premierministerin ministerpräsident ministerpräsidentin bürgermeister bürgermeisterin sprecher sprecherin pressesprecher pressesprecherin regierungssprecher professor dr prof chef chefin vorsitzender vorsitzende parteichef generalsekretär generalsekretärin trainer bundestrainer trainerin direktor direktorin regierungschef regierungschefin staatschef kardinal bischof papst anwalt anwältin landrat landrätin senator senatorin staatssekretär staatssekretärin abgeordneter abgeordnete fraktionschef fraktionschefin verteidigungsministerin finanzministerin innensenator",
    role:
      "behörde behörden polizei polizeisprecher polizeisprecherin staatsanwaltschaft ministerium außenministerium innenministerium regierung bundesregierung universität gericht partei unternehmen konzern verein verband gewerkschaft opposition kommission rat vorstand " +
      "fraktion zeitung zeuge zeugin zeugen augenzeuge experte expertin experten forscher forscherin wissenschaftler wissenschaftlerin politiker politikerin student studentin veranstalter feuerwehr stadt stadtverwaltung armee militär botschaft botschafter präsidium richter richterin",
    calendar:
      "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz april mai juni juli august september oktober november dezember uhr",
    determiner:
      "der die das den dem des ein eine einer eines einem einen sein seine seiner ihre ihrer kein keine dieser diese dieses",
    small:
      "und oder aber denn weil dass daß wenn als wie nach vor bei mit von zu zum zur aus auf in im am an für über unter gegen durch ohne um bis seit während wegen trotz nun auch nur noch schon sehr " +
      "der die das den dem des ein eine einer eines einem einen er sie es wir ich ihr man sein seine ihre dieser diese dieses hier dort da dann so was wer wo warum ja nein nicht mehr alle viele beide andere " +
      "es man heute gestern morgen zudem dabei damit daher deshalb dennoch jedoch außerdem allerdings bereits damals danach inzwischen unterdessen zuvor laut",
    auxiliary:
      "hat haben hatte hatten ist sind war waren wird werden wurde wurden habe sei auch am dann dazu",
    particle: "von van",
    preposition:
      "über an am mit zu zum zur von vom für gegen gegenüber nach auf bei beim aus in im um durch wegen seit als wie",
  },
  fr: {
    cue:
      "dit disait déclare déclaré déclarait affirme affirmé affirmait explique expliqué expliquait ajoute ajouté ajoutait assure assuré estime estimé estimait souligne souligné indique indiqué précise précisé " +
      "raconte raconté lance lancé écrit écrivait répond répondu rappelle rappelé confie confié martèle martelé regrette regretté dénonce dénoncé conclut poursuit insiste insisté prévient prévenu annonce annoncé " +
      "demande demandé reconnaît reconnu commente commenté résume réagit juge jugé selon promet promis tweeté avertit averti note noté promis promet félicité félicitée réjoui réjouie indigné indignée interrogé interrogée tonné tonne plaidé plaide soutient soutenu fait tranché tranche tempéré tempère nuancé nuance exclamé exclame soupire ironise ironisé lâché lâche glissé glisse souffle rétorque rétorqué renchérit détaille détaillé analyse observe observé constate constaté témoigne témoigné alerte alerté informé emporté considère considéré parle parlé",
    he: "il lui",
    she: "elle",
    they: "ils elles nous je on vous",
    title:
      "m mme monsieur madame président présidente ministre premier première secrétaire maire sénateur sénatrice député députée porte-parole professeur docteur chef directeur directrice chancelier chancelière roi reine prince pape général préfet préfète procureur procureure avocat avocate ambassadeur ambassadrice patron patronne gouverneur commissaire",
    role: "gouvernement ministère préfecture police parquet mairie entreprise groupe syndicat parti opposition association journal quotidien témoin habitant habitante expert experte chercheur chercheuse élu élue responsable riverain riveraine pêcheur source",
    calendar:
      "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    determiner:
      "le la les l un une des du de ce cet cette ces son sa ses leur leurs mon ma mes notre nos",
    small:
      "le la les un une des du de et ou mais donc or ni car que qui quoi dont où si quand comme lorsque dans sur sous avec sans pour par en à au aux chez vers entre contre depuis pendant avant après selon ce cet cette ces " +
      "il elle ils elles nous vous je on son sa ses leur leurs c'est d'après ainsi alors aussi puis enfin ensuite cependant pourtant toutefois hier aujourd'hui demain même plus moins très tout tous toute toutes oui non ne pas",
    auxiliary: "a ont avait avaient est sont était étaient t aussi ensuite encore également s'est",
    particle: "de du des la le d",
    preposition:
      "de du des d d' à au aux pour par avec sur contre dans chez en envers comme vers sans",
    tied: { he: "il", she: "elle", they: "ils elles on" },
    insertsClauses: true,
  },
  es: {
    cue:
      "dijo dice dijeron decía declaró declara declararon afirmó afirma afirmaron explicó explica añadió añade agregó agrega aseguró asegura aseguraron señaló señala señalaron indicó indica sostuvo sostiene manifestó manifiesta " +
      "expresó comentó comenta respondió responde preguntó pregunta escribió escribe advirtió advierte apuntó apunta recordó recuerda subrayó subraya insistió insiste concluyó concluye según reconoció reconoce anunció anuncia " +
      "denunció criticó lamentó prometió destacó destaca matizó contó cuenta precisó admitió reiteró tuiteó pidió dicho declarado afirmado explicado añadido agregado asegurado señalado indicado sostenido manifestado expresado comentado respondido preguntado escrito advertido recordado subrayado insistido concluido reconocido anunciado denunciado criticado lamentado lamenta prometido promete criticó critica destacado contado precisado admitido reiterado pedido pide relató relata zanjó espetó replicó apostilló remachó informó informa detalló detalla recalcó recalca argumentó argumenta ironizó exclamó sentenció celebró alertó alerta propuso opinó opina considera consideró contestó habló habla",
    he: "él",
    she: "ella",
    they: "ellos ellas nosotros yo usted ustedes",
    title:
      "señor señora sr sra don doña presidente presidenta ministro ministra primer primera secretario secretaria alcalde alcaldesa senador senadora diputado diputada portavoz profesor profesora doctor doctora jefe jefa director directora canciller rey reina príncipe papa general gobernador gobernadora fiscal abogado abogada embajador embajadora juez jueza concejal vicepresidente vicepresidenta consejero consejera",
    role: "gobierno ayuntamiento ministerio policía fiscalía empresa grupo sindicato partido oposición asociación diario periódico testigo vecino vecina experto experta investigador investigadora responsable pescador fuente fuentes",
    calendar:
      "lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    determiner: "el la los las un una unos unas su sus este esta estos estas ese esa mi",
    small:
      "el la los las un una unos unas y e o u pero sino que quien quienes cual cuando como donde si en sobre con sin para por a al de del desde hasta entre contra hacia según tras ante bajo durante este esta estos estas ese esa eso su sus " +
      "yo él ella ellos ellas nosotros usted ya no sí también además así entonces luego hoy ayer mañana muy más menos todo todos toda todas aunque porque mientras asimismo sin embargo",
    auxiliary: "ha han había habían es son era fue fueron también además ayer hoy",
    particle: "de del la las los y",
    preposition: "de del a al para por con sobre contra en entre hacia como desde sin ante",
    insertsClauses: true,
  },
  ru: {
    cue:
      "сказал сказала сказали говорит говорил говорила говорят заявил заявила заявили заявляет отметил отметила отметили отмечает подчеркнул подчеркнула подчеркивает добавил добавила добавили сообщил сообщила сообщили сообщает " +
      "рассказал рассказала рассказали пояснил пояснила объяснил объяснила ответил ответила написал написала пишет считает считают спросил спросила уверен уверена признал признала предупредил предупредила уточнил уточнила " +
      "утверждает утверждал напомнил напомнила указал указала цитирует приводит передает передаёт рассказывает поясняет объясняет добавляет подчёркивает подчёркивал заверил заверила пообещал пообещала обещает признаёт признается возразил возразила обратил обратила призвал призвала потребовал потребовала написали рассказали воскликнул воскликнула заметил заметила назвал назвала прокомментировал прокомментировала резюмировал подытожил констатировал констатировала полагает выразил выразила объявил объявила попросил попросила исключил исключила словам мнению данным",
    he: "он ему",
    she: "она ей",
    they: "они мы я вы его её ее их",
    title:
      "президент премьер премьер-министр министр глава депутат сенатор губернатор мэр директор председатель секретарь представитель официальный генерал полковник профессор доктор лидер канцлер посол пресс-секретарь спикер адвокат журналист господин госпожа президента министра главы мэра губернатора депутата премьера посол адвоката вице-премьер замминистра заместитель",
    role: "правительство министерство министерстве мэрия мэрии полиция полиции прокуратура прокуратуре ведомство ведомстве компания компании партия партии оппозиция газета газете агентство очевидец эксперт источник собеседник пресс-служба пресс-службе представительница житель жительница рыбак",
    calendar:
      "понедельник вторник среда среду четверг пятница пятницу суббота субботу воскресенье январь января февраль февраля март марта апрель апреля май мая июнь июня июль июля август августа сентябрь сентября октябрь октября ноябрь ноября декабрь декабря",
    determiner: "этот эта это эти тот та те его её ее их наш наша",
    small:
      "и а но или да что как когда если чтобы потому поэтому в во на по с со из от до для без при про через над под между о об у к ко не ни же бы ли он она оно они мы я вы этот эта это эти тот та то те его её ее их все всё " +
      "также тоже еще ещё уже только очень более менее так там тут здесь где кто чем чего ранее позже сегодня вчера завтра теперь однако кроме после перед согласно",
    auxiliary: "был была были также ранее позже накануне",
    particle: "де фон ван аль бен",
    preposition: "о об в во на с со к ко у для от из за против про перед между при без до после",
    insertsClauses: true,
  },
}

const COVERED: readonly string[] = ["en", ...Object.keys(OTHER_LANGUAGES)]

/** A notice for an article in a language that is not covered; one whose language is unknown is read as English. */
export function findUncoveredLanguage(article: Article): Notice[] {
  const { language, source } = article
  if (language === null || COVERED.includes(language)) return []
  const text = `${source} is in a language that is not covered (${language}): words in quotation marks were looked for, but speakers may be wrong or missing.`
  return [{ kind: "language", source, text }]
}

/** Whether pages of its language name the speaker between the marks. */
export function insertsClauses({ language }: Article): boolean {
  return OTHER_LANGUAGES[language ?? "en"]?.insertsClauses === true
}

/** Whether words said without quotation marks can be found too. */
export function isFullyCovered(article: Article): boolean {
  return article.language === null || article.language === "en"
}
