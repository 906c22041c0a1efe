import { describe, expect, test } from "vitest"
import { findQuotations } from "../src/quotation/find.ts"
import { isSpeech } from "../src/quotation/quotation.ts"
import { BLANK } from "./pages.ts"

// What a newsroom prints, by language and form. `[Nora Quill|We stay]` stands for the words We stay, said by Nora Quill;
// `[|We stay]` by nobody who is named. Marks around words without brackets hold no speech.

const GERMAN = {
  "the verb behind": [
    "„[Hanna Brodersen|Der Hafen bleibt den ganzen Winter offen]“, sagte Hanna Brodersen am Dienstag.",
    "„[Hanna Brodersen|Wir schließen keinen Kai]“, betonte die Bürgermeisterin Hanna Brodersen.",
    "„[Jörn Petersen|Der Deich hält bis zum Frühjahr]“, erklärte Jörn Petersen, Sprecher der Werft.",
    "»[Jörn Petersen|Das Wasser steht uns bis zum Hals]«, warnte Jörn Petersen.",
    "„[Jörn Petersen|Dafür fehlt uns das Geld]“, so Jörn Petersen.",
    "„[Jörn Petersen|Wir haben lange gewartet]“, sagte Petersen. Jörn Petersen leitet die Werft.",
    '"[Hanna Brodersen|Die Fähre fährt wieder]", teilte Hanna Brodersen mit.',
    "„[Jörn Petersen|Kommt das Geld noch?]“, fragte Jörn Petersen.",
    "„[Hanna Brodersen|Wir brauchen dringend Hilfe]“, sagte die Bürgermeisterin von Kelderwiek, Hanna Brodersen.",
  ],
  "the verb before": [
    "Hanna Brodersen sagte: „[Hanna Brodersen|Der Hafen bleibt offen.]“",
    "Bürgermeisterin Hanna Brodersen erklärte am Montag: „[Hanna Brodersen|Wir haben das so nicht gewollt.]“",
    "Jörn Petersen schrieb auf Twitter: „[Jörn Petersen|Der Deich ist nicht dicht.]“",
    "Laut Jörn Petersen ist der Deich „[Jörn Petersen|nicht mehr zu retten]“.",
    "Am Montag sagte Jörn Petersen: „[Jörn Petersen|Wir gehen nicht.]“",
    "Der Minister Jörn Petersen warnte vor der Werft: „[Jörn Petersen|Das wird teuer.]“",
    "Hanna Brodersen: „[Hanna Brodersen|Wir brauchen dringend Hilfe.]“",
  ],
  "the verb between": [
    "„[Hanna Brodersen|Der Hafen bleibt offen]“, sagte Hanna Brodersen, „[Hanna Brodersen|und die Fähre fährt.]“",
    "„[Jörn Petersen|Wir warten]“, sagte Jörn Petersen. „[Jörn Petersen|Aber nicht mehr lange.]“",
  ],
  "a pronoun": [
    "Hanna Brodersen kam am Abend in den Hafen. „[Hanna Brodersen|Nichts ist verloren]“, sagte sie.",
    "Jörn Petersen stand auf dem Deich. „[Jörn Petersen|Wir müssen alles neu bauen]“, erklärte er.",
    "Jörn Petersen stand auf dem Deich. Er sagte: „[Jörn Petersen|Das hält nie im Leben.]“",
    "Hanna Brodersen hielt eine Rede. „[Hanna Brodersen|Ich bleibe hier]“, fügte sie hinzu.",
  ],
  "an office": [
    "Bürgermeisterin Hanna Brodersen kam in den Hafen. „[Hanna Brodersen|Nichts ist verloren]“, sagte die Bürgermeisterin.",
    "„[|Wir prüfen den Antrag noch]“, sagte ein Sprecher.",
    "„[|Der Antrag liegt uns nicht vor]“, teilte die Behörde mit.",
  ],
  "not speech": [
    "Der Film „Die Flut am Morgen“ läuft am Mittwoch an.",
    "Die Fähre „Stern des Nordens“ legt um acht Uhr ab.",
    "Hanna Brodersen nennt das Projekt „Hafen 2030“.",
    "Die Zeitung „Der Leuchtturm“ erscheint seit 1901.",
    "Der „Hafenkurier“ berichtet, dass die Mole gesperrt wird.",
    "Laut „Wellenblick“ prüft die Stadt den Antrag noch.",
    "Gegenüber der Nachrichtenagentur „Nordpresse“ sagte Jörn Petersen: „[Jörn Petersen|Wir sperren nichts.]“",
  ],
  "inner marks": [
    "„[Jörn Petersen|Sie rief ‚Bleibt stehen‘ und wir blieben]“, sagte Jörn Petersen.",
    "„[Jörn Petersen|Das Schiff ‚Stern des Nordens‘ war nie sicher]“, sagte Jörn Petersen.",
    "»[Hanna Brodersen|Er sagte ›nein‹ und ging]«, erzählte Hanna Brodersen.",
  ],
}

