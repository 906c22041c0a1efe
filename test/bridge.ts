/**
 * An invented Report about an invented hearing: every kind of difference, every verdict against a record,
 * and names and addresses as hostile as pages can make them. Offsets are found, not counted by hand.
 */
import type { Edit, EditKind, Verdict } from "../src/apparatus/apparatus.ts"
import type { QuotationKind } from "../src/quotation/quotation.ts"
import type {
  Report,
  ReportArticle,
  ReportQuotation,
  ReportStatement,
  ReportWitness,
} from "../src/report/report.ts"
import type { Figure } from "../src/story/figure.ts"
import type { VerbUse } from "../src/story/wording.ts"
import type { Span } from "../src/text/span.ts"

export const HOSTILE = {
  outlet: `Tide </script><script>alert("outlet")</script> & "Sons"`,
  title: `Vell: <img src=x onerror=alert(1)> “the \u202Etoll\u202C is gone”`,
  url: "javascript:alert('url')",
  id: `t"><svg onload=alert(2)>`,
}

const TOLL =
  "We will not raise the toll for residents this year, or at any rate not before the spring."
const OLD = "The old bridge has carried this town for ninety years."
const BETWEEN =
  "Some of you were married on it. It has been painted eleven times. Nobody counted the coats. The rivets are original. The bearings are not. Two of them came from a ship. I have seen the invoice."
const CARE = "It deserves better than another coat of paint, I think."
const COST = "The repair costs 40 million marks, and the county pays half of it."
const CREWS = "Nobody who works here now will be sent away."

const RECORD = `Hearing of the bridge committee
4 May 2031
County Hall, Ostrand
Chair: Commissioner, will the toll go up?
Mara Vell: ${TOLL} ${OLD} ${BETWEEN} ${CARE}
Chair: And the money?
Mara Vell: ${COST} (In Danish) ${CREWS}
Edo Lind: The piers are sound. I would drive over them tomorrow.
`

const COURIER = `Vell rules out higher toll
Mara Vell told the bridge committee on Monday that residents need not worry.
“${TOLL}” she said.
“The old bridge has carried this town for ninety years,” Vell added. “It deserves better than another coat of paint.”
The repair, she said, “costs 40 million marks.”
“Nobody working here today will lose their place,” the commissioner told the Danish crews.
`
const LEDGER = `Toll to rise, commissioner admits
Commissioner Mara Vell has admitted what drivers feared. “We will raise the toll for residents this year,” she said, as first reported by The Quay Courier.
“Half of it the county pays,” she said of the repair, which “costs 14 million marks”.
According to Vell, “the piers are sound.”
Her opponents speak of a “paint job” and quote the film “The Last Toll”.
`
const POST = `Bridge: what the hearing heard
“We will not increase the toll for [town] residents this year… not before the spring,” Ms Vell told the committee on 4 May 2031.
She wants to “give the town its bridge back”, the Post has learned.
“${OLD} ${CARE}”
`
const TIDE = `${HOSTILE.title}
Give the town its bridge back: that is the plan of the commissioner.
Mara Vell said: “The old bridge has carried this town for ninety years. It really deserves better than another coat of *paint*.”
`
const WEATHER = `Rain on the islands
“It will be wet,” said the forecaster.
`

/** The span of a phrase: the first after `after`. A phrase that is not there is a fault of this file. */
function find(text: string, phrase: string, after = ""): Span {
  const from = text.indexOf(phrase, text.indexOf(after))
  if (from < 0) throw new RangeError(`No “${phrase}” in the invented text`)
  return { from, to: from + phrase.length }
}

/** After the words that are said, else before them. */
function findCue(text: string, cue: string, said: string): Span {
  return text.indexOf(cue, text.indexOf(said)) < 0 ? find(text, cue) : find(text, cue, said)
}

/** The place just before a phrase, where something is missing. */
function before(text: string, phrase: string): Span {
  const { from } = find(text, phrase)
  return { from, to: from }
}

