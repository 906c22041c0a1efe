import fc from "fast-check"
import { type DefaultTreeAdapterTypes, parse } from "parse5"
import { expect, test } from "vitest"
import { anchor, escapeText, html, safeAddress, trusted } from "../src/html/escape.ts"
import { renderReport } from "../src/html/render.ts"
import type { Report } from "../src/report/report.ts"
import {
  bridge,
  bridgeWithoutRecord,
  bridgeWithoutText,
  HOSTILE,
  nothing,
  silent,
} from "./bridge.ts"

/** What one page alone prints, with nothing to hold it against, still has its brackets and capitals. */
const lone: Report = {
  ...bridgeWithoutRecord,
  statements: bridge.statements.map((statement) => ({
    ...statement,
    records: [],
    echoes: [],
    witnesses: statement.witnesses
      .slice(0, 1)
      .map((witness) => ({ ...witness, verdict: "differs" as const })),
    table: statement.table.slice(0, 2),
    copyTree: [],
  })),
}

const reports: readonly (readonly [string, Report])[] = [
  ["a hearing with its transcript", bridge],
  ["the same without a transcript and without dates", bridgeWithoutRecord],
  ["the same without the articles' texts", bridgeWithoutText],
  ["the same where every statement stands on one page", lone],
  ["one page that quotes nobody", silent],
  ["nothing at all", nothing],
]

const isWeather = ({ article }: { readonly article: string }): boolean => article === "weather"
const onlyWeather: Partial<Report> = {
  articles: bridge.articles.filter(({ id }) => id === "weather"),
  quotations: bridge.quotations.filter(isWeather),
  statements: bridge.statements
    .filter(({ witnesses }) => witnesses.every(isWeather))
    .map((one) => ({
      ...one,
      records: [],
      witnesses: one.witnesses.map((witness) => ({ ...witness, verdict: "agrees" })),
    })),
  stories: bridge.stories.slice(1),
  lineage: [],
  folds: [],
  revisions: [],
}

const all = (page: string, pattern: RegExp): string[] =>
  [...page.matchAll(pattern)].map((match) => match[1] ?? "")

test.each(reports)("every link inside the page leads somewhere: %s", (_name, report) => {
  const page = renderReport(report)
  const ids = new Set(all(page, /\sid="([^"]*)"/g))
  expect(all(page, /\shref="#([^"]*)"/g).filter((id) => !ids.has(id))).toEqual([])
})

test.each(reports)("no two elements have one name: %s", (_name, report) => {
  const ids = all(renderReport(report), /\sid="([^"]*)"/g)
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
})

test.each(reports)("the same report gives the same page: %s", (_name, report) => {
  expect(renderReport(structuredClone(report))).toBe(renderReport(report))
})

test("what pages say cannot become markup, script or an address that runs", () => {
  const page = renderReport(bridge)
  expect(
    all(page, /<(script|svg|img|i|b)[^a-z]/g).filter((name) => name === "script"),
  ).toHaveLength(1)
  expect(page).not.toContain("<img")
  expect(page).not.toContain("<b>")
  expect(page).not.toContain(HOSTILE.url)
  expect(page).not.toContain("\u202E")
  expect(page).toContain("&lt;/script&gt;")
})

