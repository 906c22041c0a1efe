import { expect, test } from "vitest"
import type { Edit } from "../src/apparatus/apparatus.ts"
import type { Article } from "../src/article/article.ts"
import type { LineageEdge } from "../src/lineage/lineage.ts"
import { type LineageInput, traceLineage } from "../src/lineage/trace.ts"
import type { Quotation } from "../src/quotation/quotation.ts"
import type { Statement } from "../src/statement/statement.ts"
import { headedPage as page, quote } from "./pages.ts"

function statement(
  quotations: readonly Quotation[],
  records: Statement["records"] = [],
): Statement {
  return {
    id: quotations.map(({ id }) => id).join(),
    speaker: null,
    records,
    witnesses: quotations.map(({ id, article, content }) => ({
      quotation: id,
      article,
      spans: content,
      location: null,
    })),
    echoes: [],
  }
}

function trace(input: Partial<LineageInput>): LineageEdge[] {
  return traceLineage({ articles: [], quotations: [], statements: [], ...input })
}

/** `from kind to`, with a dash for the edges that nobody can direct. */
function inWords(edges: readonly LineageEdge[]): string[] {
  const name = (node: LineageEdge["from"]): string =>
    "article" in node ? node.article : `“${node.name}”`
  return edges.map(
    (edge) => `${name(edge.from)} ${edge.kind}${edge.directed ? "" : "?"} ${name(edge.to)}`,
  )
}

test.each([
  ["The pier is closed, as reported by Tidewatch Weekly.", "Tidewatch Weekly"],
  ["“It is shut,” she told Radio Bellweather on Monday.", "Radio Bellweather"],
  ["In a long interview with the Mirefield Gazette she denied it.", "Mirefield Gazette"],
  ["Ode Marlow, reporting for the Mirefield Gazette, wrote that it leaks.", "Mirefield Gazette"],
  ["The wall leaks, as The Mirefield Gazette recently reported.", "Mirefield Gazette"],
  ["According to the Mirefield Gazette, the wall leaks.", "Mirefield Gazette"],
  ["MIREFIELD (Reuters) - The wall leaks.", "Reuters"],
  ["The Associated Press contributed to this report.", "Associated Press"],
  ["Rue Marlow and The Associated Press contributed to this report.", "Associated Press"],
  ["MIREFIELD, Fens (AP) The wall leaks.", "AP"],
  ["The leak was first reported by Politico. The wall holds.", "Politico"],
  ["In an interview with “Fen at Five” she denied it.", "Fen at Five"],
  ["The wall leaks, according to Mirefield.com.", "Mirefield.com"],
  ["Two in three want it shut, a Tidewatch Weekly poll found.", "Tidewatch Weekly"],
  ["Water is rising, a tally by the Sandlin Institute shows.", "Sandlin Institute"],
])("a text that says where it has its words from cites: %s", (text, source) => {
  expect(inWords(trace({ articles: [page("a", `Wall leaks\n${text}`)] }))).toEqual([
    `a cites “${source}”`,
  ])
})

test.each([
  "She told supporters in Mirefield that the wall holds.",
  "According to Mayor Anselm Grove, the wall holds.",
  "He read the Gazette every day.",
  "She told reporters at the White Mill that the wall holds.",
  "Lawyers for the Mirefield Gazette revealed their names.",
  "The wall has appeared on TV.",
])("people, places and papers that are only mentioned are no source: %s", (text) => {
  expect(trace({ articles: [page("a", `Wall holds\n${text}`)] })).toEqual([])
})

test("an outlet is one of the articles only for a page that has words in common with it", () => {
  const words = "The wall will hold until the last stone of it is sand"
  const gazette = page("gazette", `Wall\n“${words},” she said.`, {
    outlet: "The Mirefield Gazette",
  })
  const blog = page("blog", `Sand\n“${words},” she told the Gazette.`)
  const other = page("other", "Fire\nAccording to the Mirefield Gazette the barn burned.")
  const quotations = [quote(gazette, words), quote(blog, words)]
  const edges = trace({
    articles: [gazette, blog, other],
    quotations,
    statements: [statement(quotations)],
  })
  expect(inWords(edges)).toEqual(["blog cites gazette", "other cites “Mirefield Gazette”"])
})

