import { expect, test } from "vitest"
import type { Article } from "../src/article/article.ts"
import { findFolds } from "../src/lineage/find-folds.ts"
import { findRevisions } from "../src/lineage/find-revisions.ts"
import type { Revision } from "../src/lineage/revision.ts"
import { traceLineage } from "../src/lineage/trace.ts"
import { slice } from "../src/text/span.ts"
import { plainPage } from "./pages.ts"

/** A page of an outlet, its lines paragraphs. */
function page(id: string, lines: readonly string[], known: Partial<Article> = {}): Article {
  return plainPage(id, lines.join("\n"), { outlet: id, ...known })
}

const FERRY =
  "The ferry between Skelder and the Outer Stacks ran aground on a sandbank shortly before dawn with ninety passengers aboard, and two tugs from Brackwater had pulled her free by noon."
const CAPTAIN =
  "Her captain, who has sailed the strait for thirty years, had reported thick fog and a failing light on the northern buoy half an hour before she struck."
const OWN =
  "Our reporter walked down to the quay at Skelder, where the stalls stayed shut and a school class waited in the rain for a boat that did not come that morning."

function folded(articles: readonly Article[]): string[] {
  const lineage = traceLineage({ articles, quotations: [], statements: [] })
  return findFolds(articles, lineage).map(
    ({ source, articles: ids }) => `${source ?? "nobody named"}: ${ids.join(", ")}`,
  )
}

test.each([
  ["a dateline", `SKELDER, March 3 (Reuters) - ${FERRY}`, "Reuters"],
  ["a byline of its own line", `By The Associated Press\n${FERRY}`, "Associated Press"],
  ["a notice of copyright", `${FERRY}\nCopyright 2021 The Associated Press.`, "Associated Press"],
  ["a closing credit", `${FERRY}\n— AFP`, "Agence France-Presse"],
  ["a short name", `${FERRY}\nSource: dpa`, "Deutsche Presse-Agentur"],
])("%s says whose text several outlets print", (_, credited, source) => {
  const pages = [
    page("courier", [...credited.split("\n"), CAPTAIN]),
    page("lantern", [FERRY, CAPTAIN]),
    page("gazette", [CAPTAIN, FERRY]),
  ]
  expect(folded(pages)).toEqual([`${source}: courier, gazette, lantern`])
})

test("the words of the credit are the evidence", () => {
  const courier = page("courier", [`SKELDER, March 3 (Reuters) - ${FERRY}`, CAPTAIN])
  const pages = [courier, page("lantern", [FERRY, CAPTAIN])]
  const [fold] = findFolds(pages, traceLineage({ articles: pages, quotations: [], statements: [] }))
  expect(fold!.evidence.map(({ span }) => slice(courier.text, span))).toEqual(["Reuters"])
})

test("an agency's own page makes the text its own without a credit", () => {
  const agency = page("wire", [FERRY, CAPTAIN], { outlet: "AP" })
  expect(folded([agency, page("lantern", [FERRY, CAPTAIN])])).toEqual([
    "Associated Press: lantern, wire",
  ])
})

test("one text that nobody credits is folded all the same, and nobody is named", () => {
  const pages = [page("courier", [FERRY, CAPTAIN]), page("lantern", [FERRY, CAPTAIN])]
  expect(folded(pages)).toEqual(["nobody named: courier, lantern"])
})

test("a page that took a paragraph for an article of its own is not folded", () => {
  const pages = [page("courier", [FERRY, CAPTAIN]), page("lantern", [OWN, CAPTAIN, OWN])]
  expect(folded(pages)).toEqual([])
})

/** What a revision says, in words: `- ` what went, `+ ` what came. */
function inWords({ changes }: Revision, before: Article, after: Article): string[] {
  return changes.map(({ kind, before: old, after: now, words }) => {
    const edits = words.map(
      (change) => `[${slice(before.text, change.before)}|${slice(after.text, change.after)}]`,
    )
    const where = now ? slice(after.text, now) : slice(before.text, old!)
    return [kind, where.slice(0, 12), ...edits].join(" ")
  })
}

test("a revision tells which paragraphs were added, removed, changed and moved, and which words", () => {
  const before = page("first", [
    FERRY,
    "Nobody was hurt, the harbour office said.",
    CAPTAIN,
    "The ferry line had no comment on Monday.",
  ])
  const after = page(
    "second",
    [
      "The ferry line had no comment on Monday.",
      FERRY.replace("ninety passengers", "eighty passengers"),
      CAPTAIN,
      "An inquiry opens on Thursday in Brackwater.",
    ],
    { revisionOf: "first" },
  )
  const [revision] = findRevisions([before, after])
  expect(inWords(revision!, before, after)).toEqual([
    "moved The ferry li",
    "changed The ferry be [ninety|eighty]",
    "removed Nobody was h",
    "added An inquiry o",
  ])
})

test("a text printed again without a change has no changes", () => {
  const pages = [page("a", [FERRY, CAPTAIN]), page("b", [FERRY, CAPTAIN], { revisionOf: "a" })]
  expect(findRevisions(pages)[0]!.changes).toEqual([])
})

test("an article whose first text is not there has no revision to tell", () => {
  expect(findRevisions([page("b", [FERRY], { revisionOf: "gone" })])).toEqual([])
})
