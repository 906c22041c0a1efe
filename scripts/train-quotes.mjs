// Learns src/quotation/weights.ts from annotated articles, the same weights every time:
//   node scripts/train-quotes.mjs TRAIN.jsonl.gz --scorer score-quotes.mjs && npx biome check --write src/quotation/weights.ts
// Every model that feeds another is applied to articles it was not trained on (four folds), and the figures printed are
// those of the whole chain on such articles. With --check nothing is written.
import { createHash } from "node:crypto"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { deserialize, serialize } from "node:v8"
import { askSpeaker } from "../dist/quotation/candidates.js"
import { spotCues } from "../dist/quotation/cues.js"
import { newFeatures } from "../dist/quotation/features.js"
import { describePart } from "../dist/quotation/kind.js"
import { resolveMentions } from "../dist/quotation/referents.js"
import { sceneOf, stageOf, tagReading, withTaggedSources } from "../dist/quotation/scene.js"
import { packRows, TAG, TAGS } from "../dist/quotation/tagger.js"
import { voiceOf } from "../dist/quotation/utterance.js"
import { answer } from "../dist/quotation/weigh.js"
import { readCall } from "../eval/call.mjs"
import { readCorpus } from "../eval/corpus.mjs"
import { calibration, toPrediction } from "../eval/predict.mjs"
import {
  chainItems,
  cueItems,
  goldMention,
  goldOfParts,
  knownName,
  readGold,
} from "./train/gold.mjs"
import { trainChain, trainChoice, trainYesNo } from "./train/optimise.mjs"

const { values: options, positionals } = readCall(
  "scripts/train-quotes.mjs TRAIN.jsonl[.gz] --scorer score-quotes.mjs [--check] [--cache DIR] [--sample N] [--errors N]",
  {
    options: {
      scorer: { type: "string" },
      check: { type: "boolean" },
      cache: { type: "string" },
      sample: { type: "string" },
      errors: { type: "string" },
    },
    needed: ["scorer"],
    words: [1, 1],
  },
)

const features = newFeatures()
const FOLDS = 4
const ROWS = 1 << 17
const CUE = { size: 1 << 16, epochs: 4, rate: 0.2, decay: 1e-4 }
const CHAIN = {
  rows: ROWS,
  tags: TAGS,
  epochs: 8,
  rate: 0.06,
  decay: 1e-3,
  /** Content begins with `begin`, and only there. */
  banned: (a, b) => (b === TAG.inside && a < TAG.begin) || (b === TAG.begin && a >= TAG.begin),
}
const SPEAKER = { size: 1 << 15, epochs: 8, rate: 0.15, decay: 1e-2 }
const KIND = { size: 1 << 14, epochs: 10, rate: 0.1, decay: 1e-3 }
const SURE = { size: 1 << 12, epochs: 10, rate: 0.05, decay: 1e-2 }
const PRONOUN = { size: 1 << 13, epochs: 20, rate: 0.1, decay: 1e-3 }

const say = (...words) => console.error(`${(performance.now() / 1000).toFixed(0)} s`, ...words)
const others = (fold) => (_, i) => i % FOLDS !== fold
const own = (fold) => (_, i) => i % FOLDS === fold

/** Trains on three folds and applies to the fourth, four times round; then trains on all. */
function crossFit(documents, train, apply) {
  const folds = Array.from({ length: FOLDS }, (_, fold) => {
    const model = train(documents.filter(others(fold)))
    for (const document of documents.filter(own(fold))) apply(document, model)
    return model
  })
  return { folds, all: train(documents) }
}

const documents = readCorpus(positionals[0])
  .slice(0, Number(options.sample ?? 1e9))
  .map(readGold)
say("read", documents.length)

for (const document of documents) document.cueItems = cueItems(document)
const cue = crossFit(
  documents,
  (part) =>
    trainYesNo(
      part.flatMap((one) => one.cueItems),
      CUE,
    ),
  (document, model) => (document.chances = spotCues(model, document.reading)),
)
say("cues")
for (const document of documents) document.chainItems = chainItems(document, document.chances, ROWS)
const tagger = crossFit(
  documents,
  (part) =>
    remembered("tagger", part, () =>
      squeeze(
        trainChain(
          part.flatMap((one) => one.chainItems),
          CHAIN,
        ),
      ),
    ),
  (document, model) => {
    document.stage = taggedStage(document, model)
  },
)
say("tags")
for (const document of documents) {
  delete document.chainItems
  delete document.cueItems
}

