import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { writeSite } from "../src/cli/site.ts"
import { renderSite, siteFiles } from "../src/html/site.ts"
import type { Report } from "../src/report/report.ts"
import { sliceReport } from "../src/report/slice.ts"
import { bridge, HOSTILE, nothing } from "./bridge.ts"

/** The bridge as two stories: the Tide tells its own, with words that the others print too. */
const [hearing, weather] = bridge.stories
const two: Report = {
  ...bridge,
  stories: [
    { ...hearing!, articles: hearing!.articles.filter((id) => id !== HOSTILE.id) },
    { ...weather!, id: "tide", title: "The Tide’s plan", articles: [HOSTILE.id] },
    weather!,
  ],
}

const pages = new Map([...renderSite(two)].map(({ file, markup }) => [file, markup]))
const pageOf = (file: string): string => pages.get(file) ?? ""
const all = (page: string, pattern: RegExp): string[] =>
  [...page.matchAll(pattern)].map((match) => match[1] ?? "")

test("a report becomes one page a story and a page that lists them, last", () => {
  expect([...pages.keys()]).toEqual(["bridge.html", "tide.html", "weather.html", "index.html"])
  expect(siteFiles(two)).toEqual([...pages.keys()])
})

test("every link of every page leads somewhere, on its page or on another", () => {
  const names = [...pages].flatMap(([file, markup]) => [
    file,
    ...all(markup, /\sid="([^"]*)"/g).map((id) => `${file}#${id}`),
  ])
  const known = new Set(names)
  const broken = [...pages].flatMap(([file, markup]) =>
    all(markup, /\shref="((?!https?:)[^"]*)"/g)
      .map((href) => (href.startsWith("#") ? file + href : href))
      .filter((target) => !known.has(target))
      .map((target) => `${file}: ${target}`),
  )
  expect(broken).toEqual([])
})

test("words that two stories print stand in both, the other's page linked", () => {
  expect(pageOf("tide.html")).toMatch(/href="bridge\.html#a-courier"/)
  expect(pageOf("tide.html")).not.toMatch(/id="a-courier"/)
  expect(pageOf("bridge.html")).toMatch(/href="tide\.html#a-/)
})

test("every article is on one page", () => {
  const articles = [...pages.values()].flatMap((page) =>
    all(page, /<details class="article" id="([^"]*)"/g),
  )
  expect(articles).toHaveLength(5)
  expect(new Set(articles).size).toBe(5)
})

test("the list has the most telling story first, its finding in words, and what stands alone behind", () => {
  const index = pageOf("index.html")
  expect(all(index, /<h3><a href="([^"]*)"/g)).toEqual(["bridge.html", "tide.html", "weather.html"])
  expect(index).toContain("joined two passages of Mara Vell’s words into one quotation")
  expect(index).toMatch(/Articles that stand alone.*tide\.html/s)
  expect(index).toContain("The file holds no article; give the page of one article.")
})

test("a story's page does not ask for a transcript that was given but has nothing of it", () => {
  expect(pageOf("weather.html")).toContain("None of these quotations was found in a transcript.")
  expect(pageOf("weather.html")).not.toContain("No transcript was given")
})

test("words that stand everywhere do not bring every page that has them", () => {
  const [toll] = bridge.statements
  const many = Array.from({ length: 40 }, (_, i) => ({
    ...toll!.witnesses[1]!,
    article: `other-${i}`,
    quotation: `other-${i}`,
  }))
  const everywhere = {
    ...toll!,
    witnesses: [...toll!.witnesses, ...many],
    table: [...toll!.table, ...many.map(() => toll!.table[2] ?? [])],
  }
  const slice = sliceReport({ ...two, statements: [everywhere] })([two.stories[0]!])
  expect(slice.statements[0]?.witnesses).toHaveLength(15)
  expect(slice.statements[0]?.table).toHaveLength(16)
  expect(slice.notices.map(({ text }) => text).join()).toContain(
    "28 quotations of them are left out",
  )
})

test("a report of nothing is a list that says so", () => {
  const [index, ...others] = [...renderSite(nothing)]
  expect(others).toEqual([])
  expect(index?.markup).toContain("No two articles are about one event.")
})

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "stemma-site-"))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test("pages of ours are written anew, and a file that is not ours stops the writing before it begins", () => {
  const place = join(folder, "report")
  writeSite(place, two, () => {})
  writeSite(place, two, () => {})
  writeFileSync(join(place, "tide.html"), "<p>My own page about tides.</p>")
  writeFileSync(join(place, "bridge.html"), pageOf("weather.html"))
  expect(() => writeSite(place, two, () => {})).toThrow(
    /tide\.html is there and was not written by/,
  )
  expect(readFileSync(join(place, "tide.html"), "utf8")).toContain("My own page")
  expect(readFileSync(join(place, "bridge.html"), "utf8")).toBe(pageOf("weather.html"))
})

test("pages of an earlier report are left and named", () => {
  const place = join(folder, "again")
  expect(writeSite(place, two, () => {})).toEqual([])
  writeFileSync(join(place, "notes.html"), "<p>Mine.</p>")
  const later = { ...two, stories: two.stories.slice(0, 1) }
  expect(writeSite(place, later, () => {})).toEqual(["tide.html", "weather.html"])
})

test("a folder that cannot be written is said, with the remedy", () => {
  writeFileSync(join(folder, "file"), "")
  expect(() => writeSite(join(folder, "file"), two, () => {})).toThrow(/--html-dir a folder/)
})
