import fc from "fast-check"
import { expect, test } from "vitest"
import type { Edit } from "../src/apparatus/apparatus.ts"
import { collate } from "../src/apparatus/collate.ts"
import { type Passage, passageText, wholePassage } from "../src/text/passage.ts"

const RECORD =
  "We will not close the harbour. I have said so for nearly ten years, or more precisely nine. " +
  "The ferries will run on Sundays as well; the fishermen asked for it. Nobody has been told to leave. " +
  "If we compare it to the old port, this one is cleaner. And it was from the old port that the town grew."

/** The edits of one printed version, as a reader would note them: `kind(base → witness)`. */
function notes(record: string, printed: string): string[] {
  const { versions } = collate(wholePassage(record), [
    { id: "page", passage: wholePassage(printed) },
  ])
  return versions[0]!.edits.map(note)
}

function note(edit: Edit): string {
  const touches = edit.touches.length > 0 ? ` ${edit.touches.join("+")}` : ""
  return `${edit.kind}(${edit.baseText} → ${edit.witnessText})${edit.marked ? " marked" : ""}${touches}`
}

/** A passage of several parts: what stands between « and » is printed as the speaker's. */
function interrupted(text: string): Passage {
  const spans = [...text.matchAll(/«([^»]*)»/g)].map((match) => ({
    from: match.index + 1,
    to: match.index + match[0].length - 1,
  }))
  return { text, spans }
}

test("the same words are the same words whatever their quotes, case, entities and spelling", () => {
  expect(notes("The harbour won’t close.", "The harbour won’t close.")).toEqual([])
  expect(notes("The harbour won’t close.", "The harbor won&rsquo;t close.")).toEqual([
    "typographic(harbour → harbor)",
    "typographic(won’t → won&rsquo;t)",
  ])
  expect(notes("It took eighteen years in the US", "It took 18 years in the U.S.")).toEqual([
    "typographic(eighteen → 18)",
    "typographic(US → U.S.)",
  ])
  expect(
    notes("Senator Reiss left the United States twice.", "Sen. Reiss left the U.S. twice."),
  ).toEqual([
    "typographic(Senator → Sen)",
    "typographic( → .)",
    "typographic(United States → U.S.)",
  ])
  expect(notes("It is Jonas’ boat.", "It is Jonas’s boat.")).toEqual([
    "typographic(Jonas → Jonas’s)",
    "typographic(’ → )",
  ])
})

test("a qualifier cut without a mark is an omission and says what it bears on", () => {
  const printed = RECORD.replace("nearly ten years, or more precisely nine", "ten years")
  expect(notes(RECORD, printed)).toEqual([
    "omission(nearly → ) modality",
    "omission(or more precisely nine → ) modality",
  ])
})

test("a phrase turned round a word that stays is one rewording, told with all its words", () => {
  expect(
    notes("part of our aid in the future, he says", "part of our future help, he says"),
  ).toEqual(["substitution(aid in the future → future help)"])
})

test("two words replaced side by side are two changes, a sentence written anew is one", () => {
  expect(notes("It is a large vessel, they say.", "It is a big ship, they say.")).toEqual([
    "substitution(large → big)",
    "substitution(vessel → ship)",
  ])
  const spoken = "Whoever wants a berth must ask the old master today. He will answer."
  const printed =
    "Anybody who needs a mooring has to ask an elderly captain beforehand. He will answer."
  expect(notes(spoken, printed)).toEqual([
    "substitution(Whoever wants a berth must ask the old master today → Anybody who needs a mooring has to ask an elderly captain beforehand) modality",
  ])
})

test("a negation put in beside other words is told by itself", () => {
  expect(notes("The quay is safe.", "The quay is not really safe.")).toEqual([
    "insertion( → not) negation",
    "insertion( → really) modality",
  ])
})

test("signs that differ beside a replaced word, and in a compound, are typographic", () => {
  expect(notes("With this change, we sail.", "With this shift; we sail.")).toEqual([
    "substitution(change → shift)",
    "typographic(, → ;)",
  ])
  expect(notes("They stand side-by-side here.", "They stand side–by–side here.")).toEqual([
    "typographic(-by- → –by–)",
  ])
})