function article(over: Partial<ReportArticle> & { id: string; text: string }): ReportArticle {
  const headline = find(over.text, over.text.slice(0, over.text.indexOf("\n")))
  return {
    source: `coverage/${over.id}.html`,
    record: false,
    outlet: null,
    title: over.text.slice(0, headline.to),
    headline,
    byline: null,
    published: null,
    language: "en",
    url: null,
    place: null,
    blocks: [
      { kind: "heading", ...headline },
      { kind: "paragraph", from: headline.to + 1, to: over.text.length },
    ],
    links: [],
    emphasis: [],
    turns: [],
    revisionOf: null,
    ...over,
  }
}

const on = (value: string, from = "meta"): ReportArticle["published"] => ({
  value,
  precision: value.length > 10 ? "minute" : "day",
  from,
})

function turn(speaker: string, text: string, time: string | null): ReportArticle["turns"][number] {
  return { speaker, span: find(RECORD, text), time }
}

const articles: readonly ReportArticle[] = [
  article({
    id: "record",
    source: "hearing.txt",
    record: true,
    text: RECORD,
    published: on("2031-05-04", "transcript"),
    place: "County Hall, Ostrand",
    turns: [
      turn("Mara Vell", `${TOLL} ${OLD} ${BETWEEN} ${CARE}`, "00:01:10.000"),
      turn("Mara Vell", `${COST} (In Danish) ${CREWS}`, "00:03:40.000"),
      turn("Edo Lind", "The piers are sound. I would drive over them tomorrow.", null),
    ],
  }),
  article({
    id: "courier",
    text: COURIER,
    outlet: "The Quay Courier",
    url: "https://courier.example/toll?a=1&b=2",
    published: on("2031-05-04T16:20Z", "json-ld"),
    byline: "Ana Ruiz",
  }),
  article({ id: "ledger", text: LEDGER, outlet: "Morning Ledger", published: on("2031-05-05") }),
  article({ id: "post", text: POST, url: "https://www.northbank.example/bridge" }),
  article({
    id: HOSTILE.id,
    text: TIDE,
    outlet: HOSTILE.outlet,
    url: HOSTILE.url,
    published: on("2031-05-06"),
  }),
  article({ id: "weather", text: WEATHER, published: on("2031-02-01") }),
]

const texts = new Map(articles.map(({ id, text }) => [id, text ?? ""]))

interface Said {
  id: string
  article: string
  /** The parts of the quotation, in order. */
  parts: readonly string[]
  kind?: QuotationKind
  speaker?: string | null
  mention?: string
  cue?: string
  confidence?: number
  via?: string
}

function quotation(said: Said): ReportQuotation {
  const text = texts.get(said.article) ?? ""
  const content = said.parts.map((part) => find(text, part))
  const mention = said.mention ? find(text, said.mention) : null
  const cue = said.cue ? findCue(text, said.cue, said.parts[0] ?? "") : null
  const speaker =
    said.speaker === undefined
      ? null
      : {
          name: said.speaker,
          mention,
          proof: [...(mention ? [mention] : []), ...(cue ? [cue] : [])],
          confidence: said.confidence ?? 0.95,
        }
  return {
    id: said.id,
    article: said.article,
    kind: said.kind ?? "direct",
    content,
    marked: said.kind === "indirect" ? [] : content,
    text: said.parts.join(" "),
    speaker,
    cue,
    via: said.via ? [{ name: said.via, span: find(text, said.via) }] : [],
    when: null,
  }
}

