import { expect, test } from "vitest"
import { printedPassage } from "../src/report/excerpt.ts"
import { findFindings } from "../src/report/find.ts"
import { tellVerdict } from "../src/report/tell.ts"
import { compareEdits, weighEdit } from "../src/report/weigh.ts"
import { bridge, bridgeWithoutRecord, nothing } from "./bridge.ts"

const TIDE = `Tide </script><script>alert("outlet")</script> & "Sons"`

test("the findings of a hearing read from the gravest to the smallest", () => {
  expect(findFindings(bridge).map(({ sentence }) => sentence.replaceAll(TIDE, "Tide"))).toEqual([
    "Tide and northbank.example joined two passages of Mara Vell’s words into one quotation, “… this town for ninety years” and “It deserves better than another …”; seven sentences lie between, and nothing shows it.",
    "northbank.example quotes “give the town its bridge back” as Mara Vell’s words; in Tide they are the page’s own words, not a quotation.",
    "Morning Ledger cut “not” from Mara Vell’s words, and nothing shows it.",
    "Morning Ledger quotes “the piers are sound” from Mara Vell. In the transcript Edo Lind says these words, not Mara Vell.",
    "Morning Ledger printed “14” where the transcript has “40”.",
    "The headline of Tide quotes “the \u202Etoll\u202C is gone”; the text below it does not have these words.",
    "Morning Ledger printed “We will raise the toll for residents this year” and left out “or at any rate not before the spring” after it.",
    "The Quay Courier cut “Some of you were married on it. It has been painted eleven … ship. I have seen the invoice” from Mara Vell’s words, and nothing shows it.",
    "Tide added “really” to Mara Vell’s words; the transcript does not have it.",
    "northbank.example printed “increase” where the transcript has “raise”.",
    "Morning Ledger changed the order of Mara Vell’s words: “Half of it”.",
    "The Quay Courier quotes “Nobody working here today will lose their place” from Mara Vell in another translation than the transcript’s.",
  ])
})

test("words that stand in none of several transcripts are told with their number", () => {
  const told = { who: ["Tide"], speaker: "Mara Vell", text: "a toll", why: "", records: 3 }
  expect(tellVerdict("notFound", told)).toBe(
    "Tide quotes “a toll” from Mara Vell; none of the three transcripts has it.",
  )
})

test("without a transcript nobody is said to have cut or added anything", () => {
  const sentences = findFindings(bridgeWithoutRecord).map(({ sentence }) => sentence)
  expect(sentences).toContain(
    "Morning Ledger prints Mara Vell’s words without “not”, which other outlets have there.",
  )
  expect(sentences).toContain("Morning Ledger prints “14” where other outlets have “40”.")
  expect(sentences.filter((sentence) => /\b(cut|added|transcript)\b/.test(sentence))).toEqual([])
})

test("every finding names its places, and every place its edit or its quotation", () => {
  const edits = new Set(
    bridge.statements.flatMap(({ witnesses }) =>
      witnesses.flatMap(({ edits }) => edits.map(({ id }) => id)),
    ),
  )
  for (const { places, kind } of findFindings(bridge)) {
    expect(places.length).toBeGreaterThan(0)
    for (const { edit, quotation } of places) {
      expect(edit === null || edits.has(edit)).toBe(true)
      expect(quotation === null).toBe(kind === "headline")
    }
  }
})

test("the order of articles and statements changes no finding", () => {
  const turned = {
    ...bridge,
    articles: bridge.articles.toReversed(),
    statements: bridge.statements.toReversed(),
  }
  expect(findFindings(turned)).toEqual(findFindings(bridge))
})

test("a page that wrongly names a speaker is told of only where the speaker is sure", () => {
  const quotations = bridge.quotations.map((quotation) =>
    quotation.id === "l4" && quotation.speaker
      ? { ...quotation, speaker: { ...quotation.speaker, confidence: 0.7 } }
      : quotation,
  )
  const kinds = findFindings({ ...bridge, quotations }).map(({ kind }) => kind)
  expect(kinds).not.toContain("elsewhere")
})

test("an empty report has no findings", () => {
  expect(findFindings(nothing)).toEqual([])
})

const edits = bridge.statements.flatMap(({ witnesses }) => witnesses.flatMap(({ edits }) => edits))
const editOf = (id: string) => edits.find((edit) => edit.id === id)!

test("a cut negation weighs more than a cut without one, a mark makes it light, permission nothing", () => {
  const cut = editOf("l1-e0")
  expect(weighEdit(cut)).toBeGreaterThan(weighEdit({ ...cut, touches: [] }))
  expect(weighEdit({ ...cut, touches: [], kind: "ellipsis", marked: true })).toBe(0)
  expect(weighEdit({ ...cut, permitted: true })).toBe(0)
})

test("a part of a sentence says nothing unless it touches the meaning", () => {
  expect(weighEdit(editOf("c2-e1"))).toBe(0)
  expect(weighEdit(editOf("l1-e1"))).toBeGreaterThan(0)
})

test("a long passage printed in capitals is told, as are other words in a passage that shows its change", () => {
  const long = Array.from({ length: 12 }, (_, i) => `word${i}`).join(" ")
  const loud = { ...editOf("l1-e0"), touches: [], baseText: long, witnessText: long.toUpperCase() }
  expect(weighEdit({ ...loud, kind: "emphasis" })).toBeGreaterThan(0)
  expect(weighEdit({ ...loud, kind: "substitution", marked: true })).toBeGreaterThan(0)
})

test("the most telling edit comes first, whatever the order", () => {
  const order = edits.toSorted(compareEdits).map(({ id }) => id)
  expect(
    edits
      .toReversed()
      .toSorted(compareEdits)
      .map(({ id }) => id),
  ).toEqual(order)
  expect(order.slice(0, 2).toSorted()).toEqual(["p3-e0", `x"><i>-e0`])
})

test("the parts of a quotation are told apart where the page's own words stand between them", () => {
  const text = "It is “no toll,” she said, but “a gift”. “A gift,” “indeed”"
  const spans = ["no toll,", "a gift", "A gift,", "indeed"].map((words) => {
    const from = text.indexOf(words)
    return { from, to: from + words.length }
  })
  expect(printedPassage(text, spans)).toBe("no toll, … a gift A gift, indeed")
})