const FRENCH = {
  "the verb behind": [
    "« [Odile Marchais|Le port restera ouvert tout l’hiver] », a déclaré Odile Marchais mardi.",
    "« [Odile Marchais|Nous ne fermerons aucun quai] », affirme Odile Marchais, maire de Kervanec.",
    "“[Bruno Taillard|La digue tiendra jusqu’au bout]”, assure Bruno Taillard.",
    '"[Bruno Taillard|La digue tiendra jusqu’au printemps]", a assuré Bruno Taillard à la radio.',
    "« [Bruno Taillard|Il faut arrêter ce chantier] », a martelé le député Bruno Taillard.",
    "« [Odile Marchais|C’est une bonne nouvelle pour la ville] », s’est félicitée Odile Marchais.",
    "« [Bruno Taillard|Qui va payer tout cela ?] », a demandé Bruno Taillard.",
    "«[Bruno Taillard|On ne nous a rien dit]», regrette Bruno Taillard.",
    "« [Odile Marchais|C’est faux] », a tranché Odile Marchais.",
    "« [Odile Marchais|Nous avons besoin d’aide] », a déclaré à l’AFP Odile Marchais.",
  ],
  "the verb before": [
    "Odile Marchais a déclaré : « [Odile Marchais|Le port restera ouvert.] »",
    "Le ministre Bruno Taillard a prévenu : « [Bruno Taillard|Nous n’irons pas plus loin.] »",
    "Odile Marchais explique que le port est « [Odile Marchais|à bout de souffle] ».",
    "Selon Odile Marchais, « [Odile Marchais|le port restera ouvert tout l’hiver] ».",
    "D’après Bruno Taillard, la digue est « [Bruno Taillard|bonne pour la casse] ».",
    "Bruno Taillard a écrit sur Twitter : « [Bruno Taillard|La digue n’est pas étanche.] »",
    "Odile Marchais (maire de Kervanec) : « [Odile Marchais|Nous avons besoin d’aide.] »",
    "Bruno Taillard parle d’« [Bruno Taillard|un mépris total pour la ville] ».",
  ],
  "the verb between": [
    "« [Odile Marchais|Le port restera ouvert] », a dit Odile Marchais. « [Odile Marchais|Et les bateaux aussi.] »",
    "« [Odile Marchais|Le port restera ouvert], a promis Odile Marchais, [Odile Marchais|et les bateaux sortiront demain]. »",
    "« [Bruno Taillard|La digue tiendra], assure Bruno Taillard. [Bruno Taillard|Nous l’avons renforcée.] »",
    "Odile Marchais a visité le port. « [Odile Marchais|Nous restons ici], a-t-elle dit. [Odile Marchais|Personne ne part.] »",
  ],
  "a pronoun": [
    "Odile Marchais a visité le port. « [Odile Marchais|Rien n’est perdu pour nous] », a-t-elle dit.",
    "Bruno Taillard a visité la digue. « [Bruno Taillard|Tout est à refaire ici] », explique-t-il.",
    "Bruno Taillard a visité la digue. « [Bruno Taillard|Tout est à refaire ici] », dit-il.",
    "Bruno Taillard a visité la digue. Il a ajouté : « [Bruno Taillard|Tout est à refaire.] »",
    "Odile Marchais a reçu les pêcheurs. « [Odile Marchais|Je reste avec vous] », a-t-elle ajouté.",
  ],
  "an office": [
    "La maire Odile Marchais a visité le port. « [Odile Marchais|Rien n’est perdu pour nous] », a déclaré la maire.",
    "« [|Nous étudions encore la demande] », a indiqué un porte-parole.",
    "« [|La demande ne nous est pas parvenue] », a fait savoir la préfecture.",
  ],
  "not speech": [
    "Le film « Les Marées du Nord » sort mercredi.",
    "Le ferry « Étoile du Nord » part à huit heures.",
    "Le quotidien « Le Phare » paraît depuis 1901.",
    "Selon « La Vigie », la ville étudie le projet.",
    "L’association « Port libre » a défilé lundi.",
    "La ville finance le projet « Port 2030 ».",
  ],
  "inner marks": [
    "« [Bruno Taillard|Elle a crié “restez là” et nous sommes restés] », raconte Bruno Taillard.",
    "« [Odile Marchais|Il a dit « non » et il est parti] », raconte Odile Marchais.",
  ],
}

