import type { EditKind, Touch, Verdict } from "../src/apparatus/apparatus.ts"
import type { QuotationKind } from "../src/quotation/quotation.ts"

/**
 * What a careful reader finds in examples/harbour, written down before any output was seen.
 * Typographic edits are left out: they are house style, and the verdict `clean` already says that no word differs.
 */
export interface ExpectedQuotation {
  /** What stands inside the marks; ` | ` where the quotation is interrupted. */
  readonly words: string
  readonly kind: QuotationKind
  /** Null: nobody is said to have said it. */
  readonly speaker: string | null
  /** Null: not judged against the interview's transcript. */
  readonly verdict: Verdict | null
  readonly edits: readonly ExpectedEdit[]
}

export interface ExpectedEdit {
  readonly kind: EditKind
  /** The transcript's words, `""` where the page adds. Left out where the extent is a matter of taste. */
  readonly base?: string
  /** The page's words, `""` where the page omits. */
  readonly printed?: string
  readonly marked?: boolean
  /** What the reader must be told that it touches. */
  readonly touches?: readonly Touch[]
}

const VALMONDE = "Teresa Valmonde"
const REDDIN = "Tomas Reddin"

const truncation: ExpectedEdit = { kind: "truncation", marked: false }

function said(
  speaker: string | null,
  words: string,
  verdict: Verdict | null,
  ...edits: readonly ExpectedEdit[]
): ExpectedQuotation {
  return { words, kind: "direct", speaker, verdict, edits }
}

function partly(
  speaker: string,
  words: string,
  verdict: Verdict | null,
  ...edits: readonly ExpectedEdit[]
): ExpectedQuotation {
  return { words, kind: "mixed", speaker, verdict, edits }
}

function marked(kind: "scare" | "title", words: string): ExpectedQuotation {
  return { words, kind, speaker: null, verdict: null, edits: [] }
}

function cut(base: string, ...touches: readonly Touch[]): ExpectedEdit {
  return { kind: "omission", base, printed: "", marked: false, touches }
}

function changed(base: string, printed: string, ...touches: readonly Touch[]): ExpectedEdit {
  return { kind: "substitution", base, printed, marked: false, touches }
}