const VELL = { speaker: "Mara Vell" }
const quotations: readonly ReportQuotation[] = [
  quotation({ id: "c1", article: "courier", parts: [TOLL], mention: "she", cue: "said", ...VELL }),
  quotation({
    id: "c2",
    article: "courier",
    parts: [
      "The old bridge has carried this town for ninety years,",
      "It deserves better than another coat of paint.",
    ],
    mention: "Vell",
    cue: "added",
    ...VELL,
  }),
  quotation({
    id: "c3",
    article: "courier",
    kind: "mixed",
    parts: ["costs 40 million marks."],
    ...VELL,
  }),
  quotation({
    id: "c4",
    article: "courier",
    parts: ["Nobody working here today will lose their place,"],
    mention: "the commissioner",
    cue: "told",
    confidence: 0.72,
    ...VELL,
  }),
  quotation({
    id: "l1",
    article: "ledger",
    parts: ["We will raise the toll for residents this year,"],
    mention: "Commissioner Mara Vell",
    cue: "said",
    via: "The Quay Courier",
    ...VELL,
  }),
  quotation({
    id: "l2",
    article: "ledger",
    parts: ["Half of it the county pays,"],
    mention: "she",
    cue: "said",
    ...VELL,
  }),
  quotation({
    id: "l3",
    article: "ledger",
    kind: "mixed",
    parts: ["costs 14 million marks"],
    confidence: 0.4,
    ...VELL,
  }),
  quotation({
    id: "l4",
    article: "ledger",
    parts: ["the piers are sound."],
    mention: "Vell",
    cue: "According to",
    ...VELL,
  }),
  quotation({ id: "l5", article: "ledger", kind: "scare", parts: ["paint job"] }),
  quotation({ id: "l6", article: "ledger", kind: "title", parts: ["The Last Toll"] }),
  quotation({
    id: "l7",
    article: "ledger",
    kind: "indirect",
    parts: ["what drivers feared"],
    mention: "Commissioner Mara Vell",
    cue: "admitted",
    ...VELL,
  }),
  quotation({
    id: "p1",
    article: "post",
    parts: ["We will not increase the toll for [town] residents this year… not before the spring,"],
    mention: "Ms Vell",
    cue: "told",
    ...VELL,
  }),
  quotation({
    id: "p2",
    article: "post",
    kind: "mixed",
    parts: ["give the town its bridge back"],
    mention: "She",
    ...VELL,
  }),
  quotation({
    id: "p3",
    article: "post",
    parts: [`${OLD} ${CARE}`],
    speaker: null,
    mention: "Ms Vell",
    confidence: 0.3,
  }),
  quotation({
    id: `x"><i>`,
    article: HOSTILE.id,
    parts: [
      "The old bridge has carried this town for ninety years. It really deserves better than another coat of *paint*.",
    ],
    mention: "Mara Vell",
    cue: "said",
    ...VELL,
  }),
  quotation({
    id: "w1",
    article: "weather",
    parts: ["It will be wet,"],
    speaker: "the forecaster",
    mention: "the forecaster",
    cue: "said",
  }),
]

const quotationsById = new Map(quotations.map((quotation) => [quotation.id, quotation]))

interface Did {
  kind: EditKind
  base: readonly Span[]
  witness: readonly Span[]
  marked?: boolean
  touches?: Edit["touches"]
  certainty?: Edit["certainty"]
}

/** A difference whose texts are read from its spans: the base's in the record, the witness's in its page. */
function witness(
  id: string,
  verdict: Verdict,
  { why, similarity = 1, edits = [] }: { why: string; similarity?: number; edits?: readonly Did[] },
): ReportWitness {
  const { article, content } = quotationsById.get(id) ?? { article: "", content: [] }
  const page = texts.get(article) ?? ""
  return {
    quotation: id,
    article,
    spans: content,
    verdict,
    similarity,
    why,
    old: null,
    edits: edits.map((did, n) => ({
      marked: false,
      certainty: "certain",
      touches: [],
      permitted: false,
      ...did,
      id: `${id}-e${n}`,
      baseText: did.base.map(({ from, to }) => RECORD.slice(from, to)).join(" "),
      witnessText: did.witness.map(({ from, to }) => page.slice(from, to)).join(" "),
    })),
  }
}

/** A row of the table in one line: words apart by spaces, `·` where nothing stands, `_` inside a word for a space. */
function table(...rows: readonly string[]): (string | null)[][] {
  const cells = rows.map((row) =>
    row.split(" ").map((cell) => (cell === "·" ? null : cell.replaceAll("_", " "))),
  )
  const wrong = cells.findIndex((row) => row.length !== cells[0]?.length)
  if (wrong >= 0)
    throw new RangeError(`Row ${wrong} has ${cells[wrong]?.length} places: ${rows[wrong]}`)
  return cells
}

const gap = (words: string): string =>
  words
    .split(" ")
    .map(() => "·")
    .join(" ")