test("a page's “he said” is its own also before a cut and at the end, unless the record says it too", () => {
  const spoken = "In our harbour, the boats are small, and nobody minds the rain."
  expect(notes(spoken, "In our harbour,” he said … nobody minds the rain.")).toEqual([
    "insertion( → ” he said) marked",
    "ellipsis(the boats are small, and → …) marked",
  ])
  expect(notes(spoken, "In our harbour,” he said.")).toEqual([
    "insertion( → ” he said) marked",
    "truncation(the boats are small, and nobody minds the rain → )",
  ])
  const told = "“We sail,” she said. “At dawn,” she added."
  expect(notes(told, told)).toEqual([])
})

test("a page's “he said” may begin as the speaker goes on, and stands where two clauses met that it turned", () => {
  const spoken = "Ten years ago, the quay was closed."
  expect(notes(spoken, "Ten years ago,” the mayor told reporters, “the quay was closed.")).toEqual([
    "insertion( → ” the mayor told reporters, “) marked",
  ])
  const plain = "Whenever it rains, the ferries stay in the old port."
  const turned = "The ferries stay in the old port,” he said, “whenever it rains."
  const { versions } = collate(wholePassage(plain), [{ id: "page", passage: wholePassage(turned) }])
  const told = versions[0]!.edits.find(({ kind }) => kind === "insertion")!
  expect([told.witnessText, plain.slice(0, told.base[0]!.from)]).toEqual([
    "” he said, “",
    "Whenever it rains",
  ])
})

test("a dropped negation is told apart from a cut", () => {
  expect(notes(RECORD, RECORD.replace("will not close", "will close"))).toEqual([
    "omission(not → ) negation",
  ])
})

test("a mark of ellipsis shows the reader that words are missing", () => {
  expect(
    notes(RECORD, RECORD.replace("for nearly ten years, or more precisely nine", "for … nine")),
  ).toEqual(["ellipsis(nearly ten years, or more precisely → …) marked modality"])
})

test("brackets are marked, glued to a word or standing for one", () => {
  expect(
    notes("They told them to leave at once", "They told [the crews] to leave at once"),
  ).toEqual(["bracket(them → [the crews]) marked pronoun"])
  expect(notes("of any ship of the Unite", "of any ship of the Unite[d]")).toEqual([
    "bracket(Unite → Unite[d]) marked",
  ])
})

test("a bracket stands for the pronoun beside a cut, or explains the one before it", () => {
  const spoken = "They came late. They would refuse to sign the paper."
  expect(notes(spoken, "They came late. [The crews] sign the paper.")).toEqual([
    "bracket(They → [The crews]) marked pronoun",
    "omission(would refuse to → ) modality",
  ])
  expect(notes(spoken, "They came late. They [the crews] sign the paper.")).toEqual([
    "bracket( → [the crews]) marked",
    "omission(would refuse to → ) modality",
  ])
  expect(notes(spoken, "They came late. They [the crews] … the paper.")).toEqual([
    "bracket( → [the crews]) marked",
    "ellipsis(would refuse to sign → …) marked modality",
  ])
  const owned = "We came to see how our old and crowded quays are kept."
  expect(notes(owned, "We came to see how our [the town’s] … are kept.")).toEqual([
    "bracket( → [the town’s]) marked",
    "ellipsis(old and crowded quays → …) marked",
  ])
  expect(notes(owned, "We came to see how our [crowded] … are kept.")).toEqual([
    "bracket(old → [crowded]) marked",
    "ellipsis(and crowded quays → …) marked",
  ])
})

test("passages with a sentence's end and twelve words between them, printed as one, are a splice", () => {
  const printed = "We will not close the harbour. Nobody has been told to leave."
  expect(notes(RECORD, printed)).toEqual([
    "splice(I have said so for nearly ten years, or more precisely nine. The ferries will run on Sundays as well; the fishermen asked for it → )",
    "truncation(If we compare it to the old port, this one is cleaner. And it was from the old port that the town grew → )",
  ])
})

test("two passages joined in reversed order are one splice, which tells of the words between", () => {
  const printed = "Nobody has been told to leave. We will not close the harbour."
  expect(notes(RECORD, printed).filter((line) => line.startsWith("splice"))).toEqual([
    "splice(I have said so for nearly ten years, or more precisely nine. The ferries will run on Sundays as well; the fishermen asked for it → We will not close the harbour)",
  ])
})

