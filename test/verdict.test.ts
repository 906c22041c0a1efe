import { expect, test } from "vitest"
import { collate } from "../src/apparatus/collate.ts"
import { judgeAgainstPeers, judgeAgainstRecord } from "../src/apparatus/verdict.ts"
import { wholePassage } from "../src/text/passage.ts"

const RECORD =
  "The quay is safe. We had it tested twice, as you know, and both reports are in my office. " +
  "Anyone may read them there on weekdays. The crane is another matter."

/** The verdict on a text printed as a quotation of the record. */
function verdict(printed: string): string {
  const versions = [{ id: "page", passage: wholePassage(printed) }]
  const [version] = collate(wholePassage(RECORD), versions, { quoted: true }).versions
  return judgeAgainstRecord(version!).verdict
}

test("half a sentence word for word is verbatim, whatever its first letter", () => {
  expect(verdict("Both reports are in my office.")).toBe("verbatim")
})

test("where only signs and spelling differ no word does", () => {
  expect(verdict("The quay is safe; we had it tested twice, as you know")).toBe("clean")
})

test("what is left out or put in and shown is an abridgement", () => {
  expect(verdict("We had [the quay] tested twice … and both reports are in my office.")).toBe(
    "abridged",
  )
})

test("words changed and not shown are an alteration", () => {
  expect(verdict("We had it tested, as you know, and both reports are in my office.")).toBe(
    "altered",
  )
})

test("passages far apart printed as one are spliced, which is worse than altered", () => {
  expect(verdict("The quay is very safe. Anyone may read them there on weekdays.")).toBe("spliced")
})

test("words that the record does not have are not found", () => {
  expect(verdict("Nobody ever promised an aquarium to this town")).toBe("notFound")
  expect(judgeAgainstRecord({ edits: [], similarity: null }).verdict).toBe("notFound")
})

test("somebody else's words are elsewhere, however exactly they are printed", () => {
  const found = { edits: [], similarity: 1, elsewhere: "In the transcript these words are Ada’s." }
  expect(judgeAgainstRecord(found)).toEqual({
    verdict: "elsewhere",
    why: "In the transcript these words are Ada’s.",
  })
})

test("without a record pages agree, differ or join, and none is called altered", () => {
  const texts = [
    RECORD,
    "The quay is safe.",
    "The quay is not safe.",
    "The quay is safe. The crane is another matter.",
  ]
  const versions = texts.map((text, i) => ({ id: `page ${i}`, passage: wholePassage(text) }))
  const { versions: collated } = collate(null, versions, { quoted: true })
  const verdicts = collated.map(({ edits }) => judgeAgainstPeers(edits, 3).verdict)
  expect(verdicts).toEqual(["agrees", "agrees", "differs", "joined"])
})

test("a house standard excuses what it allows, and hides nothing", () => {
  const printed = [{ id: "page", passage: wholePassage("The quay … [was] tested twice") }]
  const permitted = (standard: "ap" | "none"): boolean[] =>
    collate(wholePassage(RECORD), printed, { standard, quoted: true }).versions[0]!.edits.map(
      (edit) => edit.permitted,
    )
  expect(permitted("ap").every(Boolean)).toBe(true)
  expect(permitted("none").every(Boolean)).toBe(false)
})
