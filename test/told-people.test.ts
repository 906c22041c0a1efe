import { describe, expect, test } from "vitest"
import { findNamed } from "../src/report/named.ts"
import { foldSpeakers } from "../src/report/speakers.ts"
import { findTellingVerbs } from "../src/report/verbs.ts"
import { maybeSpeechVerb } from "../src/story/speech-verbs.ts"
import type { Headline } from "../src/story/story.ts"
import type { VerbUse, Wording } from "../src/story/wording.ts"

/** A page that quotes each speaker with so many words. */
function page(article: string, words: Readonly<Record<string, number>>): Wording {
  const quoted = Object.entries(words).map(([speaker, count]) => ({ speaker, words: count }))
  const verbs = Object.keys(words).map(
    (speaker): VerbUse => ({
      verb: "claimed",
      class: "doubting",
      speaker,
      spans: [{ from: 0, to: 7 }],
    }),
  )
  return { article, verbs, quoted, scare: [], own: [] }
}

describe("a speaker whom pages name differently", () => {
  test("is told by the full name that most words stand under", () => {
    const wording = [
      page("gull", { "Ada Finch": 40 }),
      page("tern", { Finch: 12 }),
      page("skua", { "Ada B. Finch": 9 }),
    ]
    expect([...foldSpeakers({ wording })]).toEqual([
      ["Ada B. Finch", "Ada Finch"],
      ["Finch", "Ada Finch"],
    ])
    expect(
      findTellingVerbs({ wording }).map(({ speaker, uses }) => [speaker, uses.length]),
    ).toEqual([["Ada Finch", 3]])
  })

  test("stays apart where two bear the name, or the full one is the lesser", () => {
    const two = [page("gull", { "Ada Finch": 40, "Odo Finch": 7 }), page("tern", { Finch: 12 })]
    expect([...foldSpeakers({ wording: two })]).toEqual([])
    const lesser = [page("gull", { "Ada Finch": 4 }), page("tern", { Finch: 12 })]
    expect([...foldSpeakers({ wording: lesser })]).toEqual([])
  })

  test("is no house, and no father of the same name", () => {
    const wording = [
      page("gull", { "Harbour Court": 40, "Odo Finch": 30 }),
      page("tern", { Court: 12, "Odo Finch Jr.": 6 }),
    ]
    expect([...foldSpeakers({ wording })]).toEqual([])
  })
})

test("a verb of speech is told without what stands around it", () => {
  const verbs = [
    "has also denied",
    "said on Friday",
    "lashed out at",
    "went on to say",
    "was asked about",
    "was quick to point out",
    "According to",
    "in a tweet",
  ].map((cue) => maybeSpeechVerb(cue)?.verb)
  expect(verbs).toEqual([
    "denied",
    "said",
    "lashed out at",
    "say",
    "was asked about",
    "point out",
    "according to",
    "in a tweet",
  ])
})

test("what tells of no speech, or that there was none, is no verb of speech", () => {
  const cues = ["went", "put", "did not say", "declined to comment on", "pleaded guilty", "“"]
  expect(cues.map(maybeSpeechVerb)).toEqual(cues.map(() => null))
})

test("whom several headlines name is told with the pages whose headlines do not", () => {
  const headline = (article: string, text: string, ...names: readonly string[]): Headline => ({
    article,
    text,
    span: { from: 0, to: text.length },
    quoted: [],
    acts: [],
    names: names.map((name) => ({
      from: text.indexOf(name),
      to: text.indexOf(name) + name.length,
    })),
  })
  const headlines = [
    headline("gull", "Ada Finch closes the ferry", "Ada Finch"),
    headline("tern", "Finch’s ferry stays shut", "Finch’s"),
    headline("skua", "Kelderwick without a ferry", "Kelderwick"),
  ]
  expect(findNamed({ headlines })).toEqual([
    { name: "Finch", articles: ["gull", "tern"], others: ["skua"] },
  ])
})
