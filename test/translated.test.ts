import { expect, test } from "vitest"
import { extractArticles } from "../src/article/extract.ts"
import { type Source, sourceOf } from "../src/source/source.ts"
import { isSaidTranslated } from "../src/statement/translated.ts"

const RECORD = [
  "Interview with Radio Ansel",
  "May 14, 2025",
  "Edda Larkin: Will they lose their places?",
  "Teresa Valmonde: (In Portuguese) Nobody will be sent home. (In English) I told them that they can stay.",
  "Edda Larkin: Thank you.",
].join("\n")

function read(
  text: string,
  role: Source["role"],
): ReturnType<typeof extractArticles>["articles"][0] {
  return extractArticles(sourceOf("page.txt", text, { role })).articles[0]!
}

/** Whether words of the record, printed as they stand in « » on the page, are said to be a translation. */
function isTranslation(words: string, page: string): boolean {
  const record = read(RECORD, "record")
  const article = read(`Nobody goes home, says harbour\n\n${page}`, "article")
  const span = (text: string, part: string): { from: number; to: number } => {
    const from = text.indexOf(part)
    return { from, to: from + part.length }
  }
  const printed = /«(.*)»/.exec(page)![1]!
  const segments = [{ printed: span(article.text, printed), record: span(record.text, words) }]
  const location = { record: record.id, segments, similarity: 1, speakers: [], retold: false }
  return isSaidTranslated({ ...location, unsure: false }, record, article)
}

test("what the transcript says was spoken in another language may be translated twice", () => {
  const page = "The commissioner had an answer. «No one goes home», she said and left the room."
  expect(isTranslation("Nobody will be sent home", page)).toBe(true)
  expect(isTranslation("I told them that they can stay", page)).toBe(false)
})

test("a page may say so too, outside the marks", () => {
  const said = (page: string): boolean => isTranslation("I told them that they can stay", page)
  expect(said("«They may remain here», she told the crews in Portuguese.")).toBe(true)
  expect(said("«They may remain here», she said. (The translation is ours.)")).toBe(true)
  expect(said("«They may remain here», she said in English to the crews.")).toBe(false)
  expect(said("«I said it in Portuguese», she said, and left the room.")).toBe(false)
})