test("an outlet's article of years ago is not the one that a page cites, and no page cites its own outlet", () => {
  const words = "The wall will hold until the last stone of it is sand"
  const on = (day: string) => ({ value: day, precision: "day" as const, from: "meta" })
  const citing = (day: string, outlet: string): string[] => {
    const gazette = page("gazette", `Wall\n“${words},” she said.`, {
      outlet: "Mirefield Gazette",
      published: on(day),
    })
    const blog = page("blog", `Sand\n“${words},” she told the Mirefield Gazette.`, {
      outlet,
      published: on("2031-05-09"),
    })
    const quotations = [quote(gazette, words), quote(blog, words)]
    const statements = [statement(quotations)]
    return inWords(trace({ articles: [gazette, blog], quotations, statements }))
  }
  expect(citing("2031-05-03", "Sand Blog")).toEqual(["blog cites gazette"])
  expect(citing("2029-05-03", "Sand Blog")).toEqual(["blog cites “Mirefield Gazette”"])
  expect(citing("2031-05-03", "Mirefield Gazette")).toEqual([])
})

test("an outlet is one of the articles for a page that quotes the same record, whatever it quotes of it", () => {
  const record = page("record", "Interview\nThe wall is old. The fee will rise.", { record: true })
  const courier = page("courier", "Wall\nShe said: “The wall is old.”", { outlet: "The Courier" })
  const weekly = page("weekly", "Fee\n“The fee will rise.” As the Courier reported, it is late.")
  const spans = [{ from: 10, to: 20 }]
  const edges = trace({
    articles: [record, courier, weekly],
    statements: [
      statement([quote(courier, "The wall is old.")], [{ article: "record", spans }]),
      statement([quote(weekly, "The fee will rise.")], [{ article: "record", spans }]),
    ],
  })
  expect(inWords(edges)).toEqual(["weekly cites courier"])
})

test("an interview that a record holds is that record", () => {
  const words = "The wall will hold"
  const record = page("record", `Interview with Radio Bellweather\n${words}`, { record: true })
  const blog = page("blog", `Sand\n“${words},” she said in an interview with Radio Bellweather.`)
  const quotation = quote(blog, words)
  const span = { from: record.text.indexOf(words), to: record.text.length }
  const statements = [statement([quotation], [{ article: "record", spans: [span] }])]
  const edges = trace({ articles: [record, blog], quotations: [quotation], statements })
  expect(inWords(edges)).toEqual(["blog cites record"])
})

test("a link leads to the page with that address, to the record its words name, else to an address", () => {
  const text =
    "Sand\nThe Gazette, Radio Bellweather and the council have it; more on our harbour page."
  const linkOn = (words: string, href: string) => ({
    span: { from: text.indexOf(words), to: text.indexOf(words) + words.length },
    href,
  })
  const blog = page("blog", text, {
    url: "https://blog.example/sand",
    links: [
      linkOn("Gazette", "http://www.gazette.example/wall?from=mail"),
      linkOn("Radio Bellweather", "https://radio.example/77"),
      linkOn("council", "https://council.example/minutes"),
      linkOn("harbour page", "https://blog.example/harbour"),
      linkOn("more", "/harbour"),
    ],
  })
  const gazette = page("gazette", "Wall leaks\nIt does.", { url: "https://gazette.example/wall/" })
  const record = page("record", "Interview with Radio Bellweather\nIt leaks.", { record: true })
  expect(inWords(trace({ articles: [blog, gazette, record] }))).toEqual([
    "blog links gazette",
    "blog links record",
    "blog links “council.example/minutes”",
  ])
})

const OWN_WORDS =
  "Nobody had walked the outer wall since the winter when the lamp went out and the keeper rowed home over the fields"

test("words that one page has in its own voice and another prints too were copied", () => {
  const wire = page("wire", `Lamp\n${OWN_WORDS}. It was cold.`)
  const blog = page("blog", `Keeper\nI am told this. ${OWN_WORDS}, they say.`)
  const [edge, ...others] = trace({ articles: [blog, wire] })
  expect(others).toEqual([])
  expect(inWords([edge!])).toEqual(["wire copies? blog"])
  const shown = edge!.evidence.map(({ article, span }) =>
    (article === "wire" ? wire : blog).text.slice(span.from, span.to),
  )
  expect(shown).toEqual([OWN_WORDS, OWN_WORDS])
})

