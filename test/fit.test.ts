import { expect, test } from "vitest"
import { fitReport, fitsOnePage } from "../src/report/fit.ts"
import { bridge } from "./bridge.ts"

test("a report of one page holds all its stories", () => {
  expect(fitsOnePage(bridge)).toBe(true)
  const all = fitReport(bridge).stories.map(({ id }) => id)
  expect(all.toSorted()).toEqual(bridge.stories.map(({ id }) => id).toSorted())
})

test("of a report too large for a page the story with the most telling findings is shown first", () => {
  expect(fitsOnePage(bridge, 3)).toBe(false)
  const { stories, articles, quotations } = fitReport(bridge, 3)
  expect(stories.map(({ id }) => id)).toEqual(["bridge"])
  const ids = new Set(articles.map(({ id }) => id))
  expect(quotations.filter(({ article }) => !ids.has(article))).toEqual([])
})