export const EXPECTED: Readonly<Record<string, readonly ExpectedQuotation[]>> = {
  "Commissioner defends breakwater plan: “All of it floats”": [
    partly(VALMONDE, "All of it floats", "verbatim", truncation),
    partly(VALMONDE, "with the stones.", "verbatim", truncation),
    said(
      VALMONDE,
      "The old breakwater was built in 1911 for boats that drew two metres, and it has been mended so often that there is hardly anything left to mend, | We have lost eleven metres of it in three winters. If we do nothing, we will lose the fish quay in ten years.",
      "altered",
      changed("within", "in"),
      { kind: "truncation", base: "or at any rate within fifteen" },
    ),
    said(VALMONDE, "None of this is beautiful, but all of it floats,", "verbatim"),
    said(
      VALMONDE,
      "[T]he last quarter must come from those who use [the harbour], | That means dues, and I will not pretend otherwise.",
      "abridged",
      truncation,
      { kind: "bracket", base: "it", printed: "[the harbour]", marked: true },
    ),
    said(
      VALMONDE,
      "We will not raise the mooring fee for boats under ten metres this year,",
      "verbatim",
    ),
    said(VALMONDE, "The harbour is not for sale,", "verbatim"),
    said(
      VALMONDE,
      "There are 212 berths in the plan, and 40 of them are for visitors. Forty. The fishing boats keep the inner basin … and they keep the slip.",
      "abridged",
      { kind: "ellipsis", base: "they keep the ice house", marked: true },
    ),
    said(
      REDDIN,
      "In two winters, yes, if the caissons arrive on time, | In one winter, no, whatever anyone may have promised.",
      "verbatim",
    ),
  ],
  "Harbor chief says dredging will begin in October": [
    said(
      VALMONDE,
      "The dredging will begin in October, | Nobody can promise more than that; the sea has not signed the contract. Until then the crews, the pilots and the ferry will go on exactly as they do now.",
      "altered",
      cut("if the spring survey allows it", "modality"),
      { kind: "transposition", marked: false },
    ),
    said(
      VALMONDE,
      "For the larger ones we are talking about an increase of 12 percent, spread over three years, and the ferry company has agreed to pay its share,",
      "altered",
      cut("at least in principle", "modality"),
    ),
    said(
      VALMONDE,
      "I do not say that the money is certain, | I say that it is likely, and that delay will not make it cheaper.",
      "altered",
      changed("waiting", "delay"),
    ),
    // The words stand in the transcript, but in answer to another question: no comparison of words can see that.
    partly(VALMONDE, "it is not.", "verbatim", truncation),
    said(
      VALMONDE,
      "I grew up over a net loft; I do not need to be told what a fishing family is, | What they lose is the view, and I am sorry about the view.",
      "altered",
      { kind: "omission", marked: false },
    ),
    said(
      REDDIN,
      "It is better than I feared: clay on gravel, and the gravel holds,",
      "verbatim",
      truncation,
    ),
    said(VALMONDE, "The harbor is not for sale. I will say it as often as I am asked.", "clean"),
  ],
  "‘I am truly sorry about the view’: harbour boss on the plan that split a town": [
    partly(
      VALMONDE,
      "I am truly sorry about the view",
      "altered",
      { kind: "insertion", base: "", printed: "truly", marked: false },
      truncation,
    ),
    marked("title", "The Long Ebb"),
    // The first paragraph is left open and the next re-opened: one quotation.
    said(
      VALMONDE,
      "So the plan is simple, | We build a new breakwater outside the old one, we dredge the channel to six metres, and we move the ferry to the north pier. | None of this is beautiful, but all of it floats.",
      "verbatim",
    ),
    said(
      VALMONDE,
      "If we do nothing, | we will lose the fish quay within ten years, or at any rate within fifteen.",
      "verbatim",
    ),
    said(
      VALMONDE,
      "I do not say that the money is certain, | Waiting will not make it cheaper.",
      "altered",
      cut("I say that it is likely, and that", "modality"),
    ),
    said(VALMONDE, "What they lose is the view, and I am truly sorry about the view.", "altered", {
      kind: "insertion",
      base: "",
      printed: "truly",
      marked: false,
    }),
    said(
      REDDIN,
      "I tell [people] that a breakwater is the only kind of building that is meant to be hit,",
      "abridged",
      { kind: "bracket", base: "them", printed: "[people]", marked: true },
    ),
    partly(VALMONDE, "until the last day", "altered", changed("to", "until"), truncation),
    // The second of the two times that she says it.
    said(
      VALMONDE,
      "Do not sell what cannot be bought back, | I repeat, the harbour is not for sale. It was not for sale in 1911, and it will not be for sale as long as I have a key to the office.",
      "verbatim",
    ),
  ],
  "Read her lips: “the money is certain”": [
    partly(VALMONDE, "the money is certain", "verbatim", {
      kind: "truncation",
      base: "I do not say that",
      touches: ["negation"],
    }),
    marked("scare", "consultation"),
    // The Courier's own narration, quoted as the commissioner's words.
    partly(VALMONDE, "an orderly retreat from the old basin.", "notFound"),
    said(
      VALMONDE,
      "We have lost eleven metres of it in three winters. That means dues, and I will not pretend otherwise.",
      "spliced",
      { kind: "splice", marked: false },
    ),
    partly(VALMONDE, "the money is certain.", "verbatim", {
      kind: "truncation",
      base: "I do not say that",
      touches: ["negation"],
    }),
    said(
      VALMONDE,
      "If we do nothing, we will lose the fish quay in ten years,",
      "altered",
      changed("within", "in"),
      { kind: "truncation", base: "or at any rate within fifteen" },
    ),
    marked("scare", "Tug"),
    said(
      VALMONDE,
      "The harbour is not for sale. It was not for sale in 1911, and it WILL NOT be for sale as long as I have a key to the office.",
      "clean",
      { kind: "emphasis", printed: "not" },
      { kind: "emphasis", printed: "WILL NOT" },
      truncation,
    ),
    // “She might as well have added”: the page does not claim that anybody said it.
    said(
      null,
      "We will raise the mooring fee for boats under ten metres,",
      "altered",
      cut("not", "negation"),
      truncation,
    ),
  ],
  "“No jobs will go,” vows harbour commissioner": [
    said(VALMONDE, "No jobs will go,", "notFound"),
    // The interviewer's words.
    said(
      VALMONDE,
      "This town has been promised a new harbour by four commissioners in a row, and it has had four brochures,",
      "elsewhere",
    ),
    said(
      VALMONDE,
      "For the larger ones we are talking about an increase of 15 per cent, spread over three years,",
      "altered",
      changed("12", "15", "number"),
      truncation,
    ),
    said(
      VALMONDE,
      "The dredging will begin in October, | Nobody can promise more than that.",
      "altered",
      cut("if the spring survey allows it", "modality"),
      truncation,
    ),
    said(
      REDDIN,
      "We tested the bed at nineteen points, and it is better than I feared,",
      "altered",
      cut("have", "tense"),
      truncation,
    ),
    // Said to the paper after the broadcast.
    said(
      VALMONDE,
      "People here have waited long enough, and I am tired of asking them for patience,",
      "notFound",
    ),
    said(
      VALMONDE,
      "My term runs until next spring, | After that the voters will decide, and they have never needed my advice.",
      "altered",
      cut("and I intend to serve it to the last day"),
    ),
  ],
  "Harbour chief promises seasonal crews: no one goes home early": [
    said(
      VALMONDE,
      "Nobody is going to be sent home before the season ends, and nobody will have to sign a paper they can't read,",
      "translation",
    ),
    said(
      VALMONDE,
      "Whoever worked here last year comes first in line this year, | You have my word.",
      "translation",
    ),
    said(
      "Zulmira Taveira",
      "She did not read it from a paper, | She looked for the words, and she found them.",
      "notFound",
    ),
    said(
      VALMONDE,
      "The fishing boats keep the inner basin, they keep the ice house, and they keep the slip, | What they lose is the view, and I am sorry about the view.",
      "verbatim",
    ),
    said(
      VALMONDE,
      "The dredging will, if the spring survey allows it, begin in October, | Nobody can promise more than that; the sea has not signed the contract.",
      "verbatim",
    ),
  ],
  "Cottage fire at Skarne Point “began in the chimney”": [
    partly("Wilma Dorn", "began in the chimney", null),
    said(
      "Wilma Dorn",
      "It began in the chimney, and by the time we had hoses across the shingle it was in the thatch, | We saved the lamp room. I would have liked to save the stairs.",
      null,
    ),
    said(
      "Bram Ostrow",
      "I found the logbooks in the one cupboard that did not burn, | They are wet, but they can be read.",
      null,
    ),
  ],
}