test("at an interruption missing words are an omission, and the pieces' own edges are no edges", () => {
  const page = interrupted(
    "«The ferries will run on Sundays,» the mayor said. «Nobody has been told to leave.»",
  )
  const { versions } = collate(wholePassage(RECORD), [{ id: "page", passage: page }], {
    quoted: true,
  })
  expect(versions[0]!.edits.map(note)).toEqual(["omission(as well; the fishermen asked for it → )"])
})

test("sentences in another order are a transposition", () => {
  expect(
    notes(
      "First we fish. Then we sell the catch at noon.",
      "Then we sell the catch at noon. First we fish.",
    ),
  ).toEqual(["transposition(First we fish → First we fish)"])
})

const MANY = { numRuns: 300 }
const WORDS =
  "the harbour will not close nearly ten ferries … [sic] “and” we, said. “yes” [the crews] (applause) old-port Ten 10 é".split(
    " ",
  )
const sentence = fc
  .array(fc.constantFrom(...WORDS), { maxLength: 25 })
  .map((words) => words.join(" "))

/** What a page's reader is told of the words between « and », of which those in _ are set in italics. */
function printedNotes(record: string, page: string): string[] {
  const passage = interrupted(page)
  const emphasis = [...page.matchAll(/_([^_]*)_/g)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }))
  const version = { id: "page", passage, emphasis }
  return collate(wholePassage(record), [version], { quoted: true }).versions[0]!.edits.map(note)
}

test("a sentence that is printed without the negation it began with touches the negation", () => {
  const record =
    "I do not say that the money is certain. Nobody has asked us for it, but we will wait."
  expect(printedNotes(record, "«the money is certain»")).toEqual([
    "truncation(I do not say that → ) negation",
  ])
  expect(printedNotes(record, "«we will wait»")).toEqual([
    "truncation(Nobody has asked us for it, but → )",
  ])
})

test("a page that negates in its own words, or prints a name of a thing, has lost no negation", () => {
  const record =
    "I do not say that the money is certain. We cannot allow a second toll on the bridge."
  const touchesOfFirst = (page: string): boolean =>
    printedNotes(record, page)[0]!.endsWith("negation")
  expect(touchesOfFirst("She said «the money is certain»")).toBe(true)
  expect(touchesOfFirst("She would not say «the money is certain»")).toBe(false)
  expect(touchesOfFirst("She spoke of a «second toll»")).toBe(false)
})

test("a phrase out of a negated clause, and what nobody doubts, have lost no negation", () => {
  const record =
    "She can never claim to be a true friend of the old harbour. Nobody doubts that the quay is safe for boats."
  for (const printed of ["«true friend of the old harbour»", "«the quay is safe for boats»"])
    expect(printedNotes(record, printed)[0]).not.toMatch(/negation$/)
})

test("words that a speaker begins twice are left out once without touching anything", () => {
  expect(
    notes("The pilots fear they won't -- they won't sail.", "The pilots fear they won't sail."),
  ).toEqual(["omission(they won't → )"])
})

test("a contraction spelled out is no other person, and a country in capitals is no pronoun", () => {
  expect(notes("I've told the pilots so.", "I have told the pilots so.")).toEqual([
    "substitution(I've → I have)",
  ])
  expect(notes("He said that she's late again.", "He said that she was late again.")).toEqual([
    "substitution(she's → she was) tense",
  ])
  expect(notes("They work for the US Navy here.", "They work for the United States here.")).toEqual(
    ["substitution(US Navy → United States) name"],
  )
})

test("words in each other's place are one change of order", () => {
  expect(
    notes(
      "Until then the pilots, the crews and I go on.",
      "Until then the crews, the pilots and I go on.",
    ),
  ).toEqual(["transposition(pilots, the crews → crews, the pilots)"])
})

test("no house standard lets a page begin behind the negation of what it prints", () => {
  const record = wholePassage("I do not say that the money is certain. It is likely.")
  const permitted = (words: string): boolean[] =>
    collate(record, [{ id: "page", passage: wholePassage(words) }], {
      quoted: true,
      standard: "ap",
    }).versions[0]!.edits.map((edit) => edit.permitted)
  expect(permitted("the money is certain.")).toEqual([false])
  expect(permitted("I do not say that the money")).toEqual([true])
})