const inRecord = (phrase: string, after = ""): Span => find(RECORD, phrase, after)
const passage = (...parts: readonly string[]): ReportStatement["records"] => [
  { article: "record", spans: parts.map((part) => inRecord(part)), text: parts.join(" ") },
]

const statements: readonly ReportStatement[] = [
  {
    id: "toll",
    speaker: "Mara Vell",
    records: passage(TOLL),
    base: TOLL,
    table: table(
      "We will not raise the toll for · residents this year, or at any rate not before the spring.",
      "We will not raise the toll for · residents this year, or at any rate not before the spring.",
      "We will · raise the toll for · residents this year, · · · · · · · ·",
      "We will not increase the toll for [town] residents this year… · · · · not before the spring,",
    ),
    witnesses: [
      witness("c1", "verbatim", { why: "Every word stands in the transcript, in this order." }),
      witness("l1", "altered", {
        why: "A word of the transcript is missing, and nothing shows it.",
        similarity: 0.9,
        edits: [
          {
            kind: "omission",
            base: [inRecord("not ")],
            witness: [before(LEDGER, "raise the toll")],
            touches: ["negation"],
          },
          {
            kind: "truncation",
            base: [inRecord("or at any rate not before the spring.")],
            witness: [before(LEDGER, "” she said, as first")],
            touches: ["modality"],
          },
        ],
      }),
      witness("p1", "altered", {
        why: "One word is another than in the transcript.",
        similarity: 0.8,
        edits: [
          {
            kind: "substitution",
            base: [inRecord("raise")],
            witness: [find(POST, "increase")],
            certainty: "likely",
          },
          {
            kind: "bracket",
            marked: true,
            base: [before(RECORD, "residents")],
            witness: [find(POST, "[town]")],
          },
          {
            kind: "ellipsis",
            marked: true,
            base: [inRecord("or at any rate")],
            witness: [find(POST, "…")],
          },
        ],
      }),
    ],
    copyTree: [
      { id: "c1", parents: ["R"], confidence: 0.98 },
      { id: "l1", parents: ["c1"], confidence: 0.66 },
      { id: "p1", parents: ["R"], confidence: 0.9 },
    ],
    echoes: [
      { article: "courier", span: find(COURIER, "Vell rules out higher toll"), how: "headline" },
    ],
  },
  {
    id: "old-bridge",
    speaker: "Mara Vell",
    records: passage(`${OLD} ${BETWEEN} ${CARE}`),
    base: `${OLD} ${BETWEEN} ${CARE}`,
    table: table(
      `${OLD} ${BETWEEN} It · deserves better than another coat of paint, I think.`,
      `The old bridge has carried this town for ninety years, ${gap(BETWEEN)} It · deserves better than another coat of paint. · ·`,
      `${OLD} ${gap(BETWEEN)} It · deserves better than another coat of paint, I think.`,
      `${OLD} ${gap(BETWEEN)} It really deserves better than another coat of *paint*. · ·`,
    ),
    witnesses: [
      witness("c2", "altered", {
        why: "Seven sentences are missing at the interruption, and nothing shows it.",
        edits: [
          {
            kind: "omission",
            base: [inRecord(BETWEEN)],
            witness: [before(COURIER, "It deserves")],
          },
          {
            kind: "truncation",
            base: [inRecord("I think.")],
            witness: [before(COURIER, "”\nThe repair")],
          },
          { kind: "typographic", base: [inRecord("years.")], witness: [find(COURIER, "years,")] },
        ],
      }),
      witness("p3", "spliced", {
        why: "Two passages stand as one; seven sentences lie between them.",
        edits: [
          { kind: "splice", base: [inRecord(BETWEEN)], witness: [before(POST, "It deserves")] },
        ],
      }),
      witness(`x"><i>`, "spliced", {
        why: "Two passages stand as one; seven sentences lie between them.",
        similarity: 0.93,
        edits: [
          { kind: "splice", base: [inRecord(BETWEEN)], witness: [before(TIDE, "It really")] },
          {
            kind: "insertion",
            base: [before(RECORD, "deserves")],
            witness: [find(TIDE, "really")],
          },
          { kind: "emphasis", base: [inRecord("paint,", CARE)], witness: [find(TIDE, "*paint*")] },
        ],
      }),
    ],
    copyTree: [
      { id: "c2", parents: ["R"], confidence: 0.95 },
      { id: "latent-1", parents: ["R"], latent: true, confidence: 0.55 },
      { id: "p3", parents: ["latent-1"], confidence: 0.6 },
      { id: `x"><i>`, parents: ["latent-1"], confidence: 0.6 },
    ],
    echoes: [],
  },
  {
    id: "cost",
    speaker: "Mara Vell",
    records: passage(COST),
    base: COST,
    table: table(
      "The repair costs 40 million marks, and · · · the county pays half of it.",
      "· · costs 40 million marks. · · · · · · · · · ·",
      "· · costs 14 million marks · · · · · · · · · ·",
      "· · · · · · · Half of it the county pays, · · ·",
    ),
    witnesses: [
      witness("c3", "clean", { why: "The same words; only a mark differs." }),
      witness("l3", "altered", {
        why: "The number is another than in the transcript.",
        similarity: 0.75,
        edits: [
          {
            kind: "substitution",
            base: [inRecord("40")],
            witness: [find(LEDGER, "14")],
            touches: ["number"],
          },
        ],
      }),
      witness("l2", "altered", {
        why: "The same words in another order.",
        edits: [
          {
            kind: "transposition",
            base: [inRecord("half of it")],
            witness: [find(LEDGER, "Half of it")],
          },
        ],
      }),
    ],
    copyTree: [],
    echoes: [{ article: "ledger", span: find(LEDGER, "Toll to rise"), how: "unquoted" }],
  },
  {
    id: "crews",
    speaker: "Mara Vell",
    records: passage(CREWS),
    base: CREWS,
    table: table(
      "Nobody who works here now will be sent away.",
      "Nobody · working here today will lose_their place, ·",
    ),
    witnesses: [
      witness("c4", "translation", {
        why: "The transcript says that the words were spoken in Danish: both may be translations.",
        similarity: 0.4,
      }),
    ],
    copyTree: [],
    echoes: [],
  },
  {
    id: "piers",
    speaker: "Mara Vell",
    records: passage("The piers are sound."),
    base: "The piers are sound.",
    table: table("The piers are sound.", "the piers are sound."),
    witnesses: [
      witness("l4", "elsewhere", {
        why: "in the transcript Edo Lind says these words, not Mara Vell",
      }),
    ],
    copyTree: [],
    echoes: [],
  },
  {
    id: "give-back",
    speaker: "Mara Vell",
    records: [],
    base: "give the town its bridge back",
    table: table("give the town its bridge back", "give the town its bridge back"),
    witnesses: [
      witness("p2", "notFound", {
        why: "No passage of the transcript has these words.",
        similarity: 0,
      }),
    ],
    copyTree: [],
    echoes: [
      {
        article: HOSTILE.id,
        span: find(TIDE, "Give the town its bridge back"),
        how: "narrationQuoted",
      },
    ],
  },
  {
    id: "wet",
    speaker: "the forecaster",
    records: [],
    base: "It will be wet,",
    table: table("It will be wet,", "It will be wet,"),
    witnesses: [
      witness("w1", "unclear", {
        why: "Too few words to say whether the transcript has them.",
        similarity: 0.3,
      }),
    ],
    copyTree: [],
    echoes: [],
  },
]