test("words that both quote were taken from the speaker, not from each other", () => {
  const a = page("a", `Lamp\n“${OWN_WORDS},” she said.`)
  const b = page("b", `Keeper\n“${OWN_WORDS},” the keeper told us.`)
  expect(
    trace({ articles: [a, b], quotations: [quote(a, OWN_WORDS), quote(b, OWN_WORDS)] }),
  ).toEqual([])
})

test.each([
  [{ outlet: "Reuters" }, { outlet: "The Mirefield Gazette" }, "b copies a"],
  [{ outlet: "The Mirefield Gazette" }, { byline: "By The Mirefield Gazette" }, "b copies a"],
  [{ outlet: "Tidewatch" }, { outlet: "Lantern" }, "b copies? a"],
])(
  "a copy runs from the agency and from whoever is credited, else nobody knows: %o, %o",
  (a, b, expected) => {
    const articles = [page("a", `Lamp\n${OWN_WORDS}.`, a), page("b", `Keeper\n${OWN_WORDS}.`, b)]
    expect(inWords(trace({ articles }).filter(({ kind }) => kind === "copies"))).toEqual([expected])
  },
)

test("what an outlet prints under all its articles is no copy", () => {
  const foot =
    "Sign up for the morning letter of the Gazette and be the first in town to read what the tide brought in"
  const body = (word: string) => Array.from({ length: 200 }, (_, i) => `${word}${i}`).join(" ")
  const articles = ["wall", "barn", "goat", "fair"].map((word) =>
    page(word, `${word}\n${body(word)}\n${foot}`, { outlet: "Gazette" }),
  )
  expect(trace({ articles })).toEqual([])
})

function cut(id: string, words: string, at: number): Edit {
  return {
    id,
    kind: "omission",
    marked: false,
    certainty: "certain",
    touches: [],
    permitted: false,
    base: [{ from: at, to: at + words.length }],
    witness: [],
    baseText: words,
    witnessText: "",
  }
}

/** Three pages that print one sentence, two of which leave the same words out. */
function sharedCut(ending: string): LineageEdge[] {
  const words = "The wall will hold until the last stone"
  const outlets: Record<string, string> = { a: "Tidewatch", b: "Lantern Post", c: "Gazette" }
  const articles = Object.entries(outlets).map(([id, outlet]) =>
    page(id, `${id}\n“${words},” she said.${id === "a" ? ending : ""}`, { outlet }),
  )
  const quotations = articles.map((article) => quote(article, words))
  const found = statement(quotations)
  const edits = [[cut("1", ", I am told, ", 13)], [cut("2", "I am told, ", 15)], []]
  const witnesses = quotations.map(({ id }, i) => ({ quotation: id, edits: edits[i]! }))
  return trace({
    articles,
    quotations,
    statements: [found],
    collated: [{ statement: found.id, witnesses }],
  })
}

test("two pages that cut the same words share a reading, directed only by what else is known", () => {
  expect(inWords(sharedCut(""))).toEqual(["a sharesReading? b"])
  expect(inWords(sharedCut(" So the Lantern Post reported."))).toEqual([
    "a cites b",
    "a sharesReading b",
  ])
})

test("the order of the articles changes nothing", () => {
  const articles = [
    page("a", `Lamp\n${OWN_WORDS}.`),
    page("b", `Keeper\n${OWN_WORDS}.`, { outlet: "Reuters" }),
    page("c", `Boat\n${OWN_WORDS}. (Reuters)`),
  ]
  expect(trace({ articles: articles.toReversed() })).toEqual(trace({ articles }))
})

const NOTICE =
  "Thank you for reading us today: nine free pages remain to you this month, and the tenth asks for a coin, which pays for the boats that bring our reporters over the strait and for the lamp in the office window."

/** A page of an outlet on a day. */
function printed(id: string, text: string, outlet: string, day: string): Article {
  return page(id, text, { outlet, published: { value: day, precision: "day", from: "manifest" } })
}

/** What the pages have in common: "a standing? b" where nobody was first. */
function copied(articles: readonly Article[], quotations: readonly Quotation[] = []): string[] {
  const edges = trace({ articles, quotations }).filter(({ kind }) => kind === "copies")
  return edges.map(({ from, to, copied, directed }) =>
    [from, `${copied}${directed ? "" : "?"}`, to]
      .map((part) => (typeof part === "object" && "article" in part ? part.article : part))
      .join(" "),
  )
}