const SPANISH = {
  "the verb behind": [
    "«[Marisa Olmedo|El puerto seguirá abierto todo el invierno]», dijo Marisa Olmedo el martes.",
    "“[Marisa Olmedo|No cerraremos ningún muelle]”, afirmó Marisa Olmedo, alcaldesa de Valdemar.",
    '"[Rubén Salcedo|El dique aguantará hasta la primavera]", aseguró Rubén Salcedo a la radio.',
    "«[Rubén Salcedo|Hay que parar esta obra]», ha advertido el diputado Rubén Salcedo.",
    "“[Rubén Salcedo|¿Quién va a pagar todo esto?]”, preguntó Rubén Salcedo.",
    "“[Rubén Salcedo|No nos han dicho nada]”, lamenta Rubén Salcedo.",
    "“[Marisa Olmedo|Es una buena noticia para la ciudad]”, ha declarado Marisa Olmedo.",
    "«[Rubén Salcedo|Llevamos años esperando]», explicó Salcedo. Rubén Salcedo dirige el astillero.",
    "“[Marisa Olmedo|Necesitamos ayuda]”, reconoció el lunes la alcaldesa de Valdemar, Marisa Olmedo.",
  ],
  "the verb before": [
    "Marisa Olmedo dijo: «[Marisa Olmedo|El puerto seguirá abierto.]»",
    "El ministro Rubén Salcedo advirtió: “[Rubén Salcedo|No iremos más lejos.]”",
    "Según Marisa Olmedo, “[Marisa Olmedo|el puerto seguirá abierto todo el invierno]”.",
    "Marisa Olmedo explicó que el puerto está “[Marisa Olmedo|al borde del colapso]”.",
    "Rubén Salcedo escribió en Twitter: “[Rubén Salcedo|El dique no es estanco.]”",
    "Marisa Olmedo ha señalado que la obra es “[Marisa Olmedo|una vergüenza para todos]”.",
    "Para Rubén Salcedo, “[Rubén Salcedo|el dique es un peligro público]”.",
  ],
  "the verb between": [
    "“[Marisa Olmedo|El puerto seguirá abierto]”, dijo Marisa Olmedo. “[Marisa Olmedo|Y los barcos también.]”",
    "«[Marisa Olmedo|El puerto seguirá abierto] —prometió Marisa Olmedo— [Marisa Olmedo|y los barcos saldrán mañana]».",
    "“[Rubén Salcedo|El dique aguantará], aseguró Rubén Salcedo, [Rubén Salcedo|porque lo hemos reforzado]”.",
    "“[Rubén Salcedo|Esperamos]”, dijo Rubén Salcedo, “[Rubén Salcedo|pero no mucho más]”.",
  ],
  "a pronoun": [
    "Marisa Olmedo visitó el puerto. “[Marisa Olmedo|Nada está perdido]”, dijo ella.",
    "Rubén Salcedo visitó el dique. Él añadió: “[Rubén Salcedo|Hay que rehacerlo todo.]”",
    "Rubén Salcedo visitó el dique. “[Rubén Salcedo|Hay que rehacerlo todo]”, explicó él.",
    "Rubén Salcedo visitó el dique. “[Rubén Salcedo|Hay que rehacerlo todo]”, añadió.",
    "Marisa Olmedo visitó el puerto. “[Marisa Olmedo|Nada está perdido para nosotros]”, ha dicho.",
  ],
  "an office": [
    "La alcaldesa Marisa Olmedo visitó el puerto. “[Marisa Olmedo|Nada está perdido]”, dijo la alcaldesa.",
    "“[|Todavía estudiamos la solicitud]”, indicó un portavoz.",
    "“[|La solicitud no nos ha llegado]”, señaló el ayuntamiento.",
  ],
  "not speech": [
    "La película “Las mareas del norte” se estrena el miércoles.",
    "El ferri «Estrella del Norte» sale a las ocho.",
    "El diario “El Faro” se publica desde 1901.",
    "El diario “La Boya” informa que el muelle cerrará.",
    "Según «La Boya», la ciudad estudia el plan.",
    "La ciudad financia el proyecto “Puerto 2030”.",
  ],
  "inner marks": [
    "«[Rubén Salcedo|Ella gritó “quédense ahí” y nos quedamos]», contó Rubén Salcedo.",
    "“[Marisa Olmedo|Dijo ‘no’ y se fue]”, contó Marisa Olmedo.",
  ],
}