const headlineOf = (
  id: string,
  quoted: Report["stories"][number]["headlines"][number]["quoted"] = [],
) => {
  const { title, headline } = articles.find((one) => one.id === id) ?? { title: "", headline: null }
  return { article: id, span: headline, text: title ?? "", quoted, names: [], acts: [] }
}

function figure(id: string, words: string, of: Partial<Figure>): Figure {
  const span = find(texts.get(id) ?? "", words)
  return {
    article: id,
    span,
    value: 0,
    high: null,
    unit: null,
    of: null,
    exactness: "exact",
    ...of,
  }
}

function verb(id: string, words: string, kind: VerbUse["class"], speaker: string): VerbUse {
  return { verb: words, class: kind, speaker, spans: [find(texts.get(id) ?? "", words)] }
}

/** Every kind of finding, every verdict against a record. */
export const bridge: Report = {
  version: "1.0.0",
  articles,
  quotations,
  statements,
  lineage: [
    {
      from: { article: "ledger" },
      to: { article: "courier" },
      kind: "cites",
      directed: true,
      confidence: 0.97,
      evidence: [
        { article: "ledger", span: find(LEDGER, "as first reported by The Quay Courier") },
      ],
    },
    {
      from: { article: "courier" },
      to: { article: "record" },
      kind: "links",
      directed: true,
      confidence: 0.99,
      evidence: [{ article: "courier", span: find(COURIER, "bridge committee") }],
    },
    {
      from: { article: "post" },
      to: { article: HOSTILE.id },
      kind: "sharesReading",
      directed: false,
      confidence: 0.7,
      evidence: [
        { article: "post", span: find(POST, "ninety years. It deserves") },
        { article: HOSTILE.id, span: find(TIDE, "ninety years. It really deserves") },
      ],
    },
    {
      from: { article: "post" },
      to: { name: `Radio <b>Ostrand</b>` },
      kind: "cites",
      directed: true,
      confidence: 0.5,
      evidence: [{ article: "post", span: find(POST, "the Post has learned") }],
    },
    {
      from: { article: "post" },
      to: { article: HOSTILE.id },
      kind: "copies",
      directed: true,
      confidence: 0.8,
      evidence: [
        { article: "post", span: find(POST, "give the town its bridge back") },
        { article: HOSTILE.id, span: find(TIDE, "Give the town its bridge back") },
      ],
    },
  ],
  folds: [
    {
      id: "fold",
      source: "Coast Wire",
      articles: ["courier", "post"],
      evidence: [{ article: "courier", span: find(COURIER, "the bridge committee") }],
    },
  ],
  revisions: [
    {
      article: HOSTILE.id,
      revisionOf: "post",
      changes: [
        {
          kind: "changed",
          before: find(POST, "She wants to “give the town its bridge back”"),
          after: find(TIDE, "Give the town its bridge back: that is the plan"),
          words: [
            { before: find(POST, "She wants to"), after: before(TIDE, "Give the town") },
            { before: before(POST, ", the Post has"), after: find(TIDE, "that is the plan") },
          ],
        },
        { kind: "removed", before: find(POST, OLD), after: null, words: [] },
      ],
    },
  ],
  stories: [
    {
      id: "bridge",
      title: "Vell rules out higher toll",
      articles: ["courier", "ledger", "post", HOSTILE.id],
      keywords: ["toll", "bridge", "repair", "<script>"],
      summary: [
        {
          article: "courier",
          span: find(
            COURIER,
            "Mara Vell told the bridge committee on Monday that residents need not worry.",
          ),
        },
        {
          article: "post",
          span: find(POST, "She wants to “give the town its bridge back”, the Post has learned."),
        },
      ],
      headlines: [
        headlineOf("courier"),
        headlineOf("ledger"),
        headlineOf("post"),
        headlineOf(HOSTILE.id, [
          { span: find(TIDE, "the \u202Etoll\u202C is gone"), body: null, near: null },
        ]),
      ],
      figures: [
        {
          unit: "year",
          of: null,
          verdict: "agree",
          figures: [
            figure("courier", "ninety years", { value: 90, unit: "year" }),
            figure("post", "ninety years", { value: 90, unit: "year" }),
          ],
        },
        {
          unit: null,
          of: "marks",
          verdict: "conflict",
          figures: [
            figure("courier", "40 million marks", { value: 40e6, of: "marks" }),
            figure("ledger", "14 million marks", { value: 14e6, of: "marks" }),
          ],
        },
      ],
      wording: [
        {
          article: "courier",
          verbs: [
            verb("courier", "said", "plain", "Mara Vell"),
            verb("courier", "added", "plain", "Mara Vell"),
          ],
          quoted: [{ speaker: "Mara Vell", words: 48 }],
          scare: [],
          own: [{ word: "residents", spans: [find(COURIER, "residents need")] }],
        },
        {
          article: "ledger",
          verbs: [
            verb("ledger", "admitted", "granting", "Mara Vell"),
            verb("ledger", "said", "plain", "Mara Vell"),
            verb("ledger", "According to", null, "Mara Vell"),
          ],
          quoted: [{ speaker: "Mara Vell", words: 21 }],
          scare: [find(LEDGER, "paint job")],
          own: [{ word: "drivers", spans: [find(LEDGER, "drivers"), find(LEDGER, "opponents")] }],
        },
      ],
      missing: [
        {
          article: "ledger",
          what: { statement: "old-bridge" },
          carriedBy: ["courier", "post", HOSTILE.id],
          place: { article: "courier", span: find(COURIER, "The old bridge has carried") },
        },
        {
          article: HOSTILE.id,
          what: { figures: 0 },
          carriedBy: ["courier", "post"],
          place: { article: "courier", span: find(COURIER, "ninety years") },
        },
      ],
      only: [
        {
          article: "ledger",
          what: { statement: "piers" },
          carriedBy: ["ledger"],
          place: { article: "ledger", span: find(LEDGER, "the piers are sound.") },
        },
      ],
      timeline: [
        {
          value: "2031-05-04",
          precision: "day",
          what: "record",
          places: [{ article: "record", span: find(RECORD, "4 May 2031") }],
        },
        {
          value: "2031-05-04",
          precision: "day",
          what: "said",
          places: [
            { article: "courier", span: find(COURIER, "Monday") },
            { article: "post", span: find(POST, "4 May 2031") },
          ],
        },
        {
          value: "2031-05-04T16:20Z",
          precision: "minute",
          what: "published",
          places: [{ article: "courier", span: { from: 0, to: 0 } }],
        },
        {
          value: "2031-05-05",
          precision: "day",
          what: "published",
          places: [{ article: "ledger", span: { from: 0, to: 0 } }],
        },
        {
          value: "2031-05-06",
          precision: "day",
          what: "published",
          places: [{ article: HOSTILE.id, span: { from: 0, to: 0 } }],
        },
      ],
    },
    {
      id: "weather",
      title: "Rain on the islands",
      articles: ["weather"],
      keywords: [],
      summary: [],
      headlines: [headlineOf("weather")],
      figures: [],
      wording: [],
      missing: [],
      only: [],
      timeline: [],
    },
  ],
  notices: [
    {
      kind: "refused",
      source: `broken<1>.html`,
      text: "The file holds no article; give the page of one article.",
    },
    {
      kind: "limit",
      source: null,
      text: "Only the first 200 quotations of a page are read; 3 were left out.",
    },
  ],
}