/** The tagger takes by far the longest to learn: with --cache it is kept from one run to the next. */
function remembered(name, part, learn) {
  if (!options.cache) return learn()
  const key = createHash("sha256")
    .update(part.map(({ gold }) => gold.id).join())
    .digest("hex")
  const file = join(options.cache, `${name}-${key.slice(0, 16)}.bin`)
  if (!existsSync(file)) writeFileSync(file, serialize(learn()))
  return deserialize(readFileSync(file))
}

function taggedStage({ reading, mentions, chances }, model) {
  const tags = tagReading(reading, mentions, chances, model)
  return stageOf(reading, withTaggedSources(reading, mentions, tags), tags)
}

// Whom the pronoun before meant is known only once there is a model: the first one learns without.
const blank = new Float32Array(PRONOUN.size)
let pronoun = { all: blank, folds: Array(FOLDS).fill(blank) }
for (let round = 0; round < 2; round++) {
  const items = new Map(
    documents.map((document, i) => [document, pronounItems(document, pronoun.folds[i % FOLDS])]),
  )
  const train = (part) =>
    trainChoice(
      part.flatMap((one) => items.get(one)),
      PRONOUN,
    )
  pronoun = crossFit(documents, train, () => {})
}
for (const [i, document] of documents.entries())
  document.scene = sceneOf(document.stage, pronoun.folds[i % FOLDS])
say("pronouns")
function pronounItems(document, model) {
  const { stage } = document
  const wanted = new Map()
  for (const gold of goldOfParts(document)) {
    const name = gold && knownName(gold.speaker)
    const mention = name ? goldMention(stage.mentions, gold.speaker) : null
    if (mention !== null) wanted.set(mention, surname(name))
  }
  const items = []
  resolveMentions(stage, model, (mention, question) => {
    const candidates = wanted.has(mention) ? candidatesOf(question) : []
    if (candidates.length === 0) return
    const nameOf = ({ mention: by }) => stage.people.all[stage.people.of[by]].name
    const y = candidates.findIndex((one) => surname(nameOf(one)) === wanted.get(mention))
    items.push({ candidates, y })
  })
  return items
}
/** Every mention that a question offers, with its features. */
function candidatesOf({ mentions, describe }) {
  return mentions.map((mention, k) => {
    features.size = 0
    describe(features, k)
    return { mention, ids: features.ids.slice(0, features.size) }
  })
}