const RUSSIAN = {
  "the verb behind": [
    "«[Анна Ветрова|Порт останется открытым всю зиму]», — сказала Анна Ветрова во вторник.",
    "«[Анна Ветрова|Мы не закроем ни одного причала]», — заявила мэр Анна Ветрова.",
    "«[Илья Корсаков|Дамба выдержит до весны]», — заверил Илья Корсаков.",
    "«[Илья Корсаков|Эту стройку надо остановить]», — предупредил депутат Илья Корсаков.",
    '"[Илья Корсаков|Нам ничего не сказали]", - отметил Илья Корсаков.',
    "«[Илья Корсаков|Кто за всё это заплатит?]» — спросил Илья Корсаков.",
    "„[Анна Ветрова|Паром снова ходит]“, — сообщила Анна Ветрова.",
    "«[Илья Корсаков|Мы ждём уже много лет]», — пояснил Корсаков. Илья Корсаков руководит верфью.",
    "«[Анна Ветрова|Нам нужна помощь]», — сказала агентству Анна Ветрова.",
    "«[Илья Корсаков|Мне нечего скрывать!]» — воскликнул Илья Корсаков.",
  ],
  "the verb before": [
    "Анна Ветрова сказала: «[Анна Ветрова|Порт останется открытым].»",
    "Министр Илья Корсаков предупредил: «[Илья Корсаков|Дальше мы не пойдём]».",
    "Анна Ветрова заявила, что порт «[Анна Ветрова|стоит на краю гибели]».",
    "Илья Корсаков написал в своём канале: «[Илья Корсаков|Дамба течёт]».",
    "По словам Ильи Корсакова, дамба «[Ильи Корсакова|уже никуда не годится]».",
    "Как отметил Илья Корсаков, «[Илья Корсаков|дамба выдержит до самой весны]».",
    "Анна Ветрова: «[Анна Ветрова|Нам нужна помощь]».",
    "Анна Ветрова назвала это «[Анна Ветрова|позором для всего города]».",
  ],
  "the verb between": [
    "«[Анна Ветрова|Порт останется открытым]», — сказала Анна Ветрова. «[Анна Ветрова|И паром тоже]».",
    "«[Анна Ветрова|Порт останется открытым], — пообещала Анна Ветрова, — [Анна Ветрова|и суда выйдут завтра]».",
    "«[Илья Корсаков|Дамба выдержит], — заверил Илья Корсаков. — [Илья Корсаков|Мы её укрепили]».",
    "Анна Ветрова осмотрела порт. «[Анна Ветрова|Мы остаёмся], — сказала она. — [Анна Ветрова|Никто не уезжает]».",
  ],
  "a pronoun": [
    "Анна Ветрова осмотрела порт. «[Анна Ветрова|Ничего не потеряно]», — сказала она.",
    "Илья Корсаков осмотрел дамбу. «[Илья Корсаков|Всё надо переделать]», — пояснил он.",
    "Илья Корсаков осмотрел дамбу. Он добавил: «[Илья Корсаков|Всё надо переделать]».",
    "Илья Корсаков осмотрел дамбу. «[Илья Корсаков|Всё надо переделать заново]», — добавил он.",
    "Анна Ветрова встретилась с рыбаками. «[Анна Ветрова|Я остаюсь с вами]», — подчеркнула она.",
  ],
  "an office": [
    "Мэр Анна Ветрова осмотрела порт. «[Анна Ветрова|Ничего не потеряно]», — сказала мэр.",
    "«[|Мы ещё изучаем заявку]», — сообщил представитель ведомства.",
    "«[|Заявка к нам не поступала]», — сообщили в министерстве.",
  ],
  "not speech": [
    "Фильм «Северные приливы» выходит в среду.",
    "Паром «Звезда Севера» отходит в восемь.",
    "Газета «Маяк» выходит с 1901 года.",
    "Компания «Северный порт» заявила, что причалы закроют весной.",
    "Об этом сообщает «Вестник гавани».",
    "Город оплачивает проект «Порт 2030».",
  ],
  "inner marks": [
    "«[Илья Корсаков|Она крикнула „стойте“, и мы остались]», — рассказал Илья Корсаков.",
    "«[Анна Ветрова|Паром «Звезда Севера» никогда не был надёжным]», — сказала Анна Ветрова.",
  ],
}