test("a notice that two sites print under articles of different weeks is no copying", () => {
  const long = Array.from({ length: 30 }, (_, i) => `Sentence ${i} tells of stall ${i * 7}.`)
  const others = Array.from({ length: 30 }, (_, i) => `Line ${i * 3} is about boat ${i * 11}.`)
  const a = printed("a", `Stalls\n${long.join(" ")}\n${NOTICE}`, "Courier", "2021-03-02")
  const boats = `Boats\n${others.join(" ")}\n${NOTICE}`
  expect(copied([a, printed("b", boats, "Lantern", "2021-04-02")])).toEqual([])
  expect(copied([a, printed("b", boats, "Lantern", "2021-03-03")])).toEqual(["b narration? a"])
})

test("what one outlet prints again weeks later is doubtful, for it may be a notice", () => {
  const [a, b] = ["2021-03-02", "2021-04-02"].map((day, i) =>
    printed(day, `Title ${i}\n${NOTICE}`, "Courier", day),
  )
  expect(trace({ articles: [a!, b!] }).map(({ confidence }) => confidence)).toEqual([0.5])
})

test("pages of one outlet that hold a notice and little else have standing text, which nobody took", () => {
  const pages = ["2021-03-02", "2021-03-20", "2021-04-02"].map((day, i) =>
    printed("abc"[i]!, `Title ${i}\n${NOTICE}`, "Courier", day),
  )
  expect(copied(pages)).toEqual(["b standing? a", "c standing? a", "c standing? b"])
})

test("what an outlet says again in three articles of two days is its story, no notice", () => {
  const pages = ["2021-03-02", "2021-03-02", "2021-03-03"].map((day, i) =>
    printed("abc"[i]!, `Title ${i}\n${NOTICE}`, "Courier", day),
  )
  expect(copied(pages)).toEqual(["b narration? a", "c narration a", "c narration b"])
})

test("what others quote, a page that prints it without marks did not write", () => {
  const bare = ["a", "b"].map((id) => page(id, `Lamp ${id}\nThe keeper spoke: ${OWN_WORDS}.`))
  const marked = ["c", "d"].map((id) => page(id, `Boat ${id}\n“${OWN_WORDS},” she said.`))
  const quotations = marked.map((article) => quote(article, OWN_WORDS))
  expect(copied(bare)).toEqual(["b narration? a"])
  expect(copied([...bare, ...marked], quotations)).toEqual([])
})

test("who quotes another page's own words and names it has them from there", () => {
  const giver = page("giver", `Lamp\n${OWN_WORDS}.`, { outlet: "Mirefield Gazette" })
  const taker = (source: string): Article =>
    page("taker", `Keeper\n“${OWN_WORDS},” ${source} wrote.`, { outlet: "Lantern" })
  const found = (one: Article): string[] => copied([giver, one], [quote(one, OWN_WORDS)])
  expect(found(taker("the Mirefield Gazette"))).toEqual(["taker narration giver"])
  expect(found(taker("a reader"))).toEqual([])
})

test.each([
  "Mayor Anselm Grove, Councillor Rue Marlow, Doctor Ida Fenn, Captain Tobias Sandlin, Keeper Mo Harrow and Provost Una Lark",
  "Kelderwick, Mirefield, Bellweather, Sandlin, Harrow, Fenwick, Larkmoor, Oxley, Tarn, Whitby, Yarrow, Osgood, Pell, Quill, Ravenby and Stoke",
])("a list of names is nobody's wording: %s", (names) => {
  const pages = ["They were all there", "Nobody else had come but"].map((start, i) =>
    page("ab"[i]!, `Title ${i}\n${start} ${names}.`),
  )
  expect(copied(pages)).toEqual([])
})

test("headlines in the same few words were not copied where nothing else is the same", () => {
  const headline = "Woman drowned in Mirefield harbour fall, ferryman charged with negligence"
  const pages = ["The ferry left at nine.", "Nobody saw her on deck after that."].map((text, i) =>
    page("ab"[i]!, `${headline}\n${text}`),
  )
  expect(copied(pages)).toEqual([])
})