test("an auxiliary that is gone changes the tense, a reservation that is gone the firmness", () => {
  expect(notes("We have tested the bed.", "We tested the bed.")).toEqual([
    "omission(have → ) tense",
  ])
  expect(
    notes("They have, at least in principle, agreed to pay.", "They have agreed to pay."),
  ).toEqual(["omission(at least in principle → ) modality"])
})

test("what a page sets in italics is emphasis, unless it sets all of a quotation so", () => {
  expect(printedNotes("It was not for sale.", "«It was _not_ for sale.»")).toEqual([
    "emphasis(not → not)",
  ])
  expect(printedNotes("It was not for sale.", "_«It was not for sale.»_")).toEqual([])
})

test("every version can be rebuilt from the table to the letter, and no word is lost", () => {
  fc.assert(
    fc.property(fc.option(sentence), fc.array(sentence, { maxLength: 5 }), (record, texts) => {
      const versions = texts.map((text, i) => ({ id: `v${i}`, passage: wholePassage(text) }))
      const { base, table } = collate(record === null ? null : wholePassage(record), versions)
      const rows = table.map((row) => row.filter((cell) => cell !== null).join(""))
      const wanted = [passageText(base), ...texts].map((text) =>
        /[\p{L}\p{N}]/u.test(text) ? text : "",
      )
      expect(rows).toEqual(wanted)
    }),
    MANY,
  )
})

test("the order of the versions changes nothing but the order of the rows", () => {
  fc.assert(
    fc.property(
      fc.option(sentence),
      fc
        .uniqueArray(sentence, { maxLength: 6 })
        .chain((texts) =>
          fc.tuple(fc.constant(texts), fc.shuffledSubarray(texts, { minLength: texts.length })),
        ),
      (record, [texts, shuffled]) => {
        const base = record === null ? null : wholePassage(record)
        const collated = (list: string[]): Map<string, string> => {
          const { table, versions, copyTree } = collate(
            base,
            list.map((text) => ({ id: text, passage: wholePassage(text) })),
          )
          const nodes = new Map(copyTree.map((node) => [node.id, node]))
          return new Map(
            list.map((text, i) => [
              text,
              JSON.stringify([table[0], table[i + 1], versions[i], nodes.get(text)]),
            ]),
          )
        }
        const one = collated(texts)
        const other = collated(shuffled)
        for (const text of texts) expect(other.get(text)).toBe(one.get(text))
      },
    ),
    MANY,
  )
})

test.each([
  ["No, it is not.", "it is not.", []],
  ["No boats will sail today.", "boats will sail today.", ["negation"]],
])("a dropped “No” negates only what it governs: %s", (record, printed, touches) => {
  const versions = [{ id: "a", passage: wholePassage(printed) }]
  const { edits } = collate(wholePassage(record), versions, { quoted: true }).versions[0]!
  expect(edits.filter((edit) => edit.kind === "truncation").map((edit) => edit.touches)).toEqual([
    touches,
  ])
})

test("another form of a name is the same name", () => {
  const versions = [{ id: "a", passage: wholePassage("They met in the United States in May.") }]
  const base = wholePassage("They met in the United State in May.")
  const { edits } = collate(base, versions).versions[0]!
  expect(edits.map(({ kind, touches }) => [kind, touches])).toEqual([["substitution", []]])
})

test("what one page alone prints is its own base, whether or not it is looked at closely", () => {
  const piece = fc.constantFrom(
    ..."The harbour,|won’t|close.|“No,”|he said,|twenty-one|times!|[sic]|(Laughter.)|…|&amp;|*so*|<em>|1,000|U.S.|–|,” she said.|”".split(
      "|",
    ),
  )
  const texts = fc.array(piece, { minLength: 1, maxLength: 9 }).map((pieces) => pieces.join(" "))
  fc.assert(
    fc.property(texts, texts, fc.boolean(), (one, other, isWhole) => {
      const text = `She said: “${one}” – she smiled – “${other}”`
      const second = text.length - 1 - other.length
      const spans = [
        { from: "She said: “".length, to: "She said: “".length + one.length },
        { from: second, to: second + other.length },
      ]
      const passage = { text, spans: isWhole ? spans : spans.slice(0, 1) }
      const emphasis = [{ from: 0, to: 0 }]
      expect(collate(null, [{ id: "page", passage }])).toEqual(
        collate(null, [{ id: "page", passage, emphasis }]),
      )
    }),
    { numRuns: 300 },
  )
})