/** Takes the brackets out of a sample: the text, and what stood in them. */
function readSample(sample: string): { text: string; said: string[] } {
  const said: string[] = []
  const text = sample.replace(/\[([^|\]]*)\|([^\]]*)\]/g, (_, name: string, words: string) => {
    said.push(`${name}|${words}`)
    return words
  })
  return { text, said }
}

const plain = (words: string): string => words.replace(/[\s.,]+$/u, "")

function found(text: string, language: string): string[] {
  const block = { kind: "paragraph", from: 0, to: text.length } as const
  const article = { ...BLANK, language, text, blocks: [block] }
  return findQuotations(article)
    .filter(isSpeech)
    .flatMap(({ speaker, content }) =>
      content.map((span) => `${speaker?.name ?? ""}|${plain(text.slice(span.from, span.to))}`),
    )
}

const LANGUAGES = { de: GERMAN, fr: FRENCH, es: SPANISH, ru: RUSSIAN }

for (const [language, forms] of Object.entries(LANGUAGES)) {
  describe(`in a newsroom that writes ${language}`, () => {
    for (const [form, samples] of Object.entries(forms)) {
      test.each(samples)(`${form}: %s`, (sample) => {
        const { text, said } = readSample(sample)
        const expected = said.map(plain)
        expect(found(text, language)).toEqual(expected)
      })
    }
  })
}