test("the page asks for nothing from elsewhere", () => {
  const page = renderReport(bridge)
  expect(page).toContain("default-src 'none'")
  expect(page).not.toMatch(/\s(?:src|srcset|action|poster|data)="/)
  expect(page).not.toMatch(/@import|url\((?!#)/)
  expect(all(page, /\shref="([^#"][^"]*)"/g)).toEqual([
    "https://courier.example/toll?a=1&amp;b=2",
    "https://www.northbank.example/bridge",
  ])
})

test("the page holds quotations and a few words around them, not the article", () => {
  const words = "Nothing of this sentence is anywhere near a quotation. ".repeat(20)
  const articles = bridge.articles.map((article) => ({
    ...article,
    text: `${article.text}\n${words}`,
  }))
  expect(renderReport({ ...bridge, articles })).not.toContain("anywhere near")
})

test("a quotation as long as an article is cut in its middle", () => {
  const speech = Array.from({ length: 900 }, (_, i) => `word${i}`).join(" ")
  const [first] = silent.articles
  const text = `A speech\n“${speech}”\n`
  const content = [{ from: 10, to: 10 + speech.length }]
  const quotation = {
    ...bridge.quotations[0]!,
    ...{ article: first!.id, content, marked: content, text: speech, speaker: null, cue: null },
  }
  const page = renderReport({ ...silent, articles: [{ ...first!, text }], quotations: [quotation] })
  expect(page.includes("[900 words in all]")).toBe(true)
  expect(page.includes("word450")).toBe(false)
})

test("a joined quotation is told first, in a sentence that needs no explanation", () => {
  const [first] = all(renderReport(bridge), /<a class="finding"[^>]*>(.*?)<\/a>/g)
  expect(first).toContain("joined two passages of Mara Vell’s words into one quotation")
  expect(first).toContain("seven sentences lie between, and nothing shows it")
})

/** A part of a story's view, by its heading. */
function storyPart(page: string, heading: string): string {
  const from = page.indexOf(`>${heading}</h4>`)
  const to = page.indexOf("<h4", from)
  return from < 0 ? "" : page.slice(from, to < 0 ? undefined : to)
}

/** What a reader sees of markup. */
const seen = (markup: string): string =>
  markup
    .replace(/<\/?(?:a|bdi|q|span)\b[^>]*>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")

test("figures that differ stand before those that do not, each leading to its characters", () => {
  const page = renderReport(bridge)
  const figures = storyPart(page, "Figures")
  expect(seen(figures)).toMatch(
    /marks ≠the numbers differ.*14 million marks “[^”]*” Morning Ledger 40 million marks “[^”]*” The Quay Courier.*one figure that several pages give alike.*ninety years.*The Quay Courier, northbank\.example/,
  )
  const targets = all(figures, /href="#(p-[^"]*)"/g)
  expect(targets).toHaveLength(4)
  const marked = targets.map((id) => page.split(`<mark id="${id}" tabindex="-1">`)[1])
  expect(marked.map((rest) => rest?.split("</mark>")[0])).toEqual([
    "14 million marks",
    "40 million marks",
    "ninety years",
    "ninety years",
  ])
})

test("verbs that say more than “said” are told with their pages, the others counted", () => {
  const verbs = seen(storyPart(renderReport(bridge), "How speech is reported"))
  expect(verbs).toContain("vouches for it admitted Morning Ledger")
  expect(verbs).toContain("neutral said 2; added 1")
  expect(verbs).toContain("not in the lists According to Morning Ledger")
})

test("what most pages have and one leaves out is said with both, and what only one has", () => {
  const page = renderReport(bridge)
  const missing = seen(storyPart(page, "What most pages have and some leave out"))
  expect(missing).toMatch(/The old bridge .* \(Mara Vell\): in 3 of 4 pages, not in Morning Ledger/)
  expect(missing).toContain("ninety years: in 2 of 4 pages, not in Tide")
  const only = seen(storyPart(page, "What only one page has"))
  expect(only).toMatch(/Morning Ledger: one quotation .*The piers are sound/)
})

test("words in marks that are no speech, and words of one page alone, stand page by page", () => {
  const words = seen(storyPart(renderReport(bridge), "Words of each page"))
  expect(words).toContain("Morning Ledger “paint job” drivers 2")
})

test("one text that several pages print is told with whose it is and on what credit, and counted once", () => {
  const page = renderReport(bridge)
  const copies = seen(storyPart(page, "One text in several pages"))
  expect(copies).toMatch(
    /Two pages print one text by Coast Wire : The Quay Courier, northbank\.example The Quay Courier: “the bridge committee”/,
  )
  expect(seen(page)).toContain("four articles, three texts")
  expect(all(page, /<g class="box page"><title>(one text[^<]*)</g)).toEqual([
    "one text by Coast Wire:\nThe Quay Courier\nnorthbank.example",
  ])
})

test("what was changed after a page appeared is shown in the words that differ", () => {
  const changed = storyPart(renderReport(bridge), "Changed after it appeared")
  expect(changed).toContain("<del>She wants to</del> Give the town its bridge back")
  expect(changed).toContain("<ins>that is the plan</ins>")
  expect(changed).toMatch(/removed.*<del>“The old bridge has carried/)
})

test("no word of the workshop is on the page", () => {
  const text = renderReport(bridge).replace(/<style>.*<\/style>|<script.*<\/script>|<[^>]*>/gs, " ")
  expect(text).not.toMatch(/witness|apparatus|siglum|lineage|\bstemma\b|collat|\bedit\b/)
})

test("without a transcript the page says so and takes no side", () => {
  const page = renderReport(bridgeWithoutRecord)
  expect(page).toContain("No transcript was given.")
  expect(page).toContain("where other outlets have")
  expect(page).not.toContain("changed, and not marked")
})

test("one page by itself is compared with nothing, and says so", () => {
  const page = seen(renderReport({ ...bridge, ...onlyWeather }))
  expect(page).toContain("Quotations in one article")
  expect(page).toContain("There is nothing to compare it with")
  expect(page).toContain("One page by itself, without a transcript, differs from nothing.")
  expect(page).not.toContain("agrees with other outlets")
})

test("an empty report says that there is nothing", () => {
  const page = renderReport(nothing)
  expect(page).toContain("Quotations in no articles")
  expect(page).toContain("No quotation was found, so there is nothing to compare.")
})

test("values in a template are text, templates in a template are markup", () => {
  const items = ["<one>", "two"]
  expect(
    html`<ul>${items.map((item) => html`<li title="${item}">${item}</li>`)}</ul>${false}${null}`
      .markup,
  ).toBe(`<ul><li title="&lt;one&gt;">&lt;one&gt;</li><li title="two">two</li></ul>`)
})

test("characters that no page may hold are replaced, marks that turn its direction are left out", () => {
  expect(escapeText("a\0b\uD800c\uDE00d")).toBe("a\uFFFDb\uFFFDc\uFFFDd")
  expect(escapeText("😀 שלום")).toBe("😀 שלום")
  expect(escapeText("\u202Egpj.exe")).toBe("gpj.exe")
})

test("only addresses of the web are followed", () => {
  expect(safeAddress("HTTPS://a.example/x y")).toBe("https://a.example/x%20y")
  for (const address of [
    "javascript:alert(1)",
    "data:text/html,x",
    "//a.example",
    "http://",
    "",
    null,
  ]) {
    expect(safeAddress(address)).toBeNull()
  }
})

test("two ids never give one anchor", () => {
  const ids = ["a b", "a.20.b", "a-b", "a_b", `"><`, "", "ä", "a\u0308"]
  expect(new Set(ids.map((id) => anchor("x", id))).size).toBe(ids.length)
})

test("our own style and script cannot end their element", () => {
  expect(() => trusted("let a = '</script>'")).toThrow(RangeError)
})

type Node = DefaultTreeAdapterTypes.Node

/** The names of a page's elements and of their attributes, each once. */
function namesIn(node: Node): Set<string> {
  const own = "tagName" in node ? [node.tagName, ...node.attrs.map(({ name }) => `@${name}`)] : []
  const inner = "childNodes" in node ? node.childNodes.flatMap((child) => [...namesIn(child)]) : []
  return new Set([...own, ...inner])
}

test("whatever a page is called, the report's elements and attributes are the same", () => {
  const titled = (words: string): Report => ({
    ...bridge,
    articles: bridge.articles.map((article, i) => ({
      ...article,
      outlet: `${words} ${i}`,
      byline: `by ${words}`,
    })),
    quotations: bridge.quotations.map((one) =>
      one.speaker ? { ...one, speaker: { ...one.speaker, name: `${words} Vell` } } : one,
    ),
  })
  const known = namesIn(parse(renderReport(titled("Courier"))))
  const nasty = fc.array(
    fc.oneof(
      fc.constantFrom("<", ">", '"', "'", "&", "</script>", "<!--", "]]>", "\0", "x"),
      fc.string({ unit: "binary" }),
    ),
  )
  fc.assert(
    fc.property(nasty, (parts) => {
      const page = renderReport(titled(`The ${parts.join("")}`))
      expect(namesIn(parse(page))).toEqual(known)
    }),
    { numRuns: 6 },
  )
})