/** Nothing was given, or nothing could be read. */
export const nothing: Report = {
  version: "1.0.0",
  articles: [],
  quotations: [],
  statements: [],
  lineage: [],
  folds: [],
  revisions: [],
  stories: [],
  notices: [],
}

/** The same findings in a report that was written without the articles' texts. */
export const bridgeWithoutText: Report = {
  ...bridge,
  articles: bridge.articles.map(({ text: _left, ...rest }) => rest),
}

/** One page that quotes nobody. */
export const silent: Report = {
  ...nothing,
  articles: [article({ id: "silent", text: "A quiet day\nNothing was said.\n" })],
}

const PEERS: Readonly<Record<string, Verdict>> = {
  spliced: "joined",
  verbatim: "agrees",
  altered: "differs",
}

/** The bridge as it would look to someone who has no transcript. */
export const bridgeWithoutRecord: Report = {
  ...bridge,
  articles: articles.filter(({ record }) => !record).map((one) => ({ ...one, published: null })),
  lineage: bridge.lineage.filter(({ to }) => !("article" in to && to.article === "record")),
  stories: bridge.stories.map((story) => ({ ...story, timeline: [] })),
  statements: statements.slice(0, 3).map((statement) => {
    const offset = statement.records[0]?.spans[0]?.from ?? 0
    const shift = ({ from, to }: Span): Span => ({ from: from - offset, to: to - offset })
    return {
      ...statement,
      records: [],
      witnesses: statement.witnesses.map((one) => ({
        ...one,
        verdict: PEERS[one.verdict] ?? "agrees",
        edits: one.edits.map((edit) => ({ ...edit, base: edit.base.map(shift) })),
      })),
    }
  }),
}
