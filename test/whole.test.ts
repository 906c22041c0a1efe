import fc from "fast-check"
import { expect, test } from "vitest"
import { queryFor } from "../src/search/query.ts"
import { findWhole } from "../src/search/whole.ts"
import { indexWords, textAt } from "../src/search/word-index.ts"
import { wholePassage } from "../src/text/passage.ts"

test("words are found in every place where all of them stand in a row, within one text", () => {
  const word = fc.constantFrom("rope", "net", "tide")
  const text = fc.array(word, { maxLength: 12 })
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 1, maxLength: 4 }),
      fc.array(word, { minLength: 1, maxLength: 4 }),
      (texts, wanted) => {
        const index = indexWords(texts.map((words) => wholePassage(words.join(" "))))
        const hits = findWhole(queryFor(index, wholePassage(wanted.join(" "))), index)
        const found = hits.map(({ anchors }) => anchors[0]!.position)
        const expected = [...index.words.keys()].filter((at) =>
          wanted.every((one, i) => index.forms[index.words[at + i]!] === one),
        )
        const within = expected.filter(
          (at) => textAt(index, at) === textAt(index, at + wanted.length - 1),
        )
        expect(found.toSorted((a, b) => a - b)).toEqual(within)
      },
    ),
  )
})
