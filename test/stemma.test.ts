import { expect, test } from "vitest"
import type { CopyNode } from "../src/apparatus/apparatus.ts"
import type { LineageEdge } from "../src/lineage/lineage.ts"
import {
  directedByDescent,
  findDescents,
  findToldWays,
  joinLineage,
} from "../src/lineage/stemma.ts"
import type { Statement } from "../src/statement/statement.ts"

const STATEMENT: Statement = {
  id: "s",
  speaker: null,
  records: [{ article: "record", spans: [] }],
  witnesses: ["gazette", "courier", "blog"].map((article) => ({
    quotation: `q-${article}`,
    article,
    spans: [],
    location: null,
  })),
  echoes: [],
}

/** `courier < gazette`: the Courier's version comes from the Gazette's. */
const TREE: CopyNode[] = [
  { id: "R", parents: [], confidence: 1 },
  { id: "q-gazette", parents: ["R"], confidence: 0.9 },
  { id: "q-courier", parents: ["q-gazette"], confidence: 0.8 },
  { id: "q-blog", parents: ["q-courier"], confidence: 0.5 },
]

function edge(words: string): LineageEdge {
  const [from, kind, to] = words.split(" ") as [string, LineageEdge["kind"], string]
  return {
    from: { article: from },
    to: { article: to },
    kind,
    directed: kind !== "sharesReading",
    confidence: 0.95,
    evidence: [],
  }
}

function told(edges: readonly string[]): string[] {
  const nodes = joinLineage(STATEMENT, TREE, findToldWays(edges.map(edge)))
  return nodes.flatMap(({ id, told }) => (told ? [`${id} ${told}`] : []))
}

test("a version's descent is supported where its page cites the other, contradicted where the other cites it", () => {
  expect(told(["courier cites gazette", "courier cites blog"])).toEqual([
    "q-courier supported",
    "q-blog contradicted",
  ])
})

test("a page that links to the transcript supports that it quotes from there", () => {
  expect(told(["gazette links record"])).toEqual(["q-gazette supported"])
})

test("shared readings support no descent, for it was read from them", () => {
  expect(told(["courier sharesReading gazette"])).toEqual([])
})

test("a shared reading has the direction of a sure descent, and no more certainty than that", () => {
  const descents = findDescents([STATEMENT], [TREE])
  expect(directedByDescent(edge("gazette sharesReading courier"), descents)).toMatchObject({
    from: { article: "courier" },
    to: { article: "gazette" },
    directed: true,
    confidence: 0.8,
  })
  expect(directedByDescent(edge("blog sharesReading courier"), descents).directed).toBe(false)
})

test("copy trees that disagree about two pages give their edge no direction", () => {
  const reversed: CopyNode[] = [{ id: "q-gazette", parents: ["q-courier"], confidence: 0.9 }]
  const descents = findDescents([STATEMENT, STATEMENT], [TREE, reversed])
  expect(directedByDescent(edge("gazette sharesReading courier"), descents).directed).toBe(false)
})
