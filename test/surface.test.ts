import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import * as stemma from "../src/index.ts"

test("the front door has these names and no others", () => {
  expect(Object.keys(stemma).toSorted()).toEqual([
    "StoryGrouper",
    "buildReport",
    "collate",
    "decodeIndex",
    "encodeIndex",
    "extractArticles",
    "findQuotations",
    "gatherSources",
    "groupStatements",
    "groupStories",
    "indexRecords",
    "renderReport",
    "renderSite",
    "slice",
    "sourceOf",
    "traceLineage",
    "verifyArticle",
    "verifyQuotation",
  ])
})

test("the package has one door for code and one for the schema", () => {
  const { exports } = JSON.parse(readFileSync("package.json", "utf8"))
  expect(Object.keys(exports)).toEqual([".", "./schema.json"])
})
