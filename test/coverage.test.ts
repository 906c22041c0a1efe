import { expect, test } from "vitest"
import type { Article } from "../src/article/article.ts"
import type { Quotation } from "../src/quotation/quotation.ts"
import type { Statement } from "../src/statement/statement.ts"
import { findCarried } from "../src/story/find-carried.ts"
import { findWording } from "../src/story/find-wording.ts"
import { readTermWords } from "../src/story/term-words.ts"
import { Terms } from "../src/story/terms.ts"
import { plainPage as page } from "./pages.ts"

function quote(article: Article, words: string, verb: string, name: string | null): Quotation {
  const spanOf = (part: string) => {
    const from = article.text.indexOf(part)
    return { from, to: from + part.length }
  }
  return {
    id: `${article.id} ${words}`,
    article: article.id,
    kind: "direct",
    content: [spanOf(words)],
    marked: [spanOf(words)],
    text: words,
    speaker: name === null ? null : { name, mention: null, proof: [], confidence: 1 },
    cue: spanOf(verb),
    via: [],
  }
}

test("the wording of a page is counted: its verbs by class, how much it quotes of whom, its own words", () => {
  const gazette = page(
    "gazette",
    "“The wall holds,” the warden claimed. The stubborn warden is stubborn about the dam.",
  )
  const lantern = page("lantern", "“The wall holds,” the warden said of the dam.")
  const quotations = new Map([
    ["gazette", [quote(gazette, "The wall holds,", "claimed", "Ode Marlow")]],
    ["lantern", [quote(lantern, "The wall holds,", "said", "Ode Marlow")]],
  ])
  const terms = new Terms()
  const words = [gazette, lantern].map((one) => readTermWords(one, terms, one.text.length))
  const [first, second] = findWording(words, quotations)
  expect(first!.verbs.map(({ verb, class: kind }) => `${verb}: ${kind}`)).toEqual([
    "claimed: doubting",
  ])
  expect(second!.verbs.map(({ verb, class: kind }) => `${verb}: ${kind}`)).toEqual(["said: plain"])
  expect(first!.quoted).toEqual([{ speaker: "Ode Marlow", words: 3 }])
  expect(first!.own.map(({ word, spans }) => `${word} ${spans.length}`)).toEqual(["stubborn 2"])
  expect(second!.own).toEqual([])
})

test("what most carry and one leaves out is missing there; what one alone carries is its own", () => {
  const line = "“The water came over the sill before anyone rang the bell”"
  const articles = ["a", "b", "c"].map((id) => page(id, line))
  const statement = (id: string, holders: readonly string[]): Statement => ({
    id,
    speaker: null,
    records: [],
    witnesses: holders.map((article) => ({
      quotation: `${article} ${id}`,
      article,
      spans: [{ from: 1, to: line.length - 1 }],
      location: null,
    })),
    echoes: [],
  })
  const statements = [statement("bell", ["a", "b"]), statement("goose", ["c"])]
  const { missing, only } = findCarried(articles, statements, [])
  expect(missing.map(({ article, what, carriedBy }) => [article, what, carriedBy])).toEqual([
    ["c", { statement: "bell" }, ["a", "b"]],
  ])
  expect(only.map(({ article, what }) => [article, what])).toEqual([["c", { statement: "goose" }]])
})

test("of two articles neither is most", () => {
  expect(findCarried([page("a", ""), page("b", "")], [], [])).toEqual({ missing: [], only: [] })
})