function surname(name) {
  const words = name.toLowerCase().match(/[\p{L}'’-]+/gu) ?? []
  return words.filter((word) => !/^(?:jr|sr|ii|iii|iv)$/.test(word)).at(-1)
}

const speaker = crossFit(
  documents,
  (part) => trainChoice(part.flatMap(speakerItems), SPEAKER),
  (document, model) => (document.speaker = model),
)
say("speakers")
function speakerItems(document) {
  const { scene } = document
  const items = []
  let previous = null
  for (const [part, gold] of goldOfParts(document).entries()) {
    if (!gold || gold.ignore) continue
    const right = goldMention(scene.mentions, gold.speaker)
    const candidates = candidatesOf(askSpeaker(scene, part, previous))
    const y = candidates.findIndex(({ mention }) => mention === right)
    if (y !== -1) items.push({ candidates, y })
    if (right !== null) previous = right
  }
  return items
}

const kind = crossFit(
  documents,
  (part) => trainYesNo(part.flatMap(kindItems), KIND),
  () => {},
)
say("kinds")
function kindItems(document) {
  const { scene, gold, reading } = document
  const items = []
  let previous = null
  for (const [part, quotation] of goldOfParts(document).entries()) {
    const chosen = answer(document.speaker, askSpeaker(scene, part, previous))
    const mention = chosen?.mention ?? null
    const weight = chosen?.chance ?? 0
    const y = speechLabel(gold, reading.parts[part], quotation)
    if (y === 1 && mention !== null) previous = mention
    if (y === null) continue
    const { ids, size } = describePart(reading, part, voiceOf(scene, part, mention, weight))
    items.push({ ids: ids.slice(0, size), y })
  }
  return items
}

/** Words of one or two in marks were not annotated as quotations: they are speech where they stand in what was said. */
function speechLabel(gold, part, quotation) {
  if (quotation) return quotation.ignore ? null : 1
  const short = gold.text.slice(part.from, part.to).split(/\s+/).length < 3
  const within = ([start, end]) => start <= part.from && part.to <= end
  return short && gold.attributions.some((one) => one.speech && one.content.some(within)) ? 1 : 0
}

let sure = {
  all: new Float32Array(SURE.size),
  folds: Array(FOLDS).fill(new Float32Array(SURE.size)),
}
const modelsOf = (pick) => ({
  cue: pick(cue),
  tagger: pick(tagger),
  speaker: pick(speaker),
  kind: pick(kind),
  pronoun: pick(pronoun),
  sure: pick(sure),
})

const { score, report } = await import(pathToFileURL(resolve(options.scorer)).href)
const predict = (listen) =>
  documents.map(({ article }, i) =>
    toPrediction(
      article,
      modelsOf((model) => model.folds[i % FOLDS]),
      listen,
    ),
  )
const golds = documents.map(({ gold }) => gold)

// How sure a choice is, is learned from the choices made on articles that the other models had not seen.
const described = new Map()
const choices = score(
  golds,
  predict((quotation, ids) => described.set(quotation, ids)),
)
const sureItems = new Map(golds.map(({ id }) => [id, []]))
for (const row of choices._rows) {
  const ids = row.pred && described.get(row.pred.quotation)
  if (ids) sureItems.get(row.id).push({ ids, y: rightness(row) })
}
sure = crossFit(
  documents,
  (part) =>
    trainYesNo(
      part.flatMap(({ gold }) => sureItems.get(gold.id)),
      SURE,
    ),
  () => {},
)
say("sure")
const result = score(golds, predict())
console.log(report(result))
const outcome = calibration(result._rows)
for (const { n, said, right } of outcome.bins)
  if (n) console.log(n, (said / n).toFixed(3), (right / n).toFixed(3))
console.log("calibration gap", outcome.gap.toFixed(4), "sure", outcome.sure.toFixed(3))
for (const row of result._rows
  .filter((one) => !one.over)
  .filter(
    (_, i, all) => i % Math.ceil(all.length / Number(options.errors ?? 1)) === 0 && options.errors,
  ))
  console.log(
    JSON.stringify({
      id: row.id.slice(14),
      quote: row.quote.slice(0, 70),
      gold: row.gold.text,
      got: row.pred?.text,
    }),
  )
if (options.errors)
  for (const row of result._rows
    .filter(
      (one) =>
        one.pred &&
        knownName(one.gold) &&
        surname(knownName(one.gold)) !== surname(one.pred.name ?? one.pred.text ?? "-"),
    )
    .filter((_, i) => i % 9 === 0))
    console.log(
      "NAME",
      JSON.stringify({
        id: row.id.slice(14),
        quote: row.quote.slice(0, 60),
        gold: row.gold.text,
        rep: row.gold.representative,
        got: row.pred?.text,
        name: row.pred?.name,
      }),
    )

/** How right a row is: less where the mention is right and the name behind it, known for sure, is not. */
function rightness({ over, gold, pred }) {
  const name = knownName(gold)
  const isNamed = name === null || surname(name) === surname(pred.name ?? pred.text ?? "")
  return over ? (isNamed ? 1 : 0.75) : 0
}

if (!options.check) {
  const { tagger: t, ...others } = modelsOf((model) => model.all)
  const entries = Object.entries(others)
  const rows = { scale: t.scale, bytes: toBase64(t.bytes) }
  const packed = entries.map(([name, weights]) => `  ${name}: ${JSON.stringify(pack(weights))},\n`)
  const steps = JSON.stringify(Array.from(t.steps, (step) => Number(step.toFixed(4))))
  writeFileSync(
    new URL("../src/quotation/weights.ts", import.meta.url),
    `// Made by scripts/train-quotes.mjs.\nimport type { Learned } from "./models.ts"\n\nexport const LEARNED: Learned = {\n${packed.join("")}  rows: ${JSON.stringify(rows)},\n  steps: ${steps},\n}\n`,
  )
  say("written")
}

/** Whole numbers of one byte, and what to multiply them by. */
function toBytes(weights) {
  const most = weights.reduce((top, weight) => Math.max(top, Math.abs(weight)), 1e-9)
  return {
    bytes: Int8Array.from(weights, (weight) => Math.round((weight * 127) / most)),
    scale: most / 127,
  }
}

function squeeze({ rows, steps }) {
  const { bytes, scale } = toBytes(rows)
  return { ...packRows(bytes), bytes, scale, steps }
}

function pack(weights) {
  const { bytes, scale } = toBytes(weights)
  return { scale, bytes: toBase64(bytes) }
}

function toBase64({ buffer, byteOffset, byteLength }) {
  return Buffer.from(buffer, byteOffset, byteLength).toString("base64")
}
